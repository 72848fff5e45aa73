//! Marks are whole thousandths of a point: read from what people write, shown as they write it.

/// One point.
pub const POINT: i64 = 1000;

/// `89500` → `89.5`.
#[must_use]
pub fn show(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let size = thousandths.unsigned_abs();
    let text = format!("{sign}{}.{:03}", size / 1000, size % 1000);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.to_owned()
}

/// `25.5` → `25500`; nothing for a text that is no number of at most three decimals.
#[must_use]
pub fn parse(text: &str) -> Option<i64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || !all_digits(whole) || !all_digits(part) {
        return None;
    }
    let part = part.trim_end_matches('0');
    if part.len() > 3 {
        return None;
    }
    let part: i64 = format!("{part:0<3}").parse().ok()?;
    Some(sign * (whole.parse::<i64>().ok()? * POINT + part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_shown_is_read_again(mark in -9_999_999_i64..9_999_999) {
            prop_assert_eq!(parse(&show(mark)), Some(mark));
        }
    }

    #[test]
    fn reads_what_people_write_and_nothing_else() {
        assert_eq!(parse("21.300"), Some(21_300));
        for wrong in ["", ".", "1.2345", "1e3", "３", "1.2.3", "--1", "十"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
