//! The six figures leaders look at, each with its one definition.

use super::scope::Scope;
use super::store;
use super::workbook::{AssignmentMonth, Figure, MeetingCount};
use crate::assignments::{DueCount, Figures, due_between};
use crate::committees::Committee;
use crate::office::Cx;
use crate::rota::{MeetingMonths, meeting_months};
use chrono::NaiveDate;
use ground::calendar::Month;
use ground::error::Result;
use ground::figures::Ratio;

/// The months of which assignments fall due in a chart.
const CHARTED: i32 = 12;

/// The assignments due in the months a summary speaks of, read once.
pub(super) struct Due {
    counts: Vec<DueCount>,
    today: NaiveDate,
}

impl Due {
    pub(super) async fn read(cx: &mut Cx<'_>, scope: &Scope) -> Result<Self> {
        // From the earliest month that any of the figures asks for, so that all share one
        // reading.
        let from = scope.before().0.min(charted(scope)[0]);
        let (first, last) = (from.first_day(), scope.month.last_day());
        Ok(Self {
            counts: due_between(&mut cx.tx, first, last, &scope.reach).await?,
            today: cx.today(),
        })
    }

    /// By the one definition of the figures.
    fn between(&self, from: NaiveDate, to: NaiveDate) -> Figures {
        let within = |row: &&DueCount| (from..=to).contains(&row.due_on);
        let due: Vec<DueCount> = self.counts.iter().filter(within).cloned().collect();
        Figures::of(&due, self.today)
    }

    fn in_months(&self, (from, to): (Month, Month)) -> Figures {
        self.between(from.first_day(), to.last_day())
    }

    /// The twelve months up to the last one: what was due in each by today, closed and not.
    pub(super) fn by_month(&self, scope: &Scope) -> Vec<AssignmentMonth> {
        let month = |month: Month| {
            // A running month counts what is due up to the day of the figures.
            let due = self.between(month.first_day(), month.last_day().min(self.today));
            AssignmentMonth {
                month: format!("{}月", month.number()),
                closed: due.closed.part,
                overdue: due.late.part,
            }
        };
        charted(scope).into_iter().map(month).collect()
    }
}

fn charted(scope: &Scope) -> Vec<Month> {
    scope.month.minus(CHARTED - 1).through(scope.month)
}

/// The figures of a summary beside those of as many months before.
pub(super) async fn figures(cx: &mut Cx<'_>, scope: &Scope, due: &Due) -> Result<Vec<Figure>> {
    let (span, before) = ((scope.from, scope.month), scope.before());
    let (units, seats) = store::registered(&mut cx.tx, &scope.reach).await?;
    let (now, then) = (due.in_months(span), due.in_months(before));
    let met = met(cx, scope, span).await?;
    let met_before = self::met(cx, scope, before).await?;
    let (today, after) = (cx.today(), scope.month.plus(1).first_day());
    // As it stood when the period was over; while it is not, as it stands today.
    let late = store::late_on(&mut cx.tx, after.min(today), &scope.reach).await?;
    let late_before = scope.from.first_day().min(today);
    let late_before = store::late_on(&mut cx.tx, late_before, &scope.reach).await?;
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
            denominator: Some(met.due),
            previous: Some((met_before.held, Some(met_before.due))),
            ..count(
                "联席会议",
                "次",
                met.held,
                None,
                "已召开 ÷ 应召开；排有轮值的大党委每个会议周期应开一次，启用前的月份不计。",
                "联席会议",
            )
        },
        rate(
            "交办办结率",
            now.closed,
            then.closed,
            "期内到期事项中已办结（经批准）的 ÷ 期内到期的。",
        ),
        rate(
            "按时办结率",
            now.on_time,
            then.on_time,
            "期内到期事项中在期限（含事先批准的延期）前办结的 ÷ 期内到期的。",
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

/// The meetings of all committees together.
async fn met(cx: &mut Cx<'_>, scope: &Scope, span: (Month, Month)) -> Result<MeetingMonths> {
    let all = meeting_months(cx, span, &scope.reach).await?;
    Ok(MeetingMonths {
        held: all.values().map(|of| of.held).sum(),
        due: all.values().map(|of| of.due).sum(),
    })
}

/// Meetings due and held by committee, from January to the last month.
pub(super) async fn meeting_counts(cx: &mut Cx<'_>, scope: &Scope) -> Result<Vec<MeetingCount>> {
    let span = (scope.january(), scope.month);
    let all = meeting_months(cx, span, &scope.reach).await?;
    let count = |committee: &Committee| {
        let of = all.get(&committee.id).copied().unwrap_or_default();
        MeetingCount {
            committee: committee.short_name.clone(),
            planned: of.due,
            held: of.held,
        }
    };
    Ok(scope.committees.iter().map(count).collect())
}
