//! Registers through Excel (登记簿的导入导出): a register declares its columns and fields once, and gets
//! its template, its import and its export from that.
//!
//! Preview and apply work from the same plan, so what was shown is what is done. A cell that is empty
//! in the sheet never empties what is kept, and a masked number that comes back means what is kept.

mod commands;
mod compare;
mod grouping;
mod kind;
mod likely;
mod mapping;
mod model;
mod plan;
mod reading;
mod register;
mod thing;

pub use commands::*;
pub(crate) use compare::compare;
pub use kind::{RegisterEntry, RegisterKind};
pub(crate) use likely::likely_one;
pub use mapping::ImportMapping;
pub(crate) use mapping::{Remembered, recall, remember};
pub use model::*;
pub(crate) use plan::{Exported, Importer, Planned, SheetInfo};
pub(crate) use reading::Reading;
pub use register::Names;
pub(crate) use register::{
    Field, Maker, Refusal, Register, RowFault, Rows, columns, day_of, day_value, exported, text_of,
    text_value,
};
pub use thing::THING;
