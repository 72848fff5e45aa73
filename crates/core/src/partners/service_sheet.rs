//! Service records as a sheet: one row for an activity, with the partners who took part and how long.

use super::args::{SaveService, SaveShare, ServiceView};
use super::sheet::WHOLE_STREET;
use super::{services, store};
use crate::committees::all_communities;
use crate::error::Result;
use crate::excel::{Column, Kind, Value};
use crate::office::Cx;
use crate::registers::{
    COMMUNITY, Field, Names, Refusal, Register, RowFault, Rows, SheetInfo, day_of, day_value,
    text_of, text_value,
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// The register of service records.
pub(crate) struct ServiceSheet;

/// An activity, as the form saves it.
#[derive(Clone)]
pub(crate) struct Activity {
    id: String,
    save: SaveService,
    /// What the sheet says of everybody without hours of their own, in minutes.
    minutes: Option<i64>,
    /// Who took part: key, and minutes where they are told of this one.
    people: Vec<(String, Option<i64>)>,
}

/// Communities and partners that rows name.
pub(crate) struct Known {
    today: NaiveDate,
    communities: Names,
    names: HashMap<String, String>,
    /// Partners by name: key and community.
    partners: HashMap<String, Vec<(String, Option<String>)>>,
}

type ServiceField = Field<Activity, Known>;

/// Minutes of an hour, where hours are in thousandths.
fn minutes_of(thousandths: i64) -> i64 {
    thousandths * 60 / 1_000
}

fn hours_of(minutes: i64) -> i64 {
    (minutes * 1_000 + 30) / 60
}

const FIELDS: &[ServiceField] = &[
    Field {
        column: Column {
            synonyms: &["日期", "活动日期", "服务时间", "活动时间"],
            required: true,
            hint: "活动那一天。",
            example: "2026年10月12日",
            ..Column::new("date", "服务日期", Kind::Day)
        },
        get: |activity, _| day_value(Some(activity.save.date)),
        set: |activity, value, known| {
            let Some(day) = day_of(value) else {
                return Ok(());
            };
            if day > known.today {
                return Err(Refusal::wrong("服务日期不能晚于今天，请核对。"));
            }
            activity.save.date = day;
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["服务社区", "所在社区", "所属社区", "社区名称"],
            required: true,
            fill_down: true,
            max_length: 40,
            hint: "社区全称；面向全街道的填“全街道”。",
            example: "听雨社区",
            ..Column::new("community", "社区", Kind::Name)
        },
        get: |activity, known| {
            let id = activity.save.community_id.as_deref();
            known
                .communities
                .value(id)
                .or_else(|| text_value(WHOLE_STREET))
        },
        set: |activity, value, known| {
            let name = text_of(value);
            if name == WHOLE_STREET {
                activity.save.community_id = None;
                return Ok(());
            }
            let id = known.communities.id(&name);
            activity.save.community_id = id.cloned();
            match id {
                Some(_) => Ok(()),
                None => Err(Refusal::Unknown {
                    thing: COMMUNITY,
                    name,
                }),
            }
        },
    },
    Field {
        column: Column {
            synonyms: &["活动地点", "服务地点"],
            max_length: 60,
            example: "社区活动室",
            ..Column::new("place", "地点", Kind::Name)
        },
        get: |activity, _| text_value(&activity.save.place),
        set: |activity, value, _| {
            activity.save.place = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["内容", "活动内容", "活动名称", "服务项目"],
            required: true,
            max_length: 500,
            hint: "做了什么，用一两句话写明。",
            example: "为独居老人义务理发",
            ..Column::new("content", "服务内容", Kind::Text)
        },
        get: |activity, _| text_value(&activity.save.content),
        set: |activity, value, _| {
            activity.save.content = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["合伙人", "参加人员", "服务人员", "参与合伙人", "志愿者"],
            required: true,
            max_length: 2_000,
            hint: "须已登记；有几位的用顿号隔开；各人时长不同的写成 孙玥(2)、李红(1.5)。",
            example: "孙玥、李红",
            ..Column::new("partners", "参加合伙人", Kind::Words)
        },
        get: |activity, known| Some(Value::Words(written_people(activity, known))),
        set: |activity, value, known| {
            if let Value::Words(words) = value {
                let community = activity.save.community_id.as_ref();
                let people = words.iter().map(|word| person(word, community, known));
                activity.people = people.collect::<Result<_, _>>()?;
            }
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["时长", "小时", "服务小时", "每人时长", "服务时长"],
            hint: "每人几小时，可以写小数，如 1.5。",
            example: "2",
            ..Column::new("hours", "服务时长(小时)", Kind::Marks)
        },
        get: |activity, _| {
            activity
                .minutes
                .map(|minutes| Value::Marks(hours_of(minutes)))
        },
        set: |activity, value, _| {
            if let Value::Marks(thousandths) = value {
                activity.minutes = Some(minutes_of(thousandths));
            }
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["服务人数", "受益人次", "受益人数"],
            hint: "服务了多少人次。",
            ..Column::new("people_served", "服务人次", Kind::Integer)
        },
        get: |activity, _| activity.save.people_served.map(Value::Integer),
        set: |activity, value, _| {
            activity.save.people_served = value.as_integer();
            Ok(())
        },
    },
    Field {
        column: Column {
            hint: "1 到 5。",
            ..Column::new("satisfaction", "满意度", Kind::Integer)
        },
        get: |activity, _| activity.save.satisfaction.map(Value::Integer),
        set: |activity, value, _| match value.as_integer() {
            Some(marks) if !(1..=5).contains(&marks) => {
                Err(Refusal::wrong("满意度应为 1 到 5，请更正。"))
            }
            marks => {
                activity.save.satisfaction = marks;
                Ok(())
            }
        },
    },
    Field {
        column: Column {
            synonyms: &["证明人", "审核人"],
            max_length: 40,
            hint: "谁确认了这次服务。",
            ..Column::new("confirmed_by", "确认人", Kind::Name)
        },
        get: |activity, _| text_value(&activity.save.confirmed_by),
        set: |activity, value, _| {
            activity.save.confirmed_by = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["说明"],
            max_length: 500,
            ..Column::new("note", "备注", Kind::Text)
        },
        get: |activity, _| text_value(&activity.save.note),
        set: |activity, value, _| {
            activity.save.note = text_of(value);
            Ok(())
        },
    },
];

/// One of those who took part: `孙玥`, or `孙玥(1.5)` with the hours.
fn person(
    word: &str,
    community: Option<&String>,
    known: &Known,
) -> Result<(String, Option<i64>), Refusal> {
    let plain = word.replace('（', "(").replace('）', ")");
    let (name, hours) = match plain.split_once('(') {
        Some((name, rest)) => (name.trim(), Some(rest.trim_end_matches([')', ' ']))),
        None => (plain.as_str(), None),
    };
    let hours = hours.map(|hours| hours.trim_end_matches("小时"));
    let minutes = match hours {
        Some(hours) => match crate::excel::values::marks_of(hours) {
            Ok(thousandths) => Some(minutes_of(thousandths)),
            Err(reason) => return Err(Refusal::Wrong(reason)),
        },
        None => None,
    };
    let alike = known.partners.get(name).map_or(&[][..], Vec::as_slice);
    let here: Vec<_> = alike
        .iter()
        .filter(|(_, of)| of.as_ref() == community)
        .collect();
    match (here.as_slice(), alike) {
        ([one], _) => Ok((one.0.clone(), minutes)),
        ([], [one]) => Ok((one.0.clone(), minutes)),
        ([], []) => Err(Refusal::Wrong(format!(
            "没有“{name}”这位合伙人，请先登记，或核对姓名。"
        ))),
        _ => Err(Refusal::Wrong(format!(
            "叫“{name}”的合伙人不止一位，请在服务记录里选择登记。"
        ))),
    }
}

fn written_people(activity: &Activity, known: &Known) -> Vec<String> {
    let written = |(id, minutes): &(String, Option<i64>)| {
        let name = known.names.get(id).cloned().unwrap_or_default();
        match minutes {
            Some(minutes) => {
                let hours = Value::Marks(hours_of(*minutes)).display();
                format!("{name}({hours})")
            }
            None => name,
        }
    };
    activity.people.iter().map(written).collect()
}

fn activity(view: ServiceView) -> Activity {
    let service = view.service;
    let first = view.shares.first().map(|share| share.minutes);
    let even = view.shares.iter().all(|share| Some(share.minutes) == first);
    let own = |minutes: i64| (!even).then_some(minutes);
    Activity {
        id: service.id.clone(),
        minutes: first.filter(|_| even),
        people: view
            .shares
            .iter()
            .map(|share| (share.partner_id.clone(), own(share.minutes)))
            .collect(),
        save: SaveService {
            id: Some(service.id),
            version: service.version,
            community_id: service.community_id,
            date: service.date,
            place: service.place,
            content: service.content,
            shares: Vec::new(),
            people_served: service.people_served,
            satisfaction: service.satisfaction,
            confirmed_by: service.confirmed_by,
            confirmed_on: service.confirmed_on,
            note: service.note,
        },
    }
}

impl Rows for ServiceSheet {
    type Item = Activity;
    type Known = Known;

    const INFO: SheetInfo = SheetInfo {
        thing: "服务记录",
        title: "合伙人服务记录",
        note: "带 * 为必填；一次活动填一行，参加的合伙人用顿号隔开；首行示例导入时会跳过；请勿录入涉密信息。",
        frozen: 2,
        all_sheets: true,
        exports: true,
    };
    const KEY: &'static [&'static str] = &["date", "community", "content"];

    fn fields() -> &'static [ServiceField] {
        FIELDS
    }

    fn id(activity: &Activity) -> &str {
        &activity.id
    }

    fn begin(id: String, known: &Known) -> Activity {
        Activity {
            id,
            minutes: None,
            people: Vec::new(),
            save: SaveService {
                id: None,
                version: 0,
                community_id: None,
                date: known.today,
                place: String::new(),
                content: String::new(),
                shares: Vec::new(),
                people_served: None,
                satisfaction: None,
                confirmed_by: String::new(),
                confirmed_on: None,
                note: String::new(),
            },
        }
    }

    fn name(activity: &Activity, known: &Known) -> (String, String) {
        let id = activity.save.community_id.as_deref();
        let place = id.and_then(|id| known.communities.name(id)).cloned();
        let name = format!("{} {}", activity.save.date, activity.save.content);
        (name, place.unwrap_or_else(|| WHOLE_STREET.to_owned()))
    }

    fn settle(
        activity: &mut Activity,
        _: Option<&Activity>,
        _: &mut Known,
    ) -> Result<(), RowFault> {
        const DAY: i64 = 24 * 60;
        let minutes = activity.minutes;
        let share = |(partner_id, own): &(String, Option<i64>)| {
            let minutes = own
                .or(minutes)
                .filter(|minutes| (1..=DAY).contains(minutes))?;
            Some(SaveShare {
                partner_id: partner_id.clone(),
                minutes,
            })
        };
        let shares: Option<Vec<SaveShare>> = activity.people.iter().map(share).collect();
        activity.save.shares = shares.ok_or_else(|| RowFault {
            column: "hours",
            reason: "服务时长应在 1 分钟到 24 小时之间，请填写每人几小时。".to_owned(),
        })?;
        Ok(())
    }
}

