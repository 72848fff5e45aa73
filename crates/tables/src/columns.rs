//! A register's columns, declared once: import, template, error copy and export read the same list.

use super::text;

/// One allowed value of a [`Kind::Choice`] column and the words offices use for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The value kept.
    pub value: &'static str,
    /// Other words that mean it.
    pub synonyms: &'static [&'static str],
}

impl Choice {
    /// A value known under its own name only.
    #[must_use]
    pub const fn plain(value: &'static str) -> Self {
        Self {
            value,
            synonyms: &[],
        }
    }

    /// Whether a cleaned text names this value.
    #[must_use]
    pub fn is_named(&self, text: &str) -> bool {
        self.value == text || self.synonyms.contains(&text)
    }
}

/// What a column holds, and so how its cells are read, checked, offered and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text as typed, on one line.
    Text,
    /// Text that keeps its line breaks.
    Lines,
    /// A name of a person, unit or place: alignment spaces inside it are noise.
    Name,
    /// A whole number from 0 on; `12人` is 12.
    Integer,
    /// Marks with up to three decimals, kept in thousandths; `21.3分` is 21300.
    Marks,
    /// One or more phone numbers, kept as text.
    Phone,
    /// A date that may name a month or a year only.
    FuzzyDate,
    /// A date of which the day must be known.
    Day,
    /// From one date to another, such as `2025.1-2027.12`.
    Period,
    /// Several words, such as skills, separated by 、.
    Words,
    /// One of a list.
    Choice(&'static [Choice]),
    /// 是 or 否.
    Bool,
}

/// The hidden column by which an exported record is known again when it is imported.
pub const RECORD: Column<'static> = Column::new("record", "记录号", Kind::Text);

/// One column of a register.
///
/// Most are declared once and for all; those of a score sheet are what the office's scheme rates.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    /// Name of the field in code.
    pub key: &'a str,
    /// Heading above this and its neighbours, such as `联络员`.
    pub group: Option<&'a str>,
    /// Heading in templates and exports.
    pub title: &'a str,
    /// Other headings found on real sheets; a two-level heading is written without its slash.
    pub synonyms: &'a [&'a str],
    /// What it holds.
    pub kind: Kind,
    /// Whether a record without it is wrong.
    pub required: bool,
    /// Whether an empty cell repeats the one above, as where a community is written once.
    pub fill_down: bool,
    /// Whether a sheet without this column tells it by its own name, as where each kind has a sheet.
    pub from_sheet: bool,
    /// Whether exports hide most of it unless asked, as private phones and ID numbers.
    pub private: bool,
    /// Most characters.
    pub max_length: usize,
    /// What to fill in, for the template's note.
    pub hint: &'a str,
    /// Value in the template's example row.
    pub example: &'a str,
}

impl<'a> Column<'a> {
    /// An optional column of at most 100 characters; refine it with struct update syntax.
    #[must_use]
    pub const fn new(key: &'a str, title: &'a str, kind: Kind) -> Self {
        Self {
            key,
            group: None,
            title,
            synonyms: &[],
            kind,
            required: false,
            fill_down: false,
            from_sheet: false,
            private: false,
            max_length: 100,
            hint: "",
            example: "",
        }
    }

    /// `联络员/手机号`: the heading with what stands above it.
    #[must_use]
    pub fn full_title(&self) -> String {
        self.group.map_or_else(
            || self.title.to_owned(),
            |group| format!("{group}/{}", self.title),
        )
    }

    /// Every form of heading that means this column, for comparison.
    #[must_use]
    pub fn heading_keys(&self) -> Vec<String> {
        let own = match self.group {
            Some(_) => text::heading_key(&self.full_title()),
            None => text::heading_key(self.title),
        };
        let others = self
            .synonyms
            .iter()
            .map(|synonym| text::heading_key(synonym));
        std::iter::once(own).chain(others).collect()
    }
}
