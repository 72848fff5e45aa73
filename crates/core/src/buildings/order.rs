//! Names of buildings and stairwells: written one way, ordered by their numbers.

use ground::calendar::{NUMERALS, chinese_number};
use ground::written::to_half_width;
use storage::sort_key;

/// What follows a Chinese numeral that is a number and not part of a name: 三号楼, but 三元里.
const COUNTED: &str = "号栋幢座单期区门梯楼排巷组";

/// A key by which 2号楼 comes before 10号楼 and 三单元 after 二单元, with plain byte comparison.
pub fn natural_key(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut key = String::with_capacity(name.len() * 3);
    let (mut at, mut words) = (0, String::new());
    while at < chars.len() {
        match number_at(&chars[at..]) {
            Some((digits, length)) => {
                push_words(&mut key, &mut words);
                // How many digits first: byte by byte 10 would come before 2.
                key.push_str(&format!("{:02}{digits} ", digits.len()));
                at += length;
            }
            None => {
                words.push(chars[at]);
                at += 1;
            }
        }
    }
    push_words(&mut key, &mut words);
    // Names that are spelt alike, or that differ in a leading zero, still have one order.
    key.push_str(name);
    key
}

fn push_words(key: &mut String, words: &mut String) {
    if !words.is_empty() {
        key.push_str(&sort_key(words));
        key.push(' ');
        words.clear();
    }
}

/// The number these characters begin with, without leading zeros, and how many they are.
fn number_at(chars: &[char]) -> Option<(String, usize)> {
    // The key tells the number of digits in two places.
    const LONGEST: usize = 40;
    let digits: String = chars
        .iter()
        .take(LONGEST)
        .take_while(|ch| ch.is_ascii_digit())
        .collect();
    if !digits.is_empty() {
        let length = digits.len();
        return Some((digits.trim_start_matches('0').to_owned(), length));
    }
    let numeral: Vec<char> = chars
        .iter()
        .copied()
        .take_while(|ch| NUMERALS.contains(*ch))
        .collect();
    let counted = chars
        .get(numeral.len())
        .is_some_and(|ch| COUNTED.contains(*ch));
    let number = counted.then(|| chinese_number(&numeral)).flatten()?;
    Some((number.to_string(), numeral.len()))
}

/// A building's name as it is kept: half-width, without spaces; a bare number such as `3`, `3#` or
/// `3号` is 3号楼.
pub(crate) fn building_name(written: &str) -> String {
    numbered(written, &["#", "号", "#楼"], "号楼")
}

/// A stairwell's name as it is kept; a bare number is 3单元.
pub(crate) fn stairwell_name(written: &str) -> String {
    numbered(written, &["#"], "单元")
}

/// A stairwell written with its building, such as 3号楼2单元, A座东单元 or 3-2, as the two names that are
/// kept; none where either cannot be told.
pub(crate) fn building_and_stairwell(written: &str) -> Option<(String, String)> {
    let mut name: String = to_half_width(written)
        .chars()
        .filter(|ch| !ch.is_whitespace())
        .collect();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((building, stairwell)) = name.split_once(['-', '—']) {
        if digits(building) && digits(stairwell) {
            return Some((building_name(building), stairwell_name(stairwell)));
        }
        // 3号楼-2单元, but not 1-2单元, which may be two of them.
        if building.ends_with(|ch: char| ch.is_ascii_digit()) {
            return None;
        }
        name = format!("{building}{stairwell}");
    }
    let which =
        |ch: char| ch.is_ascii_alphanumeric() || NUMERALS.contains(ch) || "东西南北中".contains(ch);
    let head = name.strip_suffix("单元")?;
    let building = head.trim_end_matches(which);
    if building.is_empty() || building == head {
        return None;
    }
    let stairwell = &name[building.len()..];
    Some((building_name(building), stairwell_name(stairwell)))
}

fn numbered(written: &str, endings: &[&str], unit: &str) -> String {
    let name: String = to_half_width(written)
        .chars()
        .filter(|ch| !ch.is_whitespace())
        .collect();
    let bare = endings
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .unwrap_or(&name);
    if bare.is_empty() || !bare.bytes().all(|byte| byte.is_ascii_digit()) {
        return name;
    }
    let number = bare.trim_start_matches('0');
    format!("{}{unit}", if number.is_empty() { "0" } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sorted(mut names: Vec<&str>) -> Vec<&str> {
        names.sort_by_key(|name| natural_key(name));
        names
    }

    #[test]
    fn numbers_come_in_their_order() {
        assert_eq!(
            sorted(vec!["10号楼", "2号楼", "1号楼", "A座", "12号楼", "3栋"]),
            ["1号楼", "2号楼", "3栋", "10号楼", "12号楼", "A座"]
        );
        assert_eq!(
            sorted(vec!["十二单元", "二单元", "三单元", "十单元"]),
            ["二单元", "三单元", "十单元", "十二单元"]
        );
        assert_eq!(
            sorted(vec!["听雨花园二期", "安居苑", "听雨花园一期", "三元里"]),
            ["安居苑", "三元里", "听雨花园一期", "听雨花园二期"]
        );
    }

    #[test]
    fn names_are_kept_one_way() {
        for written in ["3", "３", "3#", "3号", " 3 号 楼 ", "03", "3#楼"] {
            assert_eq!(building_name(written), "3号楼", "{written}");
        }
        for (written, kept) in [
            ("3栋", "3栋"),
            ("A座", "A座"),
            ("东1", "东1"),
            ("0", "0号楼"),
        ] {
            assert_eq!(building_name(written), kept);
        }
        assert_eq!(stairwell_name("2"), "2单元");
        assert_eq!(stairwell_name("东单元"), "东单元");
    }

    #[test]
    fn a_stairwell_is_told_from_its_building() {
        for (written, building, stairwell) in [
            ("3号楼2单元", "3号楼", "2单元"),
            (" ３栋 二单元", "3栋", "二单元"),
            ("A座东单元", "A座", "东单元"),
            ("3-2", "3号楼", "2单元"),
            ("3号楼-2单元", "3号楼", "2单元"),
            ("10号楼12单元", "10号楼", "12单元"),
            ("十栋三单元", "十栋", "三单元"),
        ] {
            let told = building_and_stairwell(written);
            assert_eq!(told, Some((building.into(), stairwell.into())), "{written}");
        }
        for unclear in [
            "3号楼",
            "2单元",
            "东单元",
            "单元",
            "3号楼单元",
            "A-东",
            "3栋1-2单元",
            "",
        ] {
            assert_eq!(building_and_stairwell(unclear), None, "{unclear}");
        }
    }

    proptest! {
        #[test]
        fn keys_order_as_numbers_do(a in 0_u64.., b in 0_u64..) {
            let key = |n: u64| natural_key(&format!("{n}号楼"));
            prop_assert_eq!(key(a).cmp(&key(b)), a.cmp(&b));
        }

        #[test]
        fn a_kept_name_stays_as_it_is(written in "[0-9０-９#号楼栋A-C 座]{0,8}") {
            let once = building_name(&written);
            prop_assert_eq!(building_name(&once), once.clone());
        }
    }
}
