//! Breaking measured text into lines, and setting each line to its width.

use std::ops::Range;

use super::class::{Class, may_break, may_stretch};
use super::shape::{Glyph, Style, Unit, width};
use crate::length::Length;

/// A glyph at its place in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placed {
    pub ch: char,
    pub glyph: Glyph,
    pub style: Style,
    /// From the line's left end to the glyph's origin.
    pub x: Length,
}

/// Glyphs on one baseline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SetLine {
    pub glyphs: Vec<Placed>,
    pub width: Length,
}

/// One line's characters and how they come to its width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Break {
    pub range: Range<usize>,
    pub fit: Fit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    /// Last line of its paragraph: as wide as it comes.
    Natural,
    /// Marks give up blank halves, or space is put between characters.
    Justified,
}

/// Breaks `units` into lines; `width_of` gives the width of the line with that number.
///
/// A line is filled as far as it goes. Where 避头尾 forbids the break, marks are squeezed to take
/// in the next permitted one; only when that does not do it, characters are pushed to the next line.
pub(crate) fn break_lines(units: &[Unit], width_of: impl Fn(usize) -> Length) -> Vec<Break> {
    let mut breaks = Vec::new();
    let mut start = indented_start(units);
    while start < units.len() {
        let limit = width_of(breaks.len());
        let end = line_end(units, start, limit);
        let next = skip_spaces(units, end);
        let (end, fit) = if next < units.len() {
            (trim_spaces(units, start, end), Fit::Justified)
        } else {
            (room_end(units, start, limit), Fit::Natural)
        };
        breaks.push(Break {
            range: start..end,
            fit,
        });
        start = next;
    }
    breaks
}

/// Where a paragraph's first line starts: full-width spaces that someone wrote before text stay, as
/// before 年　月　日 to be filled in by hand.
fn indented_start(units: &[Unit]) -> usize {
    let text = skip_spaces(units, 0);
    let wide = units.iter().take(text).position(|u| u.ch == '\u{3000}');
    wide.filter(|_| text < units.len()).unwrap_or(text)
}

/// Where a paragraph's last line ends: full-width spaces that someone wrote after the text are room to
/// write in, as after 编号：, and stay as far as the line has room for them.
fn room_end(units: &[Unit], start: usize, limit: Length) -> usize {
    let text = trim_spaces(units, start, units.len());
    let mut used = width(units.get(start..text).unwrap_or_default());
    let mut end = text;
    for (at, unit) in units.iter().enumerate().skip(text) {
        used += unit.advance;
        if used > limit {
            break;
        }
        if unit.ch == '\u{3000}' {
            end = at + 1;
        }
    }
    end
}

fn line_end(units: &[Unit], start: usize, limit: Length) -> usize {
    let full = fill(units, start, limit);
    if full == units.len() || breaks_at(units, full) {
        return full;
    }
    let forward = (full + 1..=units.len()).find(|&end| breaks_at(units, end));
    if let Some(end) = forward.filter(|&end| least_width(&units[start..end]) <= limit) {
        return end;
    }
    // Not before the first character: spaces alone are no line.
    let text = skip_spaces(units, start);
    let backward = (text + 1..full).rev().find(|&end| breaks_at(units, end));
    backward.unwrap_or(full)
}

/// End of the longest line that fits as it is; at least one character. Spaces at its end count
/// for nothing.
fn fill(units: &[Unit], start: usize, limit: Length) -> usize {
    let mut used = Length::ZERO;
    for (index, unit) in units.iter().enumerate().skip(start) {
        used += unit.advance;
        if used > limit && index > start && Class::of(unit.ch) != Class::Space {
            return index;
        }
    }
    units.len()
}

