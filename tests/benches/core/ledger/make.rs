//! A ledger of 委员 as an office would keep it: names, choices, dates of every precision, blanks.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

pub(super) const ROWS: usize = 100_000;
pub(super) const COMMITTEES: usize = 20;
pub(super) const UNITS: usize = 200;
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗";
const GIVEN: &str = "明华建国文志勇军杰娟艳涛超强磊洋霞平刚桂";
const HEADINGS: [&str; 12] = [
    "大党委",
    "姓名",
    "职务",
    "专兼职",
    "所在单位",
    "推荐时间",
    "遴选时间",
    "街道审批时间",
    "组织部备案时间",
    "聘任时间",
    "离任时间",
    "排序",
];

pub(super) fn committee(at: usize) -> String {
    format!("第{}社区", at + 1)
}

pub(super) fn unit(at: usize) -> String {
    format!("区第{}实验学校", at + 1)
}

/// A name that comes once among each committee's.
fn name(at: usize) -> String {
    let letter = |from: &str, at: usize| from.chars().nth(at % from.chars().count()).unwrap();
    let at = at / COMMITTEES;
    let (first, second, third) = (at % 20, at / 20 % 20, at / 400 % 20);
    [
        letter(SURNAMES, first),
        letter(GIVEN, second),
        letter(GIVEN, third),
    ]
    .iter()
    .collect()
}

/// The ledger as a file.
pub(super) fn ledger() -> Vec<u8> {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for (row, at) in (1..).zip(0..ROWS) {
        write_row(sheet, &day, row, at);
    }
    book.save_to_buffer().unwrap()
}

fn write_row(sheet: &mut Worksheet, day: &Format, row: u32, at: usize) {
    let part_time = !at.is_multiple_of(3);
    let duty = if part_time { "兼职" } else { "专职" };
    let texts = [
        (0, committee(at % COMMITTEES)),
        (1, name(at)),
        (2, "委员".to_owned()),
        (3, duty.to_owned()),
    ];
    for (column, text) in texts {
        sheet.write_string(row, column, text).unwrap();
    }
    if part_time {
        sheet.write_string(row, 4, unit(at % UNITS)).unwrap();
    }
    let year = 2015 + u16::try_from(at % 8).unwrap();
    sheet
        .write_string(row, 5, format!("{year}年{}月", at % 12 + 1))
        .unwrap();
    for (column, later) in (6..10).zip(1..) {
        let month = u8::try_from(at % 12 + 1).unwrap();
        let date = ExcelDateTime::from_ymd(year + later, month, 15).unwrap();
        sheet
            .write_datetime_with_format(row, column, &date, day)
            .unwrap();
    }
    if at.is_multiple_of(10) {
        sheet
            .write_string(row, 10, format!("{}", year + 6))
            .unwrap();
    }
    let position = f64::from(u32::try_from(at / COMMITTEES + 1).unwrap());
    sheet.write_number(row, 11, position).unwrap();
}
