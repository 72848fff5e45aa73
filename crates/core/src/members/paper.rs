//! Papers of a committee from its register: 联络员通讯录, 兼职委员备案表, 聘书, 双述双评测评表.

use super::{CommitteeMember, Duty, MemberStage, members};
use crate::committees::{Sender, sender};
use crate::documents::{Paper, info, named, page_options};
use crate::office::Cx;
use crate::papers;
use crate::units::{SeatRow, seats_of_committee, shown_to};
use chrono::{NaiveDate, NaiveDateTime};
use gongwen::{
    Align, Block, Column, ColumnWidth, Document, Format, Length, PageNumbers, PageOptions, Role,
    Signature, Table, TextSize,
};
use ground::calendar::FuzzyDate;
use ground::error::{Error, Result};
use serde::Deserialize;
use ts_rs::TS;

papers! {
    400 Paper "liaisons" "联络员通讯录" "committee" liaisons(LiaisonsPaper);
    410 Paper "member_filing" "兼职委员推荐（备案）表" "committee" member_filing(PaperOfCommittee);
    420 Paper "appointments" "兼职委员聘书" "committee" appointments(PaperOfCommittee);
    430 Paper "review_sheet" "双述双评测评表" "committee" review_sheet(PaperOfCommittee);
}

/// What a paper of a committee is made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PaperOfCommittee {
    /// The committee.
    #[ts(as = "String")]
    pub committee_id: Option<String>,
}

impl PaperOfCommittee {
    /// The committee as a sender.
    async fn sender(&self, cx: &mut Cx<'_>) -> Result<Sender> {
        sender(cx, named("committee_id", &self.committee_id)?).await
    }
}

/// What a directory is made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LiaisonsPaper {
    /// The committee.
    #[ts(as = "String")]
    pub committee_id: Option<String>,
    /// Whether work phones are printed; not when not said.
    #[ts(optional)]
    pub phones: Option<bool>,
}

fn plain(sender: &Sender, title: String, made: NaiveDateTime) -> Document {
    Document {
        format: Format::Plain,
        info: info(
            &title,
            &sender.head.name(),
            &title,
            made,
            &sender.committee.id,
        ),
        page: page_options(&sender.head.rules),
        title,
        ..Document::default()
    }
}

fn titled(document: Document) -> Paper {
    Paper::new(document.title.clone(), document)
}

fn column(title: &str, share: u16, align: Align) -> Column {
    Column {
        title: title.into(),
        width: ColumnWidth::Share(share),
        align,
    }
}

async fn seats(cx: &mut Cx<'_>, sender: &Sender) -> Result<Vec<SeatRow>> {
    let mut seats = seats_of_committee(&mut cx.tx, &sender.committee.id).await?;
    seats.retain(|row| !row.seat.retired);
    if seats.is_empty() {
        return Err(Error::state(format!(
            "{}还没有成员单位，请先登记席位。",
            sender.committee.name
        )));
    }
    Ok(shown_to(cx.session, seats))
}

/// 联络员通讯录; work phones only when they were asked for.
async fn liaisons(cx: &mut Cx<'_>, args: LiaisonsPaper, made: NaiveDateTime) -> Result<Paper> {
    let sender = sender(cx, named("committee_id", &args.committee_id)?).await?;
    let phones = args.phones == Some(true);
    let seats = seats(cx, &sender).await?;
    let row = |(number, row): (usize, &SeatRow)| {
        let mut cells = vec![
            number.to_string(),
            row.unit_name.clone(),
            row.seat.role.clone(),
            row.seat.liaison_name.clone(),
        ];
        if phones {
            cells.push(row.seat.liaison_phone.clone());
        }
        cells
    };
    let mut columns = vec![
        column("序号", 2, Align::Center),
        column("单位", 8, Align::Left),
        column("席位", 4, Align::Center),
        column("联络员", 3, Align::Center),
    ];
    if phones {
        columns.push(column("工作电话", 5, Align::Center));
    }
    let table = Table {
        columns,
        rows: (1..).zip(&seats).map(row).collect(),
        ..Table::default()
    };
    let title = format!("{}成员单位联络员通讯录", sender.committee.name);
    let mut body = vec![Block::Table(table)];
    if phones {
        // Work phones are printed only when asked for, and the paper then says that it stays
        // inside.
        body.insert(0, right("内部使用　请勿外传"));
    }
    Ok(titled(Document {
        body,
        ..plain(&sender, title, made)
    }))
}

