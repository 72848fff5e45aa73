use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

use serde::{Deserialize, Serialize};

/// A distance on paper, in whole micrometres.
///
/// Whole numbers keep layout exact and repeatable; the PDF writer alone turns them into points.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Length(i64);

/// Micrometres in one PostScript point (1/72 inch) are 25 400 / 72.
const UM_PER_INCH: i64 = 25_400;
const POINTS_PER_INCH: i64 = 72;

impl Length {
    pub const ZERO: Self = Self(0);

    /// A length of `um` micrometres.
    pub const fn um(um: i64) -> Self {
        Self(um)
    }

    /// A length of `mm` millimetres.
    pub const fn mm(mm: i64) -> Self {
        Self(mm * 1000)
    }

    /// A length of `points` PostScript points, rounded to the micrometre.
    pub const fn pt(points: i64) -> Self {
        Self((points * UM_PER_INCH + POINTS_PER_INCH / 2) / POINTS_PER_INCH)
    }

    /// The length in micrometres.
    pub const fn as_um(self) -> i64 {
        self.0
    }

    /// The length in points, for the PDF writer.
    pub(crate) fn to_points(self) -> f32 {
        (self.0 as f64 * POINTS_PER_INCH as f64 / UM_PER_INCH as f64) as f32
    }

    /// `numerator / denominator` of this length, rounded to the nearest micrometre.
    pub(crate) const fn scaled(self, numerator: i64, denominator: i64) -> Self {
        // Not a plain division, which rounds towards zero: negative lengths are rounded as others
        // are.
        Self((self.0 * numerator + denominator / 2).div_euclid(denominator))
    }
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Length {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Length {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Mul<i64> for Length {
    type Output = Self;
    fn mul(self, factor: i64) -> Self {
        Self(self.0 * factor)
    }
}

impl Div<i64> for Length {
    type Output = Self;
    fn div(self, divisor: i64) -> Self {
        Self(self.0 / divisor)
    }
}

impl std::iter::Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_and_millimetres_meet_at_the_inch() {
        assert_eq!(Length::pt(72), Length::um(25_400));
        assert_eq!(Length::mm(1), Length::um(1000));
        assert!((Length::pt(16).to_points() - 16.0).abs() < 0.002);
    }

    #[test]
    fn scaling_rounds_to_nearest() {
        assert_eq!(Length::um(10).scaled(1, 4), Length::um(3));
        assert_eq!(Length::um(-10).scaled(1, 2), Length::um(-5));
    }
}
