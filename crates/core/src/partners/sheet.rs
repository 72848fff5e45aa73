//! The partner register (合伙人登记表) as offices keep it in Excel: one sheet for each kind, or one
//! with a column that says the kind. Pure: knows no database.

use super::{PartnerKind, PartnerState};
use crate::calendar::FuzzyDate;
use crate::excel::sheet::Sheet;
use crate::excel::{
    self, CellData, Choice, Column, ExcelError, Fault, Kind, Properties, RECORD, ReadRow,
    SheetSpec, Table, TemplateSpec, Value, WriteColumn, template, write_table,
};

/// How a partner of no one community is written.
pub(super) const WHOLE_STREET: &str = "全街道";
const SHEET: &str = "合伙人";
const TITLE: &str = "城市社区合伙人登记表";
const NOTE: &str = "带 * 为必填；特长、服务时间有几项的用顿号隔开；首行示例导入时会跳过；\
                    每一类也可以单独一张工作表，以类别作表名；请勿录入涉密信息。";

/// Kinds with the words offices use for them.
const KINDS: &[Choice] = &[
    Choice {
        value: "单位合伙人",
        synonyms: &[
            "单位",
            "机关企事业单位合伙人",
            "企事业单位合伙人",
            "机关企事业单位",
        ],
    },
    Choice {
        value: "专业人才合伙人",
        synonyms: &["专业人才", "人才合伙人", "专业合伙人"],
    },
    Choice {
        value: "社区合伙人",
        synonyms: &["社区", "居民合伙人", "社区达人"],
    },
    Choice {
        value: "暖心商户",
        synonyms: &["暖心商户联盟", "商户", "爱心商户", "商户合伙人", "暖心商家"],
    },
    Choice {
        value: "志愿者",
        synonyms: &["社区志愿者", "志愿者合伙人", "志愿服务"],
    },
];

const STATES: &[Choice] = &[
    Choice::plain("招募"),
    Choice::plain("评估"),
    Choice {
        value: "聘任",
        synonyms: &["在聘", "聘用", "已聘任"],
    },
    Choice::plain("续聘"),
    Choice {
        value: "退出",
        synonyms: &["已退出", "解聘", "离任"],
    },
];

/// Columns of the register, in the order of the template.
pub(super) const COLUMNS: &[Column] = &[
    Column {
        synonyms: &["合伙人类别", "类型", "合伙人类型", "分类"],
        from_sheet: true,
        fill_down: true,
        hint: "从下拉列表中选；每一类单独一张表的，表名就是类别，可以不填。",
        example: "专业人才合伙人",
        ..Column::new("kind", "类别", Kind::Choice(KINDS))
    },
    Column {
        synonyms: &[
            "姓名",
            "单位名称",
            "合伙人",
            "合伙人姓名",
            "商户名称",
            "单位",
            "志愿者姓名",
        ],
        required: true,
        max_length: 60,
        hint: "个人填姓名，单位和商户填全称。",
        example: "孙玥",
        ..Column::new("name", "名称", Kind::Name)
    },
    Column {
        synonyms: &["所在社区", "所属社区", "社区名称", "服务社区"],
        required: true,
        fill_down: true,
        max_length: 50,
        hint: "社区全称；服务全街道的填“全街道”。",
        example: "听雨社区",
        ..Column::new("community", "社区", Kind::Name)
    },
    Column {
        synonyms: &["联络员", "负责人", "联系人姓名"],
        max_length: 40,
        hint: "单位和商户的联系人。",
        ..Column::new("contact_name", "联系人", Kind::Name)
    },
    Column {
        synonyms: &[
            "联系方式",
            "联系电话",
            "手机",
            "手机号",
            "手机号码",
            "电话号码",
        ],
        private: true,
        max_length: 60,
        hint: "以文本格式填写；带“*”的表示不更改。",
        example: "13900000000",
        ..Column::new("phone", "电话", Kind::Phone)
    },
    Column {
        synonyms: &[
            "特长/可提供服务",
            "特长可提供服务",
            "专长",
            "技能",
            "特长及服务",
            "服务特长",
        ],
        max_length: 200,
        hint: "有几项的用顿号隔开。",
        example: "书法、课业辅导",
        ..Column::new("skills", "特长", Kind::Words)
    },
    Column {
        synonyms: &["服务内容", "服务项目", "提供服务"],
        max_length: 500,
        hint: "用一两句话写明。",
        ..Column::new("services", "可提供服务", Kind::Text)
    },
    Column {
        synonyms: &["可服务时间", "空闲时间", "服务时段"],
        max_length: 200,
        hint: "如周末、工作日晚上、周三下午、随时。",
        example: "周末",
        ..Column::new("times", "服务时间", Kind::Words)
    },
    Column {
        synonyms: &["优惠", "优惠措施", "让利内容"],
        max_length: 200,
        hint: "暖心商户填写。",
        ..Column::new("discount", "优惠内容", Kind::Text)
    },
    Column {
        synonyms: &["当前状态", "聘任状态"],
        hint: "新登记的可填：招募、评估、聘任、续聘、退出；不填的按有无聘期推定。",
        ..Column::new("state", "状态", Kind::Choice(STATES))
    },
    Column {
        synonyms: &["编号", "证书编号", "聘书号"],
        max_length: 40,
        hint: "已有编号的照填；没有的留空，由程序编号。",
        ..Column::new("number", "聘书编号", Kind::Text)
    },
    Column {
        synonyms: &["任期", "聘任期限", "聘用期限", "起止时间"],
        hint: "如 2025.1-2027.12。",
        example: "2025.1-2027.12",
        ..Column::new("term", "聘期", Kind::Period)
    },
    Column {
        synonyms: &["说明", "其他说明"],
        max_length: 500,
        ..Column::new("note", "备注", Kind::Text)
    },
    RECORD,
];

