//! Documents: one command that makes any of them, and what they share. Each paper itself stands
//! beside the thing it is about.

mod agreement;
mod archive;
mod assignment;
mod buildings;
mod commands;
mod committee;
mod fonts;
mod issue;
mod kept;
mod layout;
mod letter;
mod lists;
mod model;
mod naming;
mod options;
mod partners;
mod ratings;
mod report;
mod rota;
mod sample;
mod set;
mod several;
mod thing;
mod turn;
mod typeset;
mod wording;

use commands::made_pdf;
pub use commands::*;
pub use fonts::*;
pub use issue::*;
pub use kept::IssuedStanding;
pub(crate) use kept::{IssuedModel, keep_notice};
pub(crate) use layout::{info, page_options, signatures};
pub(crate) use letter::{Sender, Tone, sender_of_community};
pub use model::*;
pub use options::PaperOptions;
pub use sample::*;
pub use thing::THING;
pub(crate) use typeset::typeset;
pub use wording::*;
pub(crate) use wording::{check as check_wording, fill};
