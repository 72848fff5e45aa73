//! Numbers of residents and volunteers: masked wherever a record is shown, shown one at a time by a
//! command that leaves a line in the log.

use crate::error::{Error, Result};
use crate::excel::values::phones;
use serde_json::Value as Json;

/// The sign that stands for a hidden digit; no number that is kept holds one.
const HIDDEN: char = '*';

/// Columns whose numbers are masked where a record is shown whole, as in histories and conflicts:
/// table, column, and the member of the column's list that holds the number.
const PRIVATE: &[(&str, &str, Option<&str>)] = &[
    ("building", "posts", Some("phone")),
    ("partner", "phone", None),
];

/// Columns that never leave the core.
const SECRET: &[(&str, &str)] = &[("app_user", "password_hash")];

/// A number with its middle hidden: `13900006923` → `139****6923`. Several numbers are masked each.
pub fn mask(numbers: &str) -> String {
    let masked: Vec<String> = numbers.split('、').map(masked_one).collect();
    masked.join("、")
}

fn masked_one(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    let (head, tail) = match chars.len() {
        0..=3 => (0, 0),
        4..=10 => (0, 2),
        _ => (3, 4),
    };
    let hidden = |(at, ch): (usize, &char)| {
        if at < head || at >= chars.len() - tail {
            *ch
        } else {
            HIDDEN
        }
    };
    chars.iter().enumerate().map(hidden).collect()
}

/// Whether a text is what [`mask`] made.
pub fn is_masked(text: &str) -> bool {
    text.contains(HIDDEN)
}

/// The number to keep when a form or sheet comes back: a masked one means unchanged.
///
/// # Errors
/// `Invalid` on the named field for what is no number, and for a masked number that is not the kept one's.
pub fn kept_or_new(field: &str, whose: &str, typed: &str, kept: &str) -> Result<String> {
    let typed = typed.trim_matches(char::is_whitespace);
    if !is_masked(typed) {
        return phones(typed).map_err(|reason| Error::invalid(field, format!("{whose}的{reason}")));
    }
    if typed == mask(kept) {
        return Ok(kept.to_owned());
    }
    let message = format!("{whose}的电话“{typed}”含有星号，请填写完整号码，或清空。");
    Err(Error::invalid(field, message))
}

/// A record's JSON form with its private numbers masked and without its secrets.
pub(crate) fn masked(table: &str, mut record: Json) -> Json {
    for (_, column) in SECRET.iter().filter(|(name, _)| *name == table) {
        if let Some(record) = record.as_object_mut() {
            record.remove(*column);
        }
    }
    let of_table = PRIVATE.iter().filter(|(name, ..)| *name == table);
    for (_, column, member) in of_table {
        let Some(value) = record.get_mut(column) else {
            continue;
        };
        match (member, value) {
            (None, value) => mask_text(value),
            (Some(member), Json::Array(entries)) => entries
                .iter_mut()
                .filter_map(|entry| entry.get_mut(member))
                .for_each(mask_text),
            _ => {}
        }
    }
    record
}

fn mask_text(value: &mut Json) {
    if let Json::String(text) = value {
        *text = mask(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_middle_of_a_number_is_hidden() {
        for (number, expected) in [
            ("13900006923", "139****6923"),
            ("0731-8888888", "073*****8888"),
            ("8888888", "*****88"),
            ("110", "***"),
            ("", ""),
            ("13900006923、8888888", "139****6923、*****88"),
        ] {
            assert_eq!(mask(number), expected);
        }
    }

    #[test]
    fn a_masked_number_that_comes_back_means_unchanged() {
        let back = |typed| kept_or_new("phone", "楼栋长", typed, "13900006923");
        assert_eq!(back("139****6923").unwrap(), "13900006923");
        assert_eq!(back(" 139 1111 2222 ").unwrap(), "13911112222");
        assert_eq!(back("").unwrap(), "");
        assert_eq!(
            back("138****0000").unwrap_err().message,
            "楼栋长的电话“138****0000”含有星号，请填写完整号码，或清空。"
        );
        assert!(
            back("1390000692")
                .unwrap_err()
                .message
                .contains("应为 11 位")
        );
    }

    #[test]
    fn a_password_never_leaves() {
        let user = json!({ "name": "张三", "password_hash": "$argon2id$v=19$abc" });
        assert_eq!(masked("app_user", user), json!({ "name": "张三" }));
    }

    #[test]
    fn only_named_columns_are_masked() {
        let record =
            json!({ "posts": [{ "name": "张三", "phone": "13900006923" }], "note": "13900006923" });
        let shown = masked("building", record.clone());
        assert_eq!(shown["posts"][0]["phone"], "139****6923");
        assert_eq!(shown["note"], "13900006923");
        assert_eq!(masked("member_unit", record.clone()), record);
    }
}
