//! 服务活动: what partners did in the month, and who took part.

use super::{Handed, Part};
use crate::buildings::communities_in_reach;
use crate::office::Cx;
use crate::partners::{Activity, KnowsPeople, People, activity_fields, of_month, save_activities};
use crate::registers::{Field, Refusal, RowFault, Rows, SheetInfo, day_of, day_value};
use chrono::NaiveDate;
use ground::calendar::Month;
use ground::error::Result;
use std::collections::HashSet;
use tables::{Column, Kind};

/// The sheet of activities.
pub(in crate::returns) struct ActivitiesPart;

/// The month that rows are about, and whom they name.
pub(in crate::returns) struct Known {
    month: Month,
    today: NaiveDate,
    community_id: Option<String>,
    people: People,
    /// Records that were declared void.
    void: HashSet<String>,
    /// Whether this person may keep the records of the community.
    within_reach: bool,
}

impl KnowsPeople for Known {
    fn people(&self) -> &People {
        &self.people
    }
}

type ActivityField = Field<Activity, Known>;

const FIELDS: &[ActivityField] = &[
    Field {
        column: Column {
            required: true,
            hint: "活动那一天，须在本月。",
            ..Column::new("activity_date", "活动日期", Kind::Day)
        },
        get: |activity, _| day_value(Some(activity.save.date)),
        set: |activity, value, known| {
            let Some(day) = day_of(value) else {
                return Ok(());
            };
            if !known.month.contains(day) {
                let month = known.month.chinese();
                return Err(Refusal::Wrong(format!(
                    "这是{month}的报送表，只写{month}的活动，请核对日期。"
                )));
            }
            if day > known.today {
                return Err(Refusal::wrong("活动日期不能晚于今天，请核对。"));
            }
            activity.save.date = day;
            Ok(())
        },
    },
    activity_fields::content(Column {
        required: true,
        max_length: 500,
        hint: "做了什么，用一两句话写明。",
        ..Column::new("activity_content", "活动内容", Kind::Text)
    }),
    activity_fields::place(Column {
        max_length: 60,
        ..Column::new("activity_place", "地点", Kind::Name)
    }),
    activity_fields::people(Column {
        required: true,
        max_length: 2_000,
        hint: "须已登记为合伙人；几位用顿号隔开；各人时长不同的写成 孙玥(2)、李红(1.5)；同名的写聘书编号。",
        ..Column::new("activity_people", "参加人员", Kind::Words)
    }),
    activity_fields::hours(Column {
        hint: "每人几小时，可以写小数，如 1.5；名字后面写了时长的以那个为准。",
        ..Column::new("activity_hours", "每人时长(小时)", Kind::Marks)
    }),
    activity_fields::served(Column {
        hint: "服务了多少人次。",
        ..Column::new("activity_served", "服务人次", Kind::Integer)
    }),
];

impl Rows for ActivitiesPart {
    type Item = Activity;
    type Known = Known;

    const INFO: SheetInfo = SheetInfo {
        thing: "服务活动",
        title: "合伙人服务活动",
        note: "一次活动写一行，参加人员写已登记的合伙人，几位用顿号隔开；已登记的列在上面，可以补充，新的接着往下写。",
        frozen: 2,
        all_sheets: false,
        exports: false,
    };
    const KEY: &'static [&'static str] = &["activity_date", "activity_content"];

    fn fields() -> &'static [ActivityField] {
        FIELDS
    }

    fn id(activity: &Activity) -> &str {
        &activity.id
    }

    fn begin(id: String, known: &Known) -> Activity {
        Activity::begin(id, known.month.first_day(), known.community_id.clone())
    }

    fn name(activity: &Activity, _: &Known) -> (String, String) {
        let save = &activity.save;
        (save.content.clone(), save.date.to_string())
    }

    fn settle(
        activity: &mut Activity,
        kept: Option<&Activity>,
        known: &mut Known,
    ) -> Result<(), RowFault> {
        let fault = |column, reason| Err(RowFault { column, reason });
        let same = kept.is_some_and(|kept| kept == activity);
        if let Err(reason) = activity.settle() {
            return fault("activity_hours", reason);
        }
        if same {
            return Ok(());
        }
        if known.void.contains(&activity.id) {
            let reason = "这次活动的服务记录已作废，这一行不再更改，请删去。".to_owned();
            return fault("activity_content", reason);
        }
        if !known.within_reach {
            let reason = "您没有这里服务记录的权限，请由街道读入或删去这一行。".to_owned();
            return fault("activity_content", reason);
        }
        Ok(())
    }
}

impl Part for ActivitiesPart {
    async fn kept(cx: &mut Cx<'_>, of: &Handed) -> Result<(Known, Vec<Activity>)> {
        let community_id = of.committee.community_id.clone();
        let views = of_month(cx, community_id.as_deref(), of.month).await?;
        let void = views.iter().filter(|view| view.service.retired);
        let void = void.map(|view| view.service.id.clone()).collect();
        let reach = communities_in_reach(cx).await?;
        let known = Known {
            month: of.month,
            today: cx.today(),
            people: People::of(cx).await?,
            void,
            within_reach: reach
                .is_none_or(|reach| community_id.is_some_and(|id| reach.contains(&id))),
            community_id: of.committee.community_id.clone(),
        };
        // With those declared void: from an older copy of the sheet they would be made anew, not
        // told.
        Ok((known, views.into_iter().map(Activity::of).collect()))
    }

    fn shown(activity: &Activity, known: &Known) -> bool {
        !known.void.contains(&activity.id)
    }

    async fn write(cx: &mut Cx<'_>, _: &Handed, items: Vec<Activity>) -> Result<()> {
        save_activities(cx, items).await
    }
}
