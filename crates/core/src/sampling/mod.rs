//! What the sample street is played with: chance that can be repeated, and commands as a person would give them.
//! A thing that the script of the street does not tell of declares a scene of its own.

mod dice;
mod play;

pub use dice::Dice;
pub use play::{Played, Player};

use crate::api::Answer;
use chrono::NaiveDate;

/// The seed of the street that `demo.load` brings in.
pub const SEED: u64 = 2026;

/// A thing's scene of the sample, declared among its parts. It is played once units, committees, rota and
/// meetings are there, through commands only.
pub struct SamplePart {
    /// Its place in the script, from the first.
    pub place: u8,
    /// Plays it, as on that day.
    pub play: for<'c, 'p> fn(&'c Player<'p>, NaiveDate) -> Answer<'c, ()>,
}
