//! Text of cells: the forms under which headings are compared, the names of columns, and widths.

use ground::written::is_wide;
pub use ground::written::{
    clean, clean_lines, close_up, half_width, head, is_blank, is_invisible, to_half_width,
};

/// Width of the widest line in Excel's unit, a digit's width: 2 per wide character, 1 per other.
#[must_use]
pub fn width(text: &str) -> usize {
    text.lines()
        .map(|line| line.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum())
        .max()
        .unwrap_or(0)
}

/// The form under which headings are compared: no spaces, stars, colons, brackets or their content.
#[must_use]
pub fn heading_key(text: &str) -> String {
    let mut depth = 0_usize;
    let mut key = String::new();
    for c in text.chars().map(half_width) {
        match c {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ if depth > 0 || is_decoration(c) => {}
            _ => key.extend(c.to_lowercase()),
        }
    }
    key
}

fn is_decoration(c: char) -> bool {
    c.is_whitespace()
        || is_invisible(c)
        || matches!(c, '*' | '★' | '☆' | ':' | '/' | '、' | '_' | '-')
}

/// Column letters of a 0-based column: 0 → `A`, 26 → `AA`.
#[must_use]
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        // Letters have no zero: Z is followed by AA.
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// The 0-based column of its letters; `None` when they are none.
#[must_use]
pub fn column_index(letters: &str) -> Option<u32> {
    let number = letters.bytes().try_fold(0_u32, |number, letter| {
        let digit = letter
            .is_ascii_uppercase()
            .then(|| u32::from(letter - b'A') + 1)?;
        number.checked_mul(26)?.checked_add(digit)
    })?;
    number.checked_sub(1)
}

/// The beginning of a text that takes at most `limit` units of UTF-16, by which Excel counts.
#[must_use]
pub fn utf16_head(text: &str, limit: usize) -> &str {
    let mut units = 0;
    let past = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > limit
    });
    past.map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_compared_without_decoration() {
        assert_eq!(heading_key(" ＊单位 名称（必填）："), "单位名称");
        assert_eq!(heading_key("联络员 / 手机号"), "联络员手机号");
        assert_eq!(heading_key("安全(40分"), "安全");
    }

    #[test]
    fn widths_count_wide_characters_twice() {
        assert_eq!(width("单位A\n长一些的行"), 10);
        assert_eq!(width("𬱖㛃䶮"), 6);
    }

    #[test]
    fn columns_have_letters() {
        let letters: Vec<_> = [0, 25, 26, 701, 702, 16383].map(column_letters).to_vec();
        assert_eq!(letters, ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
        assert_eq!(
            ["A", "Z", "AA", "XFD"].map(column_index),
            [Some(0), Some(25), Some(26), Some(16383)]
        );
        assert_eq!(["", "a", "A1", "ZZZZZZZZZZ"].map(column_index), [None; 4]);
    }

    #[test]
    fn texts_are_cut_where_excel_counts() {
        assert_eq!(utf16_head("一𠮷二", 2), "一");
        assert_eq!(utf16_head("一𠮷", 3), "一𠮷");
    }
}
