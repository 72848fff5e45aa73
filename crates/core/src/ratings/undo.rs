//! What may not be put back once a month's results are published.

use super::{RatingEntry, RatingPeriod, RatingState, ScoreSheet};
use crate::office::Cx;
use ground::error::{Error, Result};
use std::collections::BTreeSet;
use storage::{Record, Undoing};

/// Refuses to take back scores and standings of a month that was published since: what hangs on the walls rests on
/// them.
///
/// # Errors
/// `State`.
pub(super) async fn refuse_undoing_published(cx: &mut Cx<'_>, lines: &[Undoing]) -> Result<()> {
    let rests_on = [ScoreSheet::TABLE.name, RatingEntry::TABLE.name];
    let mut periods = BTreeSet::new();
    for line in lines.iter().filter(|line| rests_on.contains(&&*line.table)) {
        let record = line.newest()?;
        periods.extend(record["period_id"].as_str().map(str::to_owned));
    }
    for id in periods {
        let period: Option<RatingPeriod> = cx.tx.find(&id).await?;
        // A month in correction is a draft again, and its next version is counted anew.
        if period.is_some_and(|period| period.state != RatingState::Draft) {
            let message =
                "这个月的考评已发布，评分和参评情况不能撤销；确需改动请先“更正”，改好后重新发布。";
            return Err(Error::state(message));
        }
    }
    Ok(())
}
