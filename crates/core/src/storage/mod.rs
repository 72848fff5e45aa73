//! Storage: one store, one SQL text, two engines; every change kept in a chained log.

pub mod backup;
pub(crate) mod blobs;
mod bulk;
mod changes;
mod db;
mod frozen;
mod holders;
mod imports;
mod names;
mod page;
mod record;
mod search;
mod select;
mod tables;
mod text;
mod tx;
mod undo;
mod value;

pub use changes::{ChangeLine, ChangeSet, LogCheck, check_log};
pub(crate) use changes::{Stamp, history_of, record_changes, sets};
pub use db::{Db, FILE_NAME, Location, check_database};
pub use frozen::{bytes_hash, content_hash};
pub(crate) use frozen::{freeze, thaw};
pub(crate) use holders::Holder;
pub(crate) use imports::import_batches;
pub use imports::{ImportBatch, Touched};
pub use page::{Page, Paging};
pub use record::{Record, Row, Table};
pub use search::sort_key;
pub use select::Select;
pub use text::JsonText;
pub(crate) use text::code_of;
pub use tx::Tx;
pub(crate) use tx::is_lost_race;
pub(crate) use undo::{Undoing, put_back, undoing};
pub use value::{Kind, Value};
