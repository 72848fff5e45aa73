//! 期初数据 as a sheet: one row for a committee and a year, who served in each month and which numbers
//! come next.

use super::{OpeningMonth, SaveOpening, commands};
use crate::committees::{all_committees, committee_names};
use crate::meetings::upcoming_numbers;
use crate::office::Cx;
use crate::registers::{Field, Names, Refusal, Register, RowFault, Rows, SheetInfo, text_of};
use crate::rota::{first_kept_month, opening_turns};
use crate::units::unit_names;
use chrono::Datelike;
use ground::calendar::Month;
use ground::error::Result;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use tables::{Column, Kind, Value};

/// The sheet of 期初数据.
pub(crate) struct OpeningSheet;

/// What a committee brings along of one year.
#[derive(Clone)]
pub(crate) struct OpeningYear {
    id: String,
    committee_id: String,
    year: i64,
    /// Units by month.
    served: BTreeMap<u32, Vec<String>>,
    next_session: Option<i64>,
    next_issue: Option<i64>,
    /// Months that the sheet gives.
    given: BTreeSet<u32>,
    numbered: bool,
}

/// Committees and units that rows name.
pub(crate) struct Known {
    now: Month,
    committees: Names,
    units: Names,
    kept_from: HashMap<String, Month>,
}

type OpeningField = Field<OpeningYear, Known>;

macro_rules! month {
    ($number:literal, $key:literal, $title:literal, $chinese:literal) => {
        Field {
            column: Column {
                synonyms: &[$chinese],
                max_length: 200,
                ..Column::new($key, $title, Kind::Words)
            },
            get: |opening, known| served(opening, known, $number),
            set: |opening, value, known| serve(opening, value, known, $number),
        }
    };
}

const FIELDS: &[OpeningField] = &[
    Field {
        column: Column {
            synonyms: &["社区", "所在大党委"],
            required: true,
            max_length: 60,
            example: "听雨社区“大党委”",
            ..Column::new("committee", "大党委", Kind::Name)
        },
        get: |opening, known| known.committees.value(Some(&opening.committee_id)),
        set: |opening, value, known| {
            let name = text_of(value);
            let Some(id) = known.committees.id(&name) else {
                let reason = format!("没有“{name}”这个大党委，请先登记，或核对名称。");
                return Err(Refusal::Wrong(reason));
            };
            opening.committee_id.clone_from(id);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["年度"],
            required: true,
            hint: "如 2026。",
            example: "2026",
            ..Column::new("year", "年份", Kind::Integer)
        },
        get: |opening, _| Some(Value::Integer(opening.year)),
        set: |opening, value, _| match value.as_integer() {
            Some(year @ 2000..=2099) => {
                opening.year = year;
                Ok(())
            }
            _ => Err(Refusal::wrong("年份应写成 2026 的样子，请更正。")),
        },
    },
    month!(1, "m1", "1月", "一月"),
    month!(2, "m2", "2月", "二月"),
    month!(3, "m3", "3月", "三月"),
    month!(4, "m4", "4月", "四月"),
    month!(5, "m5", "5月", "五月"),
    month!(6, "m6", "6月", "六月"),
    month!(7, "m7", "7月", "七月"),
    month!(8, "m8", "8月", "八月"),
    month!(9, "m9", "9月", "九月"),
    month!(10, "m10", "10月", "十月"),
    month!(11, "m11", "11月", "十一月"),
    month!(12, "m12", "12月", "十二月"),
    Field {
        column: Column {
            synonyms: &["下次会议次数", "下一次会议是第几次"],
            hint: "下一次联席会议是当年第几次。",
            example: "8",
            ..Column::new("next_session", "下一次会议第几次", Kind::Integer)
        },
        get: |opening, _| opening.next_session.map(Value::Integer),
        set: |opening, value, _| {
            opening.next_session = value.as_integer();
            opening.numbered = true;
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["下期纪要期数", "下一期纪要是第几期"],
            hint: "下一期会议纪要是当年第几期。",
            example: "8",
            ..Column::new("next_issue", "下一期纪要第几期", Kind::Integer)
        },
        get: |opening, _| opening.next_issue.map(Value::Integer),
        set: |opening, value, _| {
            opening.next_issue = value.as_integer();
            opening.numbered = true;
            Ok(())
        },
    },
];

fn served(opening: &OpeningYear, known: &Known, month: u32) -> Option<Value> {
    let units = opening.served.get(&month)?;
    let name = |id: &String| known.units.name(id).cloned();
    let names: Vec<String> = units.iter().filter_map(name).collect();
    (!names.is_empty()).then_some(Value::Words(names))
}

fn serve(
    opening: &mut OpeningYear,
    value: Value,
    known: &Known,
    month: u32,
) -> Result<(), Refusal> {
    let Value::Words(names) = value else {
        return Ok(());
    };
    let mut units = Vec::with_capacity(names.len());
    for name in names {
        let Some(id) = known.units.id(&name) else {
            let reason = format!("没有“{name}”这家成员单位，请先登记单位，或核对名称。");
            return Err(Refusal::Wrong(reason));
        };
        units.push(id.clone());
    }
    opening.served.insert(month, units);
    opening.given.insert(month);
    Ok(())
}

fn month_of(opening: &OpeningYear, month: u32) -> Option<Month> {
    Month::new(i32::try_from(opening.year).ok()?, month).ok()
}

