//! Finds a register's header on a sheet with titles and notes above it, and which column is which.

use super::columns::{Column, RECORD};
use super::sheet::Sheet;
use super::{text, values};

/// Rows looked at from the top of the sheet.
const SEARCH_ROWS: usize = 40;
/// Most rows of one header.
const MOST_LEVELS: u32 = 3;
/// A header matching fewer columns than this is a coincidence.
const FEWEST_MATCHES: usize = 2;

/// One heading of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 0-based column.
    pub column: u32,
    /// The levels joined, such as `联络员/手机号`.
    pub text: String,
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
    let mut best: Option<Header> = None;
    for (top, bottom) in spans {
        let found = exact(sheet, &keys, top, bottom);
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

fn exact(sheet: &Sheet, keys: &[Vec<String>], top: u32, bottom: u32) -> Header {
    let headings = flatten(sheet, top, bottom);
    let forms: Vec<(u32, String)> = headings
        .iter()
        .map(|h| (h.column, text::heading_key(&h.text)))
        .collect();
    let place = |keys: &Vec<String>| {
        keys.iter().find_map(|key| {
            forms
                .iter()
                .find(|(_, form)| form == key)
                .map(|(at, _)| *at)
        })
    };
    let mut places: Vec<Option<u32>> = keys.iter().map(place).collect();
    forget_repeats(&mut places);
    Header {
        top,
        bottom,
        headings,
        places,
    }
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
fn flatten(sheet: &Sheet, top: u32, bottom: u32) -> Vec<Heading> {
    let mut reaching = vec![String::new(); (bottom - top) as usize];
    let mut headings = Vec::new();
    for column in 0..sheet.width() {
        let levels: Vec<String> = (top..=bottom)
            .map(|row| text::clean(&sheet.spread(row, column).display()).0)
            .collect();
        let path = heading_path(&levels, &mut reaching);
        if !path.is_empty() {
            headings.push(Heading {
                column,
                text: path.join("/"),
            });
        }
    }
    headings
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

/// Gives columns still without a place to headings still without a column, where one contains the
/// other; the longest shared form wins.
fn match_loosely(header: &mut Header, keys: &[Vec<String>]) {
    for (at, keys) in keys.iter().enumerate() {
        if header.places[at].is_none() {
            let free = header
                .headings
                .iter()
                .filter(|h| !header.places.contains(&Some(h.column)));
            let best = free
                .filter_map(|h| Some((shared_form(&text::heading_key(&h.text), keys)?, h.column)))
                .max_by_key(|(shared, column)| (*shared, u32::MAX - column));
            header.places[at] = best.map(|(_, column)| column);
        }
    }
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
