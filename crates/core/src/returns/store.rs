use super::MonthlyReturn;
use crate::calendar::Month;
use crate::error::Result;
use crate::storage::{Select, Tx};

/// The returns of a month that were read in; of one committee or of all.
pub(super) async fn received(
    tx: &mut Tx,
    month: Month,
    committee: Option<&str>,
) -> Result<Vec<MonthlyReturn>> {
    Select::new(
        "SELECT id, version, committee_id, month, file_name, file_hash, received_at, by_name
         FROM monthly_return",
    )
    .and("month = ?", vec![month.to_string().into()])
    .and_some("committee_id = ?", committee)
    .tail("ORDER BY id")
    .all(tx)
    .await
}
