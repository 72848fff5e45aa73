//! 流动小红旗 as a sheet: those hung before the program (期初), and the ledger for checking.

use super::objects::objects;
use super::rules::{Rated, Scope};
use super::schemes::scheme_to_use;
use super::tally::STREET;
use super::{RatingFlag, SaveFlag, check_flag_days, every_flag, save_flag};
use crate::buildings::{building_and_stairwell, building_name, communities_in_reach};
use crate::office::Cx;
use crate::registers::{
    Field, Refusal, Register, RowFault, Rows, SheetInfo, day_of, day_value, text_of, text_value,
};
use chrono::NaiveDate;
use ground::calendar::{FuzzyDate, Month};
use ground::error::Result;
use std::collections::HashMap;
use tables::{Column, Kind, Value};

/// The register of flags.
pub(crate) struct FlagSheet;

/// Where a building or stairwell stands, as sheets name it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Place {
    community: String,
    compound: String,
    name: String,
}

/// A flag and where it hangs.
#[derive(Clone)]
pub(crate) struct FlagLine {
    flag: RatingFlag,
    place: Place,
}

/// What can bear a flag.
#[derive(Clone)]
struct Object {
    id: String,
    community_id: String,
    compound_id: String,
}

/// What rows refer to.
pub(crate) struct Known {
    today: NaiveDate,
    scope: Scope,
    street: String,
    objects: HashMap<Place, Object>,
    /// Months with a published rating, of a community or of the whole street.
    published: Vec<(Month, Option<String>)>,
}

impl Known {
    fn is_published(&self, month: Month, community: &str) -> bool {
        let all = |of: &Option<String>| of.as_deref().is_none_or(|id| id == community);
        let mut months = self.published.iter();
        months.any(|(published, of)| *published == month && all(of))
    }
}

type FlagField = Field<FlagLine, Known>;

const FIXED: &str = "挂牌的楼栋和月份登记后不再更改，请改回原来的内容。";

/// A name of where the flag hangs.
macro_rules! place {
    ($field:ident, $column:expr) => {
        Field {
            column: $column,
            get: |line, _| text_value(&line.place.$field),
            set: |line, value, _| {
                if line.flag.version > 0 {
                    return Err(Refusal::wrong(FIXED));
                }
                line.place.$field = text_of(value);
                Ok(())
            },
        }
    };
}

/// A building's or stairwell's name as it is kept.
fn canonical(written: &str) -> String {
    match building_and_stairwell(written) {
        Some((building, stairwell)) => format!("{building}{stairwell}"),
        None => building_name(written),
    }
}

