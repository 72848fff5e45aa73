//! 评选 of the sample street: 最美楼栋长 is decided, 十佳楼栋 is being nominated and voted for.

use crate::ratings::{
    RatingStep, RollUp, RollUpQuery, RollUpRow, SaveNominee, SaveSelection, Selection,
    SelectionKind, SelectionView,
};
use crate::sampling::{Player, SamplePart};
use chrono::NaiveDate;
use ground::calendar::Month;
use ground::error::Result;

/// What nominees did, in turn.
const DEEDS: [&str; 4] = [
    "组织邻里轮流清扫楼道，楼前花坛由大家认养",
    "逐户排查飞线充电，推动装上充电桩",
    "每周上门看望独居老人，代取药品",
    "牵头制定楼栋公约，调解邻里纠纷",
];

/// Its scene of the sample.
pub(crate) static SCENE: SamplePart = SamplePart {
    place: 3,
    play: |player, today| Box::pin(hold(player, today)),
};

/// Holds both selections of the year that the last published months lie in.
async fn hold(player: &Player<'_>, today: NaiveDate) -> Result<()> {
    let year = i64::from(Month::of(today).minus(1).year());
    let query = RollUpQuery {
        year,
        quarter: None,
        community_id: None,
    };
    let rolled: RollUp = player.give("ratings.rollUp", query).await?;
    let best: Vec<&RollUpRow> = (rolled.scopes.iter())
        .filter_map(|scope| scope.rows.iter().find(|row| row.rank == Some(1)))
        .collect();
    if best.is_empty() {
        return Ok(());
    }
    let chiefs: Vec<&RollUpRow> = (best.iter().copied())
        .filter(|row| !row.chief.is_empty())
        .collect();
    if !chiefs.is_empty() {
        let decided = begin(player, SelectionKind::Leaders, year).await?;
        nominate(player, &decided, chiefs.iter().take(8).copied(), true).await?;
        let step = RatingStep {
            id: decided.id,
            version: decided.version,
        };
        let _: SelectionView = player.give("selections.decide", step).await?;
    }
    let open = begin(player, SelectionKind::Buildings, year).await?;
    nominate(player, &open, best.into_iter().take(14), false).await
}

async fn begin(player: &Player<'_>, kind: SelectionKind, year: i64) -> Result<Selection> {
    let args = SaveSelection {
        id: None,
        version: 0,
        kind,
        title: String::new(),
        year,
        community_id: None,
        seats: None,
        rules: None,
    };
    player.give("selections.save", args).await
}

/// Nominates buildings; while voting goes on, the jury has given no marks yet.
async fn nominate(
    player: &Player<'_>,
    selection: &Selection,
    rows: impl Iterator<Item = &RollUpRow>,
    reviewed: bool,
) -> Result<()> {
    for (place, row) in rows.enumerate() {
        let mark = |least: usize, step: usize| least + place * step % 17;
        let args = SaveNominee {
            id: None,
            version: 0,
            selection_id: selection.id.clone(),
            object_id: row.object_id.clone(),
            person: String::new(),
            nominated_by: "居民代表".into(),
            deeds: DEEDS[place % DEEDS.len()].into(),
            votes: i64::try_from(40 + mark(0, 11) * 7).ok(),
            review: if reviewed {
                mark(80, 5).to_string()
            } else {
                String::new()
            },
            withdrawn: false,
        };
        let _: SelectionView = player.give("selections.saveNominee", args).await?;
    }
    Ok(())
}
