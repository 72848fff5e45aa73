use super::{
    ListRatings, Publication, PublicationInfo, RatingEntry, RatingPeriod, RatingResult, RatingRow,
    ScoreSheet,
};
use ground::calendar::Month;
use ground::error::{Error, Result};
use storage::{Select, Tx};

const PERIOD: &str =
    "SELECT r.id, r.version, r.month, r.community_id, r.scheme_id, r.state, r.revision,
    r.publication_id, r.correction_reason, r.due_on, r.volunteers FROM rating_period r";

const PERIOD_ROW: &str = "SELECT r.id, r.version, r.month, r.community_id, r.scheme_id, r.state, r.revision,
    r.publication_id, r.correction_reason, r.due_on, r.volunteers, c.name AS community, s.name AS scheme,
    (SELECT COUNT(*) FROM rating_entry e WHERE e.period_id = r.id) AS entries,
    (SELECT COUNT(*) FROM rating_sheet h WHERE h.period_id = r.id) AS sheets,
    (SELECT COUNT(*) FROM rating_sheet h WHERE h.period_id = r.id AND h.marks <> '[]') AS filled
    FROM rating_period r JOIN rating_scheme s ON s.id = r.scheme_id
    LEFT JOIN community c ON c.id = r.community_id";

const ENTRY: &str =
    "SELECT id, version, period_id, object_id, community_id, community, compound_id,
    compound, name, chief, position, standing, basis FROM rating_entry";

const SHEET: &str =
    "SELECT id, version, period_id, rated_id, judge_id, assigned, marks FROM rating_sheet";

const RESULT: &str =
    "SELECT r.id, r.version, r.publication_id, r.month, r.object_id, r.community_id,
    r.scope_key, r.scope_name, r.name, r.chief, r.total, r.place, r.stars, r.flag
    FROM rating_result r JOIN rating_period p ON p.publication_id = r.publication_id";

/// Periods, newest first; `reach` are the communities this person may see, all when none are named.
pub(super) async fn periods(
    tx: &mut Tx,
    args: &ListRatings,
    reach: Option<&[String]>,
) -> Result<Vec<RatingRow>> {
    let mut select = Select::new(PERIOD_ROW);
    if let Some(year) = args.year {
        let ends = vec![
            format!("{year:04}-01").into(),
            format!("{year:04}-12").into(),
        ];
        select = select.and("r.month >= ? AND r.month <= ?", ends);
    }
    if let Some(community) = &args.community_id {
        // The street's own period rates every community.
        let of = "r.community_id = ? OR r.community_id IS NULL";
        select = select.and(of, vec![community.into()]);
    }
    let rows: Vec<RatingRow> = select
        .tail("ORDER BY r.month DESC, c.position, r.id")
        .limit(1000)
        .all(tx)
        .await?;
    let seen = |row: &RatingRow| match (&row.period.community_id, reach) {
        (Some(community), Some(reach)) => reach.contains(community),
        _ => true,
    };
    Ok(rows.into_iter().filter(seen).collect())
}

/// Periods of a month.
pub(super) async fn periods_of(tx: &mut Tx, month: Month) -> Result<Vec<RatingPeriod>> {
    Select::new(PERIOD)
        .and("r.month = ?", vec![month.to_string().into()])
        .tail("ORDER BY r.id")
        .all(tx)
        .await
}

/// The last periods before a month, newest first.
pub(super) async fn periods_before(
    tx: &mut Tx,
    month: Month,
    months: i32,
) -> Result<Vec<RatingPeriod>> {
    let ends = vec![
        month.minus(months).to_string().into(),
        month.to_string().into(),
    ];
    Select::new(PERIOD)
        .and("r.month >= ? AND r.month < ?", ends)
        .tail("ORDER BY r.month DESC, r.id")
        .all(tx)
        .await
}

/// The entries of a period in their order.
pub(super) async fn entries_of(tx: &mut Tx, period: &str) -> Result<Vec<RatingEntry>> {
    Select::new(ENTRY)
        .and("period_id = ?", vec![period.into()])
        .tail("ORDER BY position, id")
        .all(tx)
        .await
}

/// The sheets of a period, by the order they were made in.
pub(super) async fn sheets_of(tx: &mut Tx, period: &str) -> Result<Vec<ScoreSheet>> {
    Select::new(SHEET)
        .and("period_id = ?", vec![period.into()])
        .tail("ORDER BY id")
        .all(tx)
        .await
}

/// The published versions of a period, newest first.
pub(super) async fn publications_of(tx: &mut Tx, period: &str) -> Result<Vec<PublicationInfo>> {
    tx.all(
        "SELECT id, revision, published_on, published_by, reason, content_hash
         FROM rating_publication WHERE period_id = $1 ORDER BY revision DESC",
        vec![period.into()],
    )
    .await
}

/// One published version of a period.
///
/// # Errors
/// `NotFound`.
pub(super) async fn publication(tx: &mut Tx, period: &str, revision: i64) -> Result<Publication> {
    let found: Option<Publication> = tx
        .one(
            "SELECT id, version, period_id, revision, published_on, published_by, reason, content,
                content_hash, model, model_hash FROM rating_publication
             WHERE period_id = $1 AND revision = $2",
            vec![period.into(), revision.into()],
        )
        .await?;
    found.ok_or_else(|| Error::not_found("考评发布"))
}

/// Results as they are published now, from one month to another, by month.
pub(super) async fn results_between(
    tx: &mut Tx,
    from: Month,
    to: Month,
    communities: Option<&[String]>,
) -> Result<Vec<RatingResult>> {
    let ends = vec![from.to_string().into(), to.to_string().into()];
    // Only of the version that is valid now: a corrected month must not count twice.
    let mut select = Select::new(RESULT).and("p.month >= ? AND p.month <= ?", ends);
    if let Some(communities) = communities {
        select = select.within("r.community_id", communities);
    }
    select.tail("ORDER BY p.month, r.id").all(tx).await
}

/// The months with published results before a month, newest first.
pub(super) async fn last_published(tx: &mut Tx, before: Month) -> Result<Option<Month>> {
    let row: Option<(Month,)> = tx
        .one(
            "SELECT month FROM rating_period WHERE publication_id IS NOT NULL AND month < $1
             ORDER BY month DESC LIMIT 1",
            vec![before.to_string().into()],
        )
        .await?;
    Ok(row.map(|row| row.0))
}
