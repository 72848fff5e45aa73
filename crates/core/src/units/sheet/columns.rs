//! The ledger's columns, declared once for import, template and export.

use tables::{Choice, Column, Kind, RECORD};

/// Natures of a unit (单位性质) with the words offices use for them.
pub const NATURES: &[Choice] = &[
    Choice {
        value: "机关",
        synonyms: &["党政机关", "行政机关", "机关单位", "政府机关"],
    },
    Choice {
        value: "事业单位",
        synonyms: &["事业"],
    },
    Choice {
        value: "垂管单位",
        synonyms: &["垂直管理单位", "垂管", "条管单位", "驻区垂管单位"],
    },
    Choice {
        value: "国企",
        synonyms: &["国有企业", "央企", "中央企业", "国有控股企业"],
    },
    Choice {
        value: "民企",
        synonyms: &[
            "民营企业",
            "私营企业",
            "非公企业",
            "非公有制企业",
            "两新组织",
        ],
    },
    Choice {
        value: "学校",
        synonyms: &["院校", "教育机构"],
    },
    Choice {
        value: "医院",
        synonyms: &["医疗机构", "卫生机构"],
    },
    Choice {
        value: "金融",
        synonyms: &["金融机构", "银行", "金融单位", "金融企业"],
    },
    Choice {
        value: "社会组织",
        synonyms: &["社团", "社会团体", "志愿组织"],
    },
    Choice {
        value: "物业企业",
        synonyms: &["物业", "物业公司", "物业服务企业"],
    },
    Choice {
        value: "业委会",
        synonyms: &["业主委员会", "物管会"],
    },
    Choice {
        value: "民主党派",
        synonyms: &["党派"],
    },
    Choice {
        value: "部队",
        synonyms: &["驻军", "军队", "驻地部队", "武警"],
    },
    Choice {
        value: "其他",
        synonyms: &["其它", "其他单位"],
    },
];

/// Columns of the ledger, in the order of the template.
pub const COLUMNS: &[Column] = &[
    Column {
        synonyms: &["所属社区", "社区名称", "所在社区", "社区大党委", "参加社区"],
        required: true,
        fill_down: true,
        from_sheet: true,
        max_length: 50,
        hint: "社区全称，如“听雨社区”。",
        example: "听雨社区",
        ..Column::new("community", "社区", Kind::Name)
    },
    Column {
        synonyms: &[
            "单位",
            "成员单位",
            "单位全称",
            "成员单位名称",
            "共建单位",
            "参与单位",
        ],
        required: true,
        hint: "单位全称。一个单位参加多个社区的，每个社区填一行。",
        example: "区文化馆",
        ..Column::new("unit_name", "单位名称", Kind::Name)
    },
    Column {
        synonyms: &["性质", "单位类型", "类型", "单位类别", "类别"],
        hint: "从下拉列表中选。",
        example: "事业单位",
        ..Column::new("nature", "单位性质", Kind::Choice(NATURES))
    },
    Column {
        synonyms: &["党员人数", "党员数量", "党员总数", "在册党员数", "党员"],
        hint: "只填数字；不清楚的留空。",
        example: "12",
        ..Column::new("party_members", "党员数", Kind::Integer)
    },
    Column {
        group: Some("负责人"),
        synonyms: &[
            "负责人",
            "单位负责人",
            "负责人姓名",
            "主要负责人",
            "单位负责人姓名",
        ],
        max_length: 50,
        hint: "单位负责人姓名。",
        example: "张三",
        ..Column::new("leader_name", "姓名", Kind::Name)
    },
    Column {
        group: Some("负责人"),
        synonyms: &["职务", "负责人职务", "单位负责人职务", "单位职务"],
        max_length: 50,
        hint: "负责人职务。",
        example: "馆长",
        ..Column::new("leader_post", "职务", Kind::Name)
    },
    Column {
        group: Some("联络员"),
        synonyms: &["联络员", "联系人", "联系人姓名", "联络人", "联络人姓名"],
        max_length: 50,
        hint: "在该社区的联络员姓名。",
        example: "李四",
        ..Column::new("liaison_name", "姓名", Kind::Name)
    },
    Column {
        group: Some("联络员"),
        synonyms: &[
            "手机号",
            "手机",
            "电话",
            "联系电话",
            "联系方式",
            "联络员手机",
            "联络员电话",
            "联络员联系电话",
            "联系人电话",
            "联系人手机号",
            "联络人手机",
            "联络人电话",
            "联络人联系电话",
            "手机号码",
            "电话号码",
        ],
        max_length: 50,
        hint: "联络员的工作手机号，以文本格式填写。",
        example: "13900000000",
        ..Column::new("liaison_phone", "手机号", Kind::Phone)
    },
    Column {
        synonyms: &["加入日期", "参加时间", "入会时间", "加入年月", "入驻时间"],
        hint: "如 2023年5月6日；只知道年月的填 2023年5月。",
        example: "2023年5月",
        ..Column::new("joined", "加入时间", Kind::FuzzyDate)
    },
    Column {
        synonyms: &["说明", "备 注", "其他说明"],
        max_length: 500,
        ..Column::new("note", "备注", Kind::Text)
    },
    RECORD,
];
