//! 节假日安排 as a sheet: one row for a run of days off, or for a weekend day that is worked.

use super::{CalendarYear, commands};
use crate::office::Cx;
use crate::registers::{
    Field, Register, RowFault, Rows, SheetInfo, day_of, day_value, text_of, text_value,
};
use chrono::{Datelike, NaiveDate};
use ground::calendar::{DaysOff, FuzzyDate, YearPack};
use ground::commands::NoArgs;
use ground::error::Result;
use tables::{Choice, Column, Kind};

/// The register of holidays.
pub(crate) struct HolidaySheet;

/// A row: days off, or one day that is worked.
#[derive(Clone, PartialEq)]
pub(crate) struct Holiday {
    id: String,
    works: bool,
    name: String,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

/// The years as they are, with the rows read so far.
pub(crate) struct Years(Vec<CalendarYear>);

type HolidayField = Field<Holiday, Years>;

const OFF: &str = "放假";
const WORKS: &str = "调休上班";
const KINDS: &[Choice] = &[
    Choice {
        value: OFF,
        synonyms: &["休", "放假调休", "休息", "法定节假日"],
    },
    Choice {
        value: WORKS,
        synonyms: &["班", "上班", "补班", "调休", "调班"],
    },
];
/// What a pack made here says of its source.
const SOURCE: &str = "按节假日安排表登记";

const FIELDS: &[HolidayField] = &[
    Field {
        column: Column {
            synonyms: &["类型", "安排", "放假或上班"],
            required: true,
            hint: "放假，或周末调休上班。",
            example: OFF,
            ..Column::new("kind", "类别", Kind::Choice(KINDS))
        },
        get: |holiday, _| text_value(if holiday.works { WORKS } else { OFF }),
        set: |holiday, value, _| {
            holiday.works = text_of(value) == WORKS;
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["名称", "节日名称", "节假日"],
            max_length: 20,
            hint: "如国庆节；调休上班可以不填。",
            example: "国庆节",
            ..Column::new("name", "节日", Kind::Name)
        },
        get: |holiday, _| text_value(&holiday.name),
        set: |holiday, value, _| {
            holiday.name = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["日期", "开始", "起", "放假开始", "起始日期"],
            required: true,
            hint: "第一天。",
            example: "2027年10月1日",
            ..Column::new("from", "开始日期", Kind::Day)
        },
        get: |holiday, _| day_value(holiday.from),
        set: |holiday, value, _| {
            holiday.from = day_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["结束", "止", "放假结束", "截止日期"],
            hint: "最后一天；只有一天的可以不填。",
            example: "2027年10月7日",
            ..Column::new("to", "结束日期", Kind::Day)
        },
        get: |holiday, _| day_value(holiday.to),
        set: |holiday, value, _| {
            holiday.to = day_of(value);
            Ok(())
        },
    },
];

impl Holiday {
    fn of_days_off(off: &DaysOff) -> Self {
        Self {
            // Rows live inside their year's pack and have no key. Year and name stay the same
            // when the days of a holiday are put right.
            id: format!("off:{}:{}", off.from.year(), off.name),
            works: false,
            name: off.name.clone(),
            from: Some(off.from),
            to: Some(off.to),
        }
    }

    fn of_worked(day: NaiveDate) -> Self {
        Self {
            id: format!("work:{day}"),
            works: true,
            name: String::new(),
            from: Some(day),
            to: Some(day),
        }
    }
}

/// Puts a row into its year's pack, in place of the one it came from.
fn put(pack: &mut YearPack, holiday: &Holiday, before: Option<&Holiday>) {
    let Some((from, to)) = holiday.from.zip(holiday.to) else {
        return;
    };
    if let Some(before) = before {
        pack.off
            .retain(|off| before.works || Some(off.from) != before.from);
        pack.working
            .retain(|day| !before.works || Some(*day) != before.from);
    }
    if holiday.works {
        pack.working
            .extend(from.iter_days().take_while(|day| *day <= to));
        pack.working.sort_unstable();
        pack.working.dedup();
    } else {
        let name = holiday.name.clone();
        pack.off.push(DaysOff { name, from, to });
        pack.off.sort_by_key(|off| off.from);
    }
}

fn year_of(years: &mut Vec<CalendarYear>, year: i32) -> &mut CalendarYear {
    let at = years.iter().position(|kept| kept.pack.0.year == year);
    let at = at.unwrap_or_else(|| {
        years.push(CalendarYear {
            id: String::new(),
            version: 0,
            year: year.into(),
            pack: YearPack {
                year,
                source: SOURCE.to_owned(),
                off: Vec::new(),
                working: Vec::new(),
            }
            .into(),
        });
        years.len() - 1
    });
    &mut years[at]
}

impl Rows for HolidaySheet {
    type Item = Holiday;
    type Known = Years;

