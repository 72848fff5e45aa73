//! What follows the body: attendance, list of attachments, signature and date, annotation.

use chrono::{Datelike, NaiveDate};

use super::body::INDENT;
use super::compositor::{Compositor, Measure};
use super::flow::{Item, Row, append_kept};
use crate::error::Error;
use crate::fonts::Role;
use crate::length::Length;
use crate::model::{Align, Document, Signature};
use crate::text::{Phrase, SetLine, width};

/// Lines of the body that go with the signature to a new page, so that it never stands alone.
pub(crate) const LINES_WITH_SIGNATURE: usize = 2;
/// Lines of a list of attachments that may go to a new page with the signature.
pub(crate) const LONGEST_KEPT_LIST: usize = 8;
/// Characters between the right edge and a date under a seal, and an unsealed name (7.3.5).
pub(crate) const SEALED_DATE_INSET: i64 = 4;
pub(crate) const UNSEALED_INSET: i64 = 2;
/// Blank lines above a name that a seal will cover.
pub(crate) const SEAL_ROOM: usize = 2;

/// A date as documents print it: `2026年3月5日`.
pub(crate) fn chinese_date(date: NaiveDate) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// An attachment's title as 附件说明 has it: in one piece, without an end mark (7.3.4).
pub(crate) fn listed_title(title: &str) -> String {
    let title = title.replace('\n', "");
    title.trim_end_matches(['。', '；', '，', '、']).to_owned()
}

/// The document's 附注 in brackets, its own if it begins with one (7.3.6); none if it is blank.
pub(crate) fn annotation_of(document: &Document) -> Option<String> {
    let text = document.annotation.as_deref()?.trim();
    (!text.is_empty()).then(|| in_brackets(text))
}

fn in_brackets(text: &str) -> String {
    if text.starts_with('（') {
        text.to_owned()
    } else {
        format!("（{text}）")
    }
}

/// Appends what follows the body to `items`.
pub(crate) fn append(
    compositor: &mut Compositor<'_, '_>,
    document: &Document,
    items: &mut Vec<Item>,
) -> Result<(), Error> {
    let start = items.len();
    let attendance = attendance(compositor, document)?;
    extend(items, attendance);
    let list = attachment_list(compositor, document)?;
    if list.len() > LONGEST_KEPT_LIST {
        extend(items, list);
        extend_kept(items, close(compositor, document)?);
    } else {
        let mut rows = list;
        rows.extend(close(compositor, document)?);
        extend_kept(items, rows);
    }
    for item in items.iter_mut().skip(start) {
        if let Item::Row(row) = item {
            row.aside = true;
        }
    }
    Ok(())
}

/// Signature, date and annotation.
fn close(compositor: &mut Compositor<'_, '_>, document: &Document) -> Result<Vec<Row>, Error> {
    let mut rows = Vec::new();
    if let Some(signature) = &document.signature {
        rows.extend(signature_rows(compositor, signature)?);
    }
    if let Some(text) = annotation_of(document) {
        rows.extend(annotation(compositor, &text)?);
    }
    Ok(rows)
}

/// Appends `rows` so that they stay together and with the end of what stands before them.
pub(super) fn extend_kept(items: &mut Vec<Item>, rows: Vec<Row>) {
    if !rows.is_empty() {
        let rows = rows.into_iter().map(Item::Row).collect();
        append_kept(items, rows, LINES_WITH_SIGNATURE);
    }
}

fn extend(items: &mut Vec<Item>, rows: Vec<Row>) {
    items.extend(rows.into_iter().map(Item::Row));
}

/// `出席：` in 黑体, names in 仿宋, wrapped lines under the first character after the colon (10.3.2).
fn attendance(compositor: &mut Compositor<'_, '_>, document: &Document) -> Result<Vec<Row>, Error> {
    let mut rows = Vec::new();
    for line in &document.attendance {
        if rows.is_empty() {
            rows.push(Row::blank());
        }
        let label = format!("{}：", line.label.trim_end_matches(['：', ':']));
        rows.extend(labelled(
            compositor,
            &label,
            Role::Hei,
            &line.text,
            "出席情况",
        )?);
    }
    Ok(rows)
}

/// `label`, then `text` hanging after it; a line feed in `text` starts a new hanging line.
fn labelled(
    compositor: &mut Compositor<'_, '_>,
    label: &str,
    label_role: Role,
    text: &str,
    place: &str,
) -> Result<Vec<Row>, Error> {
    let label = Phrase {
        style: compositor.body_style(label_role),
        text: label,
    };
    let style = compositor.body_style(Role::Fang);
    let start = compositor.grid.cells(INDENT);
    let hang = start + width(&compositor.shaper.units(&[label], place)?);
    let mut rows = Vec::new();
    for (index, text) in text.split('\n').enumerate() {
        let text = Phrase { style, text };
        let phrases = if index == 0 {
            vec![label, text]
        } else {
            vec![text]
        };
        let measure = Measure {
            first: if index == 0 { start } else { hang },
            rest: hang,
            right: compositor.grid.width,
            align: Align::Left,
        };
        rows.extend(compositor.paragraph(&phrases, measure, place)?);
    }
    Ok(rows)
}

