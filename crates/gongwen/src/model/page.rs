use serde::{Deserialize, Serialize};

use crate::length::Length;

/// Page furniture an office may choose; the default is the standard's (5.2, 6, 7.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageOptions {
    pub margins: Margins,
    /// Distance between baselines; `None` divides the text area into 22 lines.
    pub leading: Option<Length>,
    /// Characters in a line of the text area; fewer where it is too narrow for them.
    pub characters_per_line: u16,
    pub numbers: PageNumbers,
    /// Odd numbers at the right and even ones at the left; else all at the right.
    pub two_sided: bool,
    /// The whole document on landscape pages, for tables and certificates.
    pub landscape: bool,
    /// 版记 only on an even page, as for folded sheets; a page put in to get there stays blank.
    pub colophon_on_even_page: bool,
    /// For paper that bears the red mark and its rules already (套红纸): their room is left, and
    /// nothing red is printed.
    pub preprinted_head: bool,
}

impl Default for PageOptions {
    fn default() -> Self {
        Self {
            margins: Margins::default(),
            leading: None,
            characters_per_line: 28,
            numbers: PageNumbers::default(),
            two_sided: true,
            landscape: false,
            colophon_on_even_page: false,
            preprinted_head: false,
        }
    }
}

/// Blank edges around the text area (版心) of a portrait A4 page, in micrometres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Margins {
    /// 天头.
    pub top: Length,
    pub bottom: Length,
    /// 订口.
    pub left: Length,
    pub right: Length,
}

impl Default for Margins {
    fn default() -> Self {
        Self {
            top: Length::mm(37),
            bottom: Length::mm(35),
            left: Length::mm(28),
            right: Length::mm(26),
        }
    }
}

/// How pages are numbered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageNumbers {
    /// `— 1 —` at the outer side (7.5).
    #[default]
    Outer,
    /// `— 1 —` in the middle.
    Centered,
    None,
}
