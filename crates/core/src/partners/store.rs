use super::args::{ListPartners, PartnerCount, PartnerSort, ServiceSum, TagCount};
use super::{Partner, PartnerKind, PartnerState, rules};
use chrono::{Days, NaiveDate};
use ground::error::Result;
use serde_json::json;
use sqlx::FromRow;
use std::collections::HashMap;
use storage::{Kind, Listing, Order, Page, Select, Tx, Way, order};

const PARTNER: &str = "SELECT r.id, r.version, r.kind, r.name, r.sort_key, r.community_id, r.unit_id,
    r.contact_name, r.phone, r.skills, r.services, r.discount, r.times, r.free_time, r.state, r.steps,
    r.number, r.term_from, r.term_to, r.ends_on, r.note, r.retired FROM partner r";

/// The kind under which names, skills and services are searched for.
pub(super) const FOUND_AS: &str = "partner";

/// What a list goes by beside its arguments.
pub(super) struct Reach {
    /// Communities this person may see; all when none.
    pub communities: Option<Vec<String>>,
    /// Today.
    pub today: NaiveDate,
    /// Days ahead that a term is about to end.
    pub days: i64,
}

/// One page of partners under the filters of a list.
pub(super) async fn page(tx: &mut Tx, args: &ListPartners, reach: &Reach) -> Result<Page<Partner>> {
    let select = filtered(args, reach).found_by(FOUND_AS, &args.search);
    cut(tx, select, args).await
}

/// How many partners of each kind there are under the filters of a list.
pub(super) async fn counts(
    tx: &mut Tx,
    args: &ListPartners,
    reach: &Reach,
) -> Result<Vec<PartnerCount>> {
    filtered(args, reach)
        .found_by(FOUND_AS, &args.search)
        .counted("SELECT r.kind, COUNT(*) AS count FROM partner r")
        .tail("GROUP BY r.kind ORDER BY r.kind")
        .all(tx)
        .await
}

/// Cuts a page out of a selection of partners.
pub(super) async fn cut(tx: &mut Tx, select: Select, args: &ListPartners) -> Result<Page<Partner>> {
    let sort = args.sort;
    let listing = Listing {
        page: &args.page,
        counted: "SELECT COUNT(*) FROM partner r",
        order: match sort {
            PartnerSort::Name => &BY_NAME,
            PartnerSort::Ends => &BY_END,
        },
        in_order: None,
        descending: args.descending,
    };
    let place = move |partner: &Partner| match sort {
        PartnerSort::Name => json!([partner.sort_key, partner.id]),
        PartnerSort::Ends => json!([NEVER, partner.ends_on.unwrap_or(NEVER), partner.id]),
    };
    select.page(tx, listing, place).await
}

/// The filters of a list.
pub(super) fn filtered(args: &ListPartners, reach: &Reach) -> Select {
    let mut select = Select::new(PARTNER);
    if !args.retired {
        select = select.and("r.retired = FALSE", vec![]);
    }
    if !args.ids.is_empty() {
        select = select.within("r.id", &args.ids);
    }
    if !args.kinds.is_empty() {
        let codes: Vec<String> = args
            .kinds
            .iter()
            .map(|kind| kind.code().to_owned())
            .collect();
        select = select.within("r.kind", &codes);
    }
    if !args.states.is_empty() {
        let codes: Vec<String> = args
            .states
            .iter()
            .map(|state| state.code().to_owned())
            .collect();
        select = select.within("r.state", &codes);
    }
    if !args.community_ids.is_empty() {
        select = select.within("r.community_id", &args.community_ids);
    }
    if let Some(communities) = &reach.communities {
        select = select.within("r.community_id", communities);
    }
    if args.ending {
        let days = Days::new(u64::try_from(reach.days).unwrap_or_default());
        let until = reach.today.checked_add_days(days).unwrap_or(reach.today);
        select = select
            .and("r.ends_on <= ?", vec![until.into()])
            .and("r.state IN ('appointed', 'renewed')", vec![]);
    }
    select.and_some(
        "r.id IN (SELECT t.record FROM search_term t WHERE t.kind = 'partner_skill' AND t.term = ?)",
        args.skill.as_ref().filter(|skill| !skill.is_empty()),
    )
}

/// Stands for the end of a term that has none, so that those come last.
const NEVER: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

static BY_NAME: Order = order!("r.sort_key" Text, "r.id" Text);
/// By the end of the term. A place begins with [`NEVER`], which stands for an end that is none: the engines have no
/// common way to write a day, so it is bound.
static BY_END: Order = Order {
    kinds: &[Kind::Date, Kind::Date, Kind::Text],
    up: Way {
        after: "(COALESCE(r.ends_on, ?), r.id) > (?, ?)",
        tail: "ORDER BY r.ends_on NULLS LAST, r.id",
    },
    down: Way {
        after: "(COALESCE(r.ends_on, ?), r.id) < (?, ?)",
        tail: "ORDER BY r.ends_on DESC NULLS FIRST, r.id DESC",
    },
};

