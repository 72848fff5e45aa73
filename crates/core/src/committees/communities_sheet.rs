//! 社区和大党委: one row for a community and its committee.

use super::commands::{self, named_after};
use super::{Committee, Community, all_committees, all_communities};
use crate::office::Cx;
use crate::registers::{Field, Refusal, Register, RowFault, Rows, SheetInfo, text_of, text_value};
use ground::calendar::FuzzyDate;
use ground::error::Result;
use std::collections::HashMap;
use tables::{Column, Kind, Value};

/// The register of communities.
pub(crate) struct CommunitySheet;

/// A community and its committee.
#[derive(Clone)]
pub(crate) struct Place {
    community: Community,
    committee: Committee,
}

/// Where the next community stands, and which bears a name, in use or not.
pub(crate) struct Order {
    last: i64,
    bearers: HashMap<String, String>,
}

impl Order {
    /// Gives a community its name.
    ///
    /// # Errors
    /// A fault where another bears it.
    fn name(&mut self, own: &Community, kept: Option<&Place>) -> Result<(), RowFault> {
        let bearer = self.bearers.get(&own.name);
        if bearer.is_some_and(|bearer| *bearer != own.id) {
            let name = &own.name;
            let reason = format!("已有叫“{name}”的社区（停用的也算），请改用别的名称。");
            return Err(RowFault {
                column: NAME,
                reason,
            });
        }
        if let Some(kept) = kept {
            // A name that was given up is free for the rows below.
            self.bearers.remove(&kept.community.name);
        }
        self.bearers.insert(own.name.clone(), own.id.clone());
        Ok(())
    }
}

/// The column of a community's name, by which it is known again.
const NAME: &str = "name";

type PlaceField = Field<Place, Order>;

const fn text_column(
    key: &'static str,
    title: &'static str,
    synonyms: &'static [&'static str],
    hint: &'static str,
) -> Column<'static> {
    Column {
        synonyms,
        hint,
        max_length: 60,
        ..Column::new(key, title, Kind::Name)
    }
}

const FIELDS: &[PlaceField] = &[
    Field {
        column: Column {
            synonyms: &["社区", "所在社区", "社区全称", "名称"],
            required: true,
            max_length: 40,
            hint: "社区全称，如听雨社区；没有登记过的会连同它的大党委一起新建。",
            example: "听雨社区",
            ..Column::new(NAME, "社区名称", Kind::Name)
        },
        get: |place, _| text_value(&place.community.name),
        set: |place, value, _| {
            place.community.name = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["大党委", "党组织名称"],
            max_length: 60,
            hint: "文书上用的名称；不填时为社区名称加“大党委”。",
            ..Column::new("committee", "大党委名称", Kind::Name)
        },
        get: |place, _| text_value(&place.committee.name),
        set: |place, value, _| {
            place.committee.name = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            max_length: 20,
            example: "听雨",
            ..text_column("short_name", "简称", &["社区简称"], "轮值表上用。")
        },
        get: |place, _| text_value(&place.committee.short_name),
        set: |place, value, _| {
            place.committee.short_name = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            example: "陈晓岚",
            ..text_column(
                "secretary_name",
                "书记",
                &["书记姓名", "党委书记", "社区书记", "大党委书记"],
                "主持会议的书记。",
            )
        },
        get: |place, _| text_value(&place.committee.secretary_name),
        set: |place, value, _| {
            place.committee.secretary_name = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            example: "社区党委书记",
            ..text_column(
                "secretary_post",
                "书记职务",
                &["职务"],
                "不填时为“社区党委书记”。",
            )
        },
        get: |place, _| text_value(&place.committee.secretary_post),
        set: |place, value, _| {
            place.committee.secretary_post = text_of(value);
            Ok(())
        },
    },
    Field {
        column: text_column("recorder_name", "记录人", &["会议记录人"], "会议记录的人。"),
        get: |place, _| text_value(&place.committee.recorder_name),
        set: |place, value, _| {
            place.committee.recorder_name = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            example: "社区二楼会议室",
            ..text_column(
                "meeting_place",
                "会议地点",
                &["开会地点", "地点"],
                "通常开会的地方。",
            )
        },
        get: |place, _| text_value(&place.committee.meeting_place),
        set: |place, value, _| {
            place.committee.meeting_place = text_of(value);
            Ok(())
        },
    },
    Field {
        column: text_column(
            "contact",
            "联系电话",
            &["联系人及电话", "联系人", "电话", "办公电话"],
            "印在文书附注里的联系人和电话。",
        ),
        get: |place, _| text_value(&place.committee.contact),
        set: |place, value, _| {
            place.committee.contact = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["每月轮值单位", "轮值单位数"],
            hint: "每月几家单位轮值，1 到 6；不填时为 1。",
            ..Column::new("units_per_month", "每月轮值单位数", Kind::Integer)
        },
        get: |place, _| Some(Value::Integer(place.committee.units_per_month)),
        set: |place, value, _| match value.as_integer() {
            Some(count @ 1..=6) => {
                place.committee.units_per_month = count;
                Ok(())
            }
            _ => Err(Refusal::wrong("每月轮值单位数应在 1 到 6 之间，请更正。")),
        },
    },
    Field {
        column: Column {
            synonyms: &["本届任期", "起止时间"],
            hint: "如 2025.1-2029.12。",
            example: "2025.1-2029.12",
            ..Column::new("term", "任期", Kind::Period)
        },
        get: |place, _| {
            let term = place.committee.term_start.zip(place.committee.term_end);
            term.map(|(from, to): (FuzzyDate, FuzzyDate)| Value::Period(from, to))
        },
        set: |place, value, _| {
            if let Value::Period(from, to) = value {
                place.committee.term_start = Some(from);
                place.committee.term_end = Some(to);
            }
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["序号顺序", "顺序"],
            hint: "名单和轮值表里的先后；不填时排在最后。",
            ..Column::new("position", "排序", Kind::Integer)
        },
        get: |place, _| Some(Value::Integer(place.community.position)),
        set: |place, value, _| {
            let position = value.as_integer().unwrap_or(place.community.position);
            place.community.position = position;
            place.committee.position = position;
            Ok(())
        },
    },
];

