//! 委员: one row for a person's post in a committee, with the dated steps into and out of it.

use super::{CommitteeMember, Duty, MemberStage, StageDate, all_members, commands, last_positions};
use crate::committees::{COMMUNITY, committee_names};
use crate::office::Cx;
use crate::registers::{
    Field, Names, Refusal, Register, RowFault, Rows, SheetInfo, text_of, text_value,
};
use crate::units::unit_names;
use ground::error::Result;
use std::collections::HashMap;
use tables::{Choice, Column, Kind, Value};

/// The register of 委员.
pub(crate) struct MemberSheet;

/// Committees and units that rows name.
pub(crate) struct Known {
    committees: Names,
    units: Names,
    last: HashMap<String, i64>,
}

type MemberField = Field<CommitteeMember, Known>;

const DUTIES: &[Choice] = &[
    Choice {
        value: "专职",
        synonyms: &["专职委员"],
    },
    Choice {
        value: "兼职",
        synonyms: &["兼职委员", "兼职副书记"],
    },
];

/// A dated step: `get` and `set` of the column of one stage.
macro_rules! step {
    ($key:literal, $title:literal, $synonyms:expr, $stage:ident) => {
        Field {
            column: Column {
                synonyms: $synonyms,
                ..Column::new($key, $title, Kind::FuzzyDate)
            },
            get: |member, _| dated(member, MemberStage::$stage),
            set: |member, value, _| {
                date(member, MemberStage::$stage, value);
                Ok(())
            },
        }
    };
}

const FIELDS: &[MemberField] = &[
    Field {
        column: Column {
            synonyms: &["社区", "所在大党委", "党组织", "所属社区", "任职大党委"],
            required: true,
            fill_down: true,
            max_length: 60,
            hint: "大党委或社区的名称，须已登记。",
            example: "听雨社区“大党委”",
            ..Column::new("committee", "大党委", Kind::Name)
        },
        get: |member, known| known.committees.value(Some(&member.committee_id)),
        set: |member, value, known| {
            let name = text_of(value);
            let Some(id) = known.committees.id(&name) else {
                return Err(unknown_committee(&name));
            };
            member.committee_id.clone_from(id);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["委员姓名", "委员"],
            required: true,
            max_length: 40,
            example: "周启明",
            ..Column::new("name", "姓名", Kind::Name)
        },
        get: |member, _| text_value(&member.name),
        set: |member, value, _| {
            member.name = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["党内职务", "大党委职务", "任职"],
            max_length: 40,
            hint: "书记、副书记或委员；不填时为委员。",
            example: "委员",
            ..Column::new("post", "职务", Kind::Name)
        },
        get: |member, _| text_value(&member.post),
        set: |member, value, _| {
            member.post = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["单位", "工作单位", "单位名称", "派出单位"],
            max_length: 60,
            hint: "兼职委员必填；须是已登记的成员单位。",
            example: "区教育局",
            ..Column::new("unit", "所在单位", Kind::Name)
        },
        get: |member, known| known.units.value(member.unit_id.as_deref()),
        set: |member, value, known| {
            let name = text_of(value);
            let Some(id) = known.units.id(&name) else {
                let reason = format!("没有“{name}”这家成员单位，请先登记单位，或核对名称。");
                return Err(Refusal::Wrong(reason));
            };
            // Before 专兼职 in this list, so that what the sheet says of it stands over what follows from a unit.
            if member.version == 0 {
                member.duty = Duty::PartTime;
            }
            member.unit_id = Some(id.clone());
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["专职或兼职", "专兼职情况", "类别", "委员类别"],
            hint: "不填时，写了所在单位的为兼职，没写的为专职。",
            example: "兼职",
            ..Column::new("duty", "专兼职", Kind::Choice(DUTIES))
        },
        get: |member, _| {
            let word = match member.duty {
                Duty::FullTime => "专职",
                Duty::PartTime => "兼职",
            };
            text_value(word)
        },
        set: |member, value, _| {
            member.duty = match text_of(value).as_str() {
                "专职" => Duty::FullTime,
                _ => Duty::PartTime,
            };
            Ok(())
        },
    },
    step!(
        "recommended",
        "推荐时间",
        &["单位推荐时间", "推荐"],
        Recommended
    ),
    step!("selected", "遴选时间", &["遴选"], Selected),
    step!(
        "approved",
        "街道审批时间",
        &["审批时间", "街道审批"],
        Approved
    ),
    step!(
        "filed",
        "组织部备案时间",
        &["备案时间", "组织部备案"],
        Filed
    ),
    step!(
        "appointed",
        "聘任时间",
        &["聘任", "任职时间", "聘用时间"],
        Appointed
    ),
    step!("left", "离任时间", &["离任", "免职时间", "退出时间"], Left),
    Field {
        column: Column {
            synonyms: &["顺序"],
            hint: "名单里的先后；不填时排在最后。",
            ..Column::new("position", "排序", Kind::Integer)
        },
        get: |member, _| Some(Value::Integer(member.position)),
        set: |member, value, _| {
            member.position = value.as_integer().unwrap_or(member.position);
            Ok(())
        },
    },
];