fn breaks_at(units: &[Unit], at: usize) -> bool {
    let seen = trim_spaces(units, 0, at);
    // The spaces vanish at the line's end, and an opening mark would stand there.
    let last = seen.checked_sub(1).and_then(|last| units.get(last));
    if seen < at && last.is_some_and(|last| Class::of(last.ch) == Class::Open) {
        return false;
    }
    match (at.checked_sub(1).and_then(|i| units.get(i)), units.get(at)) {
        (Some(left), Some(right)) => !right.joined && may_break(left.ch, right.ch),
        _ => true,
    }
}

/// Width of `units` with every blank half given up, spaces at the end not counted.
pub(crate) fn least_width(units: &[Unit]) -> Length {
    let end = trim_spaces(units, 0, units.len());
    let kept = units.iter().take(end);
    kept.map(|u| u.advance - u.trim_left - u.trim_right).sum()
}

fn skip_spaces(units: &[Unit], from: usize) -> usize {
    let spaces = units.iter().skip(from);
    from + spaces
        .take_while(|u| Class::of(u.ch) == Class::Space)
        .count()
}

fn trim_spaces(units: &[Unit], start: usize, end: usize) -> usize {
    let line = units.iter().take(end).skip(start).rev();
    end - line.take_while(|u| Class::of(u.ch) == Class::Space).count()
}

/// `units` without the spaces at their ends.
pub(crate) fn trimmed(units: &[Unit]) -> &[Unit] {
    let start = skip_spaces(units, 0);
    let end = trim_spaces(units, start, units.len());
    units.get(start..end).unwrap_or_default()
}

/// Sets `units` as one line: `Justified` to exactly `limit`, `Natural` as they come, but never
/// wider than `limit` where squeezing can help it.
pub(crate) fn set_line(units: &[Unit], fit: Fit, limit: Length) -> SetLine {
    let slack = limit - width(units);
    if slack < Length::ZERO {
        return squeezed(units, -slack);
    }
    match fit {
        Fit::Natural => natural(units),
        Fit::Justified => spread(units, slack),
    }
}

/// `units` one after the other.
pub(crate) fn natural(units: &[Unit]) -> SetLine {
    place(units, |_| (Length::ZERO, Length::ZERO))
}

/// `units` without the blank halves of their marks and with `gap` between them, for display sizes.
pub(crate) fn tight(units: &[Unit], gap: Length) -> SetLine {
    let last = units.len().saturating_sub(1);
    place(units, |i| {
        let gap = if i == last { Length::ZERO } else { gap };
        let unit = units.get(i);
        unit.map_or_else(Default::default, |u| (u.trim_left, gap - u.trim_right))
    })
}

/// `units` as they come, but without blank halves at the line's ends, so that ink is centred.
pub(crate) fn centred(units: &[Unit]) -> SetLine {
    let last = units.len().saturating_sub(1);
    place(units, |i| {
        let trims = units.get(i).map(|u| (u.trim_left, u.trim_right));
        let (left, right) = trims.unwrap_or_default();
        let cut = if i == 0 { left } else { Length::ZERO };
        let lost = if i == last { right } else { Length::ZERO };
        (cut, -lost)
    })
}

/// Places units; `adjust` gives, by index, what is cut off at the left and added at the right.
fn place(units: &[Unit], adjust: impl Fn(usize) -> (Length, Length)) -> SetLine {
    let mut x = Length::ZERO;
    let mut glyphs = Vec::with_capacity(units.len());
    for (index, unit) in units.iter().enumerate() {
        let (cut, added) = adjust(index);
        glyphs.push(Placed {
            ch: unit.ch,
            glyph: unit.glyph,
            style: unit.style,
            x: x - cut,
        });
        x += unit.advance - cut + added;
    }
    SetLine { glyphs, width: x }
}

/// The most that one gap is spread, in parts of the character's size; a line that would need more
/// (a long web address after it) stays ragged.
const MOST_SPREAD: (i64, i64) = (1, 2);

