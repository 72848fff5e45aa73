//! Search whose cost does not grow with the office: a small index of bigrams, pinyin and initials,
//! looked up by prefix. Both engines keep it in one plain table.

use super::table::{Found, Table};
use super::tx::Tx;
use super::value::Value;
use ground::error::Result;
use ground::progress::Progress;
use pinyin::ToPinyin;
use serde_json::{Map, Value as Json};
use std::collections::HashMap;
use std::sync::Arc;

/// Longer texts are found by their characters only, not by sound.
const SOUNDED_LENGTH: usize = 40;
/// A search looks at this many characters of what was typed, so no longer terms are kept.
const QUERY_LENGTH: usize = 12;

/// A key that sorts Chinese by pinyin with plain byte comparison; other text sorts by itself.
///
/// `区教育局` → `qu jiao yu ju 区教育局`; the text at the end keeps equal sounds apart.
pub fn sort_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len() * 3);
    for ch in text.chars() {
        match ch.to_pinyin() {
            Some(sound) => {
                key.push_str(sound.plain());
                key.push(' ');
            }
            None => key.extend(ch.to_lowercase()),
        }
    }
    key.push_str(text);
    key
}

/// What a command's changes mean for the index: in how many more or fewer records each term stands.
#[derive(Default)]
pub(super) struct Terms(HashMap<Term, i64>);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Term {
    kind: &'static str,
    term: String,
    record: Arc<str>,
}

impl Terms {
    /// Notes a record's change.
    pub(super) fn follow(
        &mut self,
        table: &'static Table,
        source: &str,
        before: Option<&Map<String, Json>>,
        after: Option<&Map<String, Json>>,
    ) {
        for rule in table.found {
            // Most changes leave the texts alone, and making terms is the dear part.
            if rule.unchanged(before, after) {
                continue;
            }
            let old = before.map(|before| rule.terms(source, before));
            let new = after.map(|after| rule.terms(source, after));
            old.into_iter()
                .flatten()
                .for_each(|term| self.add(term, -1));
            new.into_iter().flatten().for_each(|term| self.add(term, 1));
        }
    }

    fn add(&mut self, term: Term, sources: i64) {
        *self.0.entry(term).or_default() += sources;
    }

    /// Adds what was noted after.
    pub(super) fn join(&mut self, later: Self) {
        for (term, sources) in later.0 {
            self.add(term, sources);
        }
    }

    /// How many rows of the index are written, at most: what becomes less may go as well.
    pub(super) fn len(&self) -> usize {
        let fewer = self.0.values().filter(|sources| **sources < 0).count();
        self.0.len() + fewer
    }

    /// Terms that are found in more or fewer records than before, in the order of the index. One that came
    /// and went again is not among them.
    fn settled(self) -> Vec<(Term, i64)> {
        let mut settled: Vec<(Term, i64)> = self.0.into_iter().collect();
        // In the order of the index each of its pages is touched once.
        settled.retain(|(_, sources)| *sources != 0);
        settled.sort_unstable();
        settled
    }
}

impl Term {
    /// Its values, its kind as one text for all of that kind.
    fn values(self, kinds: &HashMap<&str, Arc<str>>) -> [Value; 3] {
        let kind = kinds.get(self.kind);
        [
            kind.map_or_else(|| self.kind.into(), Value::from),
            self.term.into(),
            (&self.record).into(),
        ]
    }
}

/// Brings the index up to what a command changed; undo and import come by here as well.
pub(super) async fn follow(tx: &mut Tx, progress: &Progress) -> Result<()> {
    let settled = std::mem::take(&mut tx.notes.terms).settled();
    let rules = tx.schema().tables().iter().flat_map(|table| table.found);
    let kinds = rules.map(|rule| (rule.kind, rule.kind.into()));
    let kinds: HashMap<&str, Arc<str>> = kinds.collect();
    let fewer = settled.iter().filter(|(_, sources)| *sources < 0);
    let fewer: Vec<Term> = fewer.map(|(term, _)| term.clone()).collect();
    let counted = settled.into_iter().map(|(term, sources)| {
        let [kind, term, record] = term.values(&kinds);
        [kind, term, record, sources.into()]
    });
    // Counted first and taken out after: only the kept count tells whether another record still has
    // the term.
    tx.insert_rows(
        "INSERT INTO search_term (kind, term, record, sources) VALUES ",
        " ON CONFLICT (kind, term, record) DO UPDATE SET sources = search_term.sources + excluded.sources",
        counted,
        progress,
    )
    .await?;
    tx.delete_rows(
        "DELETE FROM search_term WHERE",
        "kind = ? AND term = ? AND record = ? AND sources <= 0",
        fewer.into_iter().map(|term| term.values(&kinds)),
        progress,
    )
    .await?;
    Ok(())
}

