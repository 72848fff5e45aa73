use super::PaperOptions;
use crate::settings::Rules;
use chrono::NaiveDateTime;
use gongwen::{Info, Length, Margins, PageNumbers, PageOptions};

/// The page as the office wants it.
pub(crate) fn page_options(rules: &Rules) -> PageOptions {
    let numbers = match rules.page_number.as_str() {
        "plain" => PageNumbers::Centered,
        "none" => PageNumbers::None,
        _ => PageNumbers::Outer,
    };
    let paper = &rules.paper;
    PageOptions {
        margins: margins(paper),
        leading: (paper.leading > 0).then(|| Length::pt(paper.leading) / PaperOptions::POINT),
        characters_per_line: u16::try_from(paper.characters).unwrap_or(28),
        numbers,
        two_sided: paper.two_sided,
        colophon_on_even_page: paper.colophon_on_even_page,
        ..PageOptions::default()
    }
}

fn margins(paper: &PaperOptions) -> Margins {
    let tenths = |tenths: i64| Length::um(tenths * 100);
    Margins {
        top: tenths(paper.margin_top),
        bottom: tenths(paper.margin_bottom),
        left: tenths(paper.margin_left),
        right: tenths(paper.margin_right),
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
