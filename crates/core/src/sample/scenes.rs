//! Which meetings the sample tells: three past months of some committees, and this month.

use super::assignments::Outcome;
use super::days::Days;
use super::meetings::play;
use super::play::Player;
use crate::calendar::Month;
use crate::committees::CommitteeView;
use crate::error::Result;
use crate::meetings::StartNumbers;
use chrono::NaiveDate;

/// Committees whose meetings are told, the first of them the 街道大工委.
const TOLD: usize = 6;
/// Past months that are told.
const MONTHS: i32 = 3;
/// Meetings a committee has had before this month.
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
    let told = committees
        .get(..TOLD.min(committees.len()))
        .unwrap_or_default();
    let first = days.month().minus(MONTHS);
    for view in told {
        go_on_counting(player, view, first).await?;
    }
    for (step, month) in first.through(days.month().minus(1)).into_iter().enumerate() {
        for (place, view) in told.iter().enumerate() {
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
    for scene in this_month(told, days) {
        play(player, days, scene).await?;
    }
    Ok(())
}

/// One meeting is done, one waits for its signature, one has been announced, two are in preparation.
fn this_month<'a>(told: &'a [CommitteeView], days: &'a Days) -> impl Iterator<Item = Scene<'a>> {
    let lately = days.lately();
    let stages = [
        (1, lately, Stage::Signed),
        (2, lately, Stage::Held),
        (0, days.soon(3), Stage::Notified),
        (3, days.soon(5), Stage::Preparing),
        (4, days.soon(6), Stage::Preparing),
    ];
    stages.into_iter().filter_map(move |(place, date, stage)| {
        let view = told.get(place)?;
        Some(Scene {
            view,
            month: days.month(),
            date,
            stage,
            place,
            step: PAST_MEETINGS,
            outcome: Outcome::UnderWay,
        })
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
        .give::<crate::api::Done>("meetings.startNumbers", start)
        .await
        .map(drop)
}