impl Found {
    fn unchanged(
        &self,
        before: Option<&Map<String, Json>>,
        after: Option<&Map<String, Json>>,
    ) -> bool {
        let (Some(before), Some(after)) = (before, after) else {
            return false;
        };
        let mut columns = self.texts.iter().chain([&self.record]);
        columns.all(|column| before.get(*column) == after.get(*column))
    }

    /// The terms a record is found by, each once.
    fn terms(&self, source: &str, json: &Map<String, Json>) -> impl Iterator<Item = Term> {
        let record = json.get(self.record).and_then(Json::as_str);
        let record: Arc<str> = record.unwrap_or(source).into();
        let texts = self.texts.iter().filter_map(|field| json.get(*field));
        let texts = texts.flat_map(written);
        let mut terms: Vec<String> = match self.whole {
            true => texts.map(str::to_owned).collect(),
            false => texts.flat_map(terms_of).collect(),
        };
        terms.sort_unstable();
        terms.dedup();
        let kind = self.kind;
        terms.into_iter().map(move |term| Term {
            kind,
            term,
            record: Arc::clone(&record),
        })
    }
}

/// What is found of a field: its text, the texts of a list, or the names in a list of people.
fn written(field: &Json) -> Vec<&str> {
    match field {
        Json::Array(list) => list
            .iter()
            .filter_map(|one| one.as_str().or_else(|| one["name"].as_str()))
            .collect(),
        _ => field.as_str().into_iter().collect(),
    }
}

fn terms_of(text: &str) -> Vec<String> {
    let chars: Vec<char> = folded(text);
    let mut terms: Vec<String> = chars.windows(2).map(|pair| pair.iter().collect()).collect();
    // A single character is looked up as the beginning of a term. All but the last begin a pair.
    terms.extend(chars.last().map(char::to_string));
    if chars.len() > SOUNDED_LENGTH {
        return terms;
    }
    for start in 0..chars.len() {
        let (mut sounds, mut initials) = (String::new(), String::new());
        for ch in chars[start..].iter().take(QUERY_LENGTH) {
            match ch.to_pinyin() {
                Some(sound) => {
                    sounds.push_str(sound.plain());
                    initials.push_str(sound.first_letter());
                }
                None => {
                    sounds.push(*ch);
                    initials.push(*ch);
                }
            }
        }
        // Sounds are longer than their characters, and a search looks at no more letters than this.
        terms.push(sounds.chars().take(QUERY_LENGTH).collect());
        terms.push(initials);
    }
    terms
}

