use super::compare::{Comparison, PlannedSheet};
use super::places::Place;
use super::{ImportScores, ScoresOutcome, Target, compare};
use crate::buildings::{
    SaveBuilding, SaveCompound, SaveStairwell, save, save_compound, save_stairwell,
};
use crate::committees::{all_communities, establish};
use crate::office::Cx;
use crate::ratings::open::{begin, enter};
use crate::ratings::rules::Rated;
use crate::ratings::sheet::REGISTER;
use crate::ratings::store::sheets_of;
use crate::ratings::{OpenRating, RatingEntry, RatingPeriod, ScoreSheet, Standing};
use crate::registers::{ImportStatus, remember, skipped};
use ground::error::{Error, Result};
use std::collections::HashMap;
use storage::Select;

/// `ratings.importScores`: one transaction, one change set, which `changes.undo` takes back whole.
///
/// # Errors
/// `Invalid` for wrong rows or unknown places, unless they are to be left out or made.
pub async fn import_scores(cx: &mut Cx<'_>, args: ImportScores) -> Result<ScoresOutcome> {
    let file = cx.table_file(&args.file, args.file_hash.as_deref())?;
    let sheets = cx.sheets(&file).await?;
    let asked = (args.period_id.as_deref(), args.columns.as_slice());
    let mut target = Target::find(cx, &sheets, asked).await?;
    if let Some(unread) = target.unread.take() {
        return Err(unread);
    }
    remember(cx, REGISTER, std::mem::take(&mut target.chosen)).await?;
    let mut comparison = compare(cx, &target).await?;
    let wrong = skipped(&mut comparison.faults, args.skip_wrong)?;
    refuse_unknown(&comparison, args.create_places)?;
    cx.because(format!("导入{}", args.file.name));
    // Places first: a period enters what the registers have by then.
    let made = make_places(cx, &comparison).await?;
    let period = match &target.period {
        Some(period) => period.clone(),
        None => begin(cx, &opening(&target)).await?,
    };
    let entries = enter(cx, &period, &target.scheme).await?;
    let objects = made.objects(&comparison);
    let writer = Writer::new(&period, entries, objects);
    writer.write(cx, &comparison).await?;
    Ok(ScoresOutcome {
        period_id: period.id,
        sheets: comparison.count(),
        communities_created: made.communities,
        compounds_created: made.compounds,
        buildings_created: made.buildings,
        stairwells_created: made.stairwells,
        skipped_rows: wrong,
    })
}

fn opening(target: &Target) -> OpenRating {
    OpenRating {
        month: target.month,
        community_id: None,
        scheme_id: (target.scheme.version > 0).then(|| target.scheme.id.clone()),
        due_on: None,
        // The file says who rated whom; assigned as well, sheets would be missing that nobody owes.
        assign: Some(false),
    }
}

fn refuse_unknown(comparison: &Comparison, create: bool) -> Result<()> {
    let unknown = comparison.places.unknown();
    if create || unknown.is_empty() {
        return Ok(());
    }
    let stairwells = match unknown.stairwells.len() {
        0 => String::new(),
        count => format!("、{count} 个单元"),
    };
    let message = format!(
        "有 {} 个社区、{} 个小区、{} 栋楼{stairwells}尚未登记，请核对后勾选“新建社区、小区和楼栋”再导入。",
        unknown.communities.len(),
        unknown.compounds.len(),
        unknown.buildings.len()
    );
    let detail = serde_json::json!({
        "communities": unknown.communities,
        "compounds": unknown.compounds,
        "buildings": unknown.buildings,
        "stairwells": unknown.stairwells,
    });
    Err(Error::invalid("create_places", message).with_detail(detail))
}

/// What was made for a file.
#[derive(Default)]
struct Made {
    communities: i64,
    compounds: i64,
    buildings: i64,
    stairwells: i64,
    /// Buildings or stairwells that are rated, by place.
    objects: HashMap<Place, String>,
}

impl Made {
    /// The object of every place the file names.
    fn objects(&self, comparison: &Comparison) -> HashMap<Place, String> {
        let mut objects = HashMap::new();
        let places = comparison
            .sheets
            .iter()
            .flat_map(|planned| [&planned.rated, &planned.judge])
            .chain(comparison.exclusions.keys());
        for place in places {
            let known = comparison.places.object(place).map(str::to_owned);
            if let Some(id) = known.or_else(|| self.objects.get(place).cloned()) {
                objects.insert(place.clone(), id);
            }
        }
        objects
    }
}

async fn make_places(cx: &mut Cx<'_>, comparison: &Comparison) -> Result<Made> {
    let mut made = Made::default();
    let mut communities: HashMap<String, String> = all_communities(&mut cx.tx)
        .await?
        .into_iter()
        .filter(|community| !community.retired)
        .map(|community| (community.name, community.id))
        .collect();
    let mut compounds = compounds(cx).await?;
    let mut buildings = buildings(cx).await?;
    for place in comparison.places.new_places() {
        let community = match communities.get(&place.community) {
            Some(id) => id.clone(),
            None => {
                made.communities += 1;
                let id = make_community(cx, &place.community).await?;
                communities.insert(place.community.clone(), id.clone());
                id
            }
        };
        let key = (community.clone(), place.compound.clone());
        let compound = match compounds.get(&key) {
            Some(id) => id.clone(),
            None => {
                made.compounds += 1;
                let id = make_compound(cx, &community, &place.compound).await?;
                compounds.insert(key, id.clone());
                id
            }
        };
        let (building, stairwell) = match comparison.places.rates() {
            Rated::Building => (place.name.clone(), None),
            Rated::Stairwell => match place.parts() {
                Some((building, stairwell)) => (building, Some(stairwell)),
                // Refused as unclear when the file was compared.
                None => continue,
            },
        };
        let key = (compound.clone(), building.clone());
        let building = match buildings.get(&key) {
            Some(id) => id.clone(),
            None => {
                made.buildings += 1;
                let id = make_building(cx, compound, building).await?;
                buildings.insert(key, id.clone());
                id
            }
        };
        let object = match stairwell {
            None => building,
            Some(name) => {
                made.stairwells += 1;
                make_stairwell(cx, building, name).await?
            }
        };
        made.objects.insert(place.clone(), object);
    }
    Ok(made)
}

