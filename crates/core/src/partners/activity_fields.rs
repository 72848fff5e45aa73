//! Fields of an activity that every sheet of activities has, each under a column of its own.

use super::activity::{Activity, People};
use crate::registers::{Field, text_of, text_value};
use tables::{Column, Value};

/// What rows refer to, partners among it.
pub(crate) trait KnowsPeople {
    fn people(&self) -> &People;
}

/// What was done.
pub(crate) const fn content<K>(column: Column<'static>) -> Field<Activity, K> {
    Field {
        column,
        get: |activity, _| text_value(&activity.save.content),
        set: |activity, value, _| {
            activity.save.content = text_of(value);
            Ok(())
        },
    }
}

/// Where.
pub(crate) const fn place<K>(column: Column<'static>) -> Field<Activity, K> {
    Field {
        column,
        get: |activity, _| text_value(&activity.save.place),
        set: |activity, value, _| {
            activity.save.place = text_of(value);
            Ok(())
        },
    }
}

/// Who took part.
pub(crate) const fn people<K: KnowsPeople>(column: Column<'static>) -> Field<Activity, K> {
    Field {
        column,
        get: |activity, known| Some(activity.written(known.people())),
        set: |activity, value, known| activity.set_people(value, known.people()),
    }
}

/// How long each, where no other time is written behind a name.
pub(crate) const fn hours<K>(column: Column<'static>) -> Field<Activity, K> {
    Field {
        column,
        get: |activity, _| activity.hours(),
        set: |activity, value, _| {
            activity.set_hours(&value);
            Ok(())
        },
    }
}

/// How many were served.
pub(crate) const fn served<K>(column: Column<'static>) -> Field<Activity, K> {
    Field {
        column,
        get: |activity, _| activity.save.people_served.map(Value::Integer),
        set: |activity, value, _| {
            activity.save.people_served = value.as_integer();
            Ok(())
        },
    }
}
