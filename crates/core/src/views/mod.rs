//! Records with what other things have beside them: put together above the things, so that no register has to
//! know what is kept of it elsewhere.

mod committee;
mod thing;
mod unit;

pub use committee::*;
pub use thing::THING;
pub use unit::*;
