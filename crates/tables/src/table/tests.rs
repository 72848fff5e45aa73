use super::*;
use crate::columns::Kind;
use crate::fixtures::{merge, sheet};

const COLUMNS: &[Column] = &[
    Column {
        synonyms: &["所属社区"],
        required: true,
        fill_down: true,
        ..Column::new("community", "社区", Kind::Name)
    },
    Column {
        required: true,
        synonyms: &["成员单位"],
        ..Column::new("unit", "单位名称", Kind::Name)
    },
    Column {
        group: Some("联络员"),
        synonyms: &["联络员"],
        ..Column::new("liaison", "姓名", Kind::Name)
    },
    Column {
        group: Some("联络员"),
        synonyms: &["联系电话"],
        ..Column::new("phone", "手机号", Kind::Phone)
    },
];

fn read(sheet: Sheet) -> Table {
    read_table(&[sheet], COLUMNS).unwrap()
}

fn texts(table: &Table) -> Vec<Vec<String>> {
    let shown =
        |value: &Option<Value>| value.clone().and_then(Value::into_text).unwrap_or_default();
    table
        .rows
        .iter()
        .map(|row| row.values.iter().map(shown).collect())
        .collect()
}

#[test]
fn what_was_exported_is_a_record_whatever_it_is_called() {
    let columns: Vec<Column> = COLUMNS.iter().copied().chain([RECORD]).collect();
    let sheet = sheet(&[
        &["社区", "单位名称", "姓名", "记录号"],
        &["示例社区", "区妇联", "王晓", "a"],
        &["说明：社区", "区妇联", "王晓", "b"],
        &["合计", "区妇联", "王晓", "c"],
        &["示例社区", "区妇联", "王晓", ""],
        &["合计", "3", "", ""],
    ]);
    let table = read_table(&[sheet], &columns).unwrap();
    let read: Vec<u32> = table.rows.iter().map(|row| row.row).collect();
    assert_eq!(read, [2, 3, 4]);
}

#[test]
fn a_header_of_two_levels_needs_no_merged_cells() {
    let table = read(sheet(&[
        &["某街道成员单位台账"],
        &["填报单位：某街道"],
        &["序号", "* 社区", "单位名称(全称)", "联络员", "", "备注"],
        &["", "", "", "姓 名", "手机号"],
        &["1", "听雨社区", "区妇联", "王　晓", "13900006923"],
    ]));
    assert_eq!((table.header.top, table.header.bottom), (2, 3));
    assert_eq!(table.preamble, ["某街道成员单位台账", "填报单位：某街道"]);
    assert_eq!(
        texts(&table),
        [["听雨社区", "区妇联", "王晓", "13900006923"]]
    );
    assert_eq!(table.header.heading(4), "联络员/手机号");
}

#[test]
fn other_headings_in_another_order_are_found() {
    let table = read(sheet(&[
        &["成员单位", "联络员联系电话（手机）", "所属社区", "联络员"],
        &["区妇联", "13900006923", "听雨社区", "王晓"],
    ]));
    assert_eq!(
        texts(&table),
        [["听雨社区", "区妇联", "王晓", "13900006923"]]
    );
}

#[test]
fn every_fault_is_told_in_one_pass() {
    let table = read(sheet(&[
        &["社区", "单位名称", "联络员", "联系电话"],
        &["听雨社区", "区妇联", "", "139"],
        &["听雨社区", "", "王晓", "x"],
        &["听雨社区", "区残联", "李英", "13900006923"],
    ]));
    let places: Vec<_> = table
        .faults
        .iter()
        .map(|f| format!("{}{}", f.column, f.row))
        .collect();
    assert_eq!(places, ["D2", "B3", "D3"]);
    assert_eq!(table.faults[1].reason, "单位名称未填，请补填。");
    assert_eq!(table.rows.len(), 1);
}

#[test]
fn an_empty_community_repeats_the_one_above_and_is_told() {
    let table = read(sheet(&[
        &["社区", "单位名称"],
        &["听雨社区", "区妇联"],
        &["", "区残联"],
    ]));
    assert_eq!(table.rows.len(), 2);
    assert_eq!(
        table.corrections[0].reason,
        "未填，沿用上一行的“听雨社区”。"
    );
}

#[test]
fn merged_communities_spread_down_in_silence() {
    let mut merged = sheet(&[
        &["社区", "单位名称"],
        &["听雨社区", "区妇联"],
        &["", "区残联"],
    ]);
    merged.merges = vec![merge(1, 0, 2, 0)];
    let table = read(merged);
    assert_eq!(texts(&table)[1][0], "听雨社区");
    assert_eq!(table.corrections, []);
}

#[test]
fn rows_without_a_record_are_passed_over() {
    let table = read(sheet(&[
        &["社区", "单位名称", "联络员"],
        &["示例", "区妇联", "张三"],
        &["听雨社区", "区妇联", "王晓"],
        &["小 计", "1 家"],
        &["社区", "单位名称", "联络员"],
        &["桃源里社区", "合计生活馆", "李英"],
        &["总计：", "2"],
        &["审核人：", "", "填表人："],
        &["备注：本表一式两份"],
    ]));
    assert_eq!(table.rows.len(), 2);
    let reasons: Vec<_> = table.skipped.iter().map(|skipped| skipped.reason).collect();
    use SkipReason::{Example, RepeatedHeader, Signature, Total};
    assert_eq!(
        reasons,
        [Example, Total, RepeatedHeader, Total, Signature, Signature]
    );
}

