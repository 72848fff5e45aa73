//! What a thing asks before a change is taken back.

use crate::api::Answer;
use crate::office::Cx;
use storage::Undoing;

/// Refuses to take back what must stay, such as a notice that went out; a thing declares it among its parts.
pub struct UndoGuard(pub for<'c, 'a> fn(&'c mut Cx<'a>, &'c [Undoing]) -> Answer<'c, ()>);
