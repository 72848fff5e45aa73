//! Exact fractions: no mark is rounded before it is printed.

use std::cmp::Ordering;

/// A fraction in lowest terms with a positive denominator.
///
/// A scheme's full marks are held to a common denominator of 10¹² (see
/// [`super::SchemeRules::check`]), so that no sum or comparison leaves 128 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    over: i128,
    under: i128,
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Self = Self { over: 0, under: 1 };

    /// `over ÷ under`; nothing where `under` is 0, as the mean of no marks.
    #[must_use]
    pub fn new(over: i128, under: i128) -> Self {
        if under == 0 {
            return Self::ZERO;
        }
        let common = gcd(over.unsigned_abs(), under.unsigned_abs()).max(1);
        // The sign goes above the line, so that equal fractions are equal part by part.
        let common = i128::try_from(common).unwrap_or(1) * under.signum();
        Self {
            over: over / common,
            under: under / common,
        }
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let over = self.over * other.under + other.over * self.under;
        Self::new(over, self.under * other.under)
    }

    /// The difference.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        self.plus(Self {
            over: -other.over,
            ..other
        })
    }

    /// The size without its sign.
    #[must_use]
    pub fn size(self) -> Self {
        Self {
            over: self.over.abs(),
            ..self
        }
    }

    /// `self × by ÷ part`.
    #[must_use]
    pub fn scaled(self, by: i64, part: i64) -> Self {
        Self::new(self.over * i128::from(by), self.under * i128::from(part))
    }

    /// The nearest whole number, halves away from nothing.
    #[must_use]
    pub fn rounded(self) -> i64 {
        let doubled = self.over.abs() * 2 + self.under;
        let whole = doubled / (self.under * 2) * self.over.signum();
        i64::try_from(whole).unwrap_or(i64::MAX)
    }

    /// Whether it is a whole number, so that printing it loses nothing.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.under == 1
    }
}

impl From<i64> for Ratio {
    fn from(whole: i64) -> Self {
        Self {
            over: whole.into(),
            under: 1,
        }
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.over * other.under).cmp(&(other.over * self.under))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

pub(super) fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        // Division of 128 bits is many times slower, and few numbers need it.
        if let (Ok(small_a), Ok(small_b)) = (u64::try_from(a), u64::try_from(b)) {
            return gcd_small(small_a, small_b).into();
        }
        (a, b) = (b, a % b);
    }
    a
}

fn gcd_small(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn thirds_come_together_again(over in -100_000_i64..100_000) {
            let third = Ratio::from(over).scaled(1, 3);
            prop_assert_eq!(third.plus(third).plus(third), Ratio::from(over));
        }

        #[test]
        fn order_is_that_of_the_numbers(a in -999_i64..999, b in 1_i64..99, c in -999_i64..999, d in 1_i64..99) {
            let (left, right) = (Ratio::new(a.into(), b.into()), Ratio::new(c.into(), d.into()));
            prop_assert_eq!(left < right, a * d < c * b);
        }
    }

    #[test]
    fn rounds_halves_away_from_nothing() {
        let rounded = |over, under| Ratio::new(over, under).rounded();
        assert_eq!((rounded(5, 2), rounded(-5, 2), rounded(7, 3)), (3, -3, 2));
        assert_eq!(Ratio::new(1, 0), Ratio::ZERO);
    }
}
