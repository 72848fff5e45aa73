//! The buildings ledger (小区楼栋台账) as offices keep it in Excel: one line a building, what belongs to
//! the compound beside it. Pure: knows no database.

use super::owners::owners_text;
use super::{BuildingRow, Compound, Post};
use crate::excel::{
    CellData, Column, ExcelError, Kind, Properties, RECORD, SheetSpec, WriteColumn, write_table,
};

const SHEET: &str = "楼栋";
const TITLE: &str = "小区楼栋台账";

/// A post's two columns; the names of the fields in code are the post's and the cell's.
macro_rules! post {
    ($title:literal, $name:literal, $phone:literal, $names:expr, $phones:expr) => {
        [
            Column {
                group: Some($title),
                synonyms: $names,
                max_length: 40,
                ..Column::new($name, "姓名", Kind::Name)
            },
            Column {
                group: Some($title),
                synonyms: $phones,
                private: true,
                max_length: 60,
                hint: "以文本格式填写；带“*”的表示不更改。",
                ..Column::new($phone, "电话", Kind::Phone)
            },
        ]
    };
}

const POSTS: [[Column; 2]; 5] = [
    post!(
        "党小组长",
        "party_leader",
        "party_leader_phone",
        &["党小组长", "楼栋党小组长", "党小组长姓名"],
        &["党小组长电话", "党小组长联系电话", "党小组长手机号"]
    ),
    post!(
        "楼栋长",
        "building_leader",
        "building_leader_phone",
        &["楼栋长", "楼长", "楼栋长姓名", "楼长姓名"],
        &[
            "楼栋长电话",
            "楼栋长联系电话",
            "楼长电话",
            "楼栋长手机号",
            "楼长联系电话"
        ]
    ),
    post!(
        "安全员",
        "safety",
        "safety_phone",
        &["安全员", "安全员姓名"],
        &["安全员电话", "安全员联系电话", "安全员手机号"]
    ),
    post!(
        "卫生员",
        "health",
        "health_phone",
        &["卫生员", "卫生员姓名"],
        &["卫生员电话", "卫生员联系电话", "卫生员手机号"]
    ),
    post!(
        "物管员",
        "property",
        "property_phone",
        &["物管员", "物业管家", "物管员姓名", "物业管理员"],
        &[
            "物管员电话",
            "物管员联系电话",
            "物业管家电话",
            "物管员手机号"
        ]
    ),
];

