use std::collections::HashSet;

use super::*;
use crate::excel::SkipReason;

const SAMPLE: &[u8] = include_bytes!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/fixtures/成员单位台账.xlsx"
));

fn sample() -> Ledger {
    parse_ledger(SAMPLE).unwrap()
}

#[test]
fn the_sample_ledger_has_no_wrong_row() {
    let ledger = sample();
    assert_eq!(ledger.sheet_name, "成员单位");
    assert_eq!(
        ledger.title.as_deref(),
        Some("云溪街道社区“大党委”成员单位台账")
    );
    assert_eq!(ledger.year_hint, Some(2026));
    assert_eq!(ledger.rows.len(), 158);
    assert_eq!(ledger.faults, []);
    assert_eq!(ledger.corrections, []);
}

#[test]
fn blank_total_and_signature_rows_are_no_records() {
    let skipped = sample().skipped;
    let reasons: Vec<_> = skipped.iter().map(|row| (row.row, row.reason)).collect();
    let blank = |row| (row, SkipReason::Blank);
    let expected = [
        blank(49),
        blank(117),
        (165, SkipReason::Total),
        blank(166),
        (167, SkipReason::Signature),
    ];
    assert_eq!(reasons, expected);
}

#[test]
fn the_sample_gathers_into_its_units() {
    let gathered = gather(&sample());
    assert_eq!(gathered.units.len(), 69);
    assert_eq!(gathered.communities.len(), 17);
    let shared = gathered
        .units
        .iter()
        .filter(|unit| unit.communities.len() > 1);
    assert_eq!(shared.count(), 46);
    assert_eq!(gathered.duplicates, []);
}

#[test]
fn only_two_units_disagree_about_party_members() {
    let conflicts = gather(&sample()).conflicts;
    let names: HashSet<_> = conflicts
        .iter()
        .map(|c| (c.unit_name.as_str(), c.field.as_str()))
        .collect();
    let expected = [
        ("区住建局", "party_members"),
        ("云溪社区卫生服务中心", "party_members"),
    ];
    assert_eq!(names, HashSet::from(expected));
    assert_eq!(conflicts.len(), 2);
    let clinic = conflicts
        .iter()
        .find(|c| c.unit_name.ends_with("服务中心"))
        .unwrap();
    let values: Vec<_> = clinic
        .values
        .iter()
        .map(|v| (v.value.as_str(), v.rows.clone()))
        .collect();
    assert_eq!(values, [("58", vec![51, 133]), ("55", vec![140])]);
}

#[test]
fn messy_cells_become_clean_values() {
    let ledger = sample();
    let row = |number| ledger.rows.iter().find(|row| row.row == number).unwrap();
    assert_eq!(row(9).unit_name, "区人民医院");
    assert_eq!(row(7).liaison_phone.as_deref(), Some("18800009136"));
    assert_eq!(row(29).liaison_name.as_deref(), Some("郭秀𬱖"));
    assert_eq!(row(15).community, "听雨社区");
    assert_eq!(row(17).nature.as_deref(), Some("民企"));
    assert_eq!(row(31).nature.as_deref(), Some("国企"));
    assert_eq!(row(6).nature.as_deref(), Some("金融"));
}

#[test]
fn dates_keep_the_precision_they_were_written_with() {
    let ledger = sample();
    let joined = |number| {
        let row = ledger.rows.iter().find(|row| row.row == number).unwrap();
        row.joined.unwrap().iso()
    };
    let spellings = [5, 6, 7, 10, 11, 12, 61].map(joined);
    let expected = [
        "2022-12-08",
        "2024-06",
        "2023-07-27",
        "2022-07-04",
        "2020-09-21",
        "2021-09-01",
        "2020-10",
    ];
    assert_eq!(spellings, expected);
}
