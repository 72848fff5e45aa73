use std::collections::HashSet;

use super::*;
use chrono::NaiveDate;

use tables::{Properties, SkipReason, annotate, read};

const SAMPLE: &[u8] = include_bytes!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/fixtures/成员单位台账.xlsx"
));

fn parsed(bytes: &[u8]) -> Ledger {
    parse_ledger(&read::read_workbook(bytes).unwrap()).unwrap()
}

fn sample() -> Ledger {
    parsed(SAMPLE)
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
    assert!(gathered.seats.iter().all(|rows| rows.len() == 1));
}

#[test]
fn only_two_units_disagree_about_party_members() {
    let conflicts = gather(&sample()).conflicts;
    let names: HashSet<_> = conflicts
        .iter()
        .map(|c| (c.fact.unit.as_str(), c.fact.field))
        .collect();
    let expected = [
        ("区住建局", "party_members"),
        ("云溪社区卫生服务中心", "party_members"),
    ];
    assert_eq!(names, HashSet::from(expected));
    assert_eq!(conflicts.len(), 2);
    let clinic = conflicts
        .iter()
        .find(|c| c.fact.unit.ends_with("服务中心"))
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

fn properties() -> Properties {
    let created = NaiveDate::from_ymd_opt(2026, 11, 24)
        .unwrap()
        .and_hms_opt(10, 32, 0)
        .unwrap();
    Properties {
        title: "台账".to_owned(),
        author: "云溪街道党建办".to_owned(),
        created,
    }
}

#[test]
fn an_export_reads_back_as_the_same_records() {
    let before = sample();
    let bytes = write_units(&properties(), "成员单位台账", &before.rows).unwrap();
    let after = parsed(&bytes);
    let unnumbered = |rows: &[LedgerRow]| -> Vec<LedgerRow> {
        rows.iter()
            .map(|row| LedgerRow {
                sheet: String::new(),
                row: 0,
                ..row.clone()
            })
            .collect()
    };
    assert_eq!(after.faults, []);
    assert_eq!(unnumbered(&after.rows), unnumbered(&before.rows));
}

#[test]
fn the_error_copy_explains_every_fault_in_its_row() {
    let fault = Fault {
        sheet: "成员单位".to_owned(),
        row: 6,
        column: "I".to_owned(),
        heading: "联络员/手机号".to_owned(),
        reason: "手机号应为 11 位。".to_owned(),
    };
    let sheets = read::read_workbook(SAMPLE).unwrap();
    let header = annotate::header_of(COLUMNS);
    let bytes = annotate::write_marked(&sheets, header, &[fault], &properties()).unwrap();
    let sheets = read::read_workbook(&bytes).unwrap();
    let explained = sheets[0].row(5).unwrap().cell(11).display();
    assert_eq!(explained, "I 列“联络员/手机号”：手机号应为 11 位。");
    assert_eq!(
        sheets[0].row(3).unwrap().cell(11).display(),
        annotate::ERROR_HEADING
    );
    assert_eq!(parsed(&bytes).rows.len(), 158);
}

mod round_trip {
    use proptest::prelude::*;

    use super::*;
    use ground::calendar::{FuzzyDate, Month};

    prop_compose! {
        fn date()(year in 1950..2099i32, month in 1..=12u32, day in 1..=28u32, precision in 0..3) -> FuzzyDate {
            match precision {
                0 => FuzzyDate::Year(year),
                1 => FuzzyDate::Month(Month::new(year, month).unwrap()),
                _ => FuzzyDate::Day(NaiveDate::from_ymd_opt(year, month, day).unwrap()),
            }
        }
    }

    fn name() -> impl Strategy<Value = Option<String>> {
        proptest::option::of("[区市][一-龥㐀-㐿𬱖（）A-Za-z0-9]{1,12}")
    }

    prop_compose! {
        fn row()(
            community in "[一-龥]{1,6}社区",
            unit_name in "[区市][一-龥（）]{1,12}局",
            nature in proptest::option::of(0..NATURES.len()),
            party_members in proptest::option::of(0..100_000i64),
            names in (name(), name(), name()),
            liaison_phone in proptest::option::of("1[3-9][0-9]{9}|0731-[2-8][0-9]{7}"),
            joined in proptest::option::of(date()),
            note in proptest::option::of("[=+@－-]?[一-龥a-z0-9,，]{1,20}，见附件"),
        ) -> LedgerRow {
            let (leader_name, leader_post, liaison_name) = names;
            LedgerRow {
                sheet: String::new(),
                row: 0,
                record: None,
                community,
                unit_name,
                nature: nature.map(|at| NATURES[at].value.to_owned()),
                party_members,
                leader_name,
                leader_post,
                liaison_name,
                liaison_phone,
                joined,
                note,
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_kind_of_column_survives_export_and_import(rows in proptest::collection::vec(row(), 1..8)) {
            let bytes = write_units(&properties(), "台账", &rows).unwrap();
            let ledger = parsed(&bytes);
            prop_assert_eq!(&ledger.faults, &[]);
            let read: Vec<_> = ledger.rows.into_iter().map(|row| LedgerRow { sheet: String::new(), row: 0, ..row }).collect();
            prop_assert_eq!(read, rows);
        }
    }
}
