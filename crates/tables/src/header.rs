//! Finds a register's header on a sheet with titles and notes above it, and which column is which.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

use super::columns::{Column, RECORD};
use super::sheet::{CellValue, Sheet};
use super::{text, values};

/// Rows looked at from the top of the sheet.
const SEARCH_ROWS: usize = 40;
/// Most rows of one header.
const MOST_LEVELS: u32 = 3;
/// Headings are at most this many characters.
const LONGEST_HEADING: usize = 20;
/// Headings that share less than this part of their characters are not alike.
const LEAST_ALIKE: f64 = 0.6;
/// Words that tell what a heading is about.
const TELLING: &[&[&str]] = &[
    &["电话", "手机", "联系方式"],
    &["时间", "日期", "年月"],
    &["职务", "职位"],
    &["姓名", "名称"],
];
/// A header matching fewer columns than this is a coincidence.
const FEWEST_MATCHES: usize = 2;

/// How a column's heading was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MatchedBy {
    /// By its name or a word offices use for it.
    Name,
    /// By a heading that is much like it: to be looked at.
    Likeness,
    /// As chosen now, or the last time such a sheet was read.
    Choice,
}

/// One heading of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 0-based column.
    pub column: u32,
    /// The levels joined, such as `联络员/手机号`.
    pub text: String,
    /// Whether the sheet repeats it and `text` got what it belongs to from the heading before it.
    pub repeated: bool,
}

/// A header found, and where each declared column stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// First row, 0-based.
    pub top: u32,
    /// Last row, 0-based.
    pub bottom: u32,
    /// Every heading of the sheet, from the left.
    pub headings: Vec<Heading>,
    /// Sheet column of each declared column, in declared order; `None` when absent.
    pub places: Vec<Option<u32>>,
    /// How each declared column was found; `None` when absent.
    pub matched: Vec<Option<MatchedBy>>,
}

impl Header {
    /// The heading over a sheet column.
    #[must_use]
    pub fn heading(&self, column: u32) -> &str {
        self.headings
            .iter()
            .find(|h| h.column == column)
            .map_or("", |h| h.text.as_str())
    }

    /// Puts a declared column under a heading, or under none. A heading serves one column, the last
    /// that was put under it; one that is not on the sheet changes nothing.
    pub fn choose(&mut self, at: usize, heading: Option<&str>) {
        let place = match heading {
            Some(text) => match self.headings.iter().find(|h| h.text == text) {
                Some(heading) => Some(heading.column),
                None => return,
            },
            None => None,
        };
        if place.is_some()
            && let Some(other) = self.places.iter().position(|other| *other == place)
        {
            (self.places[other], self.matched[other]) = (None, None);
        }
        self.places[at] = place;
        self.matched[at] = place.map(|_| MatchedBy::Choice);
    }

    /// What the sheet's headings are, whatever their order: sheets that an office fills in month
    /// after month are known again by it.
    #[must_use]
    pub fn signature(&self) -> String {
        let mut keys: Vec<String> = self
            .headings
            .iter()
            .map(|h| text::heading_key(&h.text))
            .collect();
        keys.sort_unstable();
        keys.join("|")
    }

    /// The same for the first of the declared columns only.
    #[must_use]
    pub fn first(&self, columns: usize) -> Self {
        let mut first = self.clone();
        first.places.truncate(columns);
        first.matched.truncate(columns);
        first
    }

    /// How many declared columns are on the sheet.
    #[must_use]
    pub fn matches(&self) -> usize {
        self.places.iter().flatten().count()
    }

    /// Whether the sheet has the hidden column of an export.
    #[must_use]
    pub fn names_records(&self, columns: &[Column]) -> bool {
        let mut all = columns.iter().zip(&self.places);
        all.any(|(column, at)| column.key == RECORD.key && at.is_some())
    }

    /// Declared columns that are required and absent. What an export left out is known by its record.
    #[must_use]
    pub fn missing(&self, columns: &[Column], sheet: &str) -> Vec<String> {
        if self.names_records(columns) {
            return Vec::new();
        }
        let absent = columns.iter().zip(&self.places).filter(|(column, at)| {
            column.required && at.is_none() && values::of_sheet(column, sheet).is_none()
        });
        absent.map(|(column, _)| column.full_title()).collect()
    }
}

