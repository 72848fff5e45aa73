//! The Excel kit: reading the sheets offices really have, writing the ones they want to open.
//!
//! A register declares its [`Column`]s once; the template, the import, the error copy and the export
//! are all made from that declaration. Reading is bounded everywhere (see [`limits`]), because a
//! 5 kB file can otherwise ask for gigabytes.

pub mod annotate;
pub mod columns;
pub mod error;
pub mod fault;
pub mod guard;
pub mod header;
pub mod isolated;
pub mod limits;
pub mod read;
pub mod sheet;
pub mod table;
pub mod template;
pub mod text;
pub mod values;
pub mod write;
mod xml;

// What a workbook of the house needs beyond tables: charts, formats, lists to choose from.
pub use rust_xlsxwriter as xlsx;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod round_trip;

pub use columns::{Choice, Column, Kind, RECORD};
pub use error::ExcelError;
pub use fault::{Fault, SkipReason, Skipped};
pub use header::MatchedBy;
pub use isolated::FileReader;
pub use table::{ReadRow, Table, read_table, read_tables};
pub use template::TemplateSpec;
pub use values::Value;
pub use write::{Book, CellData, Properties, SheetSpec, WriteColumn, WriteKind, write_table};