/// `附件：1.××`, one line below the body (7.3.4); a single one has no number.
fn attachment_list(
    compositor: &mut Compositor<'_, '_>,
    document: &Document,
) -> Result<Vec<Row>, Error> {
    let count = document.attachments.len();
    let mut rows = Vec::new();
    for (index, attachment) in document.attachments.iter().enumerate() {
        // As wide as the label, so that the numbers stand under each other (7.3.4).
        let label = if index == 0 { "附件：" } else { "　　　" };
        let number = if count > 1 {
            format!("{}.", index + 1)
        } else {
            String::new()
        };
        if index == 0 {
            rows.push(Row::blank());
        }
        rows.extend(attachment_line(
            compositor,
            label,
            &number,
            &attachment.title,
        )?);
    }
    Ok(rows)
}

fn attachment_line(
    compositor: &mut Compositor<'_, '_>,
    label: &str,
    number: &str,
    title: &str,
) -> Result<Vec<Row>, Error> {
    let style = compositor.body_style(Role::Fang);
    let place = "附件说明";
    let label_width = width(
        &compositor
            .shaper
            .units(&[Phrase { style, text: label }], place)?,
    );
    let number_units = compositor.shaper.units(
        &[Phrase {
            style,
            text: number,
        }],
        place,
    )?;
    let start = compositor.grid.cells(INDENT);
    let text_start = start + label_width + width(&number_units);
    let first = if label.trim().is_empty() {
        start + label_width
    } else {
        start
    };
    let lead = format!("{}{number}", label.trim());
    let title = listed_title(title);
    let phrases = [
        Phrase { style, text: &lead },
        Phrase {
            style,
            text: &title,
        },
    ];
    let measure = Measure {
        first,
        rest: text_start,
        right: compositor.grid.width,
        align: Align::Left,
    };
    compositor.paragraph(&phrases, measure, place)
}

pub(super) fn signature_rows(
    compositor: &mut Compositor<'_, '_>,
    signature: &Signature,
) -> Result<Vec<Row>, Error> {
    let style = compositor.body_style(Role::Fang);
    let name = compositor.one_line(&signature.body, style, "发文机关署名")?;
    let date = compositor.one_line(&chinese_date(signature.date), style, "成文日期")?;
    if name.width > compositor.grid.width {
        return Err(Error::TooWide {
            place: "发文机关署名",
            characters: name.glyphs.len(),
        });
    }
    let (name_x, date_x) = if signature.sealed {
        sealed_places(compositor, &name, &date)
    } else {
        unsealed_places(compositor, &name, &date)
    };
    let blanks = if signature.sealed { SEAL_ROOM } else { 1 };
    let mut rows = vec![Row::blank(); blanks];
    rows.push(Row::of(name_x, name));
    rows.iter_mut().for_each(|row| row.keep = true);
    rows.push(Row::of(date_x, date));
    Ok(rows)
}

/// The date ends four characters from the right, the name is centred over it (7.3.5.1).
fn sealed_places(
    compositor: &Compositor<'_, '_>,
    name: &SetLine,
    date: &SetLine,
) -> (Length, Length) {
    let grid = &compositor.grid;
    let date_x = grid.width - grid.cells(SEALED_DATE_INSET) - date.width;
    let centred = date_x + (date.width - name.width) / 2;
    // A name longer than its date reaches further right, but not out of the text area.
    let most = grid.width - name.width;
    (centred.min(most).max(Length::ZERO), date_x)
}

/// The name ends two characters from the right, the date starts two further right than it; a date
/// longer than the name ends two characters from the right instead (7.3.5.2).
fn unsealed_places(
    compositor: &Compositor<'_, '_>,
    name: &SetLine,
    date: &SetLine,
) -> (Length, Length) {
    let grid = &compositor.grid;
    let right = grid.width - grid.cells(UNSEALED_INSET);
    let step = grid.cells(2);
    if date.width > name.width {
        let date_x = right - date.width;
        ((date_x - step).max(Length::ZERO), date_x)
    } else {
        let name_x = (right - name.width).max(Length::ZERO);
        (name_x, name_x + step)
    }
}

/// 附注, indented by two (7.3.6).
fn annotation(compositor: &mut Compositor<'_, '_>, text: &str) -> Result<Vec<Row>, Error> {
    let style = compositor.body_style(Role::Fang);
    let measure = compositor.indented(INDENT);
    compositor.paragraph(&[Phrase { style, text }], measure, "附注")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annotation_has_one_pair_of_brackets_around_it() {
        for (given, printed) in [
            ("联系人：刘静", Some("（联系人：刘静）")),
            ("　（联系人：刘静） ", Some("（联系人：刘静）")),
            ("联系人：刘静（党群办）", Some("（联系人：刘静（党群办））")),
            (
                "（联系人：刘静（党群办））",
                Some("（联系人：刘静（党群办））"),
            ),
            (
                "（此件公开发布）（不上网）",
                Some("（此件公开发布）（不上网）"),
            ),
            ("（联系人：刘静", Some("（联系人：刘静")),
            (" 　\n", None),
            ("", None),
        ] {
            let document = Document {
                annotation: Some(given.into()),
                ..Document::default()
            };
            assert_eq!(annotation_of(&document).as_deref(), printed);
        }
    }

    #[test]
    fn a_listed_title_loses_its_end_mark_only() {
        assert_eq!(listed_title("《办法（试行）》。"), "《办法（试行）》");
        assert_eq!(listed_title("名单\n（一）"), "名单（一）");
    }
}