impl Rows for CommunitySheet {
    type Item = Place;
    type Known = Order;

    const INFO: SheetInfo = SheetInfo {
        thing: "社区",
        title: "社区和大党委登记表",
        note: "带 * 为必填；首行示例导入时会跳过；请勿录入涉密信息。",
        frozen: 1,
        all_sheets: false,
        exports: true,
    };
    const KEY: &'static [&'static str] = &[NAME];

    fn fields() -> &'static [PlaceField] {
        FIELDS
    }

    fn id(place: &Place) -> &str {
        &place.community.id
    }

    fn begin(id: String, _: &Order) -> Place {
        let community = Community {
            id,
            version: 0,
            name: String::new(),
            sort_key: String::new(),
            position: 0,
            retired: false,
        };
        let blank = named_after(&community, String::new());
        let committee = Committee {
            name: String::new(),
            ..blank
        };
        Place {
            community,
            committee,
        }
    }

    fn name(place: &Place, _: &Order) -> (String, String) {
        (place.community.name.clone(), String::new())
    }

    fn settle(place: &mut Place, kept: Option<&Place>, order: &mut Order) -> Result<(), RowFault> {
        // Told here as a fault of its row: left to the engine, one name would stop the whole
        // import.
        order.name(&place.community, kept)?;
        if kept.is_none() && place.community.position == 0 {
            order.last += 1;
            place.community.position = order.last;
            place.committee.position = order.last;
        }
        let usual = named_after(&place.community, String::new());
        // A committee's name that followed from the community's follows it again; one of its own
        // stays.
        let renamed = kept.is_some_and(|kept| {
            named_after(&kept.community, String::new()).name == place.committee.name
        });
        if place.committee.name.is_empty() || renamed {
            place.committee.name = usual.name;
        }
        if place.committee.short_name.is_empty() {
            place.committee.short_name = usual.short_name;
        }
        Ok(())
    }
}

impl Register for CommunitySheet {
    async fn known(cx: &mut Cx<'_>) -> Result<Order> {
        let last = "SELECT COALESCE(MAX(position), 0) FROM community";
        let last = cx.tx.number(last, vec![]).await?;
        let named = all_communities(&mut cx.tx).await?.into_iter();
        let bearers = named.map(|community| (community.name, community.id));
        Ok(Order {
            last,
            bearers: bearers.collect(),
        })
    }

    async fn kept(cx: &mut Cx<'_>) -> Result<Vec<Place>> {
        let committees = all_committees(&mut cx.tx).await?.into_iter();
        let mut committees: HashMap<String, Committee> = committees
            .filter_map(|committee| Some((committee.community_id.clone()?, committee)))
            .collect();
        let communities = all_communities(&mut cx.tx).await?.into_iter();
        let place = |community: Community| Place {
            committee: committees
                .remove(&community.id)
                .unwrap_or_else(|| named_after(&community, String::new())),
            community,
        };
        Ok(communities.filter(|c| !c.retired).map(place).collect())
    }

    async fn save_all(cx: &mut Cx<'_>, places: Vec<Place>) -> Result<()> {
        for place in places {
            // First, since a new community gets the key here that its committee refers to.
            let community = commands::save_community(cx, place.community).await?;
            let committee = Committee {
                community_id: Some(community.id),
                ..place.committee
            };
            commands::save(cx, committee).await?;
        }
        Ok(())
    }
}
