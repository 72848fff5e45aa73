//! The six figures leaders look at, each with its one definition.

use super::store;
use super::workbook::{Figure, MeetingCount};
use crate::assignments::{Figures, Ratio, due_between};
use crate::calendar::Month;
use crate::error::Result;
use crate::office::Cx;
use chrono::NaiveDate;

/// A month with the last day that counts in it: today, or its end when it is past.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub month: Month,
    pub until: NaiveDate,
}

impl Span {
    pub(super) fn of(month: Month, today: NaiveDate) -> Self {
        Self {
            month,
            until: month.last_day().min(today),
        }
    }

    fn before(self, today: NaiveDate) -> Self {
        Self::of(self.month.minus(1), today)
    }
}

/// The figures of a month beside those of the month before.
pub(super) async fn figures(cx: &mut Cx<'_>, span: Span, planned: i64) -> Result<Vec<Figure>> {
    let before = span.before(cx.today());
    let (units, seats) = registers(cx).await?;
    let (now, then) = (
        due_in(cx, span.month).await?,
        due_in(cx, before.month).await?,
    );
    let (held, held_before) = (held(cx, span.month).await?, held(cx, before.month).await?);
    let day_after = span.until.succ_opt().unwrap_or(span.until);
    let as_of = day_after.min(cx.today());
    let late = store::late_on(&mut cx.tx, as_of).await?;
    let late_before = store::late_on(&mut cx.tx, span.month.first_day()).await?;
    Ok(vec![
        count(
            "成员单位",
            "家",
            units,
            None,
            "在册的成员单位，停用的不计。",
            "成员单位",
        ),
        count(
            "席位",
            "个",
            seats,
            None,
            "各大党委在册席位之和，一家单位可有几个席位。",
            "成员单位",
        ),
        Figure {
            denominator: Some(planned),
            previous: Some((held_before, Some(planned))),
            ..count(
                "联席会议",
                "次",
                held,
                None,
                "本月已召开 ÷ 本月排有轮值、应召开的大党委数。",
                "联席会议",
            )
        },
        rate(
            "交办办结率",
            now.closed,
            then.closed,
            "本月到期事项中已办结（经批准）的 ÷ 本月到期的。",
        ),
        rate(
            "按时办结率",
            now.on_time,
            then.on_time,
            "本月到期事项中在期限（含事先批准的延期）前办结的 ÷ 本月到期的。",
        ),
        Figure {
            lower_is_better: true,
            ..count(
                "逾期事项",
                "项",
                late,
                Some(late_before),
                "已过办理期限、尚未办结的事项。",
                "交办事项",
            )
        },
    ])
}

fn count(
    label: &str,
    unit: &str,
    now: i64,
    before: Option<i64>,
    definition: &str,
    sheet: &str,
) -> Figure {
    Figure {
        label: label.into(),
        unit: unit.into(),
        numerator: now,
        denominator: None,
        previous: before.map(|before| (before, None)),
        definition: definition.into(),
        sheet: Some(sheet.into()),
        lower_is_better: false,
    }
}

fn rate(label: &str, now: Ratio, before: Ratio, definition: &str) -> Figure {
    Figure {
        denominator: Some(now.whole),
        previous: Some((before.part, Some(before.whole))),
        ..count(label, "项", now.part, None, definition, "交办事项")
    }
}

async fn registers(cx: &mut Cx<'_>) -> Result<(i64, i64)> {
    let units = "SELECT COUNT(*) FROM member_unit WHERE retired = FALSE";
    let seats = "SELECT COUNT(*) FROM membership WHERE retired = FALSE";
    Ok((
        cx.tx.number(units, vec![]).await?,
        cx.tx.number(seats, vec![]).await?,
    ))
}

/// The assignments due from one day to another, by the one definition of their figures.
pub(super) async fn due(cx: &mut Cx<'_>, from: NaiveDate, to: NaiveDate) -> Result<Figures> {
    let reach = &cx.session.committees;
    let due = due_between(&mut cx.tx, from, to, reach).await?;
    Ok(Figures::of(&due, cx.today()))
}

async fn due_in(cx: &mut Cx<'_>, month: Month) -> Result<Figures> {
    due(cx, month.first_day(), month.last_day()).await
}

async fn held(cx: &mut Cx<'_>, month: Month) -> Result<i64> {
    let month = month.to_string();
    let held = store::held(&mut cx.tx, &month, &month).await?;
    Ok(i64::try_from(held.len()).unwrap_or(i64::MAX))
}

/// Meetings planned and held this year by committee, up to a month.
pub(super) async fn meeting_counts(
    cx: &mut Cx<'_>,
    month: Month,
    committees: &[(String, String, i64)],
) -> Result<Vec<MeetingCount>> {
    let from = format!("{:04}-01", month.year());
    let held = store::held(&mut cx.tx, &from, &month.to_string()).await?;
    let of = |id: &str| {
        held.iter()
            .find(|row| row.committee_id == id)
            .map_or(0, |row| row.held)
    };
    let count = |(id, committee, planned): &(String, String, i64)| MeetingCount {
        committee: committee.clone(),
        planned: *planned,
        held: of(id),
    };
    Ok(committees.iter().map(count).collect())
}
