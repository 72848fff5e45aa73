//! The house that things stand in: an opened office, a command under way and who gave it, and what a thing
//! declares of itself. It knows no thing; what kits need to know of things they read from the catalog.

pub mod api;
pub(crate) mod fonts;
pub mod founding;
pub mod keys;
pub mod office;
pub(crate) mod reach;
pub mod session;
pub(crate) mod table_file;
pub mod thing;
