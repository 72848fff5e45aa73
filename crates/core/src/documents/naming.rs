//! Names of files, the same way for every paper.

/// The most characters of a name without its ending; with a path before it, it still fits Windows.
const LONGEST: usize = 100;
/// What Windows keeps for itself, and quotes, which say nothing in a list of files.
const LEFT_OUT: &str = "<>/\\|:*?\"'“”‘’《》";

/// A text as the name of a file, without what no file may be called.
pub(crate) fn file_name(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|ch| !ch.is_control() && !LEFT_OUT.contains(*ch));
    let name: String = kept.take(LONGEST).collect();
    // Windows takes a full stop off the end of a name without a word.
    name.trim().trim_end_matches('.').to_owned()
}

/// The beginning of a text, to tell papers apart that are alike in all else.
pub(crate) fn head(text: &str, longest: usize) -> String {
    let marks = |ch: char| "，。；：！？,.;:".contains(ch) || ch.is_whitespace();
    let first = text.trim().split(marks).next().unwrap_or_default();
    first.chars().take(longest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_nothing_that_windows_forbids() {
        assert_eq!(file_name("安居/物业：“甲\\乙”\n?*<>|\"."), "安居物业：甲乙");
        assert_eq!(file_name(&"长".repeat(300)).chars().count(), LONGEST);
    }

    #[test]
    fn the_head_of_a_text_ends_at_its_first_mark() {
        assert_eq!(
            head("在3、4号楼之间增设充电棚，月底前完成。", 12),
            "在3、4号楼之间增设充电"
        );
        assert_eq!(
            head("整治楼道飞线充电并清理占道车辆", 12),
            "整治楼道飞线充电并清理占"
        );
    }
}
