//! 楼栋考评 of the sample street: the last two months are published, this month's is under way.

use crate::buildings::{BuildingRow, ListBuildings};
use crate::ratings::{
    OpenRating, RatingPeriod, RatingStep, RatingView, SaveScores, SaveVolunteers, SavedScores,
    ScoreInput, ScoreLine, ScoresQuery, Volunteer,
};
use crate::sampling::{Player, SamplePart};
use chrono::NaiveDate;
use ground::calendar::Month;
use ground::error::Result;
use std::collections::HashMap;
use storage::{Page, Paging};

/// Volunteers of the published month: where, who, what for.
const VOLUNTEERS: [[&str; 2]; 3] = [
    ["周淑英", "每天清扫楼道，义务照看花坛"],
    ["陈志强", "带头清理楼前杂物"],
    ["何丽萍", "上门照看独居老人"],
];

/// Its scene of the sample.
pub(crate) static SCENE: SamplePart = SamplePart {
    place: 2,
    play: |player, today| Box::pin(hold(player, today)),
};

/// Opens and fills three months, where there is anything to rate.
async fn hold(player: &Player<'_>, today: NaiveDate) -> Result<()> {
    let few = ListBuildings {
        page: Paging {
            after: None,
            limit: Some(1),
        },
        ..ListBuildings::default()
    };
    let buildings: Page<BuildingRow> = player.give("buildings.list", few).await?;
    let Some(first) = buildings.rows.into_iter().next() else {
        return Ok(());
    };
    let month = Month::of(today);
    for back in [2, 1] {
        let past = open(player, month.minus(back)).await?;
        fill(player, &past, usize::MAX).await?;
        publish(player, past, &first.compound).await?;
    }
    let now = open(player, month).await?;
    fill(player, &now, 6).await
}

async fn open(player: &Player<'_>, month: Month) -> Result<RatingPeriod> {
    let args = OpenRating {
        month,
        community_id: None,
        scheme_id: None,
        due_on: None,
        assign: None,
    };
    player.give("ratings.open", args).await
}

/// Fills in the sheets, leaving out one of every `gap`.
async fn fill(player: &Player<'_>, period: &RatingPeriod, gap: usize) -> Result<()> {
    let query = ScoresQuery {
        id: period.id.clone(),
        scope: None,
    };
    let lines: Vec<ScoreLine> = player.give("ratings.scores", query).await?;
    let mut buildings: HashMap<&str, usize> = HashMap::new();
    for line in &lines {
        let next = buildings.len();
        buildings.entry(&line.rated_id).or_insert(next);
    }
    let kept = (0..)
        .zip(&lines)
        .filter(|(place, _)| place % gap != gap - 1);
    let rows = kept.map(|(place, line)| ScoreInput {
        version: line.version,
        rated_id: line.rated_id.clone(),
        judge_id: line.judge_id.clone(),
        marks: marks(buildings[line.rated_id.as_str()], place, period.month),
    });
    let args = SaveScores {
        id: period.id.clone(),
        rows: rows.collect(),
    };
    let _: SavedScores = player.give("ratings.saveScores", args).await?;
    Ok(())
}

/// Marks that differ from building to building and month to month, and a little from judge to judge.
fn marks(building: usize, place: usize, month: Month) -> Vec<String> {
    let own = building * 5 + usize::from(month.number()) * 3;
    let spread = |least: usize, width: usize, salt: usize| {
        (least + (own * 7 + salt + place % 3) % width).to_string()
    };
    let sometimes = |every: usize, mark: &str| match own % every {
        0 => mark.to_owned(),
        _ => String::new(),
    };
    vec![
        spread(31, 9, 0),
        spread(22, 8, 3),
        spread(22, 8, 5),
        sometimes(4, "3"),
        sometimes(7, "2"),
        String::new(),
    ]
}

async fn publish(player: &Player<'_>, period: RatingPeriod, place: &str) -> Result<()> {
    let named = VOLUNTEERS.map(|[name, deed]| Volunteer {
        place: place.to_owned(),
        name: name.into(),
        deed: deed.into(),
    });
    let args = SaveVolunteers {
        id: period.id,
        version: period.version,
        volunteers: named.to_vec(),
    };
    let period: RatingPeriod = player.give("ratings.saveVolunteers", args).await?;
    let step = RatingStep {
        id: period.id,
        version: period.version,
    };
    let _: RatingView = player.give("ratings.publish", step).await?;
    Ok(())
}