fn spread(units: &[Unit], slack: Length) -> SetLine {
    let stretches = |i: usize| match (units.get(i), units.get(i + 1)) {
        (Some(left), Some(right)) => may_stretch(left.ch, right.ch),
        _ => false,
    };
    let gaps = (0..units.len()).filter(|&i| stretches(i)).count() as i64;
    let size = units.first().map_or(Length::ZERO, |u| u.style.size);
    if gaps == 0 || slack > size.scaled(MOST_SPREAD.0, MOST_SPREAD.1) * gaps {
        return natural(units);
    }
    let mut before = 0;
    let shares: Vec<Length> = (0..units.len())
        .map(|i| {
            if !stretches(i) {
                return Length::ZERO;
            }
            before += 1;
            // From running sums, so that what rounding takes from one gap the next one gets.
            slack.scaled(before, gaps) - slack.scaled(before - 1, gaps)
        })
        .collect();
    place(units, |i| {
        (Length::ZERO, shares.get(i).copied().unwrap_or_default())
    })
}

/// Takes `excess` out of the marks' blank halves: the last mark first, then all others alike.
fn squeezed(units: &[Unit], excess: Length) -> SetLine {
    let last = units.len().saturating_sub(1);
    let trims: Vec<Length> = units.iter().map(|u| u.trim_left + u.trim_right).collect();
    let from_last = trims.last().copied().unwrap_or_default().min(excess);
    let rest = excess - from_last;
    let available: Length = trims.iter().take(last).copied().sum();
    let mut seen = Length::ZERO;
    let cuts: Vec<Length> = trims
        .iter()
        .enumerate()
        .map(|(i, trim)| {
            if i == last {
                return from_last;
            }
            // From running sums, as above.
            let before = share(rest, seen, available);
            seen += *trim;
            share(rest, seen, available) - before
        })
        .collect();
    place(units, |i| {
        let cut = cuts.get(i).copied().unwrap_or_default();
        match units.get(i) {
            Some(u) if u.trim_left > Length::ZERO => (cut, Length::ZERO),
            _ => (Length::ZERO, -cut),
        }
    })
}

