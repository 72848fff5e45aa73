//! Score sheets in Excel: reading what offices have, and the sheet to fill in. Pure but for the
//! command that makes it.

mod form;
mod read;
#[cfg(test)]
mod tests;

pub use form::sheet;
pub(super) use read::{FileRow, ScoreFile, parse_scores};

use crate::excel::{Column, Kind};

/// Columns of a score sheet before the scheme's items.
pub(super) const COLUMNS: &[Column] = &[
    Column {
        synonyms: &["所属社区", "社区名称", "所在社区"],
        fill_down: true,
        max_length: 40,
        ..Column::new("community", "社区", Kind::Name)
    },
    Column {
        synonyms: &["小区名称", "所在小区", "所属小区", "院落"],
        required: true,
        fill_down: true,
        max_length: 40,
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
        ..Column::new("rated", "楼栋", Kind::Name)
    },
    Column {
        synonyms: &["评分人", "评分楼栋", "考评人", "考评方", "打分楼栋", "评分"],
        required: true,
        max_length: 60,
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
        ..Column::new("exclusion", "一票否决", Kind::Text)
    },
];

/// Places in [`COLUMNS`].
pub(super) const COMMUNITY: usize = 0;
pub(super) const COMPOUND: usize = 1;
pub(super) const RATED: usize = 2;
pub(super) const JUDGE: usize = 3;
pub(super) const EXCLUSION: usize = 4;
