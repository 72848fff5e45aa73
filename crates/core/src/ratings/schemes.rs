use super::RatingScheme;
use super::rules::SchemeRules;
use crate::office::Cx;
use ground::commands::{NoArgs, RetireRecord};
use ground::error::{Error, Result};
use ground::text;
use serde::{Deserialize, Serialize};
use storage::Tx;
use ts_rs::TS;

/// The key of the scheme a new office begins with.
const FIRST_ID: &str = "scheme";
/// What the scheme of a new office is called.
const DEFAULT_NAME: &str = "楼栋积分管理考评方案";

const COLUMNS: &str =
    "SELECT id, version, series, revision, name, rules, note, retired FROM rating_scheme
    ORDER BY retired, name, series, revision DESC";

/// A scheme as lists show one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SchemeRow {
    /// The scheme.
    pub scheme: RatingScheme,
    /// Periods that go by it; one with any is not edited, only succeeded.
    pub periods: i64,
    /// Whether it is the newest revision of its series and in use.
    pub current: bool,
}

/// The schemes, and what a new one begins with.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SchemesView {
    /// Those in use first, by name, newest revision first.
    pub schemes: Vec<SchemeRow>,
    /// The default rules.
    pub defaults: SchemeRules,
}

/// Arguments of `schemes.save` and `schemes.succeed`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveScheme {
    /// Key; none for a new scheme.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new one.
    #[serde(default)]
    pub version: i64,
    /// Name, 1 to 40 characters.
    pub name: String,
    /// What it says.
    pub rules: SchemeRules,
    /// What was changed, and why.
    #[serde(default)]
    pub note: String,
}

async fn all(tx: &mut Tx) -> Result<Vec<RatingScheme>> {
    tx.all(COLUMNS, vec![]).await
}

async fn uses(tx: &mut Tx, id: &str) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM rating_period WHERE scheme_id = $1";
    tx.number(sql, vec![id.into()]).await
}

fn is_current(scheme: &RatingScheme, all: &[RatingScheme]) -> bool {
    let later = |other: &RatingScheme| {
        other.series == scheme.series && other.revision > scheme.revision && !other.retired
    };
    !scheme.retired && !all.iter().any(later)
}

/// `schemes.list`.
pub async fn list_schemes(cx: &mut Cx<'_>, _: NoArgs) -> Result<SchemesView> {
    let schemes = all(&mut cx.tx).await?;
    let counts: Vec<(String, i64)> = cx
        .tx
        .all(
            "SELECT scheme_id, COUNT(*) FROM rating_period GROUP BY scheme_id",
            vec![],
        )
        .await?;
    let row = |scheme: &RatingScheme| SchemeRow {
        scheme: scheme.clone(),
        periods: counts
            .iter()
            .find(|(id, _)| *id == scheme.id)
            .map_or(0, |(_, count)| *count),
        current: is_current(scheme, &schemes),
    };
    Ok(SchemesView {
        schemes: schemes.iter().map(row).collect(),
        defaults: SchemeRules::default(),
    })
}

/// `schemes.save`: a new scheme, or one that no period goes by yet.
///
/// # Errors
/// `Invalid` for rules that cannot be used; `State` for a scheme in use.
pub async fn save_scheme(cx: &mut Cx<'_>, args: SaveScheme) -> Result<RatingScheme> {
    let Some(id) = args.id.clone() else {
        let scheme = first(cx.new_id(), &args)?;
        refuse_same_name(cx, &scheme).await?;
        return cx.tx.insert(&scheme).await;
    };
    let kept: RatingScheme = cx.tx.get(&id).await?;
    if uses(&mut cx.tx, &id).await? > 0 {
        return Err(Error::state(format!(
            "“{}”已用于考评，不能修改；请用“修订”生成新的一版。",
            kept.title()
        )));
    }
    let scheme = RatingScheme {
        version: args.version,
        series: kept.series,
        revision: kept.revision,
        ..first(id, &args)?
    };
    refuse_same_name(cx, &scheme).await?;
    cx.tx.update(&scheme).await
}

fn first(id: String, args: &SaveScheme) -> Result<RatingScheme> {
    let mut rules = args.rules.clone();
    rules.tidy();
    rules.check()?;
    Ok(RatingScheme {
        version: 0,
        series: id.clone(),
        revision: 1,
        name: text::required("name", "方案名称", &args.name, 40)?,
        rules: rules.into(),
        note: text::lines("note", "修订说明", &args.note, 500)?,
        retired: false,
        id,
    })
}

