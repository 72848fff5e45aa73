//! 避头尾: which characters may stand where in a line.

/// What a character does at a line's edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Ideographs and whatever has no rule of its own.
    Plain,
    /// Opening marks: never at a line's end.
    Open,
    /// Closing marks: never at a line's start.
    Close,
    /// Words and numbers in Latin letters: unbroken.
    Latin,
    /// May be broken after, and vanishes at a line's edge.
    Space,
}

impl Class {
    pub(crate) fn of(ch: char) -> Self {
        match ch {
            ' ' | '\u{3000}' => Self::Space,
            '（' | '〔' | '【' | '《' | '「' | '『' | '“' | '‘' | '〈' | '［' | '｛' | '('
            | '[' | '{' | '￥' | '＄' | '№' | '§' | '−' | '〖' => Self::Open,
            '、'
            | '，'
            | '。'
            | '；'
            | '：'
            | '？'
            | '！'
            | '）'
            | '〕'
            | '】'
            | '》'
            | '」'
            | '』'
            | '”'
            | '’'
            | '〉'
            | '］'
            | '｝'
            | '…'
            | '—'
            | '·'
            | '％'
            | '‰'
            | '℃'
            | '々'
            | 'ー'
            | '～'
            | '．'
            | '・'
            | ')'
            | ']'
            | '}'
            | ','
            | '.'
            | ';'
            | ':'
            | '!'
            | '?'
            | '%'
            | '°'
            | '′'
            | '″'
            | '〗'
            | '‥'
            | '–'
            | '℉'
            | '\u{3380}'..='\u{33DF}' => Self::Close,
            _ if is_mark(ch) => Self::Close,
            _ if is_latin(ch) => Self::Latin,
            _ => Self::Plain,
        }
    }
}

pub(crate) fn is_latin(ch: char) -> bool {
    // Greek and Cyrillic words stay whole as Latin ones do.
    let script = |ch: char| ch < '\u{0590}' || ('\u{1E00}'..='\u{1EFF}').contains(&ch);
    ch.is_ascii_graphic() || (ch.is_alphanumeric() && script(ch))
}

/// What vanishes at a line's edge.
pub(crate) fn is_space(ch: char) -> bool {
    Class::of(ch) == Class::Space
}

/// Accents and other marks that stand over or under the character before them.
fn is_mark(ch: char) -> bool {
    matches!(ch, '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{3099}' | '\u{309A}' | '\u{FE20}'..='\u{FE2F}')
}

/// Whether a line may end after `left` with `right` starting the next one.
pub(crate) fn may_break(left: char, right: char) -> bool {
    let (before, after) = (Class::of(left), Class::of(right));
    match (before, after) {
        (_, Class::Close | Class::Space) | (Class::Open, _) => false,
        (Class::Space, _) => true,
        // An accent belongs to a word as much as the letter under it.
        _ => !((is_latin(left) || is_mark(left)) && is_latin(right)),
    }
}

/// Whether space may be put between the two when a line is spread.
pub(crate) fn may_stretch(left: char, right: char) -> bool {
    let in_one_dash = left == right && matches!(left, '—' | '…');
    let in_one_word = is_latin(left) && is_latin(right);
    !(in_one_dash || in_one_word || is_mark(right))
}

/// Marks whose blank half may be given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BlankHalf {
    Left,
    Right,
}

pub(crate) fn blank_half(ch: char) -> Option<BlankHalf> {
    match ch {
        '（' | '〔' | '【' | '《' | '「' | '『' | '“' | '‘' | '〈' | '［' | '｛' | '〖' => {
            Some(BlankHalf::Left)
        }
        '、' | '，' | '。' | '；' | '：' | '？' | '！' | '）' | '〕' | '】' | '》' | '」'
        | '』' | '”' | '’' | '〉' | '］' | '｝' | '〗' => Some(BlankHalf::Right),
        _ => None,
    }
}

/// Marks that the standard wants from a Chinese font, a full character wide.
pub(crate) fn wants_full_width(ch: char) -> bool {
    matches!(ch, '“' | '”' | '‘' | '’' | '—' | '…')
}

/// Between two characters that no line may part (U+2060).
pub(crate) const WORD_JOINER: char = '\u{2060}';

/// `text` without what cannot be printed: controls, zero-width and direction marks, variation
/// selectors. Tabs and line ends become spaces.
pub(crate) fn printable(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter_map(printed)
}

/// As [`printable`], each character with whether a word joiner ties it to the one before.
pub(crate) fn printable_joined(text: &str) -> impl Iterator<Item = (char, bool)> + '_ {
    let mut joined = false;
    text.chars().filter_map(move |ch| {
        joined |= ch == WORD_JOINER;
        printed(ch).map(|ch| (ch, std::mem::take(&mut joined)))
    })
}

fn printed(ch: char) -> Option<char> {
    match ch {
        '\t' | '\n' | '\r' | '\u{00A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => {
            Some(' ')
        }
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{00AD}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{E0000}'..='\u{E0FFF}' => None,
        _ if ch.is_control() => None,
        _ => Some(ch),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_keep_to_their_side_of_a_break() {
        assert!(!may_break('好', '，'));
        assert!(!may_break('“', '大'));
        assert!(!may_break('—', '—'));
        assert!(!may_break('提', '·'));
        assert!(may_break('，', '会'));
        assert!(may_break('”', '会'));
    }

    #[test]
    fn words_and_numbers_stay_whole() {
        assert!(!may_break('2', '0'));
        assert!(!may_break('.', '5'));
        assert!(!may_break('5', '%'));
        assert!(may_break('6', '年'));
        assert!(may_break(' ', 'w'));
    }

    #[test]
    fn unprintable_characters_are_dropped() {
        let text = "甲\u{0}乙\u{202E}丙\u{200D}\t丁\u{FE0F}\u{205F}戊\u{FFF9}\u{FFFB}";
        assert_eq!(printable(text).collect::<String>(), "甲乙丙 丁 戊");
    }
}
