use super::units::{FORMER, KINDS, Kind, ON_STREET};
use ground::calendar::{FuzzyDate, Month};
use tongxin_core::sampling::Dice;
use tongxin_core::units::Relation;
use tongxin_core::units::sheet::LedgerRow;

/// Communities of a street of ordinary size.
const COMMUNITIES: [&str; 17] = [
    "听雨", "听松", "揽月", "望舒", "清荷", "枫林", "杏园", "春晖", "翠屏", "文昌", "兰亭", "银杏",
    "沁园", "和畅", "悦来", "锦绣", "平江",
];

/// Committees the units of [`KINDS`] sit on, over and over.
const SEATS: [usize; 5] = [1, 2, 3, 3, 2];

/// A street that does not exist, as a ledger would hold it.
#[derive(Debug, Clone, PartialEq)]
pub struct Street {
    /// Name.
    pub name: String,
    /// 区 or 市 above it.
    pub superior: String,
    /// Names of its communities, in official order.
    pub communities: Vec<String>,
    /// Its member units.
    pub units: Vec<SampleUnit>,
    /// Who sits where.
    pub seats: Vec<SampleSeat>,
}

/// A member unit of a [`Street`].
#[derive(Debug, Clone, PartialEq)]
pub struct SampleUnit {
    /// Full name.
    pub name: String,
    /// 简称.
    pub short_name: String,
    /// 性质.
    pub nature: String,
    /// 关系, where the nature does not say it.
    pub relation: Option<Relation>,
    /// Its Party organisation.
    pub party_org: String,
    /// Party members.
    pub party_members: i64,
    /// 负责人.
    pub leader_name: String,
    /// 负责人's post.
    pub leader_post: String,
    /// Whether it also sits on the 街道大工委.
    pub on_street: bool,
}

/// A unit's place in a community's committee.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleSeat {
    /// Index of the community.
    pub community: usize,
    /// Index of the unit.
    pub unit: usize,
    /// 联络员.
    pub liaison_name: String,
    /// 联络员's work phone.
    pub liaison_phone: String,
    /// Joined.
    pub joined: FuzzyDate,
}

impl Street {
    /// A street `size` times as large as an ordinary one: 17 communities and 69 units each time.
    /// The same seed and size give the same street.
    pub fn generate(seed: u64, size: usize) -> Self {
        let mut dice = Dice::new(seed);
        let mut street = Self {
            name: "云溪街道".into(),
            superior: "临江区".into(),
            communities: Vec::new(),
            units: Vec::new(),
            seats: Vec::new(),
        };
        for copy in 0..size.max(1) {
            street.grow(copy, &mut dice);
        }
        street.seats.sort_by_key(|seat| (seat.community, seat.unit));
        street
    }

    /// Adds one ordinary street's communities and units; from the second on their names are numbered.
    fn grow(&mut self, copy: usize, dice: &mut Dice) {
        let number = if copy == 0 {
            String::new()
        } else {
            format!("第{}", copy + 1)
        };
        let (first_community, first_unit) = (self.communities.len(), self.units.len());
        self.communities
            .extend(COMMUNITIES.iter().map(|name| format!("{name}{number}社区")));
        self.units.extend(
            KINDS
                .iter()
                .enumerate()
                .map(|(index, kind)| unit(index, kind, &number, dice)),
        );
        for index in 0..KINDS.len() {
            for community in committees(index, &self.seats, first_community, dice) {
                self.seats.push(seat(community, first_unit + index, dice));
            }
        }
    }

    /// The ledger of this street, one line a seat; the renamed unit stands there under its old name.
    pub fn ledger(&self) -> Vec<LedgerRow> {
        let numbered = (1..).zip(&self.seats);
        numbered
            .map(|(row, seat)| self.ledger_row(row, seat))
            .collect()
    }

