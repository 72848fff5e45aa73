//! Which kept partner a row means.

use super::super::{Partner, PartnerKind};
use super::rows::{GivenPhone, Line};
use ground::phone::mask;
use std::collections::{HashMap, HashSet};

/// Kind, name and community: what a row and a partner share.
type Likeness = (PartnerKind, String, Option<String>);

/// Finds kept partners for rows; each partner is meant by one row only.
pub(super) struct Matcher<'k> {
    by_id: HashMap<&'k str, &'k Partner>,
    alike: HashMap<Likeness, Vec<&'k Partner>>,
    taken: HashSet<&'k str>,
}

impl<'k> Matcher<'k> {
    pub fn new(kept: &'k [Partner]) -> Self {
        let mut alike: HashMap<Likeness, Vec<&Partner>> = HashMap::new();
        for partner in kept {
            alike.entry(likeness(partner)).or_default().push(partner);
        }
        Self {
            by_id: kept
                .iter()
                .map(|partner| (partner.id.as_str(), partner))
                .collect(),
            alike,
            taken: HashSet::new(),
        }
    }

    /// The partner each row means. Rows that surely mean one choose before those that likely do.
    pub fn all(mut self, lines: &[Line]) -> Vec<Option<&'k Partner>> {
        let sure = |line: &Line| match (self.by_record(line), line.unknown) {
            (None, false) => self.by_phone(line),
            (found, _) => found,
        };
        let mut found: Vec<Option<&Partner>> = lines.iter().map(sure).collect();
        let mut alike: HashMap<Likeness, usize> = HashMap::new();
        for line in lines {
            *alike.entry(key(line)).or_default() += 1;
        }
        for (line, found) in lines.iter().zip(&mut found) {
            let alone = alike.get(&key(line)) == Some(&1);
            if found.is_none() && alone && !line.unknown {
                *found = self.only_one(line);
            }
        }
        found
    }

    fn take(&mut self, partner: &'k Partner) -> Option<&'k Partner> {
        self.taken.insert(&partner.id).then_some(partner)
    }

    fn by_record(&mut self, line: &Line) -> Option<&'k Partner> {
        let partner = *self.by_id.get(line.record.as_deref()?)?;
        self.take(partner)
    }

    fn by_phone(&mut self, line: &Line) -> Option<&'k Partner> {
        let same = |partner: &&&Partner| match &line.phone {
            Some(GivenPhone::Whole(phone)) => partner.phone == *phone,
            Some(GivenPhone::Masked(shown)) => mask(&partner.phone) == *shown,
            None => partner.phone.is_empty(),
        };
        let partner = self.free(line).iter().find(same).copied()?;
        self.take(partner)
    }

    /// One of that name here, and one row: a new phone of the same person.
    fn only_one(&mut self, line: &Line) -> Option<&'k Partner> {
        match self.free(line).as_slice() {
            [partner] => self.take(partner),
            _ => None,
        }
    }

    fn free(&self, line: &Line) -> Vec<&'k Partner> {
        let alike = self.alike.get(&key(line)).into_iter().flatten();
        alike
            .filter(|partner| !self.taken.contains(partner.id.as_str()))
            .copied()
            .collect()
    }
}

fn likeness(partner: &Partner) -> Likeness {
    (
        partner.kind,
        partner.name.clone(),
        partner.community_id.clone(),
    )
}

fn key(line: &Line) -> Likeness {
    (line.kind, line.name.clone(), line.community_id.clone())
}
