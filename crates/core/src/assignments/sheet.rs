//! 交办事项 as a sheet: those an office brings along in mid-year, and those under way for checking.

use super::{Assignment, AssignmentState, Helper, store};
use crate::committees::committee_names;
use crate::office::Cx;
use crate::registers::{
    Field, Names, Refusal, Register, RowFault, Rows, SheetInfo, day_of, day_value, text_of,
    text_value,
};
use crate::units::{Relation, all_units, unit_names};
use ground::error::Result;
use std::collections::{HashMap, HashSet};
use tables::{Choice, Column, Kind, Value};

/// The register of assignments.
pub(crate) struct AssignmentSheet;

/// Committees and units that rows name.
pub(crate) struct Known {
    committees: Names,
    units: Names,
    relations: HashMap<String, Relation>,
    /// Assignments whose due date moves only by an extension.
    fixed: HashSet<String>,
}

impl Known {
    /// A unit of the register, or a body outside it.
    fn body(&self, name: String) -> Helper {
        let unit_id = self.units.id(&name).cloned();
        let relation = unit_id.as_ref().and_then(|id| self.relations.get(id));
        // Whom the register does not know the street may not direct.
        let relation = relation.copied().unwrap_or(Relation::External);
        Helper {
            name: unit_id
                .as_ref()
                .and_then(|id| self.units.name(id).cloned())
                .unwrap_or(name),
            relation,
            unit_id,
        }
    }
}

type AssignmentField = Field<Assignment, Known>;

const OPEN: &str = "办理中";
const CLOSED: &str = "办结";
const STATES: &[Choice] = &[
    Choice {
        value: OPEN,
        synonyms: &["未办结", "正在办理", "推进中", "进行中"],
    },
    Choice::plain("申请办结"),
    Choice {
        value: CLOSED,
        synonyms: &["已办结", "已完成", "完成"],
    },
    Choice::plain("撤销"),
];

fn word(state: AssignmentState) -> &'static str {
    match state {
        AssignmentState::Open => OPEN,
        AssignmentState::Claimed => "申请办结",
        AssignmentState::Closed => CLOSED,
        AssignmentState::Withdrawn => "撤销",
    }
}

const FIELDS: &[AssignmentField] = &[
    Field {
        column: Column {
            synonyms: &["社区", "所属社区", "所在大党委", "提出单位"],
            required: true,
            fill_down: true,
            max_length: 60,
            hint: "哪个大党委交办的。",
            example: "听雨社区“大党委”",
            ..Column::new("committee", "大党委", Kind::Name)
        },
        get: |item, known| known.committees.value(Some(&item.committee_id)),
        set: |item, value, known| {
            let name = text_of(value);
            match known.committees.id(&name) {
                Some(id) => item.committee_id.clone_from(id),
                None => {
                    let reason = format!("没有“{name}”这个大党委，请先登记，或核对名称。");
                    return Err(Refusal::Wrong(reason));
                }
            }
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["事项", "交办内容", "议定事项", "内容", "任务内容"],
            required: true,
            max_length: 500,
            example: "协调解决 3 号楼停车难问题",
            ..Column::new("content", "交办事项", Kind::Text)
        },
        get: |item, _| text_value(&item.content),
        set: |item, value, _| {
            item.content = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["主办", "牵头单位", "责任单位", "承办单位"],
            required: true,
            max_length: 60,
            hint: "成员单位写登记的名称；名册以外的单位照写。",
            example: "区城管执法局",
            ..Column::new("lead", "主办单位", Kind::Name)
        },
        get: |item, _| text_value(&item.lead_name),
        set: |item, value, known| {
            let lead = known.body(text_of(value));
            item.lead_unit_id = lead.unit_id;
            item.lead_name = lead.name;
            item.relation = lead.relation;
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["协办", "配合单位"],
            max_length: 500,
            hint: "有几家的用顿号隔开。",
            ..Column::new("helpers", "协办单位", Kind::Words)
        },
        get: |item, _| {
            let names: Vec<String> = item.helpers.iter().map(|h| h.name.clone()).collect();
            (!names.is_empty()).then_some(Value::Words(names))
        },
        set: |item, value, known| {
            if let Value::Words(names) = value {
                let helpers: Vec<Helper> = names.into_iter().map(|name| known.body(name)).collect();
                item.helpers = helpers.into();
            }
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["交办时间", "下达时间", "会议日期"],
            required: true,
            example: "2026年9月10日",
            ..Column::new("assigned_on", "交办日期", Kind::Day)
        },
        get: |item, _| day_value(Some(item.assigned_on)),
        set: |item, value, _| {
            item.assigned_on = day_of(value).unwrap_or(item.assigned_on);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["办结时限", "完成时限", "期限", "要求完成时间"],
            required: true,
            example: "2026年10月12日",
            ..Column::new("due_on", "办理期限", Kind::Day)
        },
        get: |item, _| day_value(Some(item.due_on)),
        set: |item, value, known| {
            let due = day_of(value).unwrap_or(item.due_on);
            if known.fixed.contains(&item.id) {
                let reason = "已有办理记录，期限只能在程序里通过申请延期调整，请改回原来的日期。";
                return Err(Refusal::wrong(reason));
            }
            item.due_on = due;
            item.first_due_on = due;
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["办理状态", "进展", "办理情况"],
            hint: "新登记的可填办理中、办结；不填为办理中。",
            example: OPEN,
            ..Column::new("state", "状态", Kind::Choice(STATES))
        },
        get: |item, _| text_value(word(item.state)),
        set: |item, value, _| {
            // A step asks for what a cell cannot bring, such as who approved it.
            if item.version > 0 {
                let now = word(item.state);
                let reason = format!("现为“{now}”，状态要在程序里按步骤登记，请改回或留空。");
                return Err(Refusal::Wrong(reason));
            }
            item.state = match text_of(value).as_str() {
                CLOSED => AssignmentState::Closed,
                OPEN => AssignmentState::Open,
                other => {
                    let reason = format!("新登记的事项不能填“{other}”，请填办理中或办结。");
                    return Err(Refusal::Wrong(reason));
                }
            };
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["办结时间", "完成时间"],
            hint: "状态为办结时必填。",
            ..Column::new("closed_on", "办结日期", Kind::Day)
        },
        get: |item, _| day_value(item.closed_on),
        set: |item, value, _| {
            item.closed_on = day_of(value);
            // Brought along as closed, it was claimed by that day at the latest.
            item.claimed_on = item.claimed_on.or(item.closed_on);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["批准人", "同意人"],
            max_length: 40,
            hint: "谁同意办结。",
            ..Column::new("closed_by", "办结批准人", Kind::Name)
        },
        get: |item, _| text_value(&item.closed_by),
        set: |item, value, _| {
            item.closed_by = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["结果", "落实情况", "完成情况"],
            max_length: 500,
            ..Column::new("result", "办理结果", Kind::Text)
        },
        get: |item, _| text_value(&item.result),
        set: |item, value, _| {
            item.result = text_of(value);
            Ok(())
        },
    },
];