/// The header that names most of the declared columns; the upper and shorter one where two do.
/// Only headings known by name find it, so that no title or record is mistaken for one; headings
/// that merely contain a known one are then taken too.
#[must_use]
pub fn find(sheet: &Sheet, columns: &[Column]) -> Option<Header> {
    let keys: Vec<Vec<String>> = columns.iter().map(Column::heading_keys).collect();
    let tops = sheet.rows.iter().take(SEARCH_ROWS).map(|row| row.index);
    let spans = tops.flat_map(|top| (0..MOST_LEVELS).map(move |more| (top, top + more)));
    let width = sheet.width();
    let mut best: Option<Header> = None;
    for (top, bottom) in spans {
        let found = exact(sheet, &keys, (top, bottom), width);
        if best
            .as_ref()
            .is_none_or(|best| found.matches() > best.matches())
        {
            best = Some(found);
        }
    }
    // A register of one required column may be a list of names and nothing else.
    let required = columns.iter().filter(|column| column.required).count();
    let fewest = required.clamp(1, FEWEST_MATCHES);
    let mut header = best.filter(|header| header.matches() >= fewest)?;
    match_loosely(&mut header, &keys);
    Some(header)
}

fn exact(sheet: &Sheet, keys: &[Vec<String>], (top, bottom): (u32, u32), width: u32) -> Header {
    let headings = flatten(sheet, top, bottom, width);
    let forms: Vec<(u32, String)> = headings
        .iter()
        .map(|h| (h.column, text::heading_key(&h.text)))
        .collect();
    let find = |keys: &Vec<String>| {
        let mut found = keys
            .iter()
            .filter_map(|key| forms.iter().find(|(_, form)| form == key));
        found.next().map(|(at, _)| *at)
    };
    let place = |keys: &Vec<String>| find(keys).or_else(|| repeated(&headings, keys));
    let mut places: Vec<Option<u32>> = keys.iter().map(place).collect();
    forget_repeats(&mut places);
    let matched = places
        .iter()
        .map(|at| at.map(|_| MatchedBy::Name))
        .collect();
    Header {
        top,
        bottom,
        headings,
        places,
        matched,
    }
}

/// Where a heading that the sheet repeats means a column by its own word: there where it belongs to what the
/// column belongs to, else where it stands first.
fn repeated(headings: &[Heading], keys: &[String]) -> Option<u32> {
    let parted = |heading: &Heading| {
        let (owner, own) = heading.text.rsplit_once('/').filter(|_| heading.repeated)?;
        let is_own = keys.contains(&text::heading_key(own));
        is_own.then(|| (heading.column, text::heading_key(owner)))
    };
    let found: Vec<(u32, String)> = headings.iter().filter_map(parted).collect();
    let is_owner = |(_, owner): &&(u32, String)| keys.iter().any(|key| key.starts_with(owner));
    let best = found.iter().find(is_owner).or(found.first());
    best.map(|(at, _)| *at)
}

/// A sheet column serves one declared column, the first that names it.
fn forget_repeats(places: &mut [Option<u32>]) {
    for at in 1..places.len() {
        let (before, rest) = places.split_at_mut(at);
        if rest[0].is_some() && before.contains(&rest[0]) {
            rest[0] = None;
        }
    }
}

/// Headings from several rows: the texts from top to bottom, without repeats, joined by a slash.
/// Where an upper heading is not merged over its columns, the one to its left reaches over them.
fn flatten(sheet: &Sheet, top: u32, bottom: u32, width: u32) -> Vec<Heading> {
    let mut reaching = vec![String::new(); (bottom - top) as usize];
    let mut headings = Vec::new();
    for column in 0..width {
        let levels: Vec<String> = (top..=bottom)
            // Excel keeps the text of a merged region in its first cell only.
            .map(|row| text::clean(&sheet.spread(row, column).display()).0)
            .collect();
        let path = heading_path(&levels, &mut reaching);
        if !path.is_empty() {
            headings.push(Heading {
                column,
                text: path.join("/"),
                repeated: false,
            });
        }
    }
    tell_apart(&mut headings);
    headings
}

/// A heading that stands several times, such as 电话 after each of several people, belongs to the last
/// one before it that stands once.
fn tell_apart(headings: &mut [Heading]) {
    let mut count: HashMap<String, usize> = HashMap::new();
    for heading in headings.iter() {
        *count.entry(text::heading_key(&heading.text)).or_default() += 1;
    }
    let mut before: Option<String> = None;
    for heading in headings {
        if count.get(&text::heading_key(&heading.text)) == Some(&1) {
            before = Some(heading.text.clone());
        } else if let Some(before) = &before {
            heading.text = format!("{before}/{}", heading.text);
            heading.repeated = true;
        }
    }
}

