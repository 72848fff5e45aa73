//! Which kept partner a row means.

use super::super::sheet::{GivenPhone, SheetRow};
use super::super::{Partner, PartnerKind};
use crate::privacy::mask;
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
    pub fn all(
        mut self,
        rows: &[SheetRow],
        communities: &[Option<String>],
        unknown: &[bool],
    ) -> Vec<Option<&'k Partner>> {
        let mut found: Vec<Option<&Partner>> = rows
            .iter()
            .zip(communities)
            .zip(unknown)
            .map(|((row, community), unknown)| match unknown {
                true => self.by_record(row),
                false => self
                    .by_record(row)
                    .or_else(|| self.by_phone(row, community)),
            })
            .collect();
        let mut rows_alike: HashMap<Likeness, usize> = HashMap::new();
        for (row, community) in rows.iter().zip(communities) {
            *rows_alike.entry(key(row, community)).or_default() += 1;
        }
        for (at, (row, community)) in rows.iter().zip(communities).enumerate() {
            let alone = rows_alike.get(&key(row, community)) == Some(&1);
            if found[at].is_none() && alone && !unknown[at] {
                found[at] = self.only_one(row, community);
            }
        }
        found
    }

    fn take(&mut self, partner: &'k Partner) -> Option<&'k Partner> {
        self.taken.insert(&partner.id).then_some(partner)
    }

    fn by_record(&mut self, row: &SheetRow) -> Option<&'k Partner> {
        let partner = *self.by_id.get(row.record.as_deref()?)?;
        self.take(partner)
    }

    fn by_phone(&mut self, row: &SheetRow, community: &Option<String>) -> Option<&'k Partner> {
        let same = |partner: &&&Partner| match &row.phone {
            Some(GivenPhone::Whole(phone)) => partner.phone == *phone,
            Some(GivenPhone::Masked(shown)) => mask(&partner.phone) == *shown,
            None => partner.phone.is_empty(),
        };
        let partner = self.free(row, community).iter().find(same).copied()?;
        self.take(partner)
    }

    /// One of that name here, and one row: a new phone of the same person.
    fn only_one(&mut self, row: &SheetRow, community: &Option<String>) -> Option<&'k Partner> {
        match self.free(row, community).as_slice() {
            [partner] => self.take(partner),
            _ => None,
        }
    }

    fn free(&self, row: &SheetRow, community: &Option<String>) -> Vec<&'k Partner> {
        let alike = self.alike.get(&key(row, community)).into_iter().flatten();
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

fn key(row: &SheetRow, community: &Option<String>) -> Likeness {
    (row.kind, row.name.clone(), community.clone())
}
