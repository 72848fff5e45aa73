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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_no_padding_zeros() {
        let date = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
        assert_eq!(chinese_date(date), "2026年3月5日");
        assert_eq!(chinese_weekday(date), "星期四");
    }
}
