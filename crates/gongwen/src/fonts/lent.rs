//! Which characters an installed font may lend.

/// Whether `ch` is text: whatever font has it may lend it. Pictures are not, and private characters
/// mean something else in each font; those are slips, and are told.
pub(super) fn is_text(ch: char) -> bool {
    !(is_private(ch) || is_picture(ch))
}

fn is_private(ch: char) -> bool {
    matches!(ch, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Characters that are shown as pictures unless asked otherwise (Emoji_Presentation of Unicode), by
/// blocks above the basic plane.
fn is_picture(ch: char) -> bool {
    matches!(ch,
        '\u{231A}' | '\u{231B}' | '\u{23E9}'..='\u{23EC}' | '\u{23F0}' | '\u{23F3}'
        | '\u{25FD}' | '\u{25FE}' | '\u{2614}' | '\u{2615}' | '\u{2648}'..='\u{2653}'
        | '\u{267F}' | '\u{2693}' | '\u{26A1}' | '\u{26AA}' | '\u{26AB}' | '\u{26BD}'
        | '\u{26BE}' | '\u{26C4}' | '\u{26C5}' | '\u{26CE}' | '\u{26D4}' | '\u{26EA}'
        | '\u{26F2}' | '\u{26F3}' | '\u{26F5}' | '\u{26FA}' | '\u{26FD}' | '\u{2705}'
        | '\u{270A}' | '\u{270B}' | '\u{2728}' | '\u{274C}' | '\u{274E}'
        | '\u{2753}'..='\u{2755}' | '\u{2757}' | '\u{2795}'..='\u{2797}' | '\u{27B0}'
        | '\u{27BF}' | '\u{2B1B}' | '\u{2B1C}' | '\u{2B50}' | '\u{2B55}'
        | '\u{1F004}' | '\u{1F0CF}' | '\u{1F18E}' | '\u{1F191}'..='\u{1F19A}'
        | '\u{1F1E6}'..='\u{1F202}' | '\u{1F21A}' | '\u{1F22F}' | '\u{1F232}'..='\u{1F265}'
        | '\u{1F300}'..='\u{1F6FF}' | '\u{1F7E0}'..='\u{1F7EB}' | '\u{1F900}'..='\u{1F9FF}'
        | '\u{1FA70}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_letters_are_text_and_pictures_are_not() {
        assert!("㎡㎏⑳☐☑✓✔✗℉−₁ⅰ\u{301}ễΩжك한བ★".chars().all(is_text));
        assert!(!"😀⏰✅\u{E000}\u{F0000}👨".chars().any(is_text));
    }
}
