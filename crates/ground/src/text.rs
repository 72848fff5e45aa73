//! What every typed text must satisfy, in one place.

use crate::error::{Error, Result};

/// Trims a line of text, drops control characters, and holds it to `1..=most` characters.
///
/// # Errors
/// `Invalid` on the named field when it is empty or too long.
pub fn required(field: &str, name: &str, text: &str, most: usize) -> Result<String> {
    let text = optional(field, name, text, most)?;
    if text.is_empty() {
        return Err(Error::invalid(field, format!("请填写{name}。")));
    }
    Ok(text)
}

/// Trims a line of text, drops control characters, and holds it to `most` characters.
///
/// # Errors
/// `Invalid` on the named field when it is too long.
pub fn optional(field: &str, name: &str, text: &str, most: usize) -> Result<String> {
    let clean: String = text
        .chars()
        .filter(|ch| !ch.is_control() && !is_invisible(*ch))
        .collect();
    within(field, name, clean.trim_matches(char::is_whitespace), most)
}

/// Keeps line breaks, drops other control characters, and holds the text to `most` characters.
///
/// # Errors
/// `Invalid` on the named field when it is too long.
pub fn lines(field: &str, name: &str, text: &str, most: usize) -> Result<String> {
    // The pair first, or each of its two signs would become a break.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let keep = |ch: &char| *ch == '\n' || !(ch.is_control() || is_invisible(*ch));
    let clean: String = text.chars().filter(keep).collect();
    within(field, name, clean.trim_matches(char::is_whitespace), most)
}

fn within(field: &str, name: &str, text: &str, most: usize) -> Result<String> {
    let count = text.chars().count();
    if count > most {
        let message = format!("{name}有 {count} 个字，最多 {most} 个字，请缩短后再保存。");
        return Err(Error::invalid(field, message));
    }
    Ok(text.to_owned())
}

/// Characters that show nothing and change the direction or joining of others.
fn is_invisible(ch: char) -> bool {
    matches!(ch, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_full_width_spaces_and_drops_marks_of_direction() {
        let text = required("name", "名称", "\u{3000}区教育局\u{202E} \u{7}", 60);
        assert_eq!(text.unwrap(), "区教育局");
    }

    #[test]
    fn tells_how_long_a_text_is() {
        let error = required("name", "名称", &"长".repeat(10_000), 60).unwrap_err();
        assert_eq!(
            error.message,
            "名称有 10000 个字，最多 60 个字，请缩短后再保存。"
        );
        assert_eq!(error.field.as_deref(), Some("name"));
    }

    #[test]
    fn keeps_line_breaks_in_long_texts() {
        assert_eq!(
            lines("t", "讨论", "甲：好。\r\n乙：同意。\u{0}", 100).unwrap(),
            "甲：好。\n乙：同意。"
        );
    }
}