async fn refuse_same_name(cx: &mut Cx<'_>, scheme: &RatingScheme) -> Result<()> {
    let sql =
        "SELECT COUNT(*) FROM rating_scheme WHERE name = $1 AND series <> $2 AND retired = FALSE";
    let values = vec![(&scheme.name).into(), (&scheme.series).into()];
    if cx.tx.number(sql, values).await? == 0 {
        return Ok(());
    }
    let message = format!("已有方案“{}”，请换个名称，或修订原方案。", scheme.name);
    Err(Error::invalid("name", message))
}

/// `schemes.succeed`: the next revision of a scheme; the one before stays as it is.
///
/// # Errors
/// `State` where a later revision is there already; `Invalid` for rules that cannot be used.
pub async fn succeed_scheme(cx: &mut Cx<'_>, args: SaveScheme) -> Result<RatingScheme> {
    let id = args.id.as_deref();
    let id = id.ok_or_else(|| Error::invalid("id", "请选择要修订的方案。"))?;
    let kept: RatingScheme = cx.tx.get(id).await?;
    // Retired versions count as well, or a number would be given twice.
    let latest = all(&mut cx.tx)
        .await?
        .into_iter()
        .filter(|other| other.series == kept.series)
        .max_by_key(|other| other.revision);
    if latest.is_some_and(|latest| latest.revision > kept.revision) {
        return Err(Error::state(format!(
            "“{}”已有更新的一版，请在最新一版上修订。",
            kept.title()
        )));
    }
    let note = text::required("note", "修订说明", &args.note, 500)?;
    cx.because(note.clone());
    let scheme = RatingScheme {
        series: kept.series,
        revision: kept.revision + 1,
        note,
        ..first(cx.new_id(), &args)?
    };
    refuse_same_name(cx, &scheme).await?;
    cx.tx.insert(&scheme).await
}

/// `schemes.retire`.
///
/// # Errors
/// `State` while a draft goes by it.
pub async fn retire_scheme(cx: &mut Cx<'_>, args: RetireRecord) -> Result<RatingScheme> {
    let scheme: RatingScheme = cx.tx.get(&args.id).await?;
    let drafts = "SELECT COUNT(*) FROM rating_period WHERE scheme_id = $1 AND state = 'draft'";
    if args.retired && cx.tx.number(drafts, vec![(&args.id).into()]).await? > 0 {
        return Err(Error::state(format!(
            "“{}”还有未发布的考评在用，请先发布再停用。",
            scheme.title()
        )));
    }
    // Its name may have gone to another one meanwhile.
    if !args.retired {
        refuse_same_name(cx, &scheme).await?;
    }
    cx.tx
        .update(&RatingScheme {
            version: args.version,
            retired: args.retired,
            ..scheme
        })
        .await
}

/// The scheme a new office begins with.
pub(super) async fn found_scheme(cx: &mut Cx<'_>) -> Result<()> {
    cx.tx.insert(&default_scheme(FIRST_ID.into())?).await?;
    Ok(())
}

fn default_scheme(id: String) -> Result<RatingScheme> {
    let args = SaveScheme {
        id: None,
        version: 0,
        name: DEFAULT_NAME.into(),
        rules: SchemeRules::default(),
        note: String::new(),
    };
    first(id, &args)
}

/// The newest revision in use; the default, not kept yet, for an office without any.
pub(super) async fn scheme_to_use(cx: &mut Cx<'_>) -> Result<RatingScheme> {
    let schemes = all(&mut cx.tx).await?;
    let mut current = schemes.iter().filter(|scheme| is_current(scheme, &schemes));
    match current.next() {
        Some(scheme) => Ok(scheme.clone()),
        None => default_scheme(String::new()),
    }
}

/// The scheme a period shall go by: the one asked for, else the newest revision in use; an office
/// without any gets the default.
///
/// # Errors
/// `State` for a scheme that is out of use or was succeeded.
pub(super) async fn scheme_for(cx: &mut Cx<'_>, id: Option<&str>) -> Result<RatingScheme> {
    let Some(id) = id else {
        let scheme = scheme_to_use(cx).await?;
        // None is in use. The first one may stand there retired, so its key is not taken again.
        return match scheme.version {
            0 => cx.tx.insert(&default_scheme(cx.new_id())?).await,
            _ => Ok(scheme),
        };
    };
    let schemes = all(&mut cx.tx).await?;
    let scheme: RatingScheme = cx.tx.get(id).await?;
    if is_current(&scheme, &schemes) {
        return Ok(scheme);
    }
    Err(Error::state(format!(
        "“{}”已停用或已有新版，请选择在用的方案。",
        scheme.title()
    )))
}
