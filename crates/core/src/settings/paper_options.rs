use ground::error::{Error, Result};
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

/// A limit: field, what people call it, value, least, most, and how the two are printed.
type Limit = (&'static str, &'static str, i64, i64, i64, &'static str);

impl PaperOptions {
    /// Parts of a point that a leading is counted in.
    pub(crate) const POINT: i64 = 100;

    /// # Errors
    /// `Invalid` for the first measure beyond what a page of text takes.
    pub(crate) fn check(&self) -> Result<()> {
        let margin = |field, name, value| (field, name, value, 50, 600, "5 到 60 毫米");
        let limits: [Limit; 5] = [
            margin("margin_top", "天头", self.margin_top),
            margin("margin_bottom", "地脚", self.margin_bottom),
            margin("margin_left", "订口", self.margin_left),
            margin("margin_right", "翻口", self.margin_right),
            (
                "characters",
                "每行字数",
                self.characters,
                20,
                34,
                "20 到 34",
            ),
        ];
        for (field, name, value, least, most, said) in limits {
            if !(least..=most).contains(&value) {
                return Err(Error::invalid(field, format!("{name}应在 {said}之间。")));
            }
        }
        let sound = self.leading == 0 || (2_000..=4_000).contains(&self.leading);
        if sound {
            return Ok(());
        }
        let told = "行距应在 20 到 40 磅之间；填 0 按国标每页 22 行。";
        Err(Error::invalid("leading", told))
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
