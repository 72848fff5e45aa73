//! Which meetings the sample tells: three past months of some committees, and this month.

use super::assignments::Outcome;
use super::days::Days;
use super::meetings::play;
use chrono::NaiveDate;
use ground::calendar::Month;
use ground::error::Result;
use tongxin_core::meetings::StartNumbers;
use tongxin_core::sampling::Player;
use tongxin_core::views::CommitteeView;

/// Committees whose past meetings are told, the first of them the 街道大工委.
const TOLD: usize = 6;
/// Past months that are told.
const MONTHS: i32 = 3;
/// Committees without a meeting this month.
const UNPLANNED: usize = 2;
/// Meetings a committee that is told has had before this month.
const PAST_MEETINGS: usize = 3;

/// How far a meeting has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    Preparing,
    Notified,
    Held,
    Signed,
}

/// One meeting to be told.
pub(super) struct Scene<'a> {
    pub view: &'a CommitteeView,
    pub month: Month,
    pub date: NaiveDate,
    pub stage: Stage,
    /// The committee's place in the street.
    pub place: usize,
    /// Which of the committee's meetings it is, from 0.
    pub step: usize,
    pub outcome: Outcome,
}

impl Scene<'_> {
    /// Which of the texts; differs from meeting to meeting.
    pub fn turn(&self) -> usize {
        self.step * 3 + self.place
    }
}

/// Holds all meetings, in the order of time.
pub(super) async fn hold(
    player: &Player<'_>,
    committees: &[CommitteeView],
    days: &Days,
) -> Result<()> {
    let first = days.month().minus(MONTHS);
    for (place, view) in committees.iter().enumerate() {
        let begins = if place < TOLD { first } else { days.month() };
        // Before any of its meetings takes a number.
        go_on_counting(player, view, begins).await?;
    }
    for (step, month) in first.through(days.month().minus(1)).into_iter().enumerate() {
        for (place, view) in committees.iter().take(TOLD).enumerate() {
            let date = days.of_month(month, 8 + place);
            let outcome = Outcome::of_past(days.month().months_since(month), place);
            let stage = Stage::Signed;
            let scene = Scene {
                view,
                month,
                date,
                stage,
                place,
                step,
                outcome,
            };
            play(player, days, scene).await?;
        }
    }
    for scene in this_month(committees, days) {
        play(player, days, scene).await?;
    }
    Ok(())
}

/// One meeting is done, one waits for its signature; of the others some have been announced, some
/// are in preparation, and the last two are not planned yet.
fn this_month<'a>(
    committees: &'a [CommitteeView],
    days: &'a Days,
) -> impl Iterator<Item = Scene<'a>> {
    let planned = committees.len().saturating_sub(UNPLANNED);
    let views = committees.iter().take(planned).enumerate();
    views.map(|(place, view)| {
        let (date, stage) = match place {
            1 => (days.lately(), Stage::Signed),
            2 => (days.lately(), Stage::Held),
            _ if place % 3 == 0 => (days.soon(2 + place % 4), Stage::Notified),
            _ => (days.soon(4 + place % 3), Stage::Preparing),
        };
        let step = if place < TOLD { PAST_MEETINGS } else { 0 };
        let (month, outcome) = (days.month(), Outcome::UnderWay);
        Scene {
            view,
            month,
            date,
            stage,
            place,
            step,
            outcome,
        }
    })
}

/// Numbers go on from the meetings before the program: one a month since January.
async fn go_on_counting(player: &Player<'_>, view: &CommitteeView, first: Month) -> Result<()> {
    let next = Some(i64::from(first.number()));
    let start = StartNumbers {
        committee_id: view.committee.id.clone(),
        year: i64::from(first.year()),
        kind: String::new(),
        next_session: next,
        next_issue: next,
    };
    player
        .give::<ground::commands::Done>("meetings.startNumbers", start)
        .await
        .map(drop)
}
