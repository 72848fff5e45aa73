//! What a return would do, sheet by sheet.

use super::cover::Marks;
use super::parts::{
    ActivitiesPart, AttendancePart, DutyPart, Handed, MattersPart, Part, TopicsPart,
};
use crate::committees::Committee;
use crate::office::Cx;
use crate::registers::{
    CountOf, ImportStatus, MappedSheet, Planned, Reading, RegisterChoice, RegisterRow, Rows,
    columns, compare,
};
use ground::calendar::Month;
use ground::error::{Error, ErrorCode, Result};
use std::collections::HashMap;
use tables::sheet::Sheet;

/// What the counts over all sheets are called.
const ALL_ROWS: &str = "条目";

/// Finds out whose return a workbook is.
///
/// # Errors
/// `File` for what is no return of this office, of another month or of another committee;
/// `Forbidden` beyond reach.
pub(super) async fn whose(
    cx: &mut Cx<'_>,
    sheets: &[Sheet],
    month: Month,
    committee: Option<&str>,
) -> Result<Handed> {
    let refuse = |message: String| Err(Error::new(ErrorCode::File, message));
    let Some(marks) = Marks::find(sheets) else {
        return refuse("这不是月度报送表，请选择由本系统生成、填好后交回的工作簿。".to_owned());
    };
    let Some(owner) = cx.tx.find::<Committee>(&marks.committee_id).await? else {
        return refuse("这份报送表不是由本单位生成的，请核对是否选错了文件。".to_owned());
    };
    // First, since the refusals below name the committee, which may be beyond reach.
    cx.allow_committee(&owner.id)?;
    if marks.month != month {
        let (theirs, ours) = (marks.month.chinese(), month.chinese());
        let message = format!("这是{theirs}的报送表，现在读入的是{ours}，请换文件或切换月份。");
        return refuse(message);
    }
    if let Some(wanted) = committee.filter(|wanted| *wanted != owner.id) {
        let wanted: Committee = cx.tx.get(wanted).await?;
        let message = format!(
            "这是{}的报送表，不是{}的，请换一个文件。",
            owner.name, wanted.name
        );
        return refuse(message);
    }
    Handed::of(cx, owner, month).await
}

/// What a return would do.
pub(super) struct Plan {
    /// The sheets read.
    pub sheets: Vec<MappedSheet>,
    /// First and last row of each sheet's header, 0-based.
    pub headers: HashMap<String, (u32, u32)>,
    pub planned: Planned<()>,
    pub write: Writes,
}

/// What there is to write of each sheet.
pub(super) struct Writes {
    attendance: Vec<<AttendancePart as Rows>::Item>,
    topics: Vec<<TopicsPart as Rows>::Item>,
    matters: Vec<<MattersPart as Rows>::Item>,
    duty: Vec<<DutyPart as Rows>::Item>,
    activities: Vec<<ActivitiesPart as Rows>::Item>,
}

impl Writes {
    pub async fn carry_out(self, cx: &mut Cx<'_>, of: &Handed) -> Result<()> {
        AttendancePart::write(cx, of, self.attendance).await?;
        TopicsPart::write(cx, of, self.topics).await?;
        MattersPart::write(cx, of, self.matters).await?;
        DutyPart::write(cx, of, self.duty).await?;
        ActivitiesPart::write(cx, of, self.activities).await
    }
}

/// Compares every sheet with what is kept. Nothing is written.
pub(super) async fn plan(
    cx: &mut Cx<'_>,
    of: &Handed,
    sheets: &[Sheet],
    choices: &[RegisterChoice],
) -> Result<Plan> {
    let mut gathered = Gathered {
        of,
        sheets,
        choices,
        mapped: Vec::new(),
        headers: HashMap::new(),
        planned: Planned::none(),
    };
    let write = Writes {
        attendance: gathered.part::<AttendancePart>(cx).await?,
        topics: gathered.part::<TopicsPart>(cx).await?,
        matters: gathered.part::<MattersPart>(cx).await?,
        duty: gathered.part::<DutyPart>(cx).await?,
        activities: gathered.part::<ActivitiesPart>(cx).await?,
    };
    let mut planned = gathered.planned;
    let same = |row: &RegisterRow| row.status == ImportStatus::Unchanged;
    // What changes comes first; among these the sheets keep their order.
    planned.rows.sort_by_key(same);
    let all = CountOf {
        thing: ALL_ROWS.to_owned(),
        count: planned.counts.iter().map(|part| part.count).sum(),
    };
    planned.counts.insert(0, all);
    Ok(Plan {
        sheets: gathered.mapped,
        headers: gathered.headers,
        planned,
        write,
    })
}

struct Gathered<'a> {
    of: &'a Handed,
    sheets: &'a [Sheet],
    choices: &'a [RegisterChoice],
    mapped: Vec<MappedSheet>,
    headers: HashMap<String, (u32, u32)>,
    planned: Planned<()>,
}

impl Gathered<'_> {
    async fn part<P: Part>(&mut self, cx: &mut Cx<'_>) -> Result<Vec<P::Item>> {
        let name = P::INFO.thing;
        let Some(at) = self.sheets.iter().position(|sheet| sheet.name == name) else {
            let fact = format!("文件里没有“{name}”这张表，这一部分没有读。");
            self.planned.facts.push(fact);
            return Ok(Vec::new());
        };
        let columns = columns::<P>();
        let reading = Reading::locate(&self.sheets[at..=at], &columns, false)?;
        let tables = reading.read();
        if tables.is_empty() {
            return Err(reading.incomplete().into());
        }
        self.mapped.extend(reading.mapped());
        let header = reading.header_of(&self.sheets[at]);
        self.headers
            .extend(header.map(|rows| (name.to_owned(), rows)));
        let (mut known, kept) = P::kept(cx, self.of).await?;
        // A choice that meets no conflict is refused, and those about other sheets meet none
        // here.
        let choices = own_choices::<P>(self.choices);
        let new_id = || cx.new_id();
        let planned = compare::<P>(tables, &mut known, &kept, &choices, &new_id, cx.progress)?;
        let (told, write) = planned.split();
        self.planned.join(told);
        Ok(write)
    }
}

/// The choices about facts of one sheet.
fn own_choices<P: Part>(choices: &[RegisterChoice]) -> Vec<RegisterChoice> {
    let own = choices
        .iter()
        .filter(|choice| choice.key.is_of(P::INFO.thing));
    own.cloned().collect()
}