/// Columns of the ledger, in the order of the template.
pub(super) const COLUMNS: &[Column] = &[
    Column {
        synonyms: &["所在社区", "所属社区", "社区名称"],
        required: true,
        fill_down: true,
        max_length: 50,
        hint: "社区全称。",
        example: "听雨社区",
        ..Column::new("community", "社区", Kind::Name)
    },
    Column {
        synonyms: &["小区名称", "所在小区", "居民小区", "院落"],
        required: true,
        fill_down: true,
        max_length: 40,
        hint: "小区名称；同一小区几行写法要一致。",
        example: "听雨花园",
        ..Column::new("compound", "小区", Kind::Name)
    },
    Column {
        synonyms: &["楼栋名称", "楼栋号", "栋号", "楼号", "幢号"],
        required: true,
        max_length: 20,
        hint: "如 3号楼、3栋、A座；只写数字的按“号楼”登记。",
        example: "1号楼",
        ..Column::new("building", "楼栋", Kind::Name)
    },
    Column {
        synonyms: &["单元", "单元数量", "单元个数"],
        hint: "填个数，自动登记 1单元、2单元……",
        example: "3",
        ..Column::new("stairwells", "单元数", Kind::Integer)
    },
    Column {
        synonyms: &["所属网格", "网格名称", "网格号"],
        max_length: 40,
        example: "第一网格",
        ..Column::new("grid", "网格", Kind::Name)
    },
    Column {
        synonyms: &["住户数", "总户数", "居民户数", "楼栋户数"],
        example: "72",
        ..Column::new("households", "户数", Kind::Integer)
    },
    Column {
        synonyms: &["党员人数", "党员"],
        example: "9",
        ..Column::new("party_members", "党员数", Kind::Integer)
    },
    POSTS[0][0],
    POSTS[0][1],
    POSTS[1][0],
    POSTS[1][1],
    POSTS[2][0],
    POSTS[2][1],
    POSTS[3][0],
    POSTS[3][1],
    POSTS[4][0],
    POSTS[4][1],
    Column {
        synonyms: &["物业模式", "物业管理模式", "物业服务方式", "物业类型"],
        max_length: 20,
        hint: "从下拉列表中选；整个小区填一次即可。",
        ..Column::new("property_mode", "物业服务模式", Kind::Text)
    },
    Column {
        synonyms: &["物业", "物业服务企业", "物业公司名称", "物业企业"],
        max_length: 60,
        ..Column::new("property_company", "物业公司", Kind::Name)
    },
    Column {
        synonyms: &["产权", "权属单位"],
        max_length: 60,
        ..Column::new("owner_unit", "产权单位", Kind::Name)
    },
    Column {
        synonyms: &["小区党组织", "所属党支部", "党支部"],
        max_length: 60,
        ..Column::new("party_branch", "小区党支部", Kind::Name)
    },
    Column {
        synonyms: &["业委会", "业主委员会", "业主委员会成员"],
        max_length: 1000,
        hint: "如 张三（主任，党员）、李四（委员）。",
        ..Column::new("owners_committee", "业委会成员", Kind::Text)
    },
    Column {
        synonyms: &["说明", "其他说明"],
        max_length: 500,
        ..Column::new("note", "备注", Kind::Text)
    },
    RECORD,
];

/// Buildings in the ledger's own columns, so that the file can be edited and imported back.
///
/// # Errors
/// [`ExcelError::Write`].
pub(crate) fn write_buildings(
    properties: &Properties,
    rows: impl Iterator<Item = SheetLine>,
) -> Result<Vec<u8>, ExcelError> {
    let mut columns: Vec<WriteColumn> = COLUMNS.iter().map(WriteColumn::from).collect();
    if let Some(record) = columns.last_mut() {
        record.hidden = true;
    }
    let spec = SheetSpec {
        name: SHEET.to_owned(),
        title: Some(TITLE.to_owned()),
        columns,
        rows: rows.map(SheetLine::cells).collect(),
        frozen_columns: 3,
        ..SheetSpec::default()
    };
    write_table(properties, &spec)
}

/// A building as a line of an export; its phones as they shall be shown.
pub(crate) struct SheetLine {
    pub row: BuildingRow,
    pub compound: Compound,
}

impl SheetLine {
    /// Cells in the order of [`COLUMNS`].
    fn cells(self) -> Vec<CellData> {
        let Self { row, compound } = self;
        let building = row.building;
        let holder = |post: &Post| match building.holder(*post) {
            Some(holder) => [holder.name.as_str().into(), holder.phone.as_str().into()],
            None => [CellData::Empty, CellData::Empty],
        };
        let posts = Post::ALL.iter().flat_map(holder).collect();
        [
            vec![
                row.community.into(),
                row.compound.into(),
                building.name.as_str().into(),
                row.stairwells.into(),
                building.grid.as_str().into(),
                building.households.into(),
                building.party_members.into(),
            ],
            posts,
            vec![
                compound.property_mode.into(),
                compound.property_company.into(),
                compound.owner_unit.into(),
                compound.party_branch.into(),
                owners_text(&compound.owners_committee).into(),
                building.note.into(),
                building.id.into(),
            ],
        ]
        .concat()
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
        for (post, columns) in Post::ALL.iter().zip(POSTS) {
            assert_eq!(columns[0].group, Some(post.chinese()));
        }
    }

    #[test]
    fn no_heading_means_two_columns() {
        let mut headings: Vec<String> = COLUMNS.iter().flat_map(Column::heading_keys).collect();
        let all = headings.len();
        headings.sort_unstable();
        headings.dedup();
        assert_eq!(headings.len(), all);
    }
}
