use super::{
    Nominee, Selection, SelectionKind, SelectionResult, SelectionRules, SelectionState, judge,
    selection_definition,
};
use crate::buildings::{allow_community, communities_in_reach};
use crate::office::Cx;
use crate::ratings::objects::{RatedObject, objects};
use crate::ratings::rules::Rated;
use crate::ratings::{RollUpQuery, paper, roll_up};
use ground::commands::ById;
use ground::environment::zone;
use ground::error::{Error, Result};
use ground::points::{POINT, parse};
use ground::text;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use storage::{self, Select};
use ts_rs::TS;

const SELECTION: &str = "SELECT id, version, kind, title, year, community_id, seats, rules, state,
    decided_on, model, model_hash FROM rating_selection";
const NOMINEE: &str =
    "SELECT id, version, selection_id, object_id, name, person, nominated_by, deeds,
    rating, votes, review, withdrawn FROM rating_nominee";

/// Arguments of `selections.list`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListSelections {
    /// Only of this year.
    #[ts(optional)]
    pub year: Option<i64>,
}

/// Arguments of `selections.save`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveSelection {
    /// Key; none for a new one.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new one.
    #[serde(default)]
    pub version: i64,
    /// What is chosen.
    pub kind: SelectionKind,
    /// Its title; made from the year and the kind when empty.
    #[serde(default)]
    pub title: String,
    /// The year whose ratings count.
    pub year: i64,
    /// The community; the whole street when not said.
    #[ts(optional)]
    pub community_id: Option<String>,
    /// How many are chosen; ten buildings or six people when not said.
    #[ts(optional)]
    pub seats: Option<i64>,
    /// The weights; the default when not said.
    #[ts(optional)]
    pub rules: Option<SelectionRules>,
}

/// Arguments of `selections.saveNominee`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveNominee {
    /// Key; none for a new one.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new one.
    #[serde(default)]
    pub version: i64,
    /// The selection.
    pub selection_id: String,
    /// The building or stairwell.
    pub object_id: String,
    /// The person, where it is not the building's 楼栋长.
    #[serde(default)]
    pub person: String,
    /// Who nominates.
    #[serde(default)]
    pub nominated_by: String,
    /// 事迹.
    #[serde(default)]
    pub deeds: String,
    /// Votes.
    #[ts(optional)]
    pub votes: Option<i64>,
    /// 评审分 as typed, on 100.
    #[serde(default)]
    pub review: String,
    /// 撤回提名.
    #[serde(default)]
    pub withdrawn: bool,
}

/// A selection with everybody nominated.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SelectionView {
    /// The selection.
    pub selection: Selection,
    /// The nominees; until it is decided, with their ratings as published so far.
    pub nominees: Vec<Nominee>,
    /// How they stand now, by result.
    pub results: Vec<SelectionResult>,
    /// What the figures mean.
    pub definition: String,
}

/// `selections.list`: newest first.
pub async fn list_selections(cx: &mut Cx<'_>, args: ListSelections) -> Result<Vec<Selection>> {
    let reach = communities_in_reach(cx).await?;
    let rows: Vec<Selection> = Select::new(SELECTION)
        .and_some("year = ?", args.year)
        .tail("ORDER BY year DESC, id DESC")
        .all(&mut cx.tx)
        .await?;
    let seen = |row: &Selection| match (&row.community_id, &reach) {
        (Some(community), Some(reach)) => reach.contains(community),
        _ => true,
    };
    Ok(rows.into_iter().filter(seen).collect())
}

async fn in_reach(cx: &mut Cx<'_>, id: &str) -> Result<Selection> {
    let selection: Selection = cx.tx.get(id).await?;
    if let Some(community) = &selection.community_id {
        allow_community(cx, community).await?;
    }
    Ok(selection)
}

async fn open_in_reach(cx: &mut Cx<'_>, id: &str) -> Result<Selection> {
    let selection = in_reach(cx, id).await?;
    match selection.state {
        SelectionState::Open => Ok(selection),
        SelectionState::Decided => Err(Error::state(format!(
            "“{}”已确定结果，不能再改。",
            selection.title
        ))),
    }
}