fn share(total: Length, part: Length, whole: Length) -> Length {
    if whole == Length::ZERO {
        Length::ZERO
    } else {
        total.min(whole).scaled(part.as_um(), whole.as_um())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fonts::{FontConfig, FontSet, Role};
    use crate::text::{Phrase, Shaper};

    const CELL: Length = Length::um(5571);

    fn units(text: &str) -> Vec<Unit> {
        thread_local! {
            static FONTS: FontSet = {
                let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts");
                FontSet::load(&FontConfig::bundled(directory)).unwrap()
            };
        }
        let style = Style::new(Role::Fang, Length::pt(16)).on_grid(CELL);
        FONTS.with(|fonts| {
            Shaper::new(fonts)
                .units(&[Phrase { style, text }], "")
                .unwrap()
        })
    }

    fn lines(text: &str, cells: i64) -> Vec<String> {
        let units = units(text);
        let broken = break_lines(&units, |_| CELL * cells);
        broken
            .into_iter()
            .map(|line| units[line.range].iter().map(|u| u.ch).collect())
            .collect()
    }

    #[test]
    fn a_mark_is_taken_in_by_squeezing_before_a_character_is_pushed() {
        assert_eq!(
            lines("会议、强调，各成员，要落实", 5),
            ["会议、强调，", "各成员，要", "落实"]
        );
        assert_eq!(lines("会议再强调，各成员", 5), ["会议再强", "调，各成员"]);
    }

    #[test]
    fn full_width_spaces_before_a_paragraph_stay() {
        assert_eq!(lines("　　年　月　日", 10), ["　　年　月　日"]);
        assert_eq!(lines(" 　甲", 10), ["　甲"]);
        assert_eq!(lines("　会议研究", 3), ["　会议", "研究"]);
        assert_eq!(lines("　　abcdefghijkl", 4), ["　　abc", "defghijkl"]);
        assert!(lines("　　 ", 10).is_empty());
    }

    #[test]
    fn full_width_spaces_after_a_paragraph_stay_where_they_fit() {
        assert_eq!(lines("编号：　　 ", 10), ["编号：　　"]);
        assert_eq!(lines("编号：　　　　", 5), ["编号：　　"]);
        assert_eq!(lines("会议研究，　", 5), ["会议研究，"]);
        assert_eq!(lines("会议　　研究　", 3), ["会议", "研究　"]);
    }

    #[test]
    fn opening_marks_go_to_the_next_line() {
        assert_eq!(lines("听雨社区“大党委”", 5), ["听雨社区", "“大党委”"]);
    }

    #[test]
    fn joined_characters_go_to_the_next_line_together() {
        let name = crate::unbroken("买买提");
        assert_eq!(lines(&format!("区司法局{name}"), 5), ["区司法局", "买买提"]);
        assert_eq!(lines(&crate::unbroken("会议研究"), 3), ["会议研", "究"]);
    }

    #[test]
    fn dashes_words_and_numbers_stay_whole() {
        assert_eq!(lines("集中在北区——其中", 6), ["集中在北", "区——其中"]);
        assert_eq!(
            lines("办结率为百分之66.75以上", 8),
            ["办结率为百分之", "66.75以上"]
        );
    }

    #[test]
    fn a_justified_line_is_exactly_as_wide_as_its_measure() {
        let units = units("共有12个单位、34名同志参会，");
        let limit = width(&units) + Length::um(2000);
        assert_eq!(set_line(&units, Fit::Justified, limit).width, limit);
        let limit = width(&units) - Length::um(2500);
        assert_eq!(set_line(&units, Fit::Natural, limit).width, limit);
    }

    /// Text with many marks, words and numbers.
    fn prose() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            6 => "[会议研究社区党委轮值]{1,8}",
            3 => Just("，".to_owned()),
            1 => prop::sample::select(vec![
                "。", "、", "；", "：", "！", "？", "——", "……", "·", " ", "%",
            ]).prop_map(str::to_owned),
            1 => "[“（《〔]",
            1 => "[”）》〕]",
            2 => "[0-9]{1,6}",
            1 => "[a-zA-Z]{1,12}",
        ];
        prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
    }

    const NEVER_FIRST: &str = "，。、；：！？）》〕”·…—%";
    const NEVER_LAST: &str = "（《〔“";

    /// Whether a line of a marks-only run longer than a line had to break against the rules.
    fn unbreakable(line: &str, next: &str) -> bool {
        let joined: Vec<char> = line.chars().chain(next.chars().take(1)).collect();
        joined.windows(2).all(|pair| !may_break(pair[0], pair[1]))
    }

    #[test]
    fn a_space_after_an_opening_mark_is_no_place_to_break() {
        assert_eq!(lines("会议研究（ Aaaaaa会", 6), ["会议研究", "（ Aaaaaa会"]);
        assert_eq!(lines("（ 会议", 4), ["（ 会议"]);
    }

    proptest! {
        #[test]
        fn no_character_is_lost_or_doubled(text in prose(), cells in 4_i64..=28) {
            let kept = |s: &str| s.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(kept(&lines(&text, cells).concat()), kept(&text));
        }

        #[test]
        fn no_line_starts_or_ends_with_a_forbidden_mark(text in prose(), cells in 12_i64..=28) {
            let lines = lines(&text, cells);
            for pair in lines.windows(2) {
                let (line, next) = (&pair[0], &pair[1]);
                if unbreakable(line, next) {
                    continue;
                }
                prop_assert!(!next.starts_with(|c| NEVER_FIRST.contains(c)), "{line}|{next}");
                prop_assert!(!line.ends_with(|c| NEVER_LAST.contains(c)), "{line}|{next}");
            }
        }

        #[test]
        fn no_line_is_wider_than_its_measure(text in prose(), cells in 12_i64..=28) {
            let units = units(&text);
            let limit = CELL * cells;
            for line in break_lines(&units, |_| limit) {
                let set = set_line(&units[line.range], line.fit, limit);
                prop_assert!(set.width <= limit);
            }
        }
    }
}
