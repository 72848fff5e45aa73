//! What is sensible for the figures of the rules and for the measures of a page: told once, for the command that
//! refuses them and for the window that asks for them.

use super::Rules;
use super::paper_options::PaperOptions;
use crate::house::keys::MadeType;
use ground::error::{Error, Result};
use std::fmt::Write;

/// The bounds of a figure.
pub(super) struct Limit<T> {
    /// The field, as the command's arguments call it.
    pub field: &'static str,
    /// What people call it.
    pub name: &'static str,
    pub least: i64,
    pub most: i64,
    pub of: fn(&T) -> i64,
    /// Parts of the unit that people count in, such as tenths of a millimetre.
    pub parts: i64,
    /// That unit; empty where it is plain from the name.
    pub unit: &'static str,
    /// A figure that stands for something else, with what it means.
    pub or: Option<(i64, &'static str)>,
}

impl<T> Limit<T> {
    const fn new(
        field: &'static str,
        name: &'static str,
        (least, most): (i64, i64),
        of: fn(&T) -> i64,
    ) -> Self {
        Self {
            field,
            name,
            least,
            most,
            of,
            parts: 1,
            unit: "",
            or: None,
        }
    }

    const fn in_parts(mut self, parts: i64, unit: &'static str) -> Self {
        self.parts = parts;
        self.unit = unit;
        self
    }

    const fn or(mut self, figure: i64, means: &'static str) -> Self {
        self.or = Some((figure, means));
        self
    }

    /// Refuses a figure beyond its bounds.
    ///
    /// # Errors
    /// `Invalid` with the bounds, in the unit that people count in.
    pub fn check(&self, whole: &T) -> Result<()> {
        let figure = (self.of)(whole);
        let stands_for = self.or.is_some_and(|(other, _)| other == figure);
        if stands_for || (self.least..=self.most).contains(&figure) {
            return Ok(());
        }
        let [least, most] = [self.least, self.most].map(|bound| bound / self.parts);
        let (name, unit) = (self.name, self.unit);
        let message = match self.or {
            Some((figure, means)) => {
                format!("{name}应在 {least} 到 {most} {unit}之间；填 {figure} {means}。")
            }
            None => format!("{name}应在 {least} 到 {most} {unit}之间。"),
        };
        Err(Error::invalid(self.field, message))
    }
}

/// Figures of the rules.
pub(super) const RULES: &[Limit<Rules>] = &[
    Limit::new(
        "notice_working_days",
        "提前通知的工作日数",
        (0, 30),
        |r| r.notice_working_days,
    ),
    Limit::new(
        "topic_days",
        "议题征集截止提前天数",
        (0, 60),
        |r| r.topic_days,
    ),
    Limit::new("duties_per_month", "同月轮值上限", (1, 12), |r| {
        r.duties_per_month
    }),
    Limit::new("rotation_months", "轮值周期", (1, 12), |r| {
        r.rotation_months
    }),
    Limit::new("meeting_months", "会议周期", (1, 12), |r| {
        r.meeting_months
    }),
    Limit::new(
        "assignment_working_days",
        "交办默认时限",
        (1, 250),
        |r| r.assignment_working_days,
    ),
    Limit::new("expiry_days", "到期提醒的天数", (1, 365), |r| {
        r.expiry_days
    }),
    Limit::new("report_days", "季度报告的天数", (0, 90), |r| {
        r.report_days
    }),
    Limit::new("return_days", "月度报送的天数", (0, 28), |r| {
        r.return_days
    }),
    Limit::new("backup_hours", "自动备份间隔", (1, 168), |r| {
        r.backup_hours
    }),
    Limit::new(
        "praise_closed",
        "通报表扬的办结件数",
        (0, 99),
        |r| r.praise_closed,
    ),
    Limit::new("members_min", "委员人数下限", (1, 99), |r| {
        r.members_min
    }),
    Limit::new("members_max", "委员人数上限", (1, 99), |r| {
        r.members_max
    }),
];

const MILLIMETRE: i64 = 10;

/// Measures of a page (GB/T 9704-2012, 5.2).
pub(super) const PAPER: &[Limit<PaperOptions>] = &[
    Limit::new("margin_top", "天头", (50, 600), |p: &PaperOptions| {
        p.margin_top
    })
    .in_parts(MILLIMETRE, "毫米"),
    Limit::new("margin_bottom", "地脚", (50, 600), |p: &PaperOptions| {
        p.margin_bottom
    })
    .in_parts(MILLIMETRE, "毫米"),
    Limit::new("margin_left", "订口", (50, 600), |p: &PaperOptions| {
        p.margin_left
    })
    .in_parts(MILLIMETRE, "毫米"),
    Limit::new("margin_right", "翻口", (50, 600), |p: &PaperOptions| {
        p.margin_right
    })
    .in_parts(MILLIMETRE, "毫米"),
    Limit::new("leading", "行距", (2_000, 4_000), |p: &PaperOptions| {
        p.leading
    })
    .in_parts(PaperOptions::POINT, "磅")
    .or(0, "按国标每页 22 行"),
    Limit::new(
        "characters",
        "每行字数",
        (20, 34),
        |p: &PaperOptions| p.characters,
    ),
];

/// The same for the window.
pub(super) static RULE_LIMITS: MadeType = MadeType {
    name: "RULE_LIMITS",
    visit: |_, _| {},
    typescript: |_, _| {
        constant(
            "RULE_LIMITS",
            "Least and most of each figure of the rules.",
            RULES,
        )
    },
};

/// The same for the window.
pub(super) static PAPER_LIMITS: MadeType = MadeType {
    name: "PAPER_LIMITS",
    visit: |_, _| {},
    typescript: |_, _| {
        let doc =
            "Least and most of each measure of a page, and parts of the unit that people count in.";
        constant("PAPER_LIMITS", doc, PAPER)
    },
};

fn constant<T>(name: &str, doc: &str, limits: &[Limit<T>]) -> String {
    let mut out = format!("/**\n * {doc}\n */\nexport const {name} = {{\n");
    for limit in limits {
        let (field, least, most, parts) = (limit.field, limit.least, limit.most, limit.parts);
        let _ = writeln!(
            out,
            "  {field}: {{ least: {least}, most: {most}, parts: {parts} }},"
        );
    }
    out.push_str("} as const;\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_beyond_its_bounds_is_told_in_the_unit_people_count_in() {
        let told = |change: fn(&mut PaperOptions)| {
            let mut paper = PaperOptions::default();
            change(&mut paper);
            let mut limits = PAPER.iter();
            limits.find_map(|limit| limit.check(&paper).err()).unwrap()
        };
        let wide = told(|paper| paper.margin_top = 2_000);
        assert_eq!(wide.message, "天头应在 5 到 60 毫米之间。");
        assert_eq!(wide.field.as_deref(), Some("margin_top"));
        let few = told(|paper| paper.characters = 3);
        assert_eq!(few.message, "每行字数应在 20 到 34 之间。");
    }

    #[test]
    fn the_defaults_are_within() {
        assert!(
            RULES
                .iter()
                .all(|limit| limit.check(&Rules::default()).is_ok())
        );
    }
}