/// `selections.save`.
///
/// # Errors
/// `State` once it is decided; `Invalid` for weights that do not sum.
pub async fn save_selection(cx: &mut Cx<'_>, args: SaveSelection) -> Result<Selection> {
    if let Some(id) = &args.id {
        open_in_reach(cx, id).await?;
    }
    if let Some(community) = &args.community_id {
        allow_community(cx, community).await?;
    }
    let rules = args.rules.unwrap_or_default();
    rules.check()?;
    let seats = args.seats.unwrap_or(args.kind.usual_seats());
    if !(1..=200).contains(&seats) {
        return Err(Error::invalid("seats", "名额应在 1 到 200 之间。"));
    }
    if !(2000..=2100).contains(&args.year) {
        return Err(Error::invalid("year", "年份不对，请重新选择。"));
    }
    let title = text::optional("title", "评选名称", &args.title, 40)?;
    let selection = Selection {
        id: args.id.unwrap_or_else(|| cx.new_id()),
        version: args.version,
        title: match title.is_empty() {
            true => format!("{}年度“{}”评选", args.year, args.kind.chinese()),
            false => title,
        },
        kind: args.kind,
        year: args.year,
        community_id: args.community_id,
        seats,
        rules: rules.into(),
        state: SelectionState::Open,
        decided_on: None,
        model: None,
        model_hash: None,
    };
    cx.tx.save(&selection).await
}

/// `selections.get`.
pub async fn get_selection(cx: &mut Cx<'_>, args: ById) -> Result<SelectionView> {
    let selection = in_reach(cx, &args.id).await?;
    view(cx, selection).await
}

async fn nominees(cx: &mut Cx<'_>, selection: &str) -> Result<Vec<Nominee>> {
    Select::new(NOMINEE)
        .and("selection_id = ?", vec![selection.into()])
        .tail("ORDER BY withdrawn, id")
        .all(&mut cx.tx)
        .await
}

async fn view(cx: &mut Cx<'_>, selection: Selection) -> Result<SelectionView> {
    let mut nominees = nominees(cx, &selection.id).await?;
    // Once it is decided, the ratings that counted are those kept with the nominees.
    if selection.state == SelectionState::Open {
        let means = means(cx, selection.year).await?;
        for nominee in &mut nominees {
            nominee.rating = means.get(&nominee.object_id).copied();
        }
    }
    Ok(SelectionView {
        results: judge(*selection.rules, selection.seats, &nominees),
        definition: selection_definition().into(),
        selection,
        nominees,
    })
}

/// The published means of a year by object.
async fn means(cx: &mut Cx<'_>, year: i64) -> Result<HashMap<String, i64>> {
    let query = RollUpQuery {
        year,
        quarter: None,
        community_id: None,
    };
    let rolled = roll_up(cx, query).await?;
    let rows = rolled.scopes.into_iter().flat_map(|scope| scope.rows);
    Ok(rows
        .filter_map(|row| Some((row.object_id, row.mean?)))
        .collect())
}

/// `selections.saveNominee`.
///
/// # Errors
/// `Invalid` for a building that stands there already or lies elsewhere, and for figures that
/// cannot be.
pub async fn save_nominee(cx: &mut Cx<'_>, args: SaveNominee) -> Result<SelectionView> {
    let selection = open_in_reach(cx, &args.selection_id).await?;
    let object = nominated(cx, &selection, &args.object_id).await?;
    refuse_second(cx, &selection, &args).await?;
    let person = text::optional("person", "姓名", &args.person, 40)?;
    let person = if person.is_empty() {
        object.chief()
    } else {
        person
    };
    if selection.kind == SelectionKind::Leaders && person.is_empty() {
        let message = format!("{}还没有登记楼栋长，请填写姓名。", object.name());
        return Err(Error::invalid("person", message));
    }
    if args
        .votes
        .is_some_and(|votes| !(0..=10_000_000).contains(&votes))
    {
        return Err(Error::invalid("votes", "得票应为不小于 0 的整数。"));
    }
    let nominee = Nominee {
        id: args.id.clone().unwrap_or_else(|| cx.new_id()),
        version: args.version,
        selection_id: selection.id.clone(),
        object_id: args.object_id,
        name: format!("{}{}", object.compound, object.name()),
        person,
        nominated_by: text::optional("nominated_by", "提名人", &args.nominated_by, 60)?,
        deeds: text::lines("deeds", "事迹", &args.deeds, 500)?,
        // Taken from what is published, until the result is decided.
        rating: None,
        votes: args.votes,
        review: review(&args.review)?,
        withdrawn: args.withdrawn,
    };
    cx.tx.save(&nominee).await?;
    view(cx, selection).await
}

async fn nominated(cx: &mut Cx<'_>, selection: &Selection, id: &str) -> Result<RatedObject> {
    let community = selection.community_id.as_deref();
    for rated in [Rated::Building, Rated::Stairwell] {
        let mut objects = objects(cx, rated, community).await?.into_iter();
        if let Some(object) = objects.find(|object| object.object_id == id) {
            return Ok(object);
        }
    }
    let message = "这个楼栋不在评选范围内或已停用，请重新选择。";
    Err(Error::invalid("object_id", message))
}