fn right(text: &str) -> Block {
    Block::Line {
        align: Align::Right,
        text: text.into(),
    }
}

/// A 兼职委员 with the name of the unit.
struct PartTimer {
    member: CommitteeMember,
    unit: String,
}

/// 兼职委员 in office or on the way into it.
async fn part_timers(cx: &mut Cx<'_>, sender: &Sender) -> Result<Vec<PartTimer>> {
    let seats = seats_of_committee(&mut cx.tx, &sender.committee.id).await?;
    let unit = |id: Option<&str>| {
        let seat = seats
            .iter()
            .find(|row| Some(row.seat.unit_id.as_str()) == id);
        seat.map(|row| row.unit_name.clone()).unwrap_or_default()
    };
    let mut found = members(&mut cx.tx, Some(&sender.committee.id), None).await?;
    found.retain(|member| member.duty == Duty::PartTime && member.stage != MemberStage::Left);
    if found.is_empty() {
        return Err(Error::state(format!(
            "{}还没有兼职委员，请先在大党委里登记。",
            sender.committee.name
        )));
    }
    let with_unit = |member: CommitteeMember| PartTimer {
        unit: unit(member.unit_id.as_deref()),
        member,
    };
    Ok(found.into_iter().map(with_unit).collect())
}

/// The day of a stage as precisely as it is known; blank while it has not come.
fn day(member: &CommitteeMember, stage: MemberStage) -> String {
    let step = member.stages.0.iter().find(|step| step.stage == stage);
    step.map(|step| step.date.to_string()).unwrap_or_default()
}

/// 兼职委员推荐（备案）表: who is proposed, and the dated steps, with room for the opinions.
async fn member_filing(
    cx: &mut Cx<'_>,
    args: PaperOfCommittee,
    made: NaiveDateTime,
) -> Result<Paper> {
    let sender = args.sender(cx).await?;
    let people = part_timers(cx, &sender).await?;
    let row = |(number, person): (usize, &PartTimer)| {
        let member = &person.member;
        vec![
            number.to_string(),
            member.name.clone(),
            person.unit.clone(),
            member.post.clone(),
            day(member, MemberStage::Recommended),
            day(member, MemberStage::Approved),
            day(member, MemberStage::Filed),
            String::new(),
        ]
    };
    let table = Table {
        columns: vec![
            column("序号", 2, Align::Center),
            column("姓名", 4, Align::Center),
            column("单位", 9, Align::Left),
            column("拟任职务", 4, Align::Center),
            column("推荐时间", 5, Align::Center),
            column("审批时间", 5, Align::Center),
            column("备案时间", 5, Align::Center),
            column("备注", 4, Align::Left),
        ],
        rows: (1..).zip(&people).map(row).collect(),
        row_height_min: Length::mm(11),
        ..Table::default()
    };
    let opinions = Table {
        columns: vec![column("", 3, Align::Center), column("", 12, Align::Left)],
        rows: [
            "推荐单位意见",
            "社区党委意见",
            "街道党工委意见",
            "组织部备案意见",
        ]
        .map(|label| {
            vec![
                label.to_owned(),
                "\n　　　　　　　　　（盖章）　　　　年　　月　　日".into(),
            ]
        })
        .to_vec(),
        header: false,
        row_height_min: Length::mm(18),
        ..Table::default()
    };
    let title = format!("{}兼职委员推荐（备案）表", sender.committee.name);
    let document = plain(&sender, title, made);
    let page = PageOptions {
        landscape: true,
        ..document.page
    };
    Ok(titled(Document {
        body: vec![
            Block::Table(table),
            Block::PageBreak,
            Block::Table(opinions),
        ],
        page,
        ..document
    }))
}

/// 2号: text of a certificate, in points; the largest that takes one line of the grid.
const CERTIFICATE_TEXT: u16 = 22;