async fn make_community(cx: &mut Cx<'_>, name: &str) -> Result<String> {
    let last = "SELECT COALESCE(MAX(position), 0) FROM community";
    let last = cx.tx.number(last, vec![]).await?;
    let committee = establish(cx, name, last + 1).await?;
    Ok(committee.community_id.unwrap_or_default())
}

async fn make_compound(cx: &mut Cx<'_>, community: &str, name: &str) -> Result<String> {
    let compound = SaveCompound {
        community_id: community.to_owned(),
        name: name.to_owned(),
        ..SaveCompound::default()
    };
    Ok(save_compound(cx, compound).await?.id)
}

async fn make_building(cx: &mut Cx<'_>, compound_id: String, name: String) -> Result<String> {
    let building = SaveBuilding {
        compound_id,
        name,
        ..SaveBuilding::default()
    };
    Ok(save(cx, building).await?.building.id)
}

async fn make_stairwell(cx: &mut Cx<'_>, building_id: String, name: String) -> Result<String> {
    let stairwell = SaveStairwell {
        building_id,
        name,
        ..SaveStairwell::default()
    };
    Ok(save_stairwell(cx, stairwell).await?.id)
}

/// Buildings in use by compound and name.
async fn buildings(cx: &mut Cx<'_>) -> Result<HashMap<(String, String), String>> {
    let rows: Vec<(String, String, String)> =
        Select::new("SELECT compound_id, name, id FROM building")
            .and("retired = FALSE", vec![])
            .all(&mut cx.tx)
            .await?;
    let keyed = rows.into_iter();
    Ok(keyed
        .map(|(compound, name, id)| ((compound, name), id))
        .collect())
}

/// Compounds in use by community and name.
async fn compounds(cx: &mut Cx<'_>) -> Result<HashMap<(String, String), String>> {
    let rows: Vec<(String, String, String)> =
        Select::new("SELECT community_id, name, id FROM compound")
            .and("retired = FALSE", vec![])
            .all(&mut cx.tx)
            .await?;
    Ok(rows
        .into_iter()
        .map(|(community, name, id)| ((community, name), id))
        .collect())
}

/// Writes the sheets of a comparison into a period.
struct Writer<'a> {
    period: &'a RatingPeriod,
    /// By object.
    entries: HashMap<String, RatingEntry>,
    objects: HashMap<Place, String>,
}

impl<'a> Writer<'a> {
    fn new(
        period: &'a RatingPeriod,
        entries: Vec<RatingEntry>,
        objects: HashMap<Place, String>,
    ) -> Self {
        let by_object = entries.into_iter();
        Self {
            period,
            entries: by_object
                .map(|entry| (entry.object_id.clone(), entry))
                .collect(),
            objects,
        }
    }

    fn entry(&self, place: &Place) -> Result<&RatingEntry> {
        let object = self.objects.get(place);
        let entry = object.and_then(|object| self.entries.get(object));
        entry.ok_or_else(|| Error::not_found("参评楼栋"))
    }

    async fn write(&self, cx: &mut Cx<'_>, comparison: &Comparison) -> Result<()> {
        let named: std::collections::HashSet<&str> = comparison
            .sheets
            .iter()
            .filter_map(|planned| planned.kept.as_ref())
            .map(|kept| kept.id.as_str())
            .collect();
        let mut blank: HashMap<String, Vec<ScoreSheet>> = HashMap::new();
        for sheet in sheets_of(&mut cx.tx, &self.period.id).await? {
            // A blank that the file itself fills must not be given up for another judge.
            if !sheet.is_filled() && !named.contains(sheet.id.as_str()) {
                blank.entry(sheet.rated_id.clone()).or_default().push(sheet);
            }
        }
        for planned in &comparison.sheets {
            self.write_sheet(cx, planned, &mut blank).await?;
        }
        for (place, basis) in &comparison.exclusions {
            let entry = self.entry(place)?.clone();
            let excluded = RatingEntry {
                standing: Standing::Excluded,
                basis: basis.clone(),
                ..entry
            };
            cx.tx.update(&excluded).await?;
        }
        Ok(())
    }

    async fn write_sheet(
        &self,
        cx: &mut Cx<'_>,
        planned: &PlannedSheet,
        blank: &mut HashMap<String, Vec<ScoreSheet>>,
    ) -> Result<()> {
        if planned.status == ImportStatus::Unchanged {
            return Ok(());
        }
        let marks = planned.marks.clone().into();
        if let Some(kept) = planned.kept.clone() {
            cx.tx.update(&ScoreSheet { marks, ..kept }).await?;
            return Ok(());
        }
        let (rated, judge) = (self.entry(&planned.rated)?, self.entry(&planned.judge)?);
        let (rated, judge) = (rated.id.clone(), judge.id.clone());
        // Whoever rated instead takes the place of the one assigned.
        if let Some(instead) = blank.get_mut(&rated).and_then(Vec::pop) {
            cx.tx.delete(&instead).await?;
        }
        let sheet = ScoreSheet {
            id: cx.new_id(),
            version: 0,
            period_id: self.period.id.clone(),
            rated_id: rated,
            judge_id: judge,
            assigned: false,
            marks,
        };
        cx.tx.insert(&sheet).await?;
        Ok(())
    }
}