async fn refuse_second(cx: &mut Cx<'_>, selection: &Selection, args: &SaveNominee) -> Result<()> {
    let twice =
        |other: &Nominee| other.object_id == args.object_id && Some(&other.id) != args.id.as_ref();
    let others = nominees(cx, &selection.id).await?;
    match others.iter().find(|other| twice(other)) {
        Some(other) => {
            let message = format!("{}已有提名，请直接修改原提名。", other.name);
            Err(Error::invalid("object_id", message))
        }
        None => Ok(()),
    }
}

fn review(written: &str) -> Result<Option<i64>> {
    let written = written.trim();
    if written.is_empty() {
        return Ok(None);
    }
    let mark = parse(written).filter(|mark| (0..=100 * POINT).contains(mark));
    let message = "评审分应为 0 到 100 的数字，最多三位小数。";
    mark.map(Some)
        .ok_or_else(|| Error::invalid("review", message))
}

/// `selections.decide`: freezes the result, and its paper with it.
///
/// # Errors
/// `State` with what is missing, or where equal results leave more than there are seats.
pub async fn decide_selection(
    cx: &mut Cx<'_>,
    args: crate::ratings::RatingStep,
) -> Result<SelectionView> {
    let selection = open_in_reach(cx, &args.id).await?;
    let shown = view(cx, selection).await?;
    refuse_undecided(&shown)?;
    // Kept with the ratings as shown: what is published later must not touch a decided result.
    for nominee in &shown.nominees {
        cx.tx.update(nominee).await?;
    }
    let made = cx.now().with_timezone(&zone()).naive_local();
    let decided = Selection {
        version: args.version,
        state: SelectionState::Decided,
        decided_on: Some(cx.today()),
        ..shown.selection.clone()
    };
    let office = crate::settings::rules(cx).await?;
    let document = paper::selection(&decided, &shown, &office, made);
    // Before anything is frozen: what cannot be printed must not be decided.
    crate::documents::typeset(cx, &document).await?;
    let (model, hash) = storage::freeze(&document)?;
    let decided = Selection {
        model_hash: Some(hash),
        model: Some(model),
        ..decided
    };
    let decided = cx.tx.update(&decided).await?;
    view(cx, decided).await
}

fn refuse_undecided(view: &SelectionView) -> Result<()> {
    let rules = *view.selection.rules;
    let standing = view.nominees.iter().filter(|nominee| !nominee.withdrawn);
    let lacks = |nominee: &&Nominee| {
        (rules.rating > 0 && nominee.rating.is_none())
            || (rules.votes > 0 && nominee.votes.is_none())
            || (rules.review > 0 && nominee.review.is_none())
    };
    let missing: Vec<&str> = standing
        .clone()
        .filter(lacks)
        .map(|nominee| nominee.name.as_str())
        .collect();
    if !missing.is_empty() {
        let message = format!(
            "还有 {} 个提名缺考评得分、得票或评审分（{}{}），请补齐或撤回提名。",
            missing.len(),
            missing[..missing.len().min(3)].join("、"),
            if missing.len() > 3 { "等" } else { "" }
        );
        return Err(Error::state(message).with_detail(&missing));
    }
    let chosen = view.results.iter().filter(|result| result.chosen).count();
    let chosen = i64::try_from(chosen).unwrap_or(i64::MAX);
    if chosen == 0 {
        return Err(Error::state("还没有提名，请先登记提名。"));
    }
    if chosen > view.selection.seats {
        return Err(Error::state(format!(
            "末位并列，入选 {chosen} 个，超出名额 {} 个，请复评调整评审分，或调整名额。",
            view.selection.seats
        )));
    }
    Ok(())
}

/// The frozen paper of a decided selection, else as it would be made now.
///
/// # Errors
/// `Storage` when a frozen paper no longer matches its hash.
pub(crate) async fn selection_paper(
    cx: &mut Cx<'_>,
    id: &str,
) -> Result<(Selection, gongwen::Document)> {
    let selection = in_reach(cx, id).await?;
    if let Some(model) = &selection.model {
        let hash = selection.model_hash.as_deref();
        let document = storage::thaw(model, hash, ("评选结果", "确定"))?;
        return Ok((selection, document));
    }
    let shown = view(cx, selection).await?;
    let made = cx.now().with_timezone(&zone()).naive_local();
    let office = crate::settings::rules(cx).await?;
    let document = paper::selection(&shown.selection, &shown, &office, made);
    Ok((shown.selection, document))
}
