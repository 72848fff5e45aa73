//! 更改记录: the change log as people use it.

mod commands;
mod guard;
mod thing;

pub use commands::*;
pub use guard::UndoGuard;
pub use thing::THING;
