//! Documents: one command that makes any of them, and what they share. Each paper itself stands
//! beside the thing it is about.

mod archive;
mod commands;
mod fonts;
mod issue;
mod kept;
mod layout;
mod letter;
mod model;
mod naming;
mod sample;
mod several;
mod thing;
mod typeset;
mod wording;

use commands::made_pdf;
pub use commands::*;
pub(crate) use commands::{Paper, export, named, of_meeting};
pub use fonts::*;
pub use issue::*;
pub use kept::IssuedStanding;
pub(crate) use kept::{IssuedModel, keep_notice, show};
pub(crate) use layout::{info, page_options, signatures};
pub(crate) use letter::{Sender, Tone, sender, sender_of_community};
pub use model::*;
pub(crate) use naming::head;
pub use sample::*;
pub(crate) use several::{apart, together};
pub use thing::THING;
pub(crate) use typeset::typeset;
pub use wording::*;
