use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;

use super::*;

fn day(month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, month, day)
}

fn figure(label: &str, unit: &str, numerator: i64, denominator: Option<i64>) -> Figure {
    Figure {
        label: label.to_owned(),
        unit: unit.to_owned(),
        numerator,
        denominator,
        previous: Some((numerator - 1, denominator)),
        definition: format!("{label}的口径。"),
        sheet: Some(ASSIGNMENTS.to_owned()),
        lower_is_better: false,
    }
}

fn figures() -> Vec<Figure> {
    vec![
        Figure { definition: "期末在册、未停用的成员单位。".to_owned(), sheet: Some(UNITS.to_owned()), ..figure("成员单位", "家", 69, None) },
        Figure { definition: "单位在大党委中的席位，一个单位参加几个大党委计几个。".to_owned(), sheet: Some(UNITS.to_owned()), ..figure("席位", "个", 158, None) },
        Figure { definition: "已召开的联席会议 ÷ 本期按轮值应召开的联席会议。".to_owned(), sheet: Some(MEETINGS.to_owned()), ..figure("联席会议 已开 / 应开", "次", 10, Some(17)) },
        Figure { definition: "办结的事项 ÷ 应办结事项；应办结指办结时限在本期内的事项。".to_owned(), ..figure("交办办结率", "项", 25, Some(28)) },
        Figure { definition: "在时限内（含事前批准延期的）办结的事项 ÷ 应办结事项；应办结指办结时限在本期内的事项。".to_owned(), ..figure("按时办结 / 应办结", "项", 23, Some(28)) },
        Figure { definition: "时限已过、尚未办结的事项。".to_owned(), lower_is_better: true, ..figure("逾期事项", "项", 2, None) },
    ]
}

fn board_cell(at: usize, month: usize) -> Option<BoardCell> {
    let units = [
        "区民政局",
        "云溪派出所",
        "市三中",
        "宏达商贸",
        "区税务二分局",
        "康宁医院",
    ];
    let state = match (month, at % 5) {
        (..=8, _) | (9, 0..=3) => BoardState::Done,
        (9, _) => BoardState::Unsigned,
        (10, 1) => BoardState::Waiting,
        (10, _) => BoardState::Done,
        _ => BoardState::Planned,
    };
    let unit = units[(at + month) % units.len()].to_owned();
    Some(BoardCell {
        unit,
        state,
        changed: at == 3 && month == 7,
    })
}

const NAMES: [&str; 18] = [
    "街道",
    "听雨",
    "桃源里",
    "半亩塘",
    "梧桐路",
    "东园",
    "站前",
    "红枫",
    "朝晖",
    "建安",
    "青禾",
    "和悦",
    "光华",
    "新桥",
    "花溪",
    "枫林渡",
    "滨河",
    "振兴里",
];

fn assignment(at: i64, status: &str) -> AssignmentRow {
    AssignmentRow {
        title: [
            "地下车库渗水维修，协调物业与业委会商定维修资金使用方案",
            "增设电动车充电棚 40 个车位",
            "飞线充电整治",
        ][at as usize % 3]
            .to_owned(),
        lead: "恒信物业服务有限公司".to_owned(),
        support: vec!["区住建局".to_owned(), "梧桐路社区".to_owned()],
        source: "梧桐路社区第9次联席会议".to_owned(),
        assigned_on: day(10, 12),
        due_on: day(11, 10),
        closed_on: if status == "已办结" {
            day(11, 5)
        } else {
            None
        },
        status: status.to_owned(),
        days_overdue: (status == "逾期").then_some(at + 3),
        progress: "已两次提示，施工单位正在做防水层。".to_owned(),
    }
}