/// Partners of these keys.
pub(crate) async fn by_ids(tx: &mut Tx, ids: &[String]) -> Result<Vec<Partner>> {
    Select::new(PARTNER).within("r.id", ids).all(tx).await
}

/// Every partner, in use or not: for an import, which compares with all of them.
pub(super) async fn all(tx: &mut Tx) -> Result<Vec<Partner>> {
    Select::new(PARTNER)
        .tail("ORDER BY r.retired, r.id")
        .all(tx)
        .await
}

/// Keys and names of those with a 聘书编号.
pub(super) async fn holders_of(tx: &mut Tx, number: &str) -> Result<Vec<(String, String)>> {
    tx.all(
        "SELECT id, name FROM partner WHERE number = $1 AND number <> '' ORDER BY id",
        vec![number.into()],
    )
    .await
}

/// Partners of this kind and name in a community, in use.
pub(super) async fn namesakes(
    tx: &mut Tx,
    kind: PartnerKind,
    name: &str,
    community: Option<&str>,
) -> Result<Vec<Partner>> {
    let select = Select::new(PARTNER)
        .and("r.retired = FALSE", vec![])
        .and("r.kind = ?", vec![kind.code().into()])
        .and("r.name = ?", vec![name.into()]);
    let select = match community {
        Some(id) => select.and("r.community_id = ?", vec![id.into()]),
        None => select.and("r.community_id IS NULL", vec![]),
    };
    select.tail("ORDER BY r.id").all(tx).await
}

/// Tags of a kind with how many partners have them, most used first.
pub(super) async fn tags(tx: &mut Tx, kind: &str) -> Result<Vec<TagCount>> {
    tx.all(
        "SELECT term AS tag, COUNT(*) AS count FROM search_term WHERE kind = $1
         GROUP BY term ORDER BY count DESC, term LIMIT 200",
        vec![kind.into()],
    )
    .await
}

#[derive(FromRow)]
struct SumRow {
    partner_id: String,
    #[sqlx(flatten)]
    sum: ServiceSum,
}

/// What these partners did from one day to another.
pub(crate) async fn sums_of(
    tx: &mut Tx,
    ids: &[String],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<HashMap<String, ServiceSum>> {
    // Without the cast PostgreSQL adds whole numbers up to NUMERIC, SQLite does not.
    let rows: Vec<SumRow> = Select::new(
        "SELECT h.partner_id, COUNT(*) AS services, CAST(SUM(h.minutes) AS BIGINT) AS minutes,
                CAST(COALESCE(SUM(s.people_served), 0) AS BIGINT) AS people
         FROM service_share h JOIN service s ON s.id = h.service_id",
    )
    .and("s.retired = FALSE", vec![])
    .and("s.date >= ? AND s.date <= ?", vec![from.into(), to.into()])
    .within("h.partner_id", ids)
    .tail("GROUP BY h.partner_id")
    .all(tx)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.partner_id, row.sum))
        .collect())
}

/// Terms about to end in a community, for the desk.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct EndingTerms {
    /// The community; none for partners of the whole street.
    pub community_id: Option<String>,
    /// How many.
    pub partners: i64,
    /// The earliest end.
    pub first: NaiveDate,
    /// The partner's key and name, where it is the only one.
    pub id: String,
    pub name: String,
}

/// Terms of those who serve that end by a day, by community.
pub(crate) async fn ending_terms(tx: &mut Tx, until: NaiveDate) -> Result<Vec<EndingTerms>> {
    tx.all(
        "SELECT community_id, COUNT(*) AS partners, MIN(ends_on) AS first, MIN(id) AS id, MIN(name) AS name
         FROM partner WHERE retired = FALSE AND state IN ('appointed', 'renewed') AND ends_on <= $1
         GROUP BY community_id ORDER BY community_id",
        vec![until.into()],
    )
    .await
}

impl Reach {
    /// Whether the term of a partner is about to end.
    pub fn ending(&self, partner: &Partner) -> bool {
        rules::is_ending(partner, self.today, self.days)
    }
}

/// Partners who serve, by kind and community.
#[derive(Debug, Clone, FromRow)]
pub(super) struct Serving {
    pub kind: PartnerKind,
    pub community_id: Option<String>,
    pub count: i64,
}

/// Counts those who serve now.
pub(super) async fn serving(tx: &mut Tx) -> Result<Vec<Serving>> {
    let states: Vec<String> = PartnerState::ALL
        .into_iter()
        .filter(|state| state.serves())
        .map(|state| state.code().to_owned())
        .collect();
    Select::new("SELECT r.kind, r.community_id, COUNT(*) AS count FROM partner r")
        .and("r.retired = FALSE", vec![])
        .within("r.state", &states)
        .tail("GROUP BY r.kind, r.community_id")
        .all(tx)
        .await
}
