//! The office's own words: templates with named fields, checked when they are saved.

mod commands;
mod fill;
mod kinds;

pub use commands::*;
pub(crate) use fill::{check, fill};
pub use kinds::WordingKind;
