//! Text as people write it in cells and fields: full-width, with invisible characters, with spaces between
//! the characters of a name.

use std::borrow::Cow;

/// Full-width ASCII to ASCII and the ideographic space to a space; anything else is kept.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// [`half_width`] over a text, trimmed.
#[must_use]
pub fn to_half_width(text: &str) -> String {
    text.chars()
        .map(half_width)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Whether a character is invisible and carries no meaning in a register: control characters,
/// zero-width characters and bidirectional overrides.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    let blank = matches!(c, '\n' | '\r' | '\t');
    (c.is_control() && !blank)
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(
            c,
            '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
}

/// Removes invisible characters, makes line breaks spaces and trims, full-width spaces included.
/// The flag tells whether an invisible character was removed.
#[must_use]
pub fn clean(text: &str) -> (String, bool) {
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\t');
    let removed = text.chars().any(is_invisible);
    // Most texts need nothing.
    if !removed && !text.contains(is_break) {
        return (text.trim().to_owned(), false);
    }
    let visible = text.chars().filter(|c| !is_invisible(*c));
    let kept: String = visible.map(|c| if is_break(c) { ' ' } else { c }).collect();
    (kept.trim().to_owned(), removed)
}

/// [`clean`] that keeps line breaks, each line for itself.
#[must_use]
pub fn clean_lines(text: &str) -> (String, bool) {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<(String, bool)> = unified.split('\n').map(clean).collect();
    let removed = lines.iter().any(|(_, removed)| *removed);
    let kept: Vec<String> = lines.into_iter().map(|(line, _)| line).collect();
    (kept.join("\n").trim().to_owned(), removed)
}

/// Whether a text shows nothing: spaces and invisible characters only.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Removes the spaces that align two-character names (`王　晓`): those between two wide characters.
#[must_use]
pub fn close_up(text: &str) -> String {
    if !text.contains(char::is_whitespace) {
        return text.to_owned();
    }
    let chars: Vec<char> = text.chars().collect();
    let mut kept = String::with_capacity(text.len());
    for (at, &c) in chars.iter().enumerate() {
        let next = chars[at..].iter().find(|c| !c.is_whitespace());
        let between =
            kept.chars().last().is_some_and(is_wide) && next.copied().is_some_and(is_wide);
        if !(c.is_whitespace() && between) {
            kept.push(c);
        }
    }
    kept
}

/// Whether a character takes two columns in a Chinese font.
#[must_use]
pub fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{115f}' | '\u{2014}' | '\u{2018}'..='\u{201d}' | '\u{2026}'
        | '\u{2460}'..='\u{24ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}')
}

/// The first `limit` characters; borrowed when the text is short enough.
#[must_use]
pub fn head(text: &str, limit: usize) -> Cow<'_, str> {
    match text.char_indices().nth(limit) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_alignment_spaces_only() {
        assert_eq!(close_up("王　 晓"), "王晓");
        assert_eq!(close_up("IBM 中国 公司"), "IBM 中国公司");
    }

    #[test]
    fn invisible_characters_go_and_are_told() {
        assert_eq!(
            clean("\u{3000}区\u{200b}妇联\u{1} \n"),
            ("区妇联".to_owned(), true)
        );
        assert_eq!(clean("甲\n乙"), ("甲 乙".to_owned(), false));
    }

    #[test]
    fn long_texts_are_cut_on_a_character() {
        assert_eq!(head("一二三", 2), "一二…");
        assert_eq!(head("一二", 2), "一二");
    }
}
