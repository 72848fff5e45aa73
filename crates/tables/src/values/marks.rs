//! Marks (分数) with up to three decimals, kept as whole thousandths.

use super::COUNT_UNITS;
use crate::text;

/// The largest number of marks.
const MOST: i64 = 1_000_000_000;

/// Reads a cell's number; what a formula adds in binary is put right to the third decimal.
pub fn of_number(number: f64) -> Result<i64, String> {
    let thousandths = (number * 1_000.0).round();
    if (number * 1_000.0 - thousandths).abs() > 1e-4 {
        return Err(format!("“{number}”最多写三位小数，请更正。"));
    }
    within(thousandths as i64, &number.to_string())
}

/// Reads typed marks such as `21.3分`.
pub fn of_text(written: &str) -> Result<i64, String> {
    let plain: String = text::to_half_width(written)
        .chars()
        .filter(|c| !matches!(c, ',' | ' '))
        .collect();
    let digits = plain.trim_end_matches(COUNT_UNITS);
    let unreadable = || format!("“{}”不是数字，请只填数字。", text::head(written, 20));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || !is_number(whole) || !is_number(decimals) {
        return Err(unreadable());
    }
    let decimals = decimals.trim_end_matches('0');
    if decimals.len() > 3 {
        return Err(format!("“{digits}”最多写三位小数，请更正。"));
    }
    let thousandths: i64 = format!("{whole}{decimals:0<3}")
        .parse()
        .map_err(|_| unreadable())?;
    within(thousandths, digits)
}

fn within(thousandths: i64, written: &str) -> Result<i64, String> {
    if (0..=MOST).contains(&thousandths) {
        return Ok(thousandths);
    }
    Err(format!("“{written}”不在 0 到 1000000 之间，请更正。"))
}

/// Marks as written by a person: `21.3`, `40`.
pub fn display(thousandths: i64) -> String {
    let (whole, rest) = (thousandths / 1_000, (thousandths % 1_000).abs());
    let text = format!("{whole}.{rest:03}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_are_read_exactly() {
        assert_eq!(of_number(21.3), Ok(21_300));
        assert_eq!(of_number(0.1 + 0.2), Ok(300));
        assert_eq!(of_text("２５．５分"), Ok(25_500));
        assert_eq!(of_text("40"), Ok(40_000));
        assert!(of_number(1.0 / 3.0).unwrap_err().contains("三位小数"));
        for written in ["-2", "约30", "", ".", "1.2345", "99999999999"] {
            assert!(of_text(written).is_err(), "{written}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_again(thousandths in 0..=MOST) {
            prop_assert_eq!(of_text(&display(thousandths)), Ok(thousandths));
            prop_assert_eq!(of_number(thousandths as f64 / 1_000.0), Ok(thousandths));
        }
    }
}