const FIELDS: &[FlagField] = &[
    place!(
        community,
        Column {
            synonyms: &["所在社区", "所属社区", "社区名称"],
            required: true,
            fill_down: true,
            max_length: 50,
            example: "听雨社区",
            ..Column::new("community", "社区", Kind::Name)
        }
    ),
    place!(
        compound,
        Column {
            synonyms: &["所在小区", "小区名称"],
            required: true,
            fill_down: true,
            max_length: 60,
            example: "锦绣花园",
            ..Column::new("compound", "小区", Kind::Name)
        }
    ),
    Field {
        column: Column {
            synonyms: &["楼栋", "楼栋号", "单元", "楼栋名称", "获旗楼栋"],
            required: true,
            max_length: 60,
            hint: "须已登记；按单元考评的写 3号楼2单元。",
            example: "3号楼",
            ..Column::new("object", "楼栋或单元", Kind::Name)
        },
        get: |line, _| text_value(&line.place.name),
        set: |line, value, _| {
            let name = canonical(&text_of(value));
            if line.flag.version > 0 && name != line.place.name {
                return Err(Refusal::wrong(FIXED));
            }
            line.place.name = name;
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["月份", "评比月份", "获旗月份"],
            required: true,
            hint: "哪个月的考评，如 2026年8月。",
            example: "2026年8月",
            ..Column::new("month", "考评月份", Kind::FuzzyDate)
        },
        get: |line, _| Some(Value::Date(FuzzyDate::Month(line.flag.month))),
        set: |line, value, _| {
            if line.flag.version > 0 {
                return Err(Refusal::wrong(FIXED));
            }
            line.flag.month = match value.into_date() {
                Some(FuzzyDate::Month(month)) => month,
                Some(FuzzyDate::Day(day)) => Month::of(day),
                _ => return Err(Refusal::wrong("请写明年月，如 2026年8月。")),
            };
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["排名", "第几名"],
            ..Column::new("place", "名次", Kind::Integer)
        },
        get: |line, _| (line.flag.place > 0).then_some(Value::Integer(line.flag.place)),
        set: |line, value, _| match value.as_integer() {
            _ if line.flag.period_id.is_some() => Err(Refusal::wrong(
                "名次随考评发布，不能在这里更改，请改回原来的名次。",
            )),
            Some(place @ 1..=9_999) => {
                line.flag.place = place;
                Ok(())
            }
            _ => Err(Refusal::wrong("名次应为 1 起的整数，不清楚的请留空。")),
        },
    },
    Field {
        column: Column {
            synonyms: &["挂牌时间", "挂旗日期", "授旗日期"],
            required: true,
            example: "2026年9月3日",
            ..Column::new("hung_on", "挂牌日期", Kind::Day)
        },
        get: |line, _| day_value(Some(line.flag.hung_on)),
        set: |line, value, _| {
            line.flag.hung_on = day_of(value).unwrap_or(line.flag.hung_on);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["摘牌时间", "摘旗日期", "收旗日期"],
            hint: "还挂着的留空，下一期考评发布时自动摘牌。",
            ..Column::new("taken_on", "摘牌日期", Kind::Day)
        },
        get: |line, _| day_value(line.flag.taken_on),
        set: |line, value, _| {
            line.flag.taken_on = day_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["原因"],
            max_length: 100,
            ..Column::new("reason", "摘牌原因", Kind::Text)
        },
        get: |line, _| text_value(&line.flag.reason),
        set: |line, value, _| {
            line.flag.reason = text_of(value);
            Ok(())
        },
    },
];

impl Rows for FlagSheet {
    type Item = FlagLine;
    type Known = Known;

    const INFO: SheetInfo = SheetInfo {
        thing: "流动小红旗",
        title: "流动小红旗挂牌台账",
        note: "带 * 为必填；年中启用时登记以前各月挂过的红旗，楼栋须已登记；程序里发布的考评自动记入，不用填；首行示例导入时会跳过。",
        frozen: 4,
        all_sheets: true,
        exports: true,
    };
    const KEY: &'static [&'static str] = &["community", "compound", "object", "month"];

    fn fields() -> &'static [FlagField] {
        FIELDS
    }

    fn id(line: &FlagLine) -> &str {
        &line.flag.id
    }

    fn begin(id: String, known: &Known) -> FlagLine {
        FlagLine {
            place: Place::default(),
            flag: RatingFlag {
                id,
                version: 0,
                period_id: None,
                month: Month::of(known.today),
                object_id: String::new(),
                community_id: String::new(),
                scope_key: String::new(),
                scope_name: String::new(),
                name: String::new(),
                place: 0,
                hung_on: known.today,
                taken_on: None,
                reason: String::new(),
            },
        }
    }

    fn name(line: &FlagLine, _: &Known) -> (String, String) {
        let Place {
            community,
            compound,
            name,
        } = &line.place;
        let month = line.flag.month.chinese();
        (format!("{compound}{name} {month}"), community.clone())
    }

    fn settle(
        line: &mut FlagLine,
        kept: Option<&FlagLine>,
        known: &mut Known,
    ) -> Result<(), RowFault> {
        if kept.is_none() {
            locate(line, known)?;
        }
        let (month, community) = (line.flag.month, &line.flag.community_id);
        if kept.is_none() && known.is_published(month, community) {
            let month = month.chinese();
            let reason = format!("{month}的考评已在程序里发布，红旗随发布记入，请删去这一行。");
            return Err(RowFault {
                column: "month",
                reason,
            });
        }
        if kept.is_some_and(|kept| kept.flag == line.flag) {
            return Ok(());
        }
        check_flag_days(&line.flag, known.today).map_err(|(column, reason)| RowFault {
            column,
            reason: reason.to_owned(),
        })
    }
}

