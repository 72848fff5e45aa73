//! What the office is and the rules it goes by: profile, issuing bodies, holidays, options.

mod backups;
mod commands;
mod limits;
mod model;
mod paper_options;
mod sheet;
mod thing;

pub use backups::*;
pub use commands::*;
pub use model::*;
pub use paper_options::PaperOptions;
pub(crate) use sheet::HolidaySheet;
pub use thing::THING;