    fn ledger_row(&self, row: u32, seat: &SampleSeat) -> LedgerRow {
        let unit = &self.units[seat.unit];
        LedgerRow {
            sheet: String::new(),
            row,
            record: None,
            community: self.communities[seat.community].clone(),
            unit_name: if seat.unit == FORMER.2 {
                FORMER.0.to_owned()
            } else {
                unit.name.clone()
            },
            nature: Some(unit.nature.clone()),
            party_members: Some(unit.party_members),
            leader_name: Some(unit.leader_name.clone()),
            leader_post: Some(unit.leader_post.clone()),
            liaison_name: Some(seat.liaison_name.clone()),
            liaison_phone: Some(seat.liaison_phone.clone()),
            joined: Some(seat.joined),
            note: None,
        }
    }
}

fn unit(index: usize, kind: &Kind, number: &str, dice: &mut Dice) -> SampleUnit {
    let suffix = if number.is_empty() {
        String::new()
    } else {
        format!("（{number}分部）")
    };
    SampleUnit {
        name: format!("{}{suffix}", kind.name),
        short_name: format!("{}{number}", kind.short),
        nature: kind.nature.into(),
        relation: kind.relation(),
        party_org: format!("{}党支部", kind.short),
        party_members: i64::try_from(3 + dice.below(60)).unwrap_or_default(),
        leader_name: dice.person(),
        leader_post: kind.post.into(),
        on_street: number.is_empty() && index < ON_STREET,
    }
}

/// The communities a unit sits in: those of this copy that have the fewest units yet.
fn committees(index: usize, seats: &[SampleSeat], first: usize, dice: &mut Dice) -> Vec<usize> {
    let mut sizes = [0; COMMUNITIES.len()];
    for seat in seats.iter().filter(|seat| seat.community >= first) {
        sizes[seat.community - first] += 1;
    }
    // Among those of equal size dice decide, or the same units would always meet.
    let mut all: Vec<(usize, usize, usize)> = sizes
        .iter()
        .enumerate()
        .map(|(place, size)| (*size, dice.below(1000), first + place))
        .collect();
    all.sort_unstable();
    all.into_iter()
        .take(SEATS[index % SEATS.len()])
        .map(|(_, _, community)| community)
        .collect()
}

fn seat(community: usize, unit: usize, dice: &mut Dice) -> SampleSeat {
    SampleSeat {
        community,
        unit,
        liaison_name: dice.person(),
        liaison_phone: dice.phone(),
        joined: joined(dice),
    }
}

/// A day, a month or a year, as offices know it.
fn joined(dice: &mut Dice) -> FuzzyDate {
    let year = 2019 + i32::try_from(dice.below(6)).unwrap_or_default();
    let number = 1 + u32::try_from(dice.below(12)).unwrap_or_default();
    match (Month::new(year, number), dice.below(5)) {
        (Ok(month), 0..3) => FuzzyDate::Day(month.first_day()),
        (Ok(month), 3) => FuzzyDate::Month(month),
        _ => FuzzyDate::Year(year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_same_seed_gives_the_same_street() {
        assert_eq!(Street::generate(7, 2), Street::generate(7, 2));
        assert_ne!(Street::generate(7, 1), Street::generate(8, 1));
    }

    #[test]
    fn an_ordinary_street_has_units_on_several_committees() {
        let street = Street::generate(1, 1);
        assert_eq!((street.communities.len(), street.units.len()), (17, 69));
        assert_eq!(street.seats.len(), 152);
        for community in 0..17 {
            let units: Vec<usize> = street
                .seats
                .iter()
                .filter(|seat| seat.community == community)
                .map(|seat| seat.unit)
                .collect();
            assert!((8..=10).contains(&units.len()), "{community}: {units:?}");
            assert_eq!(units.iter().collect::<BTreeSet<_>>().len(), units.len());
        }
    }

    #[test]
    fn a_larger_street_repeats_no_name() {
        let street = Street::generate(1, 10);
        let names: BTreeSet<&str> = street.units.iter().map(|unit| unit.name.as_str()).collect();
        assert_eq!((names.len(), street.communities.len()), (690, 170));
    }
}
