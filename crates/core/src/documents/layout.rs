use crate::settings::Rules;
use chrono::NaiveDateTime;
use gongwen::{Info, PageNumbers, PageOptions};

/// The page as the office wants it.
pub(crate) fn page_options(rules: &Rules) -> PageOptions {
    let numbers = match rules.page_number.as_str() {
        "plain" => PageNumbers::Centered,
        _ => PageNumbers::Outer,
    };
    PageOptions {
        numbers,
        ..PageOptions::default()
    }
}

/// What a file says of itself. `record` is the key of the record it was made from.
pub(crate) fn info(
    title: &str,
    author: &str,
    subject: &str,
    created: NaiveDateTime,
    record: &str,
) -> Info {
    Info {
        title: title.into(),
        author: author.into(),
        subject: subject.into(),
        created,
        identifier: record.replace('-', ""),
    }
}