/// A community is made with its committee when asked; anything else has to be registered first.
fn unknown_committee(name: &str) -> Refusal {
    let place = name.strip_suffix("“大党委”").unwrap_or(name);
    match place.ends_with(COMMUNITY) {
        true => Refusal::Unknown {
            thing: COMMUNITY,
            name: place.to_owned(),
        },
        false => Refusal::Wrong(format!("没有“{name}”这个大党委，请先登记，或核对名称。")),
    }
}

fn dated(member: &CommitteeMember, stage: MemberStage) -> Option<Value> {
    let step = member.stages.iter().find(|step| step.stage == stage)?;
    Some(Value::Date(step.date))
}

fn date(member: &mut CommitteeMember, stage: MemberStage, value: Value) {
    let Some(date) = value.into_date() else {
        return;
    };
    member.stages.0.retain(|step| step.stage != stage);
    member.stages.0.push(StageDate { stage, date });
    // A step that is put in afterwards has to stand before the later ones.
    member.stages.0.sort_by_key(|step| step.stage);
}

impl Rows for MemberSheet {
    type Item = CommitteeMember;
    type Known = Known;

    const INFO: SheetInfo = SheetInfo {
        thing: "委员",
        title: "大党委委员登记表",
        note: "带 * 为必填；兼职委员写明所在单位；推荐、遴选等时间可以只写到月；首行示例导入时会跳过。",
        frozen: 2,
        all_sheets: true,
        exports: true,
    };
    const KEY: &'static [&'static str] = &["committee", "name"];

    fn fields() -> &'static [MemberField] {
        FIELDS
    }

    fn id(member: &CommitteeMember) -> &str {
        &member.id
    }

    fn begin(id: String, _: &Known) -> CommitteeMember {
        CommitteeMember {
            id,
            version: 0,
            committee_id: String::new(),
            name: String::new(),
            post: "委员".to_owned(),
            duty: Duty::FullTime,
            unit_id: None,
            stage: MemberStage::Recommended,
            stages: Vec::new().into(),
            position: 0,
            retired: false,
        }
    }

    fn name(member: &CommitteeMember, known: &Known) -> (String, String) {
        let committee = known.committees.name(&member.committee_id);
        (member.name.clone(), committee.cloned().unwrap_or_default())
    }

    fn settle(
        member: &mut CommitteeMember,
        kept: Option<&CommitteeMember>,
        known: &mut Known,
    ) -> Result<(), RowFault> {
        if member.duty == Duty::PartTime && member.unit_id.is_none() {
            return Err(RowFault {
                column: "unit",
                reason: "兼职委员须写明所在单位，请补填；专职的请在“专兼职”里填专职。".to_owned(),
            });
        }
        let mut steps = member.stages.windows(2);
        if steps.any(|pair| pair[0].date > pair[1].date) {
            return Err(RowFault {
                column: "appointed",
                reason: "推荐、遴选、审批、备案、聘任、离任的时间应一步比一步晚，请核对。"
                    .to_owned(),
            });
        }
        // Only where steps are new: a stage that was set in the program is not worked out again.
        if kept.is_none_or(|kept| kept.stages != member.stages) {
            // 专职 are in office without steps; only 兼职 go the way from 推荐 to 聘任.
            let none = match member.duty {
                Duty::FullTime => MemberStage::Appointed,
                Duty::PartTime => MemberStage::Recommended,
            };
            member.stage = member.stages.last().map_or(none, |step| step.stage);
        }
        if kept.is_none() && member.position == 0 {
            let last = known.last.entry(member.committee_id.clone()).or_default();
            *last += 1;
            member.position = *last;
        }
        Ok(())
    }
}

impl Register for MemberSheet {
    async fn known(cx: &mut Cx<'_>) -> Result<Known> {
        let committees = committee_names(cx).await?;
        Ok(Known {
            committees,
            units: unit_names(cx).await?,
            last: last_positions(&mut cx.tx).await?,
        })
    }

    async fn kept(cx: &mut Cx<'_>) -> Result<Vec<CommitteeMember>> {
        all_members(&mut cx.tx).await
    }

    fn lists(known: &Known) -> Vec<(&'static str, Vec<String>)> {
        vec![
            ("committee", known.committees.all()),
            ("unit", known.units.all()),
        ]
    }

    async fn save_all(cx: &mut Cx<'_>, members: Vec<CommitteeMember>) -> Result<()> {
        // A sheet brings in nothing that the command would refuse.
        let checked: Result<Vec<_>> = members.into_iter().map(commands::checked).collect();
        cx.tx.save_all(&checked?).await
    }
}
