//! Papers to the lead of an assignment. Their wording follows the relation: the street directs its
//! own, asks its equals, and consults the others.

use super::PaperOfAssignment;
use crate::assignments::origin::told;
use crate::assignments::{Assignment, paper, reminder_paper};
use crate::committees::{Sender, sender};
use crate::documents::{Paper, fill, head, named};
use crate::office::Cx;
use crate::todo::{Urgency, urgency};
use crate::units::Relation;
use crate::wording::WordingKind;
use chrono::{NaiveDate, NaiveDateTime};
use gongwen::{Align, Attachment, Block, Column, ColumnWidth, Document, Length, Table, TextSize};
use ground::calendar::chinese_date;
use ground::error::Result;
use ground::numerals::chinese_number;

/// Characters of the content in the name of a file.
const CONTENT_IN_NAME: usize = 12;

/// An assignment with what its papers mention.
struct Matter {
    sender: Sender,
    assignment: Assignment,
    meeting: Option<String>,
    item: Option<String>,
}

/// The words of a relation.
struct Wording {
    ask: WordingKind,
    remind: WordingKind,
    slip: Slip,
    reminder_slip: Slip,
}

/// A slip to reply on: its title, and what the lead is to say on it.
struct Slip {
    title: &'static str,
    answer: &'static str,
}

fn wording(relation: Relation) -> Wording {
    let slip = |title, answer| Slip { title, answer };
    match relation {
        Relation::Subordinate => Wording {
            ask: WordingKind::AssignmentSubordinate,
            remind: WordingKind::ReminderSubordinate,
            slip: slip("办理情况反馈单", "办理情况"),
            reminder_slip: slip("办理进展反馈单", "办理进展"),
        },
        Relation::Partner => Wording {
            ask: WordingKind::AssignmentPartner,
            remind: WordingKind::ReminderPartner,
            slip: slip("任务认领回执", "认领意见"),
            reminder_slip: slip("办理进展回执", "办理进展"),
        },
        Relation::Vertical | Relation::External => Wording {
            ask: WordingKind::AssignmentOther,
            remind: WordingKind::ReminderOther,
            slip: slip("办理意见回执", "办理意见"),
            reminder_slip: slip("商请事项回执", "函复意见"),
        },
    }
}

async fn matter(cx: &mut Cx<'_>, id: &str) -> Result<Matter> {
    let assignment: Assignment = cx.tx.get(id).await?;
    let sender = sender(cx, &assignment.committee_id).await?;
    let origin = told(cx, &assignment, &sender.committee).await?;
    Ok(Matter {
        sender,
        assignment,
        meeting: origin.meeting,
        item: origin.item,
    })
}

/// 交办单, 任务认领单 or 协调函, with a slip to reply on.
pub(super) async fn assignment(
    cx: &mut Cx<'_>,
    args: PaperOfAssignment,
    made: NaiveDateTime,
) -> Result<Paper> {
    let matter = matter(cx, named("assignment_id", &args.assignment_id)?).await?;
    let words = wording(matter.assignment.relation);
    let kind = paper(matter.assignment.relation);
    let opening = matter.fill(words.ask, "");
    let document = Document {
        body: matter.body(opening),
        attachments: vec![matter.slip(&words.slip)],
        ..matter.letter(kind, made)
    };
    let day = matter.assignment.assigned_on;
    Ok(matter.named(kind, day, document))
}

/// 催办单, 工作提示 or 商请函.
pub(super) async fn reminder(
    cx: &mut Cx<'_>,
    args: PaperOfAssignment,
    made: NaiveDateTime,
) -> Result<Paper> {
    let matter = matter(cx, named("assignment_id", &args.assignment_id)?).await?;
    let words = wording(matter.assignment.relation);
    let kind = reminder_paper(matter.assignment.relation);
    let opening = matter.fill(
        words.remind,
        standing(matter.assignment.due_on, made.date()),
    );
    let document = Document {
        body: matter.body(opening),
        attachments: vec![matter.slip(&words.reminder_slip)],
        ..matter.letter(kind, made)
    };
    Ok(matter.named(kind, made.date(), document))
}