fn folded(text: &str) -> Vec<char> {
    text.chars()
        .filter(|ch| !ch.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Holds for records that have a term: read as a set, which suits a search that finds few.
const HAS_TERM: &str =
    "r.id IN (SELECT e.record FROM search_term e WHERE e.kind = ? AND e.term = ?)";
/// Holds for records with a term that begins so.
const HAS_BEGINNING: &str = "r.id IN (SELECT s.record FROM search_term s
     WHERE s.kind = ? AND s.term >= ? AND s.term < ?)";

/// [`HAS_TERM`] turned around: each record of a list in its order is asked, which suits a search that
/// finds many, since a page is soon full. Written on text whose arguments are numbered already.
pub(super) fn asking_each(filters: &str) -> String {
    filters.replace(
        "r.id IN (SELECT e.record FROM search_term e WHERE",
        "EXISTS (SELECT 1 FROM search_term e WHERE e.record = r.id AND",
    )
}

/// The words of what was typed: cut at spaces, and before a number, so that 听雨花园3号楼 is two.
pub(super) fn words(typed: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for ch in typed.chars() {
        // A3座 stays one word: a number begins one only after what is no ASCII.
        let number_begins = ch.is_ascii_digit() && !before.is_ascii();
        if ch.is_whitespace() || number_begins {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| !ch.is_whitespace()) {
            word.push(ch);
        }
        before = ch;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Conditions on `r.id` that hold for the records found by what was typed, with their values;
/// `None` when nothing was typed.
///
/// Chinese is matched by its pairs of characters, all of which must be there; letters by the
/// beginning of pinyin or initials from any character on.
pub fn matching(kind: &str, typed: &str) -> Option<Vec<(&'static str, Vec<Value>)>> {
    let chars: Vec<char> = folded(typed).into_iter().take(QUERY_LENGTH).collect();
    if chars.is_empty() {
        return None;
    }
    if chars.len() == 1 || chars.iter().all(char::is_ascii) {
        // A range instead of LIKE, which takes % and _ typed for its own and uses no index in
        // SQLite.
        let beginning: String = chars.iter().collect();
        let end = format!("{beginning}\u{10FFFF}");
        return Some(vec![(
            HAS_BEGINNING,
            vec![kind.into(), beginning.into(), end.into()],
        )]);
    }
    let pairs = chars.windows(2).map(|pair| pair.iter().collect::<String>());
    let conditions = pairs.map(|pair| (HAS_TERM, vec![kind.into(), pair.into()]));
    Some(conditions.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BY_NAME: &[Found] = &[Found::own("committee", &["name"])];
    const OF_COMMITTEE: &[Found] = &[Found::of("committee", "committee_id", &["name"])];
    static COMMITTEES: Table = Table::new("committee", "大党委", &[]).found(BY_NAME);
    static MEMBERS: Table = Table::new("committee_member", "委员", &[]).found(OF_COMMITTEE);

    #[test]
    fn sorts_by_sound() {
        let mut names = vec!["云溪中学", "安居物业", "区教育局"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["安居物业", "区教育局", "云溪中学"]);
    }

    #[test]
    fn finds_by_pair_pinyin_and_initials() {
        let terms = terms_of("区教育局");
        for expected in ["教育", "qujiaoyuju", "jiaoyuju", "qjyj", "jyj", "局"] {
            assert!(
                terms.iter().any(|term| term == expected),
                "{expected} is missing"
            );
        }
    }

    #[test]
    fn what_comes_and_goes_within_a_command_leaves_the_index_alone() {
        let named = |name: &str| match serde_json::json!({ "id": "c1", "name": name }) {
            Json::Object(map) => map,
            _ => Map::new(),
        };
        let (first, second) = (named("甲乙"), named("甲丙"));
        let mut terms = Terms::default();
        terms.follow(&COMMITTEES, "c1", None, Some(&first));
        terms.follow(&COMMITTEES, "c1", Some(&first), Some(&second));
        let settled = terms.settled();
        assert!(settled.iter().any(|(term, _)| term.term == "甲丙"));
        assert!(
            settled
                .iter()
                .all(|(term, sources)| term.term != "甲乙" && *sources == 1)
        );
        let mut terms = Terms::default();
        terms.follow(&COMMITTEES, "c1", Some(&first), Some(&second));
        terms.follow(&COMMITTEES, "c1", Some(&second), Some(&first));
        assert!(terms.settled().is_empty());
    }

    #[test]
    fn a_term_of_two_records_stays_until_both_are_gone() {
        let member = |name: &str| match serde_json::json!({ "committee_id": "c1", "name": name }) {
            Json::Object(map) => map,
            _ => Map::new(),
        };
        let (one, other) = (member("王明"), member("王明"));
        let mut terms = Terms::default();
        terms.follow(&MEMBERS, "m1", None, Some(&one));
        terms.follow(&MEMBERS, "m2", None, Some(&other));
        assert!(terms.settled().iter().all(|(_, sources)| *sources == 2));
        let mut terms = Terms::default();
        terms.follow(&MEMBERS, "m1", Some(&one), None);
        assert!(terms.settled().iter().all(|(_, sources)| *sources == -1));
    }

    #[test]
    fn a_search_that_finds_many_asks_each_record() {
        let filters = HAS_TERM.replacen('?', "$1", 1).replacen('?', "$2", 1);
        assert_eq!(
            asking_each(&filters),
            "EXISTS (SELECT 1 FROM search_term e WHERE e.record = r.id AND e.kind = $1 AND e.term = $2)"
        );
        assert_eq!(asking_each(HAS_BEGINNING), HAS_BEGINNING);
    }

    #[test]
    fn a_place_is_cut_into_its_words() {
        assert_eq!(words("听雨花园3号楼"), ["听雨花园", "3号楼"]);
        assert_eq!(words(" 3号楼2单元  张三 "), ["3号楼", "2单元", "张三"]);
        assert_eq!(words("A3座"), ["A3座"]);
        assert!(words("\u{3000} ").is_empty());
    }

    #[test]
    fn nothing_typed_matches_everything() {
        assert!(matching("unit", "  ").is_none());
    }
}
