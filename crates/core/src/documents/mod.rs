//! Papers: one command that makes any of them, and what they share: the form of a letter, the page, the office's
//! words, fonts, numbers given and what went out under them. Each paper itself stands beside the thing it is
//! about, which declares it with [`papers!`](crate::papers).

mod archive;
mod bindings;
mod commands;
mod fonts;
mod issue;
mod kept;
mod kind;
mod layout;
mod letter;
mod model;
mod naming;
mod numbering;
mod sample;
mod several;
mod table;
mod thing;
mod typeset;
mod undo;
mod wording;

use commands::made_pdf;
pub use commands::*;
pub use fonts::*;
pub use issue::*;
pub use kept::IssuedStanding;
pub(crate) use kept::{IssuedModel, as_it_stands};
pub(crate) use kind::own;
pub use kind::{Fields, MakeFile, MakePaper, Making, PaperKind, Papers};
pub(crate) use layout::{info, page_options, signatures};
pub(crate) use letter::{Letterhead, Tone};
pub use model::*;
pub(crate) use naming::head;
pub(crate) use numbering::next_document_number;
pub use numbering::{About, Elsewhere, Issuing, Numbering, OfRecord};
pub use sample::*;
pub(crate) use several::{apart, together};
pub(crate) use table::{column, numbered};
pub use thing::THING;
pub(crate) use typeset::typeset;
pub use wording::*;
