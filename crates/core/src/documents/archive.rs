//! 归档文件目录: the numbered papers and signed minutes of a year, in the order of their days.

use super::issue::issued_in;
use super::{Paper, PaperOfYear, info, page_options};
use crate::office::Cx;
use crate::papers;
use crate::settings::{OFFICE_ID, OfficeProfile};
use chrono::{NaiveDate, NaiveDateTime};
use gongwen::{Align, Block, Column, ColumnWidth, Document, Format, Table};
use ground::calendar::chinese_date;
use ground::error::{Error, Result};
use sqlx::FromRow;
use storage::Select;

papers! {
    500 Paper "archive_list" "归档文件目录" "year" archive_list(PaperOfYear);
}

/// A paper as the list has it.
#[derive(Debug)]
struct Entry {
    day: NaiveDate,
    number: String,
    issuer: String,
    title: String,
    /// 作废, for what was declared void.
    remark: &'static str,
}

#[derive(Debug, FromRow)]
struct MeetingPaper {
    committee: String,
    /// The body that signs its papers; empty while the committee has none.
    issuer: String,
    session: Option<i64>,
    issue: Option<i64>,
    kind: String,
    month: ground::calendar::Month,
    /// The number of a notice from before notices were kept; the others are in the register.
    notice_number: Option<String>,
    notified_on: Option<NaiveDate>,
    signed_on: Option<NaiveDate>,
}

impl MeetingPaper {
    fn name(&self) -> String {
        let year = self.month.year();
        let session = self.session.map(|n| format!("第{n}次")).unwrap_or_default();
        format!("{}{year}年{session}{}", self.committee, self.kind)
    }

    fn entries(self) -> impl Iterator<Item = Entry> {
        let name = self.name();
        let issuer = if self.issuer.is_empty() {
            self.committee.clone()
        } else {
            self.issuer.clone()
        };
        let notice = self
            .notified_on
            .zip(self.notice_number)
            .map(|(day, number)| Entry {
                day,
                number,
                issuer: issuer.clone(),
                title: format!("关于召开{name}的通知"),
                remark: "",
            });
        let minutes = self.signed_on.map(|day| Entry {
            day,
            number: self.issue.map(|n| format!("第{n}期")).unwrap_or_default(),
            issuer,
            title: format!("{name}纪要"),
            remark: "",
        });
        notice.into_iter().chain(minutes)
    }
}

async fn of_meetings(cx: &mut Cx<'_>, year: i64) -> Result<Vec<Entry>> {
    let months = vec![
        format!("{year:04}-01").into(),
        format!("{year:04}-12").into(),
    ];
    let mut select = Select::new(
        "SELECT c.name AS committee, COALESCE(b.full_name, '') AS issuer, m.session_number AS session, m.issue_number AS issue, m.kind, m.month,
                CASE WHEN EXISTS (SELECT 1 FROM issued_paper p WHERE p.kind = 'notice' AND p.record_id = m.id)
                     THEN NULL ELSE m.notice_number END AS notice_number, m.notified_on,
                (SELECT MIN(s.signed_on) FROM minutes s WHERE s.meeting_id = m.id) AS signed_on
         FROM meeting m JOIN committee c ON c.id = m.committee_id
         LEFT JOIN issuing_body b ON b.id = c.issuing_body_id",
    )
    .and("m.month >= ? AND m.month <= ?", months);
    if !cx.session.committees.is_empty() {
        select = select.within("m.committee_id", &cx.session.committees);
    }
    let rows: Vec<MeetingPaper> = select.tail("ORDER BY m.date, m.id").all(&mut cx.tx).await?;
    Ok(rows.into_iter().flat_map(MeetingPaper::entries).collect())
}

/// The list of a year for everything within reach.
///
/// # Errors
/// `State` for a year without papers.
async fn archive_list(cx: &mut Cx<'_>, args: PaperOfYear, made: NaiveDateTime) -> Result<Paper> {
    let year = args.year(cx);
    let mut entries = of_meetings(cx, year).await?;
    // Those out of use as well, since what they issued stays in the list.
    let bodies = crate::settings::list_issuers(cx, ground::commands::NoArgs {}).await?;
    let name = |id: &str| {
        let body = bodies.iter().find(|body| body.id == id);
        body.map(|body| body.full_name.clone()).unwrap_or_default()
    };
    entries.extend(issued_in(cx, year).await?.into_iter().map(|paper| Entry {
        day: paper.issued_on,
        issuer: name(&paper.issuing_body_id),
        number: paper.number,
        title: paper.title,
        remark: if paper.voided_on.is_some() {
            "作废"
        } else {
            ""
        },
    }));
    if entries.is_empty() {
        return Err(Error::state(format!(
            "{year}年还没有发出的文书，不需要目录。"
        )));
    }
    entries.sort_by(|a, b| (a.day, &a.number).cmp(&(b.day, &b.number)));
    let office: OfficeProfile = cx.tx.get(OFFICE_ID).await?;
    let title = format!("{}“大党委”{year}年归档文件目录", office.name);
    let document = Document {
        format: Format::Plain,
        body: vec![Block::Table(table(&entries))],
        page: page_options(&office.rules),
        info: info(
            &title,
            &office.name,
            "归档文件目录",
            made,
            &format!("archive{year}"),
        ),
        title,
        ..Document::default()
    };
    let name = format!("{year}年{}归档文件目录", office.name);
    Ok(Paper::new(name, document))
}

fn table(entries: &[Entry]) -> Table {
    let column = |title: &str, width, align| Column {
        title: title.into(),
        width,
        align,
    };
    let (auto, share) = (ColumnWidth::Auto, ColumnWidth::Share);
    let row = |(number, entry): (usize, &Entry)| {
        vec![
            number.to_string(),
            entry.number.clone(),
            entry.issuer.clone(),
            entry.title.clone(),
            chinese_date(entry.day),
            entry.remark.to_owned(),
        ]
    };
    Table {
        columns: vec![
            column("件号", auto, Align::Center),
            column("文号", share(7), Align::Left),
            column("责任者", share(7), Align::Left),
            column("题名", share(12), Align::Left),
            column("日期", auto, Align::Center),
            column("备注", auto, Align::Center),
        ],
        rows: (1..).zip(entries).map(row).collect(),
        ..Table::default()
    }
}
