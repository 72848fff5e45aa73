//! The leaders' workbook (领导汇总).

pub mod workbook;
