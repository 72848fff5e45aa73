//! The rules of building stars (楼栋星级评定), pure: schemes, calculation, ranking, cross rating.
//! Marks are whole thousandths of a point; what is divided stays an exact fraction until printed.

mod assign;
mod calculate;
mod outlier;
mod rank;
mod ratio;
mod scheme;
#[cfg(test)]
mod tests;

pub use assign::{Assigned, Pair, assign};
pub use calculate::{Marks, Score, Step, base_of, calculate, explain, sum_line};
pub use outlier::{FarOff, far_off};
pub use rank::{Entry, Place, rank, stars};
pub use ratio::Ratio;
pub use scheme::{ItemKind, OutlierRule, Rated, SchemeItem, SchemeRules, Scope};
