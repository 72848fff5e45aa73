use chrono::{Datelike, NaiveDate, Weekday};

/// The date as official documents print it: `2026年3月5日`, without padding zeros
/// (GB/T 9704-2012, 7.3.5.4).
pub fn chinese_date(date: NaiveDate) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// The day of the week as notices print it: `星期三`.
pub fn chinese_weekday(date: NaiveDate) -> &'static str {
    match date.weekday() {
        Weekday::Mon => "星期一",
        Weekday::Tue => "星期二",
        Weekday::Wed => "星期三",
        Weekday::Thu => "星期四",
        Weekday::Fri => "星期五",
        Weekday::Sat => "星期六",
        Weekday::Sun => "星期日",
    }
}

/// Characters of numbers.
pub const NUMERALS: &str = "零〇○一二两三四五六七八九十百";

/// 十二 is 12, 一百零三 is 103; figures side by side (二〇二四) are read as written.
pub fn chinese_number(numeral: &[char]) -> Option<u32> {
    if numeral.is_empty() || numeral.len() > 7 {
        return None;
    }
    let (mut total, mut figure) = (0, 0);
    for ch in numeral {
        match ch {
            // 十二 has no figure before its ten.
            '十' => (total, figure) = (total + figure.max(1) * 10, 0),
            '百' => (total, figure) = (total + figure.max(1) * 100, 0),
            _ => figure = figure * 10 + digit(*ch),
        }
    }
    Some(total + figure)
}

fn digit(ch: char) -> u32 {
    match ch {
        '两' => 2,
        '零' | '○' => 0,
        _ => "〇一二三四五六七八九"
            .chars()
            .position(|figure| figure == ch)
            .and_then(|place| u32::try_from(place).ok())
            .unwrap_or(0),
    }
}

/// Numbers written in characters as digits: 二〇二四年十月 → 2024年10月. Anything else stays.
pub(super) fn western_numerals(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let same_kind = |one: &char, other: &char| NUMERALS.contains(*one) == NUMERALS.contains(*other);
    let western = chars.chunk_by(same_kind).map(|run| {
        let number = NUMERALS.contains(run[0]).then(|| chinese_number(run));
        match number.flatten() {
            Some(number) => number.to_string(),
            None => run.iter().collect(),
        }
    });
    western.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_become_digits() {
        for (text, expected) in [
            ("二〇二四年十月十日", "2024年10月10日"),
            ("二十", "20"),
            ("三十一", "31"),
            ("十二", "12"),
            ("2024年五月", "2024年5月"),
            ("待定", "待定"),
        ] {
            assert_eq!(western_numerals(text), expected);
        }
    }

    #[test]
    fn prints_no_padding_zeros() {
        let date = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
        assert_eq!(chinese_date(date), "2026年3月5日");
        assert_eq!(chinese_weekday(date), "星期四");
    }
}
