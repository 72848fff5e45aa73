//! 交办事项: what was done about those that are open, and which are said to be done.

use super::{Handed, Part};
use crate::assignments::{
    Assignment, AssignmentState, AssignmentStep, StepAssignment, claim_line, logs_of_committee,
    of_committee, step,
};
use crate::office::Cx;
use crate::registers::{
    Field, Refusal, RowFault, Rows, SheetInfo, day_of, day_value, text_of, text_value,
};
use chrono::NaiveDate;
use ground::error::Result;
use std::collections::HashMap;
use tables::{Column, Kind, Value};

/// The sheet of assignments.
pub(in crate::returns) struct MattersPart;

/// An assignment, its log, and what a row says of it.
#[derive(Clone)]
pub(in crate::returns) struct Matter {
    assignment: Assignment,
    /// Lines of its log, oldest first.
    log: Vec<String>,
    said: Option<String>,
    claims: bool,
    claimed_on: Option<NaiveDate>,
}

impl Matter {
    fn of(assignment: Assignment, log: Vec<String>) -> Self {
        Self {
            assignment,
            log,
            said: None,
            claims: false,
            claimed_on: None,
        }
    }

    /// What the row says, where the log does not have it yet.
    fn news(&self) -> Option<&String> {
        let said = self.said.as_ref()?;
        let known = self.log.iter().any(|line| line == said) || self.was_claimed();
        (!known).then_some(said)
    }

    /// Whether what the row says was claimed as done before: a return read twice counts once.
    fn was_claimed(&self) -> bool {
        let line = self.said.as_deref().map(claim_line);
        line.is_some_and(|line| self.log.contains(&line))
    }
}

/// The day that is today.
pub(in crate::returns) struct Known {
    today: NaiveDate,
}

type MatterField = Field<Matter, Known>;

const FIELDS: &[MatterField] = &[
    Field {
        column: Column {
            required: true,
            max_length: 500,
            hint: "供对照，不用改。",
            ..Column::new("matter_content", "交办事项", Kind::Text)
        },
        get: |matter, _| text_value(&matter.assignment.content),
        set: |matter, value, _| {
            // Only a row that is no assignment takes its text, so that it can be told by it.
            if matter.assignment.version == 0 {
                matter.assignment.content = text_of(value);
            }
            Ok(())
        },
    },
    Field {
        column: Column {
            max_length: 200,
            hint: "供对照，不用改。",
            ..Column::new("matter_lead", "主办单位", Kind::Name)
        },
        get: |matter, _| text_value(&matter.assignment.lead_name),
        set: |_, _, _| Ok(()),
    },
    Field {
        column: Column {
            hint: "供对照，不用改；要延期请在到期之前另行申请。",
            ..Column::new("matter_due", "办理期限", Kind::Day)
        },
        get: |matter, _| day_value(Some(matter.assignment.due_on)),
        set: |_, _, _| Ok(()),
    },
    Field {
        column: Column {
            max_length: 5_000,
            hint: "供对照，不用改。",
            ..Column::new("matter_last", "最近一次记录", Kind::Lines)
        },
        get: |matter, _| matter.log.last().and_then(|line| text_value(line)),
        set: |_, _, _| Ok(()),
    },
    Field {
        column: Column {
            max_length: 1_000,
            hint: "本月做了什么、到哪一步。",
            ..Column::new("matter_said", "本月办理情况", Kind::Lines)
        },
        get: |matter, _| matter.news().and_then(|said| text_value(said)),
        set: |matter, value, _| {
            matter.said = Some(text_of(value));
            Ok(())
        },
    },
    Field {
        column: Column {
            hint: "办完的选“是”，由街道批复同意后才算办结。",
            ..Column::new("matter_done", "申请办结", Kind::Bool)
        },
        get: |matter, _| {
            let done = matter.claims || matter.assignment.state != AssignmentState::Open;
            done.then_some(Value::Bool(true))
        },
        set: |matter, value, _| {
            let open = matter.assignment.state == AssignmentState::Open;
            match value {
                // A file that is read again must not claim anew what was sent back meanwhile;
                // only approval closes a matter.
                Value::Bool(true) => matter.claims = open && !matter.was_claimed(),
                _ if open => {}
                _ => {
                    let reason = "这项已申请办结，要退回请在程序里登记；这一格请改回“是”。";
                    return Err(Refusal::wrong(reason));
                }
            }
            Ok(())
        },
    },
    Field {
        column: Column {
            hint: "哪天办完的；不填按读入的那天。",
            ..Column::new("matter_done_on", "办完日期", Kind::Day)
        },
        get: |matter, _| day_value(matter.claimed_on.or(matter.assignment.claimed_on)),
        set: |matter, value, known| {
            let on = day_of(value).filter(|_| matter.claims);
            if on.is_some_and(|on| on < matter.assignment.assigned_on || on > known.today) {
                return Err(Refusal::wrong("办完日期应在交办之后、今天以前，请核对。"));
            }
            matter.claimed_on = on;
            Ok(())
        },
    },
];

