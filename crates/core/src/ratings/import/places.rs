//! The places a file names, against the registers: which are known, which would be made.

use crate::buildings::{building_and_stairwell, building_name};
use crate::ratings::objects::RatedObject;
use crate::ratings::rules::{Rated, Scope};
use ground::written::to_half_width;
use std::collections::{BTreeSet, HashMap};

/// A building or stairwell as a file names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    pub community: String,
    pub compound: String,
    pub name: String,
}

impl Place {
    /// What it is called within the scope.
    pub fn label(&self, scope: Scope) -> String {
        match scope {
            Scope::Compound => self.name.clone(),
            Scope::Community | Scope::Street => self.full(),
        }
    }

    /// With the compound's name.
    pub fn full(&self) -> String {
        format!("{}{}", self.compound, self.name)
    }

    /// Building and stairwell, where the name tells both.
    pub fn parts(&self) -> Option<(String, String)> {
        building_and_stairwell(&self.name)
    }

    /// The building it lies in, where it is a stairwell; else itself.
    pub fn building(&self) -> Self {
        match self.parts() {
            Some((name, _)) => Self {
                name,
                ..self.clone()
            },
            None => self.clone(),
        }
    }

    /// What it is ranked with.
    pub fn scope(&self, scope: Scope) -> (&str, &str) {
        match scope {
            Scope::Compound => (&self.community, &self.compound),
            Scope::Community => (&self.community, ""),
            Scope::Street => ("", ""),
        }
    }
}

/// What is not known.
#[derive(Debug, Clone, Default)]
pub struct Unknown {
    pub communities: Vec<String>,
    pub compounds: Vec<String>,
    pub buildings: Vec<String>,
    /// Where stairwells are rated.
    pub stairwells: Vec<String>,
}

impl Unknown {
    /// Whether everything is known.
    pub fn is_empty(&self) -> bool {
        self.buildings.is_empty() && self.stairwells.is_empty()
    }
}

/// What the registers have in use, by name.
#[derive(Debug, Default)]
pub struct Registered {
    pub communities: BTreeSet<String>,
    /// By community and name.
    pub compounds: BTreeSet<(String, String)>,
    pub buildings: BTreeSet<Place>,
}

/// The registers' places and those a file adds.
#[derive(Debug)]
pub struct Places {
    rated: Rated,
    /// Objects in use by their place.
    known: HashMap<Place, String>,
    registered: Registered,
    /// Places of the file that are rated, in its order.
    named: Vec<Place>,
    seen: BTreeSet<Place>,
}

impl Places {
    /// The registers as they stand.
    pub fn new(rated: Rated, registered: Registered, objects: &[RatedObject]) -> Self {
        let known = objects.iter().map(|object| {
            let place = Place {
                community: object.community.clone(),
                compound: object.compound.clone(),
                name: canonical(rated, &object.name()),
            };
            (place, object.object_id.clone())
        });
        Self {
            rated,
            known: known.collect(),
            registered,
            named: Vec::new(),
            seen: BTreeSet::new(),
        }
    }

    /// The place a row rates. A community left out is the one compound's of that name.
    ///
    /// # Errors
    /// One sentence.
    pub fn rated(
        &self,
        community: Option<&str>,
        compound: &str,
        name: &str,
    ) -> Result<Place, String> {
        let community = match community {
            Some(community) => community.to_owned(),
            None => self.community_of(compound)?,
        };
        Ok(Place {
            community,
            compound: compound.to_owned(),
            name: canonical(self.rated, name),
        })
    }

    fn community_of(&self, compound: &str) -> Result<String, String> {
        let of_name: Vec<&(String, String)> = self
            .registered
            .compounds
            .iter()
            .filter(|(_, name)| name == compound)
            .collect();
        match of_name.as_slice() {
            [(community, _)] => Ok(community.clone()),
            [] => Err(format!("没有登记“{compound}”，请补填社区。")),
            _ => Err(format!("几个社区都有“{compound}”，请补填社区。")),
        }
    }

