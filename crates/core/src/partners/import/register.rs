//! The partner register (合伙人登记表) as one of the registers that go through Excel.

use super::super::steps::stepped;
use super::super::{Partner, PartnerKind, PartnerState, PartnerStep, number, store, times};
use super::fields::FIELDS;
use super::numbers::NumberChoice;
use super::rows::settle_rows;
use super::words::WHOLE_STREET;
use crate::committees::{Community, all_communities, communities_in_use};
use crate::office::Cx;
use crate::registers::{
    Exported, Field, Importer, Names, Planned, RegisterChoice, RowFault, Rows, SheetInfo, columns,
    compare, exported, spec_of,
};
use crate::units::all_units;
use chrono::NaiveDate;
use ground::calendar::FuzzyDate;
use ground::error::Result;
use ground::progress::Stage;
use std::collections::HashMap;
use storage::sort_key;
use tables::{Column, Properties, Table, write_table};

/// The register of partners.
pub(crate) struct PartnerRegister;

/// A partner, and what its row says beside.
#[derive(Clone)]
pub(crate) struct Entry {
    pub partner: Partner,
    /// Where a new one stands already.
    pub state: Option<PartnerState>,
    /// Its community, where that is not known.
    pub unknown: Option<String>,
}

impl Entry {
    fn of(partner: Partner) -> Self {
        Self {
            partner,
            state: None,
            unknown: None,
        }
    }
}

/// What rows refer to.
pub(crate) struct Known {
    today: NaiveDate,
    pub communities: Names,
    units: HashMap<String, String>,
}

impl Known {
    async fn read(cx: &mut Cx<'_>) -> Result<Self> {
        let communities = all_communities(&mut cx.tx).await?;
        let units = all_units(&mut cx.tx).await?;
        let units = units.into_iter().filter(|unit| !unit.retired);
        Ok(Self {
            today: cx.today(),
            communities: Names::new(communities.into_iter().map(|c| (c.id, c.name))),
            units: units.map(|unit| (unit.name, unit.id)).collect(),
        })
    }
}

impl Rows for PartnerRegister {
    type Item = Entry;
    type Known = Known;

    const INFO: SheetInfo = SheetInfo {
        thing: "合伙人",
        title: "城市社区合伙人登记表",
        note: "带 * 为必填；特长、服务时间有几项的用顿号隔开；首行示例导入时会跳过；\
               每一类也可以单独一张工作表，以类别作表名；请勿录入涉密信息。",
        frozen: 2,
        all_sheets: true,
        exports: true,
    };
    const KEY: &'static [&'static str] = &["kind", "name", "community", "phone"];

    fn fields() -> &'static [Field<Entry, Known>] {
        FIELDS
    }

    fn id(entry: &Entry) -> &str {
        &entry.partner.id
    }

    fn begin(id: String, _: &Known) -> Entry {
        Entry::of(Partner::blank(id, PartnerKind::Volunteer))
    }

    fn name(entry: &Entry, known: &Known) -> (String, String) {
        let id = entry.partner.community_id.as_deref();
        let place = id.and_then(|id| known.communities.name(id));
        let place = place.or(entry.unknown.as_ref()).cloned();
        let name = entry.partner.name.clone();
        (name, place.unwrap_or_else(|| WHOLE_STREET.to_owned()))
    }

    fn counts_as(entry: &Entry) -> Option<&'static str> {
        Some(entry.partner.kind.chinese())
    }

    fn settle(entry: &mut Entry, kept: Option<&Entry>, known: &mut Known) -> Result<(), RowFault> {
        let partner = &mut entry.partner;
        partner.sort_key = sort_key(&partner.name);
        partner.free_time = times::together(partner.times.iter().map(String::as_str));
        match kept {
            Some(_) => follow(partner),
            None => begin(entry, known),
        }
        Ok(())
    }
}

/// The last appointment has the number and term of the partner.
fn follow(partner: &mut Partner) {
    let (number, from, to) = (&partner.number, partner.term_from, partner.term_to);
    let mut steps = partner.steps.0.iter_mut().rev();
    if let Some(step) = steps.find(|step| step.state.serves()) {
        step.number.clone_from(number);
        (step.term_from, step.term_to) = (from, to);
    }
}

