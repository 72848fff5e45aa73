//! Figures that are told with what they were counted from.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A figure as its numerator and denominator; the rate is one divided by the other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Ratio {
    /// Numerator.
    pub part: i64,
    /// Denominator.
    pub whole: i64,
}

impl Ratio {
    /// In thousandths, rounded half up; none of nothing.
    pub fn thousandths(self) -> Option<i64> {
        // In whole numbers, twice as large: halves are exact, which they are not in floats.
        (self.whole > 0).then(|| (self.part * 2000 + self.whole) / (self.whole * 2))
    }

    /// `85.7%（6/7）`, or `—（0/0）` of nothing.
    pub fn chinese(self) -> String {
        let Self { part, whole } = self;
        match self.thousandths() {
            Some(n) => format!("{}.{}%（{part}/{whole}）", n / 10, n % 10),
            None => format!("—（{part}/{whole}）"),
        }
    }
}
