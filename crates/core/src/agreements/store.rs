use super::{Agreement, AgreementReport, AgreementState, ListAgreements, StoredAgreement};
use chrono::NaiveDate;
use ground::calendar::{Quarter, later};
use ground::error::Result;
use serde_json::json;
use storage::{Listing, Order, Page, Select, Tx, order};

const AGREEMENT: &str = "SELECT r.id, r.version, r.committee_id, r.unit_id, r.unit_name, r.party_name,
    r.title, r.content, r.signed_on, r.starts_on, r.expires_on, r.signer, r.unit_signer,
    r.reports_quarterly, r.renews_id, r.ended_on, r.end_reason, c.short_name AS committee,
    CASE WHEN EXISTS (SELECT 1 FROM agreement n WHERE n.renews_id = r.id) THEN TRUE ELSE FALSE END AS renewed,
    (SELECT MAX(p.quarter) FROM agreement_report p WHERE p.agreement_id = r.id) AS last_report
    FROM agreement r JOIN committee c ON c.id = r.committee_id";

/// Agreements of one unit that its record shows, at most.
const OF_UNIT: i64 = 50;

static BY_END: Order = order!("r.expires_on" Date, "r.id" Text);

/// One page of agreements, what ends first first.
pub(crate) async fn agreement_page(
    tx: &mut Tx,
    args: &ListAgreements,
    reach: &[String],
    today: NaiveDate,
    ahead: i64,
) -> Result<Page<StoredAgreement>> {
    let mut select = Select::new(AGREEMENT)
        .and_some("r.unit_id = ?", args.unit_id.as_ref())
        .and_some("r.committee_id = ?", args.committee_id.as_ref());
    select = select.within_reach("r.committee_id", reach);
    let select = standing(select, args.state, today, ahead).found_by("agreement", &args.search);
    let listing = Listing {
        page: &args.page,
        counted: "SELECT COUNT(*) FROM agreement r",
        order: &BY_END,
        in_order: None,
        descending: false,
    };
    let place = |row: &StoredAgreement| json!([row.agreement.expires_on, row.agreement.id]);
    select.page(tx, listing, place).await
}

const NOT_RENEWED: &str = "NOT EXISTS (SELECT 1 FROM agreement n WHERE n.renews_id = r.id)";

/// The same rules as [`Agreement::state`], as conditions.
fn standing(select: Select, state: Option<AgreementState>, today: NaiveDate, ahead: i64) -> Select {
    let ended = "r.ended_on IS NOT NULL AND r.ended_on <= ?";
    let not_ended = "r.ended_on IS NULL OR r.ended_on > ?";
    let soon = later(today, ahead);
    let Some(state) = state else {
        return select;
    };
    if state == AgreementState::Ended {
        return select.and(ended, vec![today.into()]);
    }
    let select = select.and(not_ended, vec![today.into()]);
    if state == AgreementState::Draft {
        return select.and("r.signed_on IS NULL", vec![]);
    }
    let select = select.and("r.signed_on IS NOT NULL", vec![]);
    match state {
        AgreementState::Expired => select.and("r.expires_on < ?", vec![today.into()]),
        AgreementState::Ending => select
            .and(
                "r.expires_on >= ? AND r.expires_on <= ?",
                vec![today.into(), soon.into()],
            )
            .and(NOT_RENEWED, vec![]),
        _ => select.and("r.expires_on >= ?", vec![today.into()]).and(
            "r.expires_on > ? OR EXISTS (SELECT 1 FROM agreement n WHERE n.renews_id = r.id)",
            vec![soon.into()],
        ),
    }
}

/// One agreement with what its state follows from.
pub(crate) async fn agreement_by_id(tx: &mut Tx, id: &str) -> Result<Option<StoredAgreement>> {
    let rows = Select::new(AGREEMENT).and("r.id = ?", vec![id.into()]);
    Ok(rows.all(tx).await?.into_iter().next())
}

/// A unit's agreements within reach, the newest first.
pub(crate) async fn agreements_of_unit(
    tx: &mut Tx,
    unit: &str,
    reach: &[String],
) -> Result<Vec<StoredAgreement>> {
    let mut select = Select::new(AGREEMENT).and("r.unit_id = ?", vec![unit.into()]);
    select = select.within_reach("r.committee_id", reach);
    select
        .tail("ORDER BY r.expires_on DESC, r.id DESC")
        .limit(OF_UNIT)
        .all(tx)
        .await
}

/// Every agreement within reach, in the order they end.
pub(crate) async fn every_agreement(tx: &mut Tx, reach: &[String]) -> Result<Vec<Agreement>> {
    let all: Vec<StoredAgreement> = Select::new(AGREEMENT)
        .within_reach("r.committee_id", reach)
        .tail("ORDER BY r.expires_on, r.id")
        .all(tx)
        .await?;
    Ok(all.into_iter().map(|stored| stored.agreement).collect())
}

/// Signed agreements that hold on a day or held at the end of the quarter before it: all that the
/// desk may have to remind of.
pub(crate) async fn agreements_in_force(
    tx: &mut Tx,
    only: Option<&str>,
    today: NaiveDate,
) -> Result<Vec<StoredAgreement>> {
    // What has ended since may still owe the report on the quarter it held in.
    let since = Quarter::of(today).previous().last_day();
    Select::new(AGREEMENT)
        .and("r.signed_on IS NOT NULL", vec![])
        .and("r.expires_on >= ?", vec![since.into()])
        .and("r.ended_on IS NULL OR r.ended_on >= ?", vec![since.into()])
        .and_some("r.committee_id = ?", only)
        .tail("ORDER BY r.expires_on, r.id")
        .all(tx)
        .await
}

/// Reports on an agreement, newest first.
pub(crate) async fn reports_of(tx: &mut Tx, agreement: &str) -> Result<Vec<AgreementReport>> {
    tx.all(
        "SELECT id, version, agreement_id, quarter, reported_on, by_name, done, problems, plans
         FROM agreement_report WHERE agreement_id = $1 ORDER BY quarter DESC",
        vec![agreement.into()],
    )
    .await
}

/// The agreement that renews another.
pub(crate) async fn renewal_of(tx: &mut Tx, id: &str) -> Result<Option<Agreement>> {
    tx.one(
        "SELECT id, version, committee_id, unit_id, unit_name, party_name, title, content, signed_on,
                starts_on, expires_on, signer, unit_signer, reports_quarterly, renews_id, ended_on,
                end_reason FROM agreement WHERE renews_id = $1",
        vec![id.into()],
    )
    .await
}
