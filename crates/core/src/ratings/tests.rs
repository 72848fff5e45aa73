use super::rollup::put_together;
use super::rules::{SchemeRules, Scope};
use super::{RatingEntry, RatingResult, ScoreSheet, Standing, tally};
use ground::calendar::Month;
use ground::points::POINT;
use proptest::prelude::*;

fn entry(id: usize, compound: &str) -> RatingEntry {
    RatingEntry {
        id: format!("e{id}"),
        version: 1,
        period_id: "p".into(),
        object_id: format!("o{id}"),
        community_id: "c".into(),
        community: "听雨社区".into(),
        compound_id: compound.into(),
        compound: compound.into(),
        name: format!("{id}号楼"),
        chief: String::new(),
        position: i64::try_from(id).unwrap(),
        standing: Standing::Rated,
        basis: String::new(),
    }
}

fn sheet(rated: usize, judge: usize, marks: [i64; 3]) -> ScoreSheet {
    let mut kept: Vec<Option<i64>> = marks.map(|mark| Some(mark * POINT)).to_vec();
    kept.extend([None, None, None]);
    ScoreSheet {
        id: format!("s{rated}-{judge}"),
        version: 1,
        period_id: "p".into(),
        rated_id: format!("e{rated}"),
        judge_id: format!("e{judge}"),
        assigned: true,
        marks: kept.into(),
    }
}

#[test]
fn a_small_scope_says_that_it_has_fewer_judges_and_flags() {
    let entries = [entry(1, "甲"), entry(2, "甲"), entry(3, "乙")];
    let sheets = [sheet(1, 2, [30, 20, 20]), sheet(2, 1, [40, 30, 30])];
    let found = tally(&SchemeRules::default(), "", &entries, &sheets);
    assert!(found.missing.is_empty());
    let scope = &found.scopes[0];
    assert_eq!((scope.judges, scope.flags), (1, 1));
    assert_eq!(scope.rows[0].name, "2号楼");
    assert_eq!(scope.notes.len(), 2, "{:?}", scope.notes);
    assert!(found.scopes[1].notes[0].contains("无人可交叉考评"));
    assert_eq!(found.scopes[1].rows[0].rank, None);
}

#[test]
fn many_scopes_come_out_in_the_order_of_their_entries() {
    let names: Vec<String> = (0..3_000).map(|number| format!("{number}号小区")).collect();
    let entries: Vec<RatingEntry> = (0..6_000).map(|at| entry(at, &names[at / 2])).collect();
    let sheets: Vec<ScoreSheet> = (0..6_000)
        .filter(|at| at % 1_000 != 1)
        .map(|at| sheet(at, at ^ 1, [30 + i64::try_from(at % 9).unwrap(), 20, 20]))
        .collect();
    let found = tally(&SchemeRules::default(), "", &entries, &sheets);
    let order: Vec<&str> = found.scopes.iter().map(|scope| &*scope.name).collect();
    assert_eq!(order, names);
    let missing: Vec<&str> = found.missing.iter().map(|one| &*one.entry_id).collect();
    assert_eq!(missing, ["e1", "e1001", "e2001", "e3001", "e4001", "e5001"]);
    assert!(found.scopes.iter().all(|scope| scope.rows.len() == 2));
}

#[test]
fn what_is_missing_is_listed_by_building_and_judge() {
    let entries = [entry(1, "甲"), entry(2, "甲"), entry(3, "甲")];
    let mut blank = sheet(1, 3, [0, 0, 0]);
    blank.marks.clear();
    let sheets = [sheet(1, 2, [30, 20, 20]), blank];
    let found = tally(&SchemeRules::default(), "", &entries, &sheets);
    let told: Vec<(&str, i64, i64, &[String])> = found
        .missing
        .iter()
        .map(|one| {
            (
                one.name.as_str(),
                one.due,
                one.sheets,
                one.judges.as_slice(),
            )
        })
        .collect();
    let nobody: &[String] = &[];
    assert_eq!(
        told,
        [
            ("1号楼", 2, 1, &["3号楼".to_owned()][..]),
            ("2号楼", 2, 0, nobody),
            ("3号楼", 2, 0, nobody)
        ]
    );
}

#[test]
fn the_scope_decides_what_is_ranked_together() {
    let entries = [entry(1, "甲"), entry(2, "乙"), entry(3, "乙")];
    let of = |scope| {
        let rules = SchemeRules {
            scope,
            ..SchemeRules::default()
        };
        let found = tally(&rules, "云溪街道", &entries, &[]);
        let names = found.scopes.iter().map(|scope| scope.name.clone());
        names.collect::<Vec<_>>()
    };
    assert_eq!(of(Scope::Compound), ["甲", "乙"]);
    assert_eq!(of(Scope::Community), ["听雨社区"]);
    assert_eq!(of(Scope::Street), ["云溪街道"]);
}

fn result(object: usize, month: u32, total: Option<i64>, flag: bool) -> RatingResult {
    RatingResult {
        id: String::new(),
        version: 1,
        publication_id: String::new(),
        month: Month::new(2026, month).unwrap(),
        object_id: format!("o{object}"),
        community_id: "c".into(),
        scope_key: "甲".into(),
        scope_name: "甲".into(),
        name: format!("{object}号楼"),
        chief: String::new(),
        total,
        place: None,
        stars: 0,
        flag,
    }
}

#[test]
fn a_year_is_the_mean_of_its_months() {
    let results = [
        result(1, 1, Some(90_000), false),
        result(2, 1, Some(80_000), true),
        result(3, 1, None, false),
        result(1, 2, Some(80_000), false),
        result(2, 2, Some(90_000), true),
        result(3, 2, Some(99_000), false),
        result(1, 3, Some(85_000), false),
        result(2, 3, Some(85_000), false),
        result(3, 3, None, false),
    ];
    let rolled = put_together("2026年".into(), &SchemeRules::default(), &results);
    let rows = &rolled.scopes[0].rows;
    assert_eq!(rolled.scopes[0].months, 3);
    let told = rows
        .iter()
        .map(|row| (row.name.as_str(), row.rank, row.mean, row.flags, row.stars));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            ("2号楼", Some(1), Some(85_000), 2, 4),
            ("1号楼", Some(2), Some(85_000), 0, 4),
            ("3号楼", None, Some(99_000), 0, 0),
        ],
        "more flags win a tie; a third of the months is too few"
    );
}

proptest! {
    #[test]
    fn a_year_ranks_everybody_rated_in_half_of_it(totals in prop::collection::vec((1_usize..9, 1_u32..13, prop::option::of(0_i64..105_000)), 0..80)) {
        let mut seen = std::collections::HashSet::new();
        let results: Vec<RatingResult> = totals
            .into_iter()
            .filter(|(object, month, _)| seen.insert((*object, *month)))
            .map(|(object, month, total)| result(object, month, total, false))
            .collect();
        let rolled = put_together(String::new(), &SchemeRules::default(), &results);
        for scope in rolled.scopes {
            prop_assert!(scope.rows.iter().all(|row| row.rank.is_some() == (row.months > 0 && row.months * 2 >= scope.months)));
            let ranked = scope.rows.iter().filter(|row| row.rank.is_some()).count();
            prop_assert!(scope.rows[..ranked].windows(2).all(|pair| pair[0].rank <= pair[1].rank && pair[0].mean >= pair[1].mean));
        }
    }
}