    const INFO: SheetInfo = SheetInfo {
        thing: "节假日",
        title: "节假日和调休安排",
        note: "按国务院办公厅通知填写；放假一行写起止日期，调休上班的周末各写一行；首行示例导入时会跳过。",
        frozen: 2,
        all_sheets: true,
        exports: true,
    };
    const KEY: &'static [&'static str] = &["kind", "from"];

    fn fields() -> &'static [HolidayField] {
        FIELDS
    }

    fn id(holiday: &Holiday) -> &str {
        &holiday.id
    }

    fn begin(_: String, _: &Years) -> Holiday {
        Holiday {
            id: String::new(),
            works: false,
            name: String::new(),
            from: None,
            to: None,
        }
    }

    fn name(holiday: &Holiday, _: &Years) -> (String, String) {
        let day = holiday.from.map(|day| FuzzyDate::Day(day).to_string());
        let what = if holiday.works { WORKS } else { &holiday.name };
        let year = holiday.from.map(|day| format!("{}年", day.year()));
        (
            format!("{what} {}", day.unwrap_or_default()),
            year.unwrap_or_default(),
        )
    }

    fn settle(
        holiday: &mut Holiday,
        kept: Option<&Holiday>,
        years: &mut Years,
    ) -> Result<(), RowFault> {
        let wrong = |column, reason: String| Err(RowFault { column, reason });
        if !holiday.works && holiday.name.is_empty() {
            return wrong("name", "放假须写明是什么节日，请补填。".to_owned());
        }
        // Where only the first day was put right, the last one that is kept may lie before it.
        let moved = kept.is_some_and(|kept| kept.from != holiday.from && kept.to == holiday.to);
        if holiday.to.is_none() || (moved && holiday.to < holiday.from) {
            holiday.to = holiday.from;
        }
        if kept == Some(holiday) {
            return Ok(());
        }
        let Some(from) = holiday.from else {
            return wrong("from", "开始日期未填，请补填。".to_owned());
        };
        let year = year_of(&mut years.0, from.year());
        // On a copy: a row that is refused leaves the year as the next rows have to find it.
        let mut pack = year.pack.0.clone();
        put(&mut pack, holiday, kept);
        match pack.check() {
            Ok(()) => year.pack.0 = pack,
            Err(cause) => return wrong("from", format!("{cause}。")),
        }
        Ok(())
    }
}

impl Register for HolidaySheet {
    async fn known(cx: &mut Cx<'_>) -> Result<Years> {
        Ok(Years(commands::list_years(cx, NoArgs {}).await?))
    }

    async fn kept(cx: &mut Cx<'_>) -> Result<Vec<Holiday>> {
        let years = commands::list_years(cx, NoArgs {}).await?;
        let rows = years.iter().flat_map(|year| {
            let off = year.pack.off.iter().map(Holiday::of_days_off);
            off.chain(year.pack.working.iter().copied().map(Holiday::of_worked))
        });
        Ok(rows.collect())
    }

    async fn save_all(cx: &mut Cx<'_>, holidays: Vec<Holiday>) -> Result<()> {
        for one in holidays {
            save(cx, one).await?;
        }
        Ok(())
    }
}

async fn save(cx: &mut Cx<'_>, holiday: Holiday) -> Result<()> {
    let Some(from) = holiday.from else {
        return Ok(());
    };
    // Read anew for each row, since the rows before it may have changed the same year.
    let before = HolidaySheet::kept(cx).await?;
    let before = before.iter().find(|kept| kept.id == holiday.id);
    let mut years = commands::list_years(cx, NoArgs {}).await?;
    let year = year_of(&mut years, from.year());
    put(&mut year.pack.0, &holiday, before);
    let year = year.clone();
    commands::save_year(cx, year).await?;
    Ok(())
}
