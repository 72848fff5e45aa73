//! Numbers and days in the words of papers.

use chrono::{Datelike, NaiveDate};

/// The number as Chinese headings count: 1 → 一, 11 → 十一, 23 → 二十三; up to 99.
pub fn chinese_number(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: usize| DIGITS.get(n).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens @ 2..=9, ones) => format!("{}十{}", digit(tens), digit(ones)),
        _ => number.to_string(),
    }
}

/// `12月18日`, or with its year where that is not the year of the paper.
pub fn short_date(date: NaiveDate, paper: NaiveDate) -> String {
    let day = format!("{}月{}日", date.month(), date.day());
    if date.year() == paper.year() {
        day
    } else {
        format!("{}年{day}", date.year())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_chinese() {
        let numbers = [1, 10, 11, 20, 23, 99].map(chinese_number);
        assert_eq!(numbers, ["一", "十", "十一", "二十", "二十三", "九十九"]);
    }
}