    /// Notes that the file rates a place.
    pub fn add(&mut self, place: &Place) {
        if self.seen.insert(place.clone()) {
            self.named.push(place.clone());
        }
    }

    /// The object of a place that is registered.
    pub fn object(&self, place: &Place) -> Option<&str> {
        self.known.get(place).map(String::as_str)
    }

    /// The judge a row names: in the same compound, or with its compound's name within the scope.
    pub fn judge(&self, scope: Scope, rated: &Place, written: &str) -> Option<Place> {
        let here = Place {
            name: canonical(self.rated, written),
            ..rated.clone()
        };
        // Here first: nearly every compound has its 3号楼.
        if self.exists(&here) {
            return Some(here);
        }
        if scope == Scope::Compound {
            let bare = written.strip_prefix(&rated.compound)?;
            let here = Place {
                name: canonical(self.rated, bare),
                ..rated.clone()
            };
            return self.exists(&here).then_some(here);
        }
        let all = self.known.keys().chain(&self.named);
        let meant = all.filter(|place| {
            let bare = written.strip_prefix(place.compound.as_str());
            place.scope(scope) == rated.scope(scope)
                && bare.is_some_and(|bare| canonical(self.rated, bare) == place.name)
        });
        // The longest name of a compound says most: 听雨花园南区3号楼 is not 听雨花园's. The rest keeps the choice
        // the same from one reading to the next.
        meant
            .max_by_key(|place| (place.compound.len(), &place.compound, &place.name))
            .cloned()
    }

    fn exists(&self, place: &Place) -> bool {
        self.known.contains_key(place) || self.seen.contains(place)
    }

    /// How many there are in each scope.
    pub fn sizes(&self, scope: Scope) -> HashMap<(String, String), usize> {
        let mut sizes = HashMap::new();
        let new = self
            .named
            .iter()
            .filter(|place| !self.known.contains_key(*place));
        for place in self.known.keys().chain(new) {
            let (community, compound) = place.scope(scope);
            let key = (community.to_owned(), compound.to_owned());
            *sizes.entry(key).or_insert(0) += 1;
        }
        sizes
    }

    /// Compounds the file names.
    pub fn compounds(&self) -> i64 {
        let named: BTreeSet<(&str, &str)> = self
            .named
            .iter()
            .map(|place| (place.community.as_str(), place.compound.as_str()))
            .collect();
        i64::try_from(named.len()).unwrap_or(i64::MAX)
    }

    /// Places of the file that are not registered, in its order.
    pub fn new_places(&self) -> Vec<&Place> {
        let new = |place: &&Place| !self.known.contains_key(*place);
        self.named.iter().filter(new).collect()
    }

    /// What of the file is not registered.
    pub fn unknown(&self) -> Unknown {
        let mut unknown = Unknown::default();
        for place in self.new_places() {
            let compound = (place.community.clone(), place.compound.clone());
            if !self.registered.communities.contains(&place.community) {
                push_once(&mut unknown.communities, place.community.clone());
            }
            if !self.registered.compounds.contains(&compound) {
                push_once(
                    &mut unknown.compounds,
                    format!("{}·{}", place.community, place.compound),
                );
            }
            match self.rated {
                Rated::Building => unknown.buildings.push(place.full()),
                Rated::Stairwell => {
                    let building = place.building();
                    if !self.registered.buildings.contains(&building) {
                        push_once(&mut unknown.buildings, building.full());
                    }
                    unknown.stairwells.push(place.full());
                }
            }
        }
        unknown
    }

    /// What is rated.
    pub fn rates(&self) -> Rated {
        self.rated
    }
}

fn push_once(list: &mut Vec<String>, text: String) {
    if !list.contains(&text) {
        list.push(text);
    }
}

/// A name as the registers keep it.
fn canonical(rated: Rated, written: &str) -> String {
    match rated {
        Rated::Building => building_name(written),
        Rated::Stairwell => match building_and_stairwell(written) {
            Some((building, stairwell)) => format!("{building}{stairwell}"),
            None => to_half_width(written)
                .chars()
                .filter(|ch| !ch.is_whitespace())
                .collect(),
        },
    }
}
