//! How types of a string form stand in a database's columns, for the calendar's own and for everybody's enums.

use crate::calendar::{FuzzyDate, Month, Quarter};
// The macro's paths, so that whoever uses it needs no manifest line for them.
pub use {serde_json, sqlx};

/// Lets types with a string form in serde (enums of unit variants, months, dates of a precision)
/// stand in a TEXT column.
#[macro_export]
macro_rules! stored_as_text {
    ($($type:ty),* $(,)?) => {$(
        impl<DB: $crate::stored::sqlx::Database> $crate::stored::sqlx::Type<DB> for $type
        where
            String: $crate::stored::sqlx::Type<DB>,
        {
            fn type_info() -> DB::TypeInfo { <String as $crate::stored::sqlx::Type<DB>>::type_info() }
            fn compatible(ty: &DB::TypeInfo) -> bool { <String as $crate::stored::sqlx::Type<DB>>::compatible(ty) }
        }
        impl<'r, DB: $crate::stored::sqlx::Database> $crate::stored::sqlx::Decode<'r, DB> for $type
        where
            String: $crate::stored::sqlx::Decode<'r, DB>,
        {
            fn decode(value: DB::ValueRef<'r>) -> Result<Self, $crate::stored::sqlx::error::BoxDynError> {
                let text = <String as $crate::stored::sqlx::Decode<'r, DB>>::decode(value)?;
                Ok($crate::stored::serde_json::from_value($crate::stored::serde_json::Value::String(text))?)
            }
        }
    )*};
}

stored_as_text!(FuzzyDate, Month, Quarter);
