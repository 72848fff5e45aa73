//! How much of a date its number format shows: `yyyy"年"m"月"` names a month only.

use chrono::Datelike;

use ground::calendar::{FuzzyDate, Month};

/// Formats of Chinese programs that are known by their number alone and show year and month.
const MONTHS: [u32; 5] = [27, 36, 50, 52, 57];
/// The only one of all programs that does: `mmm-yy`.
const SHORT_MONTH: u32 = 17;

/// How much a format shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Precision {
    Year,
    Month,
    Day,
}

impl Precision {
    /// Of a format that a file writes out.
    pub fn of_code(code: &str) -> Self {
        // Of several sections the first is the one for dates; the others are for negative numbers
        // and texts.
        let shown = code.split(';').next().unwrap_or_default();
        // Letters within quotes, and in the brackets of a language, are no parts of a date.
        let unquoted: String = shown.split('"').step_by(2).collect();
        let letters = unquoted
            .rsplit(']')
            .next()
            .unwrap_or_default()
            .to_lowercase();
        let shows = |letter| letters.contains(letter);
        match (shows('d'), shows('m'), shows('y')) {
            (false, true, true) => Self::Month,
            (false, false, true) => Self::Year,
            _ => Self::Day,
        }
    }

    /// Of a format that is known by its number.
    pub fn of_number(number: u32) -> Self {
        match number == SHORT_MONTH || MONTHS.contains(&number) {
            true => Self::Month,
            false => Self::Day,
        }
    }

    /// A day as far as it is shown.
    pub fn shown(self, date: FuzzyDate) -> FuzzyDate {
        let day = date.first_day();
        match self {
            Self::Day => date,
            Self::Month => FuzzyDate::Month(Month::of(day)),
            Self::Year => FuzzyDate::Year(day.year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_without_days_names_a_month() {
        let precision = Precision::of_code;
        assert_eq!(precision("yyyy\"年\"m\"月\""), Precision::Month);
        assert_eq!(
            precision("[$-804]yyyy\"年\"m\"月\"d\"日\";@"),
            Precision::Day
        );
        assert_eq!(precision("yyyy"), Precision::Year);
        assert_eq!(precision("General"), Precision::Day);
        assert_eq!(
            [57, 31, 14].map(Precision::of_number)[..2],
            [Precision::Month, Precision::Day]
        );
    }
}
