//! Joint meetings (联席会议): from the rota through notice, attendance and record to signed minutes.

mod model;

pub use model::*;
