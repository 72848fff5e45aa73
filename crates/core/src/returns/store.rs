use super::MonthlyReturn;
use ground::calendar::Month;
use ground::error::Result;
use sqlx::FromRow;
use storage::{Select, Tx};

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

/// That a committee's return of a month came.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Came {
    pub committee_id: String,
    pub month: Month,
}

/// What came of a span of months, of every committee.
pub(crate) async fn came(tx: &mut Tx, from: Month, to: Month) -> Result<Vec<Came>> {
    tx.all(
        "SELECT committee_id, month FROM monthly_return WHERE month >= $1 AND month <= $2
         ORDER BY month, committee_id",
        vec![from.to_string().into(), to.to_string().into()],
    )
    .await
}
