use std::fmt;

use serde::{Deserialize, Serialize};

/// What a font is used for in an official document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 小标宋: marks and titles.
    Title,
    /// 宋体: page numbers.
    Song,
    /// 黑体: first-level headings, labels.
    Hei,
    /// 楷体: second-level headings.
    Kai,
    /// 仿宋: the body.
    Fang,
}

impl Role {
    pub const ALL: [Self; 5] = [Self::Title, Self::Song, Self::Hei, Self::Kai, Self::Fang];

    /// File name of the bundled font.
    pub const fn bundled_file(self) -> &'static str {
        match self {
            Self::Title => "TongxinSong-Bold.ttf",
            Self::Song => "TongxinSong-Regular.ttf",
            Self::Hei => "TongxinHei-Regular.otf",
            Self::Kai => "TongxinKai-Regular.ttf",
            Self::Fang => "TongxinFang-Regular.otf",
        }
    }

    /// Families that serve the role where they are installed, the best first.
    pub(super) const fn installed_families(self) -> &'static [&'static str] {
        match self {
            Self::Title => &[
                "方正小标宋简体",
                "FZXiaoBiaoSong-B05S",
                "方正小标宋_GBK",
                "FZXiaoBiaoSong-B05",
            ],
            Self::Song => &["SimSun", "宋体", "方正书宋_GBK"],
            Self::Hei => &["SimHei", "黑体", "方正黑体_GBK", "FZHei-B01"],
            Self::Kai => &[
                "KaiTi_GB2312",
                "楷体_GB2312",
                "方正楷体_GBK",
                "KaiTi",
                "楷体",
            ],
            Self::Fang => &[
                "FangSong_GB2312",
                "仿宋_GB2312",
                "方正仿宋_GBK",
                "FZFangSong-Z02",
                "FangSong",
                "仿宋",
            ],
        }
    }

    /// Roles whose fonts lend characters to this one, the likest in weight first.
    pub(super) const fn lenders(self) -> &'static [Self] {
        match self {
            Self::Title => &[Self::Hei, Self::Kai, Self::Fang],
            Self::Song => &[Self::Fang, Self::Kai, Self::Hei, Self::Title],
            Self::Hei => &[Self::Title, Self::Kai, Self::Fang],
            Self::Kai => &[Self::Fang, Self::Hei, Self::Title],
            Self::Fang => &[Self::Kai, Self::Hei, Self::Title],
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Title => "小标宋",
            Self::Song => "宋体",
            Self::Hei => "黑体",
            Self::Kai => "楷体",
            Self::Fang => "仿宋",
        })
    }
}