impl Rows for AssignmentSheet {
    type Item = Assignment;
    type Known = Known;

    const INFO: SheetInfo = SheetInfo {
        thing: "交办事项",
        title: "交办事项台账",
        note: "带 * 为必填；年中启用时用来登记还没办完和今年已办结的事项；状态以后在程序里按步骤登记；首行示例导入时会跳过。",
        frozen: 3,
        all_sheets: true,
        exports: true,
    };
    const KEY: &'static [&'static str] = &["committee", "content", "assigned_on"];

    fn fields() -> &'static [AssignmentField] {
        FIELDS
    }

    fn id(item: &Assignment) -> &str {
        &item.id
    }

    fn begin(id: String, _: &Known) -> Assignment {
        Assignment::blank(id)
    }

    fn name(item: &Assignment, known: &Known) -> (String, String) {
        let committee = known.committees.name(&item.committee_id).cloned();
        (item.content.clone(), committee.unwrap_or_default())
    }

    fn settle(
        item: &mut Assignment,
        kept: Option<&Assignment>,
        _: &mut Known,
    ) -> Result<(), RowFault> {
        let wrong = |column, reason: &str| {
            let reason = reason.to_owned();
            Err(RowFault { column, reason })
        };
        if kept.is_some_and(|kept| kept.state != AssignmentState::Open && kept != item) {
            let reason = "这项已申请办结、办结或撤销，不能再修改，请改回原来的内容。";
            return wrong("content", reason);
        }
        if item.due_on < item.assigned_on {
            return wrong("due_on", "办理期限早于交办日期，请核对。");
        }
        let closed = item.state == AssignmentState::Closed;
        match (closed, item.closed_on) {
            (true, None) => wrong("closed_on", "办结的事项须写明办结日期，请补填。"),
            (true, Some(day)) if day < item.assigned_on => {
                wrong("closed_on", "办结日期早于交办日期，请核对。")
            }
            (false, Some(_)) => wrong("closed_on", "还没办结的事项不能填办结日期，请清空。"),
            _ => Ok(()),
        }
    }
}

impl Register for AssignmentSheet {
    async fn known(cx: &mut Cx<'_>) -> Result<Known> {
        let units = all_units(&mut cx.tx).await?;
        Ok(Known {
            committees: committee_names(cx).await?,
            units: unit_names(cx).await?,
            relations: units.into_iter().map(|u| (u.id, u.relation)).collect(),
            fixed: store::with_fixed_due(&mut cx.tx).await?,
        })
    }

    async fn kept(cx: &mut Cx<'_>) -> Result<Vec<Assignment>> {
        store::every(&mut cx.tx).await
    }

    fn lists(known: &Known) -> Vec<(&'static str, Vec<String>)> {
        vec![
            ("committee", known.committees.all()),
            ("lead", known.units.all()),
        ]
    }

    async fn save_all(cx: &mut Cx<'_>, items: Vec<Assignment>) -> Result<()> {
        cx.tx.save_all(&items).await
    }
}
