use super::limits::PAPER;
use ground::error::Result;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How an office wants its pages; the defaults are the standard's (GB/T 9704-2012, 5.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PaperOptions {
    /// 天头, tenths of a millimetre.
    pub margin_top: i64,
    /// Foot, tenths of a millimetre.
    pub margin_bottom: i64,
    /// 订口, tenths of a millimetre.
    pub margin_left: i64,
    /// Right margin, tenths of a millimetre.
    pub margin_right: i64,
    /// 行距, hundredths of a point; 0 divides the text area into 22 lines.
    pub leading: i64,
    /// 每行字数.
    pub characters: i64,
    /// Printed on both sides: even page numbers at the left.
    pub two_sided: bool,
    /// 版记 only on an even page.
    pub colophon_on_even_page: bool,
    /// 套红纸: the red head is on the paper already and is not printed.
    pub preprinted_head: bool,
}

impl Default for PaperOptions {
    fn default() -> Self {
        Self {
            margin_top: 370,
            margin_bottom: 350,
            margin_left: 280,
            margin_right: 260,
            leading: 0,
            characters: 28,
            two_sided: true,
            colophon_on_even_page: false,
            preprinted_head: false,
        }
    }
}

impl PaperOptions {
    /// Parts of a point that a leading is counted in.
    pub(crate) const POINT: i64 = 100;

    /// # Errors
    /// `Invalid` for the first measure beyond what a page of text takes.
    pub(crate) fn check(&self) -> Result<()> {
        PAPER.iter().try_for_each(|limit| limit.check(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_sound() {
        assert!(PaperOptions::default().check().is_ok());
    }

    #[test]
    fn senseless_measures_are_told() {
        let told = |change: fn(&mut PaperOptions)| {
            let mut paper = PaperOptions::default();
            change(&mut paper);
            paper.check().unwrap_err().to_string()
        };
        assert!(told(|p| p.margin_top = 2_000).contains("天头"));
        assert!(told(|p| p.leading = 500).contains("行距"));
        assert!(told(|p| p.characters = 3).contains("每行字数"));
    }
}