impl Rows for MattersPart {
    type Item = Matter;
    type Known = Known;

    const INFO: SheetInfo = SheetInfo {
        thing: "交办事项",
        title: "交办事项办理情况",
        note: "前四列供对照，改了也不读入；逐项写本月办理情况，办完的在“申请办结”选“是”。",
        frozen: 2,
        all_sheets: false,
        exports: false,
    };
    const KEY: &'static [&'static str] = &["matter_content"];

    fn fields() -> &'static [MatterField] {
        FIELDS
    }

    fn id(matter: &Matter) -> &str {
        &matter.assignment.id
    }

    fn begin(id: String, _: &Known) -> Matter {
        Matter::of(Assignment::blank(id), Vec::new())
    }

    fn name(matter: &Matter, _: &Known) -> (String, String) {
        let assignment = &matter.assignment;
        (assignment.content.clone(), assignment.lead_name.clone())
    }

    fn settle(matter: &mut Matter, kept: Option<&Matter>, _: &mut Known) -> Result<(), RowFault> {
        let wrong = |column, reason: &str| {
            let reason = reason.to_owned();
            Err(RowFault { column, reason })
        };
        if kept.is_none() {
            let reason = "没有这一项交办，报送表里不能新增；请改回原来的写法，或在程序里交办。";
            return wrong("matter_content", reason);
        }
        if matter.claims && matter.said.is_none() {
            return wrong("matter_said", "申请办结的请写明办理情况。");
        }
        let withdrawn = matter.assignment.state == AssignmentState::Withdrawn;
        if withdrawn && matter.news().is_some() {
            return wrong("matter_said", "这项交办已撤销，不再登记，请清空这一格。");
        }
        Ok(())
    }
}

impl Part for MattersPart {
    async fn kept(cx: &mut Cx<'_>, of: &Handed) -> Result<(Known, Vec<Matter>)> {
        let mut logs: HashMap<String, Vec<String>> = HashMap::new();
        for line in logs_of_committee(&mut cx.tx, &of.committee.id).await? {
            logs.entry(line.assignment_id).or_default().push(line.text);
        }
        // Closed ones as well, or rows of a return that comes late would mean nothing.
        let kept = of_committee(&mut cx.tx, &of.committee.id).await?;
        let matter = |assignment: Assignment| {
            let log = logs.remove(&assignment.id).unwrap_or_default();
            Matter::of(assignment, log)
        };
        Ok((
            Known { today: cx.today() },
            kept.into_iter().map(matter).collect(),
        ))
    }

    fn shown(matter: &Matter, _: &Known) -> bool {
        matter.assignment.state.is_open()
    }

    async fn write(cx: &mut Cx<'_>, _: &Handed, items: Vec<Matter>) -> Result<()> {
        for matter in items {
            let said = matter.said.clone().unwrap_or_default();
            let taken = match matter.claims {
                true => AssignmentStep::Claim {
                    result: said,
                    on: matter.claimed_on,
                },
                false => AssignmentStep::Progress { text: said },
            };
            let args = StepAssignment {
                id: matter.assignment.id,
                version: matter.assignment.version,
                step: taken,
            };
            step(cx, args).await?;
        }
        Ok(())
    }
}