/// Finds what bears the flag, and what it is ranked with.
fn locate(line: &mut FlagLine, known: &Known) -> Result<(), RowFault> {
    let Place {
        community,
        compound,
        name,
    } = &line.place;
    let Some(object) = known.objects.get(&line.place) else {
        let reason = format!("{community}{compound}没有“{name}”，请先登记小区楼栋，或核对名称。");
        return Err(RowFault {
            column: "object",
            reason,
        });
    };
    let full = format!("{compound}{name}");
    let (key, scope, label) = match known.scope {
        Scope::Compound => (object.compound_id.as_str(), compound, name.clone()),
        Scope::Community => (object.community_id.as_str(), community, full),
        Scope::Street => (STREET, &known.street, full),
    };
    let flag = &mut line.flag;
    flag.scope_key = key.to_owned();
    flag.scope_name.clone_from(scope);
    flag.name = label;
    flag.object_id.clone_from(&object.id);
    flag.community_id.clone_from(&object.community_id);
    Ok(())
}

/// Buildings and stairwells in use and within reach.
async fn all_objects(cx: &mut Cx<'_>) -> Result<HashMap<Place, Object>> {
    let reach = communities_in_reach(cx).await?;
    let mut all = HashMap::new();
    for rated in [Rated::Building, Rated::Stairwell] {
        for object in objects(cx, rated, None).await? {
            let seen = |ids: &Vec<String>| ids.contains(&object.community_id);
            if !reach.as_ref().is_none_or(seen) {
                continue;
            }
            let place = Place {
                name: object.name(),
                community: object.community,
                compound: object.compound,
            };
            let object = Object {
                id: object.object_id,
                community_id: object.community_id,
                compound_id: object.compound_id,
            };
            all.insert(place, object);
        }
    }
    Ok(all)
}

impl Register for FlagSheet {
    async fn known(cx: &mut Cx<'_>) -> Result<Known> {
        let office: Option<crate::settings::OfficeProfile> =
            cx.tx.find(crate::settings::OFFICE_ID).await?;
        let sql = "SELECT month, community_id FROM rating_period WHERE publication_id IS NOT NULL";
        Ok(Known {
            today: cx.today(),
            scope: scheme_to_use(cx).await?.rules.scope,
            street: office.map(|office| office.name).unwrap_or_default(),
            objects: all_objects(cx).await?,
            published: cx.tx.all(sql, vec![]).await?,
        })
    }

    async fn kept(cx: &mut Cx<'_>) -> Result<Vec<FlagLine>> {
        let objects = all_objects(cx).await?.into_iter();
        let places: HashMap<String, Place> =
            objects.map(|(place, object)| (object.id, place)).collect();
        let flags = every_flag(cx).await?.into_iter();
        // What hung on a building that is retired by now stays in the ledger and is not exported.
        Ok(flags
            .filter_map(|flag| {
                let place = places.get(&flag.object_id)?.clone();
                Some(FlagLine { flag, place })
            })
            .collect())
    }

    async fn save_all(cx: &mut Cx<'_>, lines: Vec<FlagLine>) -> Result<()> {
        for line in lines {
            save(cx, line.flag).await?;
        }
        Ok(())
    }
}

/// Writes a new flag, or the days of one that is kept.
async fn save(cx: &mut Cx<'_>, flag: RatingFlag) -> Result<()> {
    if flag.version == 0 {
        cx.tx.insert(&flag).await?;
        return Ok(());
    }
    let days = SaveFlag {
        id: flag.id.clone(),
        version: flag.version,
        hung_on: flag.hung_on,
        taken_on: flag.taken_on,
        reason: flag.reason.clone(),
    };
    let saved = save_flag(cx, days).await?;
    if saved.place != flag.place {
        let placed = RatingFlag {
            place: flag.place,
            ..saved
        };
        cx.tx.update(&placed).await?;
    }
    Ok(())
}
