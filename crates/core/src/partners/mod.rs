//! Partners (城市社区合伙人): who they are, the way to their appointment, what they did.

mod activity;
pub(crate) mod activity_fields;
mod args;
mod commands;
mod desk;
mod figures;
mod find;
mod import;
mod model;
mod number;
mod paper;
mod rules;
mod save;
mod search;
mod service_sheet;
mod services;
mod steps;
mod store;
mod thing;
mod times;

pub(crate) use activity::{Activity, People, save_activities};
pub(crate) use activity_fields::KnowsPeople;
pub use args::*;
pub use commands::*;
pub use figures::figures;
pub use find::find;
pub use import::write_partners;
pub use import::{
    ApplyPartners, KindCount, LikelySame, NumberChoice, NumberConflict, NumberHolder,
    PartnerImportRow, PartnerImported, PartnerPreview, PreviewPartners, export, export_phones,
    import_apply, import_preview, template,
};
pub(crate) use import::{PartnerRegister, every};
pub use model::*;
pub use save::save;
pub(crate) use service_sheet::ServiceSheet;
pub(crate) use services::of_month;
pub use services::{list as list_services, retire_service, save_service};
pub use steps::{step, step_many};
pub(crate) use store::{ending_terms, sums_of};
pub use thing::THING;