/// A new partner takes its first step: the one its row names, else what its term implies.
fn begin(entry: &mut Entry, known: &Known) {
    let mut partner = entry.partner.clone();
    // Taken out: the step puts them back only where the partner serves.
    let (from, to) = (partner.term_from.take(), partner.term_to.take());
    partner.ends_on = None;
    if partner.kind == PartnerKind::Unit {
        partner.unit_id = known.units.get(&partner.name).cloned();
    }
    let implied = match from {
        Some(_) => PartnerState::Appointed,
        None => PartnerState::Recruited,
    };
    // A term may begin after today, a step cannot.
    let begun = from.filter(|from| from.first_day() <= known.today);
    let step = PartnerStep {
        state: entry.state.unwrap_or(implied),
        date: begun.unwrap_or(FuzzyDate::Day(known.today)),
        number: partner.number.clone(),
        term_from: from,
        term_to: to,
        note: String::new(),
    };
    entry.partner = stepped(partner, step);
}

impl Importer for PartnerRegister {
    type Write = Vec<Entry>;

    const INFO: SheetInfo = <Self as Rows>::INFO;

    fn columns() -> Vec<Column<'static>> {
        columns::<Self>()
    }

    async fn lists(cx: &mut Cx<'_>) -> Result<Vec<(&'static str, Vec<String>)>> {
        Ok(vec![("community", communities_in_use(cx).await?)])
    }

    async fn plan(
        cx: &mut Cx<'_>,
        mut tables: Vec<Table>,
        choices: &[RegisterChoice],
    ) -> Result<Planned<Vec<Entry>>> {
        let mut known = Known::read(cx).await?;
        let kept = store::all(&mut cx.tx).await?;
        let numbers: Vec<_> = choices.iter().filter_map(NumberChoice::of).collect();
        let told = settle_rows(&mut tables, &known, &kept, &numbers)?;
        let kept: Vec<Entry> = kept.into_iter().map(Entry::of).collect();
        let thing = <Self as Rows>::INFO.thing;
        let facts = choices.iter().filter(|choice| choice.key.is_of(thing));
        let facts: Vec<RegisterChoice> = facts.cloned().collect();
        let new_id = || cx.new_id();
        let mut planned = compare::<Self>(tables, &mut known, &kept, &facts, &new_id, cx.progress)?;
        planned.facts.extend(told.facts);
        planned.conflicts.extend(told.conflicts);
        Ok(planned)
    }

    async fn write(cx: &mut Cx<'_>, write: Vec<Entry>) -> Result<()> {
        cx.progress.enter(Stage::Writing, write.len()).await?;
        let partners: Vec<Partner> = write.into_iter().map(|entry| entry.partner).collect();
        cx.save_all(&partners).await?;
        // Numbers brought along push the counter up, or the next one given would be one of them.
        let numbers = partners.iter().map(|partner| partner.number.as_str());
        number::respect(cx, numbers).await
    }

    async fn export(cx: &mut Cx<'_>) -> Result<Option<Exported>> {
        cx.progress.enter(Stage::Gathering, 0).await?;
        let known = Known::read(cx).await?;
        let kept = store::all(&mut cx.tx).await?;
        cx.progress.check()?;
        let used = kept.into_iter().filter(|partner| !partner.retired);
        let mut entries: Vec<Entry> = used.map(Entry::of).collect();
        in_order(&mut entries, &all_communities(&mut cx.tx).await?);
        Ok(Some(exported::<Self>(&entries, &known)))
    }
}

/// Those of the whole street first, then by community, kind and name.
fn in_order(entries: &mut [Entry], communities: &[Community]) {
    let places: HashMap<&str, usize> = (0..)
        .zip(communities)
        .map(|(place, community)| (community.id.as_str(), place))
        .collect();
    entries.sort_by_cached_key(|Entry { partner, .. }| {
        let community = partner.community_id.as_deref();
        let place = community.and_then(|id| places.get(id).copied());
        (place, partner.kind, partner.sort_key.clone())
    });
}

/// Partners in the register's own columns, so that the file can be edited and imported back; most of
/// every phone is hidden unless they are asked for whole.
///
/// # Errors
/// [`tables::ExcelError::Write`].
pub fn write_partners(
    properties: &Properties,
    partners: Vec<Partner>,
    communities: Names,
    whole_phones: bool,
) -> Result<Vec<u8>> {
    let known = Known {
        today: NaiveDate::MIN,
        communities,
        units: HashMap::new(),
    };
    let entries: Vec<Entry> = partners.into_iter().map(Entry::of).collect();
    let mut exported = exported::<PartnerRegister>(&entries, &known);
    if whole_phones {
        let phone = super::fields::place("phone");
        for (row, entry) in exported.rows.iter_mut().zip(&entries) {
            row[phone] = entry.partner.phone.clone().into();
        }
    }
    let spec = spec_of(&<PartnerRegister as Rows>::INFO, exported);
    Ok(write_table(properties, spec)?)
}
