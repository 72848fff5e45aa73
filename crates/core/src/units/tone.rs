//! How a unit is written to.

use super::Relation;
use crate::documents::Tone;

impl Relation {
    /// Only what belongs to the street is directed.
    pub(crate) fn tone(self) -> Tone {
        match self {
            Self::Subordinate => Tone::Directing,
            Self::Partner | Self::Vertical | Self::External => Tone::Equal,
        }
    }
}