#[test]
fn a_community_merged_over_nothing_is_a_blank_row() {
    let table = read(sheet(&[
        &["社区", "单位名称", "联络员"],
        &["听雨社区", "", ""],
    ]));
    assert_eq!(table.skipped[0].reason, SkipReason::Blank);
    assert_eq!(table.faults, []);
}

#[test]
fn a_sheet_of_something_else_is_refused() {
    let other = sheet(&[&["姓名", "分数"], &["张三", "5"]]);
    let error = read_table(&[other], COLUMNS).unwrap_err();
    assert!(error.to_string().contains("社区、单位名称"), "{error}");
}

#[test]
fn missing_required_columns_are_named() {
    let other = sheet(&[&["社区", "联络员", "联系电话"], &["听雨社区", "王晓", ""]]);
    let error = read_table(&[other], COLUMNS).unwrap_err();
    assert_eq!(
        error.to_string(),
        "工作表“表”的表头缺少：单位名称。请补上这些列后再导入。"
    );
}

#[test]
fn the_sheet_that_fits_best_is_read() {
    let cover = sheet(&[&["社区", "单位名称"], &["说明", "见第二张表"]]);
    let mut ledger = sheet(&[
        &["社区", "单位名称", "联络员"],
        &["听雨社区", "区妇联", "王晓"],
    ]);
    ledger.name = "台账".to_owned();
    assert_eq!(read_table(&[cover, ledger], COLUMNS).unwrap().sheet, "台账");
}

/// A long ledger whose communities stand only where they begin, some far above a share of the rows.
#[test]
fn a_long_ledger_read_in_shares_takes_over_what_stands_above() {
    let count = 3 * MANY;
    let mut lines = vec![vec!["社区".to_owned(), "单位名称".to_owned()]];
    for at in 0..count {
        let community = match at {
            0 => "听雨社区".to_owned(),
            _ if at == count / 2 - 3 => "合计".to_owned(),
            _ if at > count - 10 => format!("第{at}社区"),
            _ => String::new(),
        };
        lines.push(vec![community, format!("单位{at}")]);
    }
    let lines: Vec<Vec<&str>> = lines
        .iter()
        .map(|line| line.iter().map(String::as_str).collect())
        .collect();
    let lines: Vec<&[&str]> = lines.iter().map(Vec::as_slice).collect();
    let table = read(sheet(&lines));
    assert_eq!(table.rows.len(), count - 1);
    assert_eq!(table.skipped.len(), 1);
    let first = |row: &ReadRow| row.values[0].clone().and_then(Value::into_text);
    let told = table
        .rows
        .iter()
        .filter(|row| first(row).as_deref() == Some("听雨社区"));
    assert_eq!(told.count(), count - 10);
    let numbers: Vec<u32> = table.rows.iter().map(|row| row.row).collect();
    assert!(numbers.is_sorted());
}

#[test]
fn a_repeated_heading_belongs_to_the_one_before_it() {
    let table = read(sheet(&[
        &[
            "社区",
            "单位名称",
            "负责人",
            "联系电话",
            "联络员",
            "联系电话",
        ],
        &[
            "听雨社区",
            "区妇联",
            "周明",
            "13700000001",
            "王晓",
            "13900006923",
        ],
    ]));
    assert_eq!(
        texts(&table),
        [["听雨社区", "区妇联", "王晓", "13900006923"]]
    );
    assert_eq!(table.header.heading(5), "联络员/联系电话");
}

#[test]
fn a_heading_about_something_else_is_not_alike() {
    let table = read(sheet(&[
        &["社区", "单位名称", "联络员电话"],
        &["听雨社区", "区妇联", "13900006923"],
    ]));
    assert_eq!(table.header.places[3], Some(2));
    assert_eq!(table.header.places[2], None);
}

#[test]
fn totals_of_a_community_are_no_records() {
    let table = read(sheet(&[
        &["社区", "单位名称", "联络员"],
        &["听雨社区", "区妇联", "王晓"],
        &["听雨社区小计", "", "1人"],
        &["全街道 总计", "", "1人"],
        &["总计1家单位", "", "1人"],
    ]));
    assert_eq!((table.rows.len(), table.faults.len()), (1, 0));
}

#[test]
fn notes_below_a_table_are_no_records() {
    let mut notes = sheet(&[
        &["社区", "单位名称", "联络员"],
        &["听雨社区", "区妇联", "王晓"],
        &["", "1.本表由各社区填写"],
        &["", "（此表一式三份）"],
        &["", "※数据截至6月底"],
        &["", "二、其他单位"],
        &["", "各社区另附照片"],
        &["", "3.5中学", "李敏"],
    ]);
    notes.merges.push(merge(6, 1, 6, 2));
    let table = read(notes);
    assert_eq!(table.faults, []);
    assert_eq!(
        texts(&table),
        [
            ["听雨社区", "区妇联", "王晓", ""],
            ["听雨社区", "3.5中学", "李敏", ""]
        ]
    );
}