impl Register for ServiceSheet {
    async fn known(cx: &mut Cx<'_>) -> Result<Known> {
        let communities = all_communities(&mut cx.tx).await?;
        let all = store::all(&mut cx.tx).await?;
        let mut partners: HashMap<String, Vec<(String, Option<String>)>> = HashMap::new();
        for partner in all.iter().filter(|partner| !partner.retired) {
            let alike = partners.entry(partner.name.clone()).or_default();
            alike.push((partner.id.clone(), partner.community_id.clone()));
        }
        Ok(Known {
            today: cx.today(),
            communities: Names::new(communities.into_iter().map(|c| (c.id, c.name))),
            names: all.into_iter().map(|p| (p.id, p.name)).collect(),
            partners,
        })
    }

    async fn kept(cx: &mut Cx<'_>) -> Result<Vec<Activity>> {
        let views = services::every(cx).await?;
        Ok(views.into_iter().map(activity).collect())
    }

    fn lists(known: &Known) -> Vec<(&'static str, Vec<String>)> {
        vec![("community", known.communities.all())]
    }

    async fn save_all(cx: &mut Cx<'_>, activities: Vec<Activity>) -> Result<()> {
        let saves = activities.into_iter().map(|activity| activity.save);
        let (new, changed): (Vec<SaveService>, Vec<SaveService>) =
            saves.partition(|save| save.id.is_none());
        for save in changed {
            services::save_service(cx, save).await?;
        }
        services::begin_all(cx, &new).await
    }
}
