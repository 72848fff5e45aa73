//! 轮值活动: what the units on duty did in the month.

use super::{Handed, Part};
use crate::meetings::turns_in;
use crate::office::Cx;
use crate::registers::{Field, RowFault, Rows, SheetInfo, text_of, text_value};
use crate::rota::{SaveTurnContent, Turn, TurnOrigin, save_content};
use crate::units::units_by_id;
use ground::error::Result;
use std::collections::HashMap;
use tables::{Column, Kind};

/// The sheet of duty.
pub(in crate::returns) struct DutyPart;

/// A turn as rows see it, with the unit's name.
#[derive(Clone)]
pub(in crate::returns) struct OnDuty {
    turn: Turn,
    unit: String,
}

/// The month that rows are about.
pub(in crate::returns) struct Known {
    blank: Turn,
}

type DutyField = Field<OnDuty, Known>;

macro_rules! lines {
    ($key:literal, $title:literal, $field:ident, $most:literal, $hint:literal) => {
        Field {
            column: Column {
                max_length: $most,
                hint: $hint,
                ..Column::new($key, $title, Kind::Lines)
            },
            get: |duty, _| text_value(&duty.turn.$field),
            set: |duty, value, _| {
                duty.turn.$field = text_of(value);
                Ok(())
            },
        }
    };
}

const FIELDS: &[DutyField] = &[
    Field {
        column: Column {
            required: true,
            max_length: 60,
            hint: "供对照，不用改。",
            ..Column::new("duty_unit", "轮值单位", Kind::Name)
        },
        get: |duty, _| text_value(&duty.unit),
        set: |duty, value, _| {
            // A kept turn's unit is there to compare with; it changes by 变更轮值单位 only.
            if duty.turn.version == 0 {
                duty.unit = text_of(value);
            }
            Ok(())
        },
    },
    Field {
        column: Column {
            max_length: 100,
            ..Column::new("duty_theme", "主题", Kind::Text)
        },
        get: |duty, _| text_value(&duty.turn.theme),
        set: |duty, value, _| {
            duty.turn.theme = text_of(value);
            Ok(())
        },
    },
    lines!(
        "duty_activities",
        "计划活动",
        activities,
        2_000,
        "一行一项。"
    ),
    lines!(
        "duty_done",
        "完成情况",
        done,
        2_000,
        "做了哪些活动、多少人参加、解决了什么。"
    ),
    lines!("duty_summary", "轮值小结", summary, 5_000, "月底写。"),
    lines!(
        "duty_handover",
        "交接事项",
        handover,
        2_000,
        "交给下一家轮值单位的事。"
    ),
];

impl Rows for DutyPart {
    type Item = OnDuty;
    type Known = Known;

    const INFO: SheetInfo = SheetInfo {
        thing: "轮值活动",
        title: "轮值活动开展情况",
        note: "轮值单位由街道排定；写本月计划的活动、完成情况（注明参加人数）、轮值小结和交接事项，格内换行用 Alt+Enter。",
        frozen: 2,
        all_sheets: false,
        exports: false,
    };
    const KEY: &'static [&'static str] = &["duty_unit"];

    fn fields() -> &'static [DutyField] {
        FIELDS
    }

    fn id(duty: &OnDuty) -> &str {
        &duty.turn.id
    }

    fn begin(id: String, known: &Known) -> OnDuty {
        let blank = known.blank.clone();
        OnDuty {
            turn: Turn { id, ..blank },
            unit: String::new(),
        }
    }

    fn name(duty: &OnDuty, _: &Known) -> (String, String) {
        (duty.unit.clone(), duty.turn.month.chinese())
    }

    fn settle(duty: &mut OnDuty, kept: Option<&OnDuty>, known: &mut Known) -> Result<(), RowFault> {
        if kept.is_some() {
            return Ok(());
        }
        let month = known.blank.month.chinese();
        let reason = format!(
            "{month}没有排“{}”轮值，请核对单位名称，变更轮值单位请在程序里办理。",
            duty.unit
        );
        let column = "duty_unit";
        Err(RowFault { column, reason })
    }
}

fn blank(of: &Handed) -> Turn {
    Turn {
        id: String::new(),
        version: 0,
        committee_id: of.committee.id.clone(),
        month: of.month,
        position: 0,
        planned_unit_id: String::new(),
        unit_id: String::new(),
        makes_up: false,
        origin: TurnOrigin::Planned,
        reasons: Vec::new().into(),
        change_reason: String::new(),
        theme: String::new(),
        activities: String::new(),
        done: String::new(),
        summary: String::new(),
        handover: String::new(),
    }
}

impl Part for DutyPart {
    async fn kept(cx: &mut Cx<'_>, of: &Handed) -> Result<(Known, Vec<OnDuty>)> {
        let turns = turns_in(&mut cx.tx, &of.committee.id, of.month).await?;
        let ids: Vec<String> = turns.iter().map(|turn| turn.unit_id.clone()).collect();
        let units = units_by_id(&mut cx.tx, &ids).await?.into_iter();
        let mut names: HashMap<String, String> = units.map(|u| (u.id, u.name)).collect();
        let on_duty = turns.into_iter().map(|turn| OnDuty {
            unit: names.remove(&turn.unit_id).unwrap_or_default(),
            turn,
        });
        Ok((Known { blank: blank(of) }, on_duty.collect()))
    }

    async fn write(cx: &mut Cx<'_>, _: &Handed, items: Vec<OnDuty>) -> Result<()> {
        for OnDuty { turn, .. } in items {
            let content = SaveTurnContent {
                turn: turn.id,
                version: turn.version,
                theme: turn.theme,
                activities: turn.activities,
                done: turn.done,
                summary: turn.summary,
                handover: turn.handover,
            };
            save_content(cx, content).await?;
        }
        Ok(())
    }
}
