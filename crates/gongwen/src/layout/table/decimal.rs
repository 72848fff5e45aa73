//! Numbers of a column under each other by their decimal points.

use super::TableRow;
use crate::length::Length;
use crate::model::Align;

/// Where the whole part of `text` ends, if it is a number: `1,234|.5`, `87`, `66|.7%`.
pub(crate) fn whole_part(text: &str) -> Option<(&str, &str)> {
    let signed = text.trim_start_matches(['-', '−', '－', '+', '￥', '¥']);
    let digits = signed.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
    let sign = text.len() - signed.len();
    let has_digits = signed.starts_with(|c: char| c.is_ascii_digit());
    let fraction = digits.strip_prefix('.');
    let rest = match fraction {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => digits,
    };
    let complete = fraction.is_none_or(|fraction| fraction.len() > rest.len());
    let is_number = has_digits && complete && matches!(rest, "" | "%" | "％" | "‰") && sign <= 6;
    let at = text.len() - digits.len();
    is_number.then(|| {
        (
            text.get(..at).unwrap_or_default(),
            text.get(at..).unwrap_or_default(),
        )
    })
}

/// Moves the numbers of right-aligned columns to the left by what their parts after the decimal point
/// lack of the column's longest.
pub(super) fn align(rows: &mut [TableRow], columns: usize) {
    for column in 0..columns {
        let cells = rows.iter().filter_map(|row| row.cells.get(column));
        let longest = cells.filter_map(|cell| cell.after_point).max();
        let cells = rows.iter_mut().filter_map(|row| row.cells.get_mut(column));
        for cell in cells.filter(|cell| cell.align == Align::Right) {
            cell.inset = match (longest, cell.after_point) {
                (Some(longest), Some(own)) => longest - own,
                _ => Length::ZERO,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_parted_at_their_point_and_nothing_else_is() {
        for (text, parts) in [
            ("84", Some(("84", ""))),
            ("87.667", Some(("87", ".667"))),
            ("-1,234.5", Some(("-1,234", ".5"))),
            ("66.7%", Some(("66", ".7%"))),
            ("100%", Some(("100", "%"))),
            ("￥3.00", Some(("￥3", ".00"))),
            ("", None),
            ("—", None),
            ("3.", None),
            (".5", None),
            ("12人", None),
            ("1.2.3", None),
            ("2026-03", None),
        ] {
            assert_eq!(whole_part(text), parts, "{text}");
        }
    }
}
