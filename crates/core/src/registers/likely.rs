//! Names that may mean one thing, written in two ways: told and offered, never merged in silence.

mod place;

use self::place::{Place, parted};
use super::model::{ChoiceKey, LikelyOne};
use std::collections::{BTreeMap, BTreeSet};
use tables::text::half_width;

/// Endings of a name that say nothing about who is meant.
const ENDINGS: &[&str] = &[
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "集团公司",
    "公司",
    "机关",
    "党委",
    "党组",
    "党总支",
    "党支部",
];
/// Names of fewer characters are too short for one letter to be a slip.
const SHORTEST: usize = 5;
/// Most names that are compared letter by letter with each other.
const COMPARED: usize = 400;

/// Finds new names that are much like others, new or kept. `new` are names with where they stand.
pub(crate) fn likely_one<'n>(
    new: &[(&'n str, String)],
    kept: impl Iterator<Item = &'n str>,
) -> Vec<LikelyOne> {
    let mut forms: BTreeMap<String, BTreeMap<&str, Place>> = BTreeMap::new();
    for name in kept.chain(new.iter().map(|(name, _)| *name)) {
        let (place, form) = parted(&plain(name));
        forms.entry(form).or_default().insert(name, place);
    }
    join_slips(&mut forms);
    let is_new = |name: &str| new.iter().any(|(known, _)| *known == name);
    forms
        .values()
        .flat_map(of_one_place)
        // What is kept on both sides is not for this file to ask about.
        .filter(|names| names.len() > 1 && names.iter().any(|name| is_new(name)))
        .map(|names| told(&names, new))
        .collect()
}

/// Names that differ in what they say of their place only, parted into those that can mean one: 教育局,
/// 区教育局 and 云溪区教育局, but not 市教育局 or 临江区教育局 with these.
fn of_one_place<'n>(names: &BTreeMap<&'n str, Place>) -> BTreeSet<BTreeSet<&'n str>> {
    let vaguest_of = |place: &Place| {
        let vaguer = names.iter().filter(|(_, other)| other.may_be(place));
        vaguer.map(|(name, _)| *name).collect::<BTreeSet<&str>>()
    };
    let is_whole = |place: &&Place| {
        !names
            .values()
            .any(|other| other != *place && place.may_be(other))
    };
    names.values().filter(is_whole).map(vaguest_of).collect()
}

fn told(names: &BTreeSet<&str>, new: &[(&str, String)]) -> LikelyOne {
    let places = new.iter().filter(|(name, _)| names.contains(name));
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    LikelyOne {
        key: ChoiceKey::Names {
            names: names.clone(),
        },
        places: places.map(|(_, place)| place.clone()).collect(),
        names,
    }
}

/// A name without what is often left out or written otherwise.
fn plain(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(half_width)
        .filter(|c| c.is_alphanumeric())
        .collect();
    let mut plain = kept.as_str();
    for ending in ENDINGS {
        plain = plain.strip_suffix(ending).unwrap_or(plain);
    }
    // A name that is nothing but an ending would be like every other such name.
    if plain.is_empty() {
        kept
    } else {
        plain.to_owned()
    }
}

/// Puts forms together that differ in one letter only.
fn join_slips(forms: &mut BTreeMap<String, BTreeMap<&str, Place>>) {
    // Each is compared with each, so the work grows with the square of the names.
    if forms.len() > COMPARED {
        return;
    }
    let all: Vec<String> = forms.keys().cloned().collect();
    for (at, one) in all.iter().enumerate() {
        for other in &all[at + 1..] {
            if is_slip(one, other)
                && let Some(names) = forms.remove(other)
            {
                match forms.get_mut(one) {
                    Some(first) => first.extend(names),
                    // The first was itself joined to an earlier form by now; what was taken out
                    // goes back.
                    None => drop(forms.insert(other.clone(), names)),
                }
            }
        }
    }
}

/// One letter too many, too few or another one, in a name long enough; numbers, sides and places that
/// tell one from the next are no slips.
fn is_slip(one: &str, other: &str) -> bool {
    let telling = |c: &char| c.is_numeric() || "一二三四五六七八九十东西南北中上下".contains(*c);
    let telltale = |text: &str| text.chars().filter(telling).collect::<String>();
    let long = |text: &str| text.chars().count() >= SHORTEST;
    let same_start = one.chars().take(2).eq(other.chars().take(2));
    long(one)
        && long(other)
        && same_start
        && telltale(one) == telltale(other)
        && strsim::damerau_levenshtein(one, other) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(new: &[&str], kept: &[&str]) -> Vec<Vec<String>> {
        let new: Vec<(&str, String)> = (2..)
            .zip(new)
            .map(|(row, name)| (*name, format!("第 {row} 行")))
            .collect();
        let likely = likely_one(&new, kept.iter().copied());
        likely.into_iter().map(|one| one.names).collect()
    }

    #[test]
    fn ways_to_write_one_name_are_told() {
        assert_eq!(
            found(&["区教育局机关"], &["区教育局"]),
            [["区教育局", "区教育局机关"]]
        );
        assert_eq!(
            found(&["云溪供水有限公司", "云溪供水（有限责任公司）"], &[]),
            [["云溪供水有限公司", "云溪供水（有限责任公司）"]]
        );
        assert_eq!(
            found(
                &["教育局", "云溪区教育局", "云溪区教育局党委"],
                &["区教育局"]
            ),
            [["云溪区教育局", "云溪区教育局党委", "区教育局", "教育局"]]
        );
        assert_eq!(
            found(&["区市场监督管理局"], &["市场监督管理局"]),
            [["区市场监督管理局", "市场监督管理局"]]
        );
        assert_eq!(
            found(&["城市管理综合执发局"], &["城市管理综合执法局"]),
            [["城市管理综合执发局", "城市管理综合执法局"]]
        );
    }

    #[test]
    fn names_that_differ_are_left_alone() {
        let none: Vec<Vec<String>> = Vec::new();
        assert_eq!(found(&["云溪第二小学"], &["云溪第一小学"]), none);
        assert_eq!(
            found(&["听雨社区卫生服务中心"], &["云溪社区卫生服务中心"]),
            none
        );
        assert_eq!(found(&["区教育局"], &["区教育局"]), none);
        assert_eq!(found(&["市教育局"], &["区教育局"]), none);
        assert_eq!(found(&["临江区教育局"], &["云溪区教育局"]), none);
        assert_eq!(found(&[], &["区教育局", "区教育局机关"]), none);
    }
}
