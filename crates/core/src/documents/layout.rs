use crate::settings::{PaperOptions, Rules};
use chrono::NaiveDateTime;
use gongwen::{
    Align, Column, ColumnWidth, Info, Length, Margins, PageNumbers, PageOptions, Table, TextSize,
};

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
        preprinted_head: paper.preprinted_head,
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

/// The signature blocks of 甲方 and 乙方 side by side, each with room for its seal; the day is left
/// to be written where it is not known.
pub(crate) fn signatures(parties: [&str; 2], signed: Option<String>) -> Table {
    let day = signed.unwrap_or_else(|| "　　　年　月　日".into());
    let block = |party: &str, name: &str| {
        format!("{party}（盖章）：\n{name}\n\n代表签字：\n签订日期：{day}")
    };
    let column = || Column {
        title: String::new(),
        width: ColumnWidth::Share(1),
        align: Align::Left,
    };
    let [first, second] = parties;
    Table {
        columns: vec![column(), column()],
        rows: vec![vec![block("甲方", first), block("乙方", second)]],
        header: false,
        size: TextSize::Four,
        row_height_min: Length::mm(38),
        ..Table::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_the_standards_page() {
        assert_eq!(
            page_options(&Rules::default()),
            gongwen::PageOptions::default()
        );
    }

    #[test]
    fn what_the_office_chose_reaches_the_page() {
        let rules = Rules {
            page_number: "none".into(),
            paper: PaperOptions {
                leading: 2_800,
                margin_left: 300,
                two_sided: false,
                ..PaperOptions::default()
            },
            ..Rules::default()
        };
        let page = page_options(&rules);
        let off = page.leading.unwrap_or_default() - gongwen::Length::pt(28);
        assert!(off.as_um().abs() <= 1);
        assert_eq!(page.margins.left, gongwen::Length::mm(30));
        assert!(!page.two_sided && page.numbers == gongwen::PageNumbers::None);
    }
}
