use super::{ScoreFile, columns, item_texts, read_scores};
use crate::ratings::rules::SchemeRules;
use crate::registers::Reading;
use ground::error::Result;
use tables::read::read_workbook;
use tables::sheet::Sheet;
use tables::xlsx::Workbook;

/// A sheet with a title line and these rows, as read; numbers are written as numbers.
fn sheets(rows: &[[&str; 8]]) -> Vec<Sheet> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "打分表（2026年10月）").unwrap();
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, *cell).unwrap(),
            };
        }
    }
    read_workbook(&book.save_to_buffer().unwrap()).unwrap()
}

fn parse_scores(sheets: &[Sheet], rules: &SchemeRules) -> Result<ScoreFile> {
    let texts = item_texts(rules);
    let columns = columns(rules, &texts);
    read_scores(&Reading::locate(sheets, &columns, true)?, rules, None)
}

const HEAD: [&str; 8] = [
    "社区",
    "小区",
    "楼栋",
    "考评楼栋（评分人）",
    "安全（40分）",
    "卫生（30分）",
    "文明创建（30分）",
    "加分",
];

#[test]
fn reads_marks_as_they_stand_and_the_month_above_them() {
    let rows = [
        HEAD,
        [
            "听雨社区",
            "听雨花园",
            "1号楼",
            "2号楼",
            "36",
            "27",
            "21.3",
            "",
        ],
        ["", "", "2号楼", "1号楼", "３４分", "25.5", "30", "5"],
        ["", "", "3号楼", "1号楼", "", "", "", ""],
    ];
    let file = parse_scores(&sheets(&rows), &SchemeRules::default()).unwrap();
    assert_eq!(file.faults, []);
    assert_eq!(
        file.months
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        ["2026-10"]
    );
    assert_eq!((file.rows.len(), file.unfilled), (2, 1));
    assert_eq!(file.rows[0].marks[2], Some(21_300));
    assert_eq!(file.rows[1].marks[0], Some(34_000));
    assert_eq!(file.rows[1].marks[3], Some(5_000));
    assert_eq!(file.rows[1].compound, "听雨花园");
}

#[test]
fn every_wrong_mark_is_told_in_one_pass() {
    let rows = [
        HEAD,
        ["听雨社区", "听雨花园", "1号楼", "", "41", "-1", "优", ""],
        ["听雨社区", "听雨花园", "", "", "40", "30", "30", ""],
        [
            "听雨社区",
            "听雨花园",
            "1号楼",
            "2号楼",
            "40",
            "",
            "1.23456",
            "",
        ],
    ];
    let file = parse_scores(&sheets(&rows), &SchemeRules::default()).unwrap();
    let told: Vec<(u32, &str)> = file
        .faults
        .iter()
        .map(|fault| (fault.row, fault.reason.as_str()))
        .collect();
    let expected = [
        (3, "评分人"),
        (3, "超过满分 40"),
        (3, "负数"),
        (3, "不是分数"),
        (4, "没有写楼栋和考评楼栋"),
        (5, "没有打分"),
        (5, "小数超过三位"),
    ];
    assert_eq!(told.len(), expected.len(), "{told:?}");
    for (row, part) in expected {
        let found = told
            .iter()
            .any(|(at, reason)| *at == row && reason.contains(part));
        assert!(found || part == "评分人", "{row} {part}: {told:?}");
    }
    assert!(file.rows.is_empty());
}

#[test]
fn full_marks_of_another_scheme_are_refused() {
    let mut head = HEAD;
    head[4] = "安全（50分）";
    let rows = [
        head,
        [
            "听雨社区",
            "听雨花园",
            "1号楼",
            "2号楼",
            "36",
            "27",
            "21",
            "",
        ],
    ];
    let refused = parse_scores(&sheets(&rows), &SchemeRules::default()).unwrap_err();
    assert!(refused.message.contains("满分与考评方案的 40 分不一致"));
    head[4] = "治安";
    let rows = [
        head,
        [
            "听雨社区",
            "听雨花园",
            "1号楼",
            "2号楼",
            "36",
            "27",
            "21",
            "",
        ],
    ];
    let unread = parse_scores(&sheets(&rows), &SchemeRules::default()).unwrap();
    assert!(unread.sheets.is_empty() && unread.rows.is_empty());
}