/// A phone as a sheet gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum GivenPhone {
    /// Whole.
    Whole(String),
    /// With stars, as an export showed it: it means what is kept.
    Masked(String),
}

/// One row of the register.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SheetRow {
    pub sheet: String,
    pub row: u32,
    pub kind: PartnerKind,
    pub name: String,
    pub community: String,
    pub contact_name: Option<String>,
    pub phone: Option<GivenPhone>,
    pub skills: Option<Vec<String>>,
    pub services: Option<String>,
    pub times: Option<Vec<String>>,
    pub discount: Option<String>,
    pub state: Option<PartnerState>,
    pub number: Option<String>,
    pub term: Option<(FuzzyDate, FuzzyDate)>,
    pub note: Option<String>,
    pub record: Option<String>,
}

/// A file as read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Sheets {
    pub names: Vec<String>,
    pub rows: Vec<SheetRow>,
    pub faults: Vec<Fault>,
    pub corrections: Vec<Fault>,
}

/// Reads every sheet of the register.
///
/// # Errors
/// [`ExcelError`] when the file or its headers cannot be used; faults of cells are in the answer.
pub(super) fn parse(sheets: &[Sheet]) -> Result<Sheets, ExcelError> {
    Ok(Sheets::of(excel::read_tables(sheets, COLUMNS)?))
}

impl Sheets {
    /// Sheets as the kit read them.
    pub fn of(tables: Vec<Table>) -> Self {
        let mut all = Self::default();
        for table in tables {
            all.take(table);
        }
        all
    }

    fn take(&mut self, mut table: Table) {
        self.names.push(table.sheet.clone());
        self.faults.append(&mut table.faults);
        self.corrections.append(&mut table.corrections);
        let told = table.preamble.iter().find_map(|line| kind_in(line));
        for read in std::mem::take(&mut table.rows) {
            let row = read.row;
            match sheet_row(&table.sheet, read, told) {
                Some(row) => self.rows.push(row),
                None => {
                    let reason = "类别未填：请填写类别，或以类别作工作表的名称。".to_owned();
                    self.faults.push(table.fault(row, 0, &COLUMNS[0], reason));
                }
            }
        }
    }
}

/// The kind that a title names, such as `登记表（志愿者）`.
fn kind_in(title: &str) -> Option<PartnerKind> {
    let inside = title
        .rsplit_once(['（', '('])?
        .1
        .trim_end_matches(['）', ')']);
    kind_named(inside.trim())
}

fn kind_named(word: &str) -> Option<PartnerKind> {
    let choice = KINDS.iter().find(|choice| choice.is_named(word))?;
    PartnerKind::ALL
        .into_iter()
        .find(|kind| kind.chinese() == choice.value)
}

