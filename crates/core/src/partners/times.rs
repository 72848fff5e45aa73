//! When a partner is free (服务时间): what offices write, as parts of the days of a week. Pure.

/// Parts of a day: 上午, 下午, 晚上.
const PARTS: u32 = 3;
/// The whole week.
const ALWAYS: i64 = (1 << (7 * PARTS)) - 1;

const DAYS: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];
/// Words for any time.
const ANY: &[&str] = &["随时", "全天候", "任何时间", "均可", "不限", "都可以"];
/// Spans of days with the first and last of them.
const SPANS: &[(&str, usize, usize)] = &[
    ("工作日", 0, 4),
    ("平时", 0, 4),
    ("周末", 5, 6),
    ("双休", 5, 6),
    ("节假日", 5, 6),
    ("每天", 0, 6),
    ("每日", 0, 6),
    ("天天", 0, 6),
];
const PART_WORDS: &[(&str, u32)] = &[
    ("上午", 0b001),
    ("早上", 0b001),
    ("早晨", 0b001),
    ("下午", 0b010),
    ("白天", 0b011),
    ("晚上", 0b100),
    ("晚间", 0b100),
    ("夜间", 0b100),
    ("傍晚", 0b100),
    ("下班后", 0b100),
];

/// What one time tag means, a bit for each part of each day; 0 when it says no time.
pub(crate) fn meaning(written: &str) -> i64 {
    let text: String = written.chars().filter(|ch| !ch.is_whitespace()).collect();
    if ANY.iter().any(|word| text.contains(word)) {
        return ALWAYS;
    }
    let parts = parts(&text);
    let days = days(&text);
    match (days, parts) {
        (0, 0) => 0,
        (0, parts) => spread(0b111_1111, parts),
        (days, 0) => spread(days, 0b111),
        (days, parts) => spread(days, parts),
    }
}

/// What several tags mean together.
pub(crate) fn together<'t>(tags: impl IntoIterator<Item = &'t str>) -> i64 {
    tags.into_iter().fold(0, |all, tag| all | meaning(tag))
}

fn parts(text: &str) -> u32 {
    let named = PART_WORDS.iter().filter(|(word, _)| text.contains(word));
    named.fold(0, |all, (_, part)| all | part)
}

fn days(text: &str) -> u32 {
    let spans = SPANS.iter().filter(|(word, ..)| text.contains(word));
    let named = spans.fold(0, |all, (_, first, last)| all | span(*first, *last));
    named | weekdays(text)
}

/// `周三`, `星期六、日`, `周一至周五`.
fn weekdays(text: &str) -> u32 {
    let plain = text
        .replace("星期", "周")
        .replace("礼拜", "周")
        // 星期天 is a 日; 每天 is read among the spans, from the text as it was.
        .replace('天', "日");
    let mut days = 0;
    let (mut last, mut through, mut after_week) = (None, false, false);
    for ch in plain.chars() {
        let day = DAYS
            .iter()
            .position(|day| *day == ch)
            .filter(|_| after_week);
        match (day, last) {
            (Some(day), Some(from)) if through => days |= span(from, day),
            (Some(day), _) => days |= span(day, day),
            (None, _) => {}
        }
        let joins = matches!(ch, '至' | '到' | '-' | '—' | '~' | '～');
        // 周一至周五: the second 周 must not end the span.
        through = joins || (through && ch == '周');
        // 一 is Monday behind 周 only; 一小时 names no day.
        after_week = ch == '周'
            || day.is_some()
            || (after_week && (joins || matches!(ch, '、' | '，' | ',' | '和' | '及')));
        if day.is_some() {
            last = day;
        }
    }
    days
}

/// Days from one to another, around the week's end where the first is the later.
fn span(first: usize, last: usize) -> u32 {
    let length = (last + 7 - first) % 7;
    (0..=length).fold(0, |all, step| all | 1 << ((first + step) % 7))
}

fn spread(days: u32, parts: u32) -> i64 {
    let of_day = |day: u32| i64::from(parts) << (day * PARTS);
    (0..7)
        .filter(|day| days & (1 << day) != 0)
        .fold(0, |all, day| all | of_day(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bits(days: u32, parts: u32) -> i64 {
        spread(days, parts)
    }

    #[test]
    fn reads_what_offices_write() {
        for (written, days, parts) in [
            ("随时", 0b111_1111, 0b111),
            ("周末", 0b110_0000, 0b111),
            ("工作日晚上", 0b001_1111, 0b100),
            ("周三下午", 0b000_0100, 0b010),
            ("星期六上午", 0b010_0000, 0b001),
            ("周一至周五", 0b001_1111, 0b111),
            ("周六、日", 0b110_0000, 0b111),
            ("周六至周一下午", 0b110_0001, 0b010),
            ("每天晚上", 0b111_1111, 0b100),
            ("晚上", 0b111_1111, 0b100),
            ("周日", 0b100_0000, 0b111),
            ("星期天", 0b100_0000, 0b111),
        ] {
            assert_eq!(meaning(written), bits(days, parts), "{written}");
        }
    }

    #[test]
    fn what_is_no_time_means_none() {
        for written in ["", "电话预约", "书法", "一楼", "日间照料"] {
            assert_eq!(meaning(written), 0, "{written}");
        }
        assert_eq!(
            together(["周末", "周三下午"]),
            meaning("周末") | meaning("周三下午")
        );
    }

    proptest! {
        #[test]
        fn stays_within_the_week(written in "\\PC{0,16}") {
            prop_assert!((0..=ALWAYS).contains(&meaning(&written)));
        }
    }
}
