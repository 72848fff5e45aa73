//! The office's own words: templates with named fields, with the text each comes back to, and what of a
//! template can be filled in. Pure; what an office wrote is kept in its rules.

mod fill;
mod kinds;

pub(crate) use fill::{check, fill};
pub(crate) use kinds::Field;
pub use kinds::WordingKind;