/// What a reminder says of the due day, by the rule the desk goes by.
fn standing(due_on: NaiveDate, today: NaiveDate) -> &'static str {
    match urgency(due_on, today) {
        Urgency::Late => "已到期，目前尚未办结",
        Urgency::Today => "今日到期",
        Urgency::Soon => "即将到期",
        Urgency::Ahead => "尚在办理期限内",
    }
}

impl Matter {
    fn letter(&self, kind: &str, made: NaiveDateTime) -> Document {
        let tone = self.assignment.relation.tone();
        let title = format!("关于办理{}议定事项的{kind}", self.sender.committee.name);
        self.sender.head.letter(
            title,
            &self.assignment.lead_name,
            tone,
            &self.assignment.id,
            made,
        )
    }

    /// Named so that no two items, and no two reminders of one, share a name.
    fn named(&self, kind: &str, day: NaiveDate, document: Document) -> Paper {
        let Assignment {
            lead_name,
            position,
            content,
            ..
        } = &self.assignment;
        let name = format!(
            "{kind}（{}，{lead_name}，第{position}项{}，{}）",
            self.sender.committee.short_name,
            head(content, CONTENT_IN_NAME),
            chinese_date(day)
        );
        Paper::new(name, document)
    }

    /// The opening in the office's words.
    fn fill(&self, kind: WordingKind, standing: &str) -> String {
        let values = [
            ("依据", self.basis()),
            ("大党委", self.sender.committee.name.clone()),
            ("单位", self.assignment.lead_name.clone()),
            ("时限", chinese_date(self.assignment.due_on)),
            ("进展", standing.to_owned()),
        ];
        let values = values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        fill(&self.sender.head.rules, kind, &values)
    }

    fn basis(&self) -> String {
        match &self.meeting {
            Some(meeting) => format!("根据{meeting}议定"),
            None => format!("根据{}工作安排", self.sender.committee.name),
        }
    }

    fn body(&self, opening: String) -> Vec<Block> {
        let assignment = &self.assignment;
        let helpers: Vec<&str> = assignment
            .helpers
            .iter()
            .map(|helper| helper.name.as_str())
            .collect();
        let parts = [
            ("事项", assignment.content.trim_end_matches('。').to_owned()),
            ("来源", self.item.clone().unwrap_or_default()),
            ("主办", assignment.lead_name.clone()),
            ("协办", helpers.join("、")),
            ("办理时限", chinese_date(assignment.due_on)),
        ];
        // Before they are numbered, or a part left out would leave a gap.
        let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
        let run_in = |(number, (name, text)): (usize, (&str, String))| Block::RunIn {
            level: 1,
            lead: format!("{}、{name}：", chinese_number(number)),
            text: format!("{text}。"),
        };
        std::iter::once(Block::paragraph(opening))
            .chain((1..).zip(parts).map(run_in))
            .collect()
    }

    /// A form of two columns for the lead to fill in and send back.
    fn slip(&self, words: &Slip) -> Attachment {
        let assignment = &self.assignment;
        let filled = [
            ("事　　项", assignment.content.clone()),
            ("主办单位", assignment.lead_name.clone()),
            ("办理时限", chinese_date(assignment.due_on)),
            (words.answer, String::new()),
            ("需协调的问题", String::new()),
            ("负责人签字", String::new()),
            ("经办人及电话", String::new()),
        ];
        let column = |share, align| Column {
            title: String::new(),
            width: ColumnWidth::Share(share),
            align,
        };
        let table = Table {
            columns: vec![column(4, Align::Center), column(12, Align::Left)],
            rows: filled
                .into_iter()
                .map(|(label, text)| vec![label.to_owned(), text])
                .collect(),
            header: false,
            size: TextSize::Four,
            row_height_min: Length::mm(20),
            ..Table::default()
        };
        Attachment {
            title: words.title.into(),
            body: vec![Block::Table(table)],
            landscape: false,
        }
    }
}