fn heading_path(levels: &[String], reaching: &mut [String]) -> Vec<String> {
    let mut path: Vec<String> = Vec::new();
    for (depth, level) in levels.iter().enumerate() {
        let lower = levels[depth + 1..].iter().any(|below| !below.is_empty());
        let text = match reaching.get_mut(depth) {
            Some(reach) if level.is_empty() && lower && path.is_empty() => reach.clone(),
            Some(reach) => {
                level.clone_into(reach);
                level.clone()
            }
            None => level.clone(),
        };
        if !text.is_empty() && path.last() != Some(&text) {
            path.push(text);
        }
    }
    path
}

/// A header whose headings are all unknown: the first row of several short texts with rows below it.
/// The clerk then says which column is which.
#[must_use]
pub fn guess(sheet: &Sheet, columns: usize) -> Option<Header> {
    let is_heading = |value: &CellValue| match value {
        CellValue::Text(text) => text.chars().count() <= LONGEST_HEADING,
        _ => false,
    };
    let mut rows = sheet.rows.iter().take(SEARCH_ROWS);
    let row = rows.find(|row| {
        let filled = row.cells.iter().filter(|(_, value)| !value.is_blank());
        row.cells.len() >= FEWEST_MATCHES && filled.clone().all(|(_, value)| is_heading(value))
    })?;
    let headings = flatten(sheet, row.index, row.index, sheet.width());
    (headings.len() >= FEWEST_MATCHES).then(|| Header {
        top: row.index,
        bottom: row.index,
        headings,
        places: vec![None; columns],
        matched: vec![None; columns],
    })
}

/// Gives columns still without a place to headings still without a column: where one contains the
/// other, and after that where they are merely much alike. The most alike pair goes first.
fn match_loosely(header: &mut Header, keys: &[Vec<String>]) {
    let mut pairs: Vec<(u32, usize, u32)> = Vec::new();
    for heading in &header.headings {
        if header.places.contains(&Some(heading.column)) {
            continue;
        }
        let form = text::heading_key(&heading.text);
        for (at, keys) in keys.iter().enumerate() {
            if header.places[at].is_none() {
                let alike = likeness(&form, keys);
                pairs.extend((alike > 0).then_some((alike, at, heading.column)));
            }
        }
    }
    pairs.sort_by_key(|(alike, at, column)| (std::cmp::Reverse(*alike), *at, *column));
    for (_, at, column) in pairs {
        if header.places[at].is_none() && !header.places.contains(&Some(column)) {
            header.places[at] = Some(column);
            header.matched[at] = Some(MatchedBy::Likeness);
        }
    }
}

/// How much a heading is like a column's forms; 0 when it is not. A heading that contains a form is
/// more like it than any that is merely written alike.
fn likeness(heading: &str, keys: &[String]) -> u32 {
    const CONTAINS: u32 = 1_000;
    if !may_be_one(heading, keys) {
        return 0;
    }
    let contained = shared_form(heading, keys).and_then(|chars| u32::try_from(chars).ok());
    if let Some(chars) = contained {
        return CONTAINS + chars;
    }
    // Of two short words half the characters agree by chance.
    let long = |text: &str| text.chars().count() >= 3;
    let alike = keys
        .iter()
        .filter(|key| long(heading) && long(key))
        .map(|key| strsim::normalized_damerau_levenshtein(heading, key))
        .fold(0.0, f64::max);
    if alike < LEAST_ALIKE {
        return 0;
    }
    (alike * 100.0) as u32
}

/// Whether a heading may be about what its column is about: 负责人电话 is no 负责人职务.
fn may_be_one(heading: &str, keys: &[String]) -> bool {
    let tells = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let told = || TELLING.iter().filter(|words| tells(heading, words));
    let same = |words: &&[&str]| keys.iter().any(|key| tells(key, words));
    told().next().is_none() || told().any(same)
}

/// Characters of the longest form that a heading contains, from three on: shorter ones, such as
/// `单位` or `姓名`, are part of too many headings.
fn shared_form(heading: &str, keys: &[String]) -> Option<usize> {
    let contained = keys.iter().filter(|key| heading.contains(key.as_str()));
    contained
        .map(|key| key.chars().count())
        .filter(|count| *count >= 3)
        .max()
}
