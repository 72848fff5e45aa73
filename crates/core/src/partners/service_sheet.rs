//! Service records as a sheet: one row for an activity, with the partners who took part and how long.

use super::activity::{Activity, People, save_activities};
use super::activity_fields::{self, KnowsPeople};
use super::import::WHOLE_STREET;
use super::services;
use crate::committees::{COMMUNITY, all_communities};
use crate::office::Cx;
use crate::registers::{
    Field, Names, Refusal, Register, RowFault, Rows, SheetInfo, day_of, day_value, text_of,
    text_value,
};
use chrono::NaiveDate;
use ground::error::Result;
use tables::{Column, Kind, Value};

/// The register of service records.
pub(crate) struct ServiceSheet;

/// Communities and partners that rows name.
pub(crate) struct Known {
    today: NaiveDate,
    communities: Names,
    people: People,
}

impl KnowsPeople for Known {
    fn people(&self) -> &People {
        &self.people
    }
}

type ServiceField = Field<Activity, Known>;

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
    activity_fields::place(Column {
        synonyms: &["活动地点", "服务地点"],
        max_length: 60,
        example: "社区活动室",
        ..Column::new("place", "地点", Kind::Name)
    }),
    activity_fields::content(Column {
        synonyms: &["内容", "活动内容", "活动名称", "服务项目"],
        required: true,
        max_length: 500,
        hint: "做了什么，用一两句话写明。",
        example: "为独居老人义务理发",
        ..Column::new("content", "服务内容", Kind::Text)
    }),
    activity_fields::people(Column {
        synonyms: &["合伙人", "参加人员", "服务人员", "参与合伙人", "志愿者"],
        required: true,
        max_length: 2_000,
        hint: "须已登记；有几位的用顿号隔开；各人时长不同的写成 孙玥(2)、李红(1.5)；同名的写聘书编号。",
        example: "孙玥、李红",
        ..Column::new("partners", "参加合伙人", Kind::Words)
    }),
    activity_fields::hours(Column {
        synonyms: &["时长", "小时", "服务小时", "每人时长", "服务时长"],
        hint: "每人几小时，可以写小数，如 1.5。",
        example: "2",
        ..Column::new("hours", "服务时长(小时)", Kind::Marks)
    }),
    activity_fields::served(Column {
        synonyms: &["人次", "服务人数", "受益人次", "受益人数"],
        hint: "服务了多少人次。",
        ..Column::new("people_served", "服务人次", Kind::Integer)
    }),
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
        Activity::begin(id, known.today, None)
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
        activity.settle().map_err(|reason| RowFault {
            column: "hours",
            reason,
        })
    }
}

impl Register for ServiceSheet {
    async fn known(cx: &mut Cx<'_>) -> Result<Known> {
        let communities = all_communities(&mut cx.tx).await?;
        Ok(Known {
            today: cx.today(),
            communities: Names::new(communities.into_iter().map(|c| (c.id, c.name))),
            people: People::of(cx).await?,
        })
    }

    async fn kept(cx: &mut Cx<'_>) -> Result<Vec<Activity>> {
        let views = services::every(cx).await?;
        Ok(views.into_iter().map(Activity::of).collect())
    }

    fn lists(known: &Known) -> Vec<(&'static str, Vec<String>)> {
        vec![("community", known.communities.all())]
    }

    async fn save_all(cx: &mut Cx<'_>, activities: Vec<Activity>) -> Result<()> {
        save_activities(cx, activities).await
    }
}
