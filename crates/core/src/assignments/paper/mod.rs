//! The papers of assignments: to the lead, and the report on a month.

pub(crate) mod letter;
pub(crate) mod report;
