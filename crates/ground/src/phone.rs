//! Phone numbers: read as people write them, masked wherever they belong to residents and volunteers.

use crate::error::{Error, Result};
use crate::written::{head, to_half_width};

/// The sign that stands for a hidden digit; no number that is kept holds one.
const HIDDEN: char = '*';

/// One or more phone numbers, each checked, joined by 、.
///
/// # Errors
/// One Chinese sentence that says what is no number.
pub fn phones(written: &str) -> Result<String, String> {
    let plain = to_half_width(written);
    let numbers = plain
        .split(['/', ',', ';', '、', '，', '；'])
        .filter(|n| !n.trim().is_empty());
    let numbers: Vec<String> = numbers.map(phone).collect::<Result<_, _>>()?;
    Ok(numbers.join("、"))
}

fn phone(written: &str) -> Result<String, String> {
    let compact: String = written
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')'))
        .collect();
    let compact = compact.strip_prefix("+86").unwrap_or(&compact);
    let digits: String = compact
        .chars()
        .filter(|c| !matches!(c, '-' | '—'))
        .collect();
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(format!(
            "电话“{}”含有数字以外的字符，请核对。",
            head(written, 20)
        ));
    }
    match digits.len() {
        11 if digits.starts_with('1') => Ok(digits),
        // Fixed lines begin with 0, or have eight digits at most. So this is a mobile number with
        // digits too few or too many, and not some other number.
        _ if digits.starts_with('1') && digits.len() >= 9 => Err(format!(
            "手机号应为 11 位，“{digits}”有 {} 位，请核对。",
            digits.len()
        )),
        7..=16 => Ok(compact.to_owned()),
        other => Err(format!("电话“{digits}”有 {other} 位，请核对。")),
    }
}

/// A number with its middle hidden: `13900006923` → `139****6923`. Several numbers are masked each.
pub fn mask(numbers: &str) -> String {
    let masked: Vec<String> = numbers.split('、').map(masked_one).collect();
    masked.join("、")
}

fn masked_one(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    let (head, tail) = match chars.len() {
        0..=3 => (0, 0),
        4..=10 => (0, 2),
        _ => (3, 4),
    };
    let hidden = |(at, ch): (usize, &char)| {
        if at < head || at >= chars.len() - tail {
            *ch
        } else {
            HIDDEN
        }
    };
    chars.iter().enumerate().map(hidden).collect()
}

/// Whether a text is what [`mask`] made.
pub fn is_masked(text: &str) -> bool {
    text.contains(HIDDEN)
}

/// The number to keep when a form or sheet comes back: a masked one means unchanged.
///
/// # Errors
/// `Invalid` on the named field for what is no number, and for a masked number that is not the kept one's.
pub fn kept_or_new(field: &str, whose: &str, typed: &str, kept: &str) -> Result<String> {
    let typed = typed.trim_matches(char::is_whitespace);
    if !is_masked(typed) {
        return phones(typed).map_err(|reason| Error::invalid(field, format!("{whose}的{reason}")));
    }
    if typed == mask(kept) {
        return Ok(kept.to_owned());
    }
    let message = format!("{whose}的电话“{typed}”含有星号，请填写完整号码，或清空。");
    Err(Error::invalid(field, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_a_number_is_hidden() {
        for (number, expected) in [
            ("13900006923", "139****6923"),
            ("0731-8888888", "073*****8888"),
            ("8888888", "*****88"),
            ("110", "***"),
            ("", ""),
            ("13900006923、8888888", "139****6923、*****88"),
        ] {
            assert_eq!(mask(number), expected);
        }
    }

    #[test]
    fn a_masked_number_that_comes_back_means_unchanged() {
        let back = |typed| kept_or_new("phone", "楼栋长", typed, "13900006923");
        assert_eq!(back("139****6923").unwrap(), "13900006923");
        assert_eq!(back(" 139 1111 2222 ").unwrap(), "13911112222");
        assert_eq!(back("").unwrap(), "");
        assert_eq!(
            back("138****0000").unwrap_err().message,
            "楼栋长的电话“138****0000”含有星号，请填写完整号码，或清空。"
        );
        assert!(
            back("1390000692")
                .unwrap_err()
                .message
                .contains("应为 11 位")
        );
    }
}