pub(super) fn sample() -> SummaryData {
    let unit = |at: usize| UnitRow {
        name: [
            "溪谷物业管理（云溪）有限公司",
            "区文旅局",
            "=HYPERLINK(1)",
            "市第三中学",
        ][at % 4]
            .to_owned(),
        nature: "物业企业".to_owned(),
        relation: "共建".to_owned(),
        party_members: Some(25).filter(|_| at > 0),
        leader: "郭龑文".to_owned(),
        leader_post: "党支部书记".to_owned(),
        committees: NAMES[1..2 + at % 5]
            .iter()
            .map(|name| format!("{name}社区"))
            .collect(),
        duties: vec!["听雨 3月".to_owned()],
        assignments_due: 2,
        assignments_closed: 1,
    };
    let meeting = |at: usize| MeetingRow {
        committee: format!("{}社区大党委", NAMES[at]),
        kind: "联席会议".to_owned(),
        number: (at != 4).then_some(10),
        held_on: day(11, 3 + at as u32),
        theme: "传达学习中央城市工作会议精神，研究老旧小区电动车充电设施增设事项".to_owned(),
        duty_unit: "宏达商贸有限公司".to_owned(),
        chair: "郭伟国".to_owned(),
        invited: 14,
        attended: (at % 5 < 2).then_some(12),
        topics: 3,
        decisions: 2,
        status: ["纪要已签发", "已召开", "已通知", "筹备", "延期"][at % 5].to_owned(),
    };
    SummaryData {
        office: "云溪街道".to_owned(),
        period: "2026年11月".to_owned(),
        scope: "全街道".to_owned(),
        generated_at: day(11, 24).unwrap().and_hms_opt(10, 32, 0).unwrap(),
        figures: figures(),
        attention: vec![
            Attention {
                level: AttentionLevel::Decide,
                text: "地下车库渗水维修逾期，已两次提示，建议街道协调。".to_owned(),
                concerning: "梧桐路 · 恒信物业".to_owned(),
                sheet: Some(ASSIGNMENTS.to_owned()),
                row: 3,
            },
            Attention {
                level: AttentionLevel::Watch,
                text: "安居物业申请延期至 12月11日。".to_owned(),
                concerning: "滨河 · 安居物业".to_owned(),
                sheet: None,
                row: 0,
            },
        ],
        meeting_counts: NAMES
            .iter()
            .enumerate()
            .map(|(at, name)| MeetingCount {
                committee: (*name).to_owned(),
                planned: 11,
                held: 9 + (at % 3) as i64,
            })
            .collect(),
        assignment_months: (0..12)
            .map(|at| AssignmentMonth {
                month: format!("{}月", (at + 11) % 12 + 1),
                closed: 18 + at % 7,
                overdue: at % 4,
            })
            .collect(),
        units: (0..60).map(unit).collect(),
        board_period: "2026年".to_owned(),
        board_months: (1..=12).map(|month| format!("{month}月")).collect(),
        board: NAMES
            .iter()
            .enumerate()
            .map(|(at, name)| BoardRow {
                committee: if at == 0 {
                    "街道大工委".to_owned()
                } else {
                    format!("{name}社区")
                },
                cells: (0..12).map(|month| board_cell(at, month)).collect(),
            })
            .collect(),
        meetings: (0..17).map(meeting).collect(),
        assignments: (0..30)
            .map(|at| assignment(at, ["逾期", "已办结", "办理中", "待审核"][at as usize % 4]))
            .collect(),
        stars: (1..=20).map(star).collect(),
        partners: vec![PartnerLine {
            name: "孙玥".to_owned(),
            kind: "专业人才合伙人".to_owned(),
            community: "听雨社区".to_owned(),
            skills: vec!["书法".to_owned(), "课业辅导".to_owned()],
            state: "聘任".to_owned(),
            number: "云溪合聘〔2026〕1号".to_owned(),
            term_to: None,
            services: 3,
            minutes: 270,
            people: 64,
        }],
        partner_hours: (1..=11)
            .map(|month| PartnerHours {
                month: format!("{month}月"),
                partners: 60 * month,
                volunteers: 90 * month,
            })
            .collect(),
        star_months: ["9月", "10月", "11月"]
            .map(|month| StarMonth {
                month: month.to_owned(),
                counts: vec![2, 5, 40, 120, 130, 34],
            })
            .to_vec(),
    }
}