/// 聘书 of each appointed 兼职委员, a landscape page for each, with room for the seal.
async fn appointments(
    cx: &mut Cx<'_>,
    args: PaperOfCommittee,
    made: NaiveDateTime,
) -> Result<Paper> {
    let sender = args.sender(cx).await?;
    let mut people = part_timers(cx, &sender).await?;
    people.retain(|person| person.member.stage == MemberStage::Appointed);
    if people.is_empty() {
        return Err(Error::state(format!(
            "{}还没有已聘任的兼职委员，登记聘任后再印聘书。",
            sender.committee.name
        )));
    }
    let mut body = Vec::new();
    for (index, person) in people.iter().enumerate() {
        if index > 0 {
            body.push(Block::PageBreak);
        }
        body.extend(appointment(&sender, person, made));
    }
    let title = format!("{}兼职委员聘书", sender.committee.name);
    let document = plain(&sender, title.clone(), made);
    let page = PageOptions {
        landscape: true,
        numbers: PageNumbers::None,
        ..document.page
    };
    let document = Document {
        body,
        page,
        // A certificate has its head in its text; the title names the file only.
        title: String::new(),
        ..document
    };
    Ok(Paper::new(title, document))
}

fn appointment(sender: &Sender, person: &PartTimer, made: NaiveDateTime) -> Vec<Block> {
    let committee = &sender.committee;
    let term = [&committee.term_start, &committee.term_end]
        .map(|day| day.as_ref().map(|day| day.to_string()));
    let term = match term {
        [Some(from), Some(to)] => format!("，聘期自{from}至{to}"),
        _ => String::new(),
    };
    let post = if person.member.post.is_empty() {
        "兼职委员".to_owned()
    } else {
        format!("兼职{}", person.member.post)
    };
    let display = |text: String, role, points, align| Block::Display {
        text,
        role,
        points,
        align,
    };
    let large = |text: String| Block::Large {
        text,
        role: Role::Fang,
        points: CERTIFICATE_TEXT,
    };
    let name = format!("{}同志：", person.member.name);
    vec![
        Block::Blank,
        display("聘　书".into(), Role::Title, 60, Align::Center),
        Block::Blank,
        display(name, Role::Fang, CERTIFICATE_TEXT, Align::Left),
        large(format!(
            "经研究，聘任您（{}）为{}{post}{term}。",
            person.unit, committee.name
        )),
        large("特发此证。".into()),
        Block::Signed(Signature {
            body: sender.head.name(),
            // 成文日期 names a whole day, which a step known by its month cannot give.
            date: appointed_on(&person.member).unwrap_or_else(|| made.date()),
            sealed: true,
        }),
    ]
}

/// The day of appointment, where it is known to the day.
fn appointed_on(member: &CommitteeMember) -> Option<NaiveDate> {
    let step = member
        .stages
        .0
        .iter()
        .find(|step| step.stage == MemberStage::Appointed)?;
    match step.date {
        FuzzyDate::Day(day) => Some(day),
        FuzzyDate::Month(_) | FuzzyDate::Year(_) => None,
    }
}

/// 双述双评测评表: each unit is judged by those present, on paper.
async fn review_sheet(
    cx: &mut Cx<'_>,
    args: PaperOfCommittee,
    made: NaiveDateTime,
) -> Result<Paper> {
    let sender = args.sender(cx).await?;
    let seats = seats(cx, &sender).await?;
    let row = |(number, row): (usize, &SeatRow)| {
        let judged = [
            number.to_string(),
            row.unit_name.clone(),
            row.seat.representative_name.clone(),
        ];
        judged
            .into_iter()
            .chain(std::iter::repeat_n(String::new(), 5))
            .collect()
    };
    // No head breaks, however long the names of units are: those give way first.
    let fitted = |title: &str, align| Column {
        title: title.into(),
        width: ColumnWidth::Auto,
        align,
    };
    let centred = |title| fitted(title, Align::Center);
    let table = Table {
        columns: vec![
            centred("序号"),
            fitted("单位", Align::Left),
            centred("述职人"),
            centred("优秀"),
            centred("良好"),
            centred("一般"),
            centred("较差"),
            fitted("意见建议", Align::Left),
        ],
        rows: (1..).zip(&seats).map(row).collect(),
        row_height_min: Length::mm(10),
        size: TextSize::SmallFour,
        ..Table::default()
    };
    let title = format!("{}双述双评测评表", sender.committee.name);
    let note = "注：请在相应栏内打“√”，每个单位只选一项；不记名。";
    Ok(titled(Document {
        body: vec![
            Block::Table(table),
            Block::Line {
                align: Align::Left,
                text: note.into(),
            },
        ],
        ..plain(&sender, title, made)
    }))
}