/// Fields in the order of [`COLUMNS`]; none where nothing says the kind.
fn sheet_row(sheet: &str, mut read: ReadRow, told: Option<PartnerKind>) -> Option<SheetRow> {
    let row = read.row;
    let mut next = 0..COLUMNS.len();
    let mut take = || next.next().and_then(|at| read.take(at));
    let text = Value::into_text;
    let kind = take()
        .and_then(text)
        .and_then(|word| kind_named(&word))
        .or(told)?;
    Some(SheetRow {
        sheet: sheet.to_owned(),
        row,
        kind,
        name: take().and_then(text).unwrap_or_default(),
        community: take().and_then(text).unwrap_or_default(),
        contact_name: take().and_then(text),
        phone: take().and_then(given_phone),
        skills: take().and_then(words),
        services: take().and_then(text),
        times: take().and_then(words),
        discount: take().and_then(text),
        state: take().and_then(text).and_then(|word| state_named(&word)),
        number: take().and_then(text),
        term: take().and_then(period),
        note: take().and_then(text),
        record: take().and_then(text),
    })
}

fn state_named(word: &str) -> Option<PartnerState> {
    PartnerState::ALL
        .into_iter()
        .find(|state| state.chinese() == word)
}

fn given_phone(value: Value) -> Option<GivenPhone> {
    match value {
        Value::Masked(shown) => Some(GivenPhone::Masked(shown)),
        other => other.into_text().map(GivenPhone::Whole),
    }
}

fn words(value: Value) -> Option<Vec<String>> {
    match value {
        Value::Words(words) => Some(words),
        _ => None,
    }
}

fn period(value: Value) -> Option<(FuzzyDate, FuzzyDate)> {
    match value {
        Value::Period(from, to) => Some((from, to)),
        _ => None,
    }
}

/// The register's template, offering the office's communities.
///
/// # Errors
/// [`ExcelError::Write`].
pub(super) fn write_template(
    properties: &Properties,
    communities: &[String],
) -> Result<Vec<u8>, ExcelError> {
    let spec = TemplateSpec {
        sheet: SHEET,
        title: TITLE,
        note: NOTE,
        columns: &COLUMNS[..COLUMNS.len() - 1],
        lists: &[("community", communities.to_vec())],
        rows: None,
    };
    template::write_templates(properties, &[spec])
}

/// Partners in the register's own columns, so that the file can be edited and imported back.
///
/// # Errors
/// [`ExcelError::Write`].
pub(crate) fn write_partners(
    properties: &Properties,
    rows: Vec<SheetLine>,
) -> Result<Vec<u8>, ExcelError> {
    let mut columns: Vec<WriteColumn> = COLUMNS.iter().map(WriteColumn::from).collect();
    if let Some(record) = columns.last_mut() {
        record.hidden = true;
    }
    let spec = SheetSpec {
        name: SHEET.to_owned(),
        title: Some(TITLE.to_owned()),
        columns,
        rows: rows.into_iter().map(SheetLine::cells).collect(),
        frozen_columns: 2,
        ..SheetSpec::default()
    };
    write_table(properties, spec)
}

/// A partner as a line of an export.
pub(crate) struct SheetLine {
    pub partner: super::Partner,
    /// Its community's name; the whole street where none.
    pub community: Option<String>,
}

impl SheetLine {
    /// Cells in the order of [`COLUMNS`].
    fn cells(self) -> Vec<CellData> {
        let partner = self.partner;
        let term = partner
            .term_from
            .zip(partner.term_to)
            .map(|(from, to)| Value::Period(from, to).display());
        vec![
            partner.kind.chinese().into(),
            partner.name.into(),
            self.community.unwrap_or_else(|| WHOLE_STREET.into()).into(),
            partner.contact_name.into(),
            partner.phone.into(),
            partner.skills.0.join("、").into(),
            partner.services.into(),
            partner.times.0.join("、").into(),
            partner.discount.into(),
            partner.state.chinese().into(),
            partner.number.into(),
            term.into(),
            partner.note.into(),
            partner.id.into(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_name_each_field_once() {
        let mut keys: Vec<&str> = COLUMNS.iter().map(|column| column.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), COLUMNS.len());
        assert_eq!(KINDS.len(), PartnerKind::ALL.len());
        assert!(
            KINDS
                .iter()
                .all(|choice| kind_named(choice.value).is_some())
        );
        assert!(
            STATES
                .iter()
                .all(|choice| state_named(choice.value).is_some())
        );
    }

    #[test]
    fn a_title_names_the_kind_of_its_sheet() {
        assert_eq!(
            kind_in("城市社区合伙人登记表（志愿者）"),
            Some(PartnerKind::Volunteer)
        );
        assert_eq!(kind_in("登记表(暖心商户联盟)"), Some(PartnerKind::Merchant));
        assert_eq!(kind_in("城市社区合伙人登记表"), None);
    }
}