fn star(at: i64) -> StarRow {
    StarRow {
        community: "听雨社区".to_owned(),
        scope: "听雨花园".to_owned(),
        name: format!("{at}号楼"),
        chief: "李兰".to_owned(),
        rank: Some(at),
        mean: Some(95_333 - at * 1_500),
        stars: 5 - at / 5,
        flags: i64::from(at < 4),
        months: 3,
    }
}

fn empty() -> SummaryData {
    SummaryData {
        figures: Vec::new(),
        attention: Vec::new(),
        meeting_counts: Vec::new(),
        assignment_months: Vec::new(),
        units: Vec::new(),
        board: Vec::new(),
        meetings: Vec::new(),
        assignments: Vec::new(),
        stars: Vec::new(),
        partners: Vec::new(),
        partner_hours: Vec::new(),
        star_months: Vec::new(),
        ..sample()
    }
}

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

#[test]
fn every_register_has_its_sheet() {
    let book = open(write_summary(&sample()).unwrap());
    assert_eq!(
        book.sheet_names(),
        [
            OVERVIEW,
            UNITS,
            BOARD,
            MEETINGS,
            ASSIGNMENTS,
            PARTNERS,
            STARS,
            CHART_DATA
        ]
    );
}

#[test]
fn values_read_back_with_their_types() {
    let mut book = open(write_summary(&sample()).unwrap());
    let units = book.worksheet_range(UNITS).unwrap();
    let cell = |row, column| units.get_value((row, column)).cloned().unwrap_or_default();
    assert_eq!(
        cell(4, 0),
        Data::String("溪谷物业管理（云溪）有限公司".to_owned())
    );
    assert_eq!(cell(6, 0), Data::String("=HYPERLINK(1)".to_owned()));
    assert_eq!(cell(5, 3), Data::Float(25.0));
    assert_eq!(cell(4, 11), Data::Float(0.5));
    let meetings = book.worksheet_range(MEETINGS).unwrap();
    assert!(matches!(
        meetings.get_value((4, 2)),
        Some(Data::DateTime(_))
    ));
}

#[test]
fn the_overview_carries_its_charts_and_figures_with_definitions() {
    let bytes = write_summary(&sample()).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.clone())).unwrap();
    let charts = (0..archive.len())
        .filter(|at| {
            archive
                .by_index(*at)
                .unwrap()
                .name()
                .unwrap()
                .starts_with("xl/charts/chart")
        })
        .count();
    assert_eq!(charts, 4);
    let texts: Vec<String> = open(bytes)
        .worksheet_range(OVERVIEW)
        .unwrap()
        .used_cells()
        .map(|(_, _, value)| value.to_string())
        .collect();
    for expected in [
        "云溪街道“大党委”工作汇总",
        "23 / 28",
        "时限已过、尚未办结的事项。",
        "82.1%，上期 78.6%",
    ] {
        assert!(texts.iter().any(|text| text == expected), "{expected}");
    }
}

#[test]
fn what_asks_for_attention_leads_to_its_record() {
    let bytes = write_summary(&sample()).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let sheet = archive.by_name("xl/worksheets/sheet1.xml").unwrap();
    let overview = std::io::read_to_string(sheet).unwrap();
    assert!(overview.contains(&format!("location=\"'{ASSIGNMENTS}'!A7\"")));
}

#[test]
fn a_meeting_not_yet_held_has_no_attendance() {
    let mut book = open(write_summary(&sample()).unwrap());
    let meetings = book.worksheet_range(MEETINGS).unwrap();
    let rate = |row| meetings.get_value((row, 9)).cloned().unwrap_or_default();
    assert_eq!(rate(4), Data::Float(12.0 / 14.0));
    assert_eq!(rate(6), Data::Empty);
}

#[test]
fn equal_data_make_equal_files() {
    assert_eq!(
        write_summary(&sample()).unwrap(),
        write_summary(&sample()).unwrap()
    );
}

#[test]
fn an_office_without_records_gets_a_workbook_too() {
    let mut book = open(write_summary(&empty()).unwrap());
    let units = book.worksheet_range(UNITS).unwrap();
    assert_eq!(
        units.get_value((4, 0)),
        Some(&Data::String("暂无记录".to_owned()))
    );
}
