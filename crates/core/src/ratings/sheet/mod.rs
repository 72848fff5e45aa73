//! Score sheets in Excel: reading what offices have, and the sheet to fill in. Pure but for the
//! command that makes it.

mod form;
mod read;
#[cfg(test)]
mod tests;

pub use form::{score_template, sheet};
pub(super) use read::{FileRow, ScoreFile, read_scores};

use crate::ratings::rules::{ItemKind, SchemeRules};
use ground::points::show;
use tables::{Column, Kind};

/// What choices of columns are remembered under.
pub(super) const REGISTER: &str = "scores";

/// Columns of a score sheet before the scheme's items.
pub(super) const COLUMNS: &[Column] = &[
    Column {
        synonyms: &["所属社区", "社区名称", "所在社区"],
        fill_down: true,
        max_length: 40,
        hint: "社区的名称；小区只在一个社区里有时可以不填。",
        example: "听雨社区",
        ..Column::new("community", "社区", Kind::Name)
    },
    Column {
        synonyms: &["小区名称", "所在小区", "所属小区", "院落"],
        required: true,
        fill_down: true,
        max_length: 40,
        hint: "小区的名称。",
        example: "听雨花园",
        ..Column::new("compound", "小区", Kind::Name)
    },
    Column {
        synonyms: &[
            "被评楼栋",
            "受评楼栋",
            "被考评楼栋",
            "楼栋号",
            "楼号",
            "楼栋单元",
            "单元",
        ],
        required: true,
        max_length: 40,
        hint: "被评的楼栋；按单元考评时写到单元，如3号楼2单元。",
        example: "1号楼",
        ..Column::new("rated", "楼栋", Kind::Name)
    },
    Column {
        synonyms: &["评分人", "评分楼栋", "考评人", "考评方", "打分楼栋", "评分"],
        required: true,
        max_length: 60,
        hint: "打分的楼栋，不能是自己。",
        example: "2号楼",
        ..Column::new("judge", "考评楼栋", Kind::Name)
    },
    Column {
        synonyms: &[
            "否决",
            "否决情形",
            "不予评星",
            "不予评星情形",
            "一票否决情形",
        ],
        max_length: 200,
        hint: "方案启用了不予评星情形、这栋楼也属于时，写明是哪一种；没有的不填。",
        ..Column::new("exclusion", "一票否决", Kind::Text)
    },
];

/// What the column of a marked item says.
pub(super) struct ItemTexts {
    /// With the full marks, where there are any: `安全（40分）`.
    heading: String,
    hint: String,
    example: String,
}

/// What the columns of a scheme's marked items say.
pub(super) fn item_texts(rules: &SchemeRules) -> Vec<ItemTexts> {
    let items = rules.marked().map(|(_, item)| {
        let (name, full) = (&item.name, show(item.full));
        let hint = format!("0 到 {full} 的分数，可有三位小数。");
        match item.kind {
            ItemKind::Base => ItemTexts {
                heading: format!("{name}（{full}分）"),
                hint,
                example: full,
            },
            _ => ItemTexts {
                heading: name.clone(),
                hint: format!("{hint}没有的不填。"),
                example: String::new(),
            },
        }
    });
    items.collect()
}

/// All columns of a scheme's score sheet: [`COLUMNS`], and its marked items.
pub(super) fn columns<'a>(rules: &'a SchemeRules, texts: &'a [ItemTexts]) -> Vec<Column<'a>> {
    let items = rules.marked().zip(texts);
    let items = items.map(|((_, item), texts)| Column {
        required: item.kind == ItemKind::Base,
        hint: &texts.hint,
        example: &texts.example,
        ..Column::new(&item.name, &texts.heading, Kind::Marks)
    });
    COLUMNS.iter().copied().chain(items).collect()
}

/// Places in [`COLUMNS`].
pub(super) const COMMUNITY: usize = 0;
pub(super) const COMPOUND: usize = 1;
pub(super) const RATED: usize = 2;
pub(super) const JUDGE: usize = 3;
pub(super) const EXCLUSION: usize = 4;