/// A number once given is never given again.
fn not_less(column: &'static str, next: Option<i64>, kept: Option<i64>) -> Result<(), RowFault> {
    match (next, kept) {
        (Some(next), Some(kept)) if next < kept => Err(RowFault {
            column,
            reason: format!("编号不重复使用，下一个编号应不小于 {kept}，请更正。"),
        }),
        _ => Ok(()),
    }
}

/// Keys of the month columns.
const MONTHS: [&str; 12] = [
    "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11", "m12",
];

impl Rows for OpeningSheet {
    type Item = OpeningYear;
    type Known = Known;

    const INFO: SheetInfo = SheetInfo {
        thing: "期初数据",
        title: "期初轮值和编号",
        note: "年中启用时填写：每个大党委一行，各月写明谁轮值（几家的用顿号隔开），再写下一次会议第几次、下一期纪要第几期；首行示例导入时会跳过。",
        frozen: 2,
        all_sheets: false,
        exports: true,
    };
    const KEY: &'static [&'static str] = &["committee", "year"];

    fn fields() -> &'static [OpeningField] {
        FIELDS
    }

    fn id(opening: &OpeningYear) -> &str {
        &opening.id
    }

    fn begin(_: String, _: &Known) -> OpeningYear {
        OpeningYear {
            id: String::new(),
            committee_id: String::new(),
            year: 0,
            served: BTreeMap::new(),
            next_session: None,
            next_issue: None,
            given: BTreeSet::new(),
            numbered: false,
        }
    }

    fn name(opening: &OpeningYear, known: &Known) -> (String, String) {
        let committee = known.committees.name(&opening.committee_id).cloned();
        (committee.unwrap_or_default(), format!("{}年", opening.year))
    }

    fn settle(
        opening: &mut OpeningYear,
        kept: Option<&OpeningYear>,
        known: &mut Known,
    ) -> Result<(), RowFault> {
        if let Some(kept) = kept {
            not_less("next_session", opening.next_session, kept.next_session)?;
            not_less("next_issue", opening.next_issue, kept.next_issue)?;
        }
        let kept_from = known.kept_from.get(&opening.committee_id);
        // Only months that the sheet gives: those that are kept were allowed when they came.
        for number in &opening.given {
            let Some(month) = month_of(opening, *number) else {
                continue;
            };
            let at = usize::try_from(*number).unwrap_or(1) - 1;
            let column = MONTHS.get(at).copied().unwrap_or("year");
            let told = month.chinese();
            if month > known.now {
                let reason = format!("{told}还没有到，请用排轮值安排以后的月份。");
                return Err(RowFault { column, reason });
            }
            // From here on the program itself knows who served.
            if kept_from.is_some_and(|from| month >= *from) {
                let reason = format!("{told}已有排定的轮值，不能再登记期初，请清空这一格。");
                return Err(RowFault { column, reason });
            }
        }
        Ok(())
    }
}

impl Register for OpeningSheet {
    async fn known(cx: &mut Cx<'_>) -> Result<Known> {
        let mut kept_from = HashMap::new();
        for committee in all_committees(&mut cx.tx).await? {
            if let Some(month) = first_kept_month(&mut cx.tx, &committee.id).await? {
                kept_from.insert(committee.id, month);
            }
        }
        Ok(Known {
            now: Month::of(cx.today()),
            committees: committee_names(cx).await?,
            units: unit_names(cx).await?,
            kept_from,
        })
    }

    async fn kept(cx: &mut Cx<'_>) -> Result<Vec<OpeningYear>> {
        let this = i64::from(cx.today().year());
        let mut all = Vec::new();
        for committee in all_committees(&mut cx.tx).await? {
            let turns = opening_turns(&mut cx.tx, &committee.id).await?;
            let mut years: BTreeMap<i64, BTreeMap<u32, Vec<String>>> = BTreeMap::new();
            // This year is there without any turn too, or an export would have no row for its
            // numbers.
            years.entry(this).or_default();
            for turn in turns {
                let year = years.entry(turn.month.year().into()).or_default();
                let month = year.entry(turn.month.number().into()).or_default();
                month.push(turn.unit_id);
            }
            for (year, served) in years {
                let (session, issue) = upcoming_numbers(cx, &committee.id, year).await?;
                all.push(OpeningYear {
                    // A row is no record of its own; committee and year tell it from others.
                    id: format!("{}:{year}", committee.id),
                    committee_id: committee.id.clone(),
                    year,
                    served,
                    next_session: Some(session),
                    next_issue: Some(issue),
                    given: BTreeSet::new(),
                    numbered: false,
                });
            }
        }
        Ok(all)
    }

    fn lists(known: &Known) -> Vec<(&'static str, Vec<String>)> {
        vec![("committee", known.committees.all())]
    }

    async fn save_all(cx: &mut Cx<'_>, years: Vec<OpeningYear>) -> Result<()> {
        for one in years {
            save(cx, one).await?;
        }
        Ok(())
    }
}

async fn save(cx: &mut Cx<'_>, opening: OpeningYear) -> Result<()> {
    let months = opening.given.iter().filter_map(|number| {
        Some(OpeningMonth {
            month: month_of(&opening, *number)?,
            unit_ids: opening.served.get(number).cloned().unwrap_or_default(),
        })
    });
    let numbers = opening.numbered;
    let save = SaveOpening {
        months: months.collect(),
        year: opening.year,
        // Numbers that are kept are there to compare with; only those of the sheet are set.
        next_session: opening.next_session.filter(|_| numbers),
        next_issue: opening.next_issue.filter(|_| numbers),
        committee_id: opening.committee_id,
    };
    commands::save(cx, save).await?;
    Ok(())
}
