//! An activity as a sheet tells it: who took part, and how long each.

use super::args::{SaveService, SaveShare, ServiceView};
use super::{Partner, services, store};
use crate::office::Cx;
use crate::registers::Refusal;
use chrono::NaiveDate;
use ground::error::Result;
use std::collections::HashMap;
use tables::Value;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// Key of one who took part, and minutes where they are told of this one.
type Share = (String, Option<i64>);

/// An activity, as the form saves it.
#[derive(Clone, PartialEq)]
pub(crate) struct Activity {
    pub id: String,
    pub save: SaveService,
    /// What the sheet says of everybody without hours of their own, in minutes.
    minutes: Option<i64>,
    people: Vec<Share>,
}

/// Minutes of an hour, where hours are in thousandths.
fn minutes_of(thousandths: i64) -> i64 {
    // Rounded as the hours were: 20 minutes went out as 0.333 hours and must not come back as 19.
    (thousandths * 60 + 500) / 1_000
}

fn hours_of(minutes: i64) -> i64 {
    (minutes * 1_000 + 30) / 60
}

impl Activity {
    /// A new one, of which nothing but its day and community is known.
    pub fn begin(id: String, date: NaiveDate, community_id: Option<String>) -> Self {
        Self {
            id,
            minutes: None,
            people: Vec::new(),
            save: SaveService {
                id: None,
                version: 0,
                community_id,
                date,
                place: String::new(),
                content: String::new(),
                shares: Vec::new(),
                people_served: None,
                satisfaction: None,
                confirmed_by: String::new(),
                confirmed_on: None,
                note: String::new(),
            },
        }
    }

    pub fn of(view: ServiceView) -> Self {
        let service = view.service;
        let first = view.shares.first().map(|share| share.minutes);
        let even = view.shares.iter().all(|share| Some(share.minutes) == first);
        let own = |minutes: i64| (!even).then_some(minutes);
        Self {
            id: service.id.clone(),
            minutes: first.filter(|_| even),
            people: view
                .shares
                .iter()
                .map(|share| (share.partner_id.clone(), own(share.minutes)))
                .collect(),
            save: SaveService {
                id: Some(service.id),
                version: service.version,
                community_id: service.community_id,
                date: service.date,
                place: service.place,
                content: service.content,
                shares: Vec::new(),
                people_served: service.people_served,
                satisfaction: service.satisfaction,
                confirmed_by: service.confirmed_by,
                confirmed_on: service.confirmed_on,
                note: service.note,
            },
        }
    }

    /// The hours of everybody without hours of their own.
    pub fn hours(&self) -> Option<Value> {
        let hours = hours_of(self.minutes?);
        Some(Value::Marks(hours))
    }

    /// Sets them; where everybody has hours of their own, they are of nobody.
    pub fn set_hours(&mut self, value: &Value) {
        let nobody = !self.people.is_empty() && self.people.iter().all(|(_, own)| own.is_some());
        if let (Value::Marks(thousandths), false) = (value, nobody) {
            self.minutes = Some(minutes_of(*thousandths));
        }
    }

    /// Who took part: `孙玥`, or `孙玥(1.5)` with hours of their own.
    pub fn written(&self, people: &People) -> Value {
        let community = self.save.community_id.as_ref();
        let word = |(id, minutes): &Share| {
            let name = people.written(id, community);
            match minutes {
                Some(minutes) => {
                    let hours = Value::Marks(hours_of(*minutes)).display();
                    format!("{name}({hours})")
                }
                None => name,
            }
        };
        Value::Words(self.people.iter().map(word).collect())
    }

    /// Sets who took part, and hours that are told of somebody; whoever is told without any keeps those
    /// that are known.
    pub fn set_people(&mut self, value: Value, people: &People) -> Result<(), Refusal> {
        let Value::Words(words) = value else {
            return Ok(());
        };
        let mut told: Vec<Share> = Vec::with_capacity(words.len());
        for word in &words {
            let (name, minutes) = parts(word)?;
            let id = self.person(name, people)?;
            if told.iter().any(|(known, _)| *known == id) {
                let reason = format!("“{name}”写了两次，请只写一次。");
                return Err(Refusal::Wrong(reason));
            }
            let known = self.people.iter().find(|(known, _)| *known == id);
            let minutes = match minutes {
                Some(minutes) => Some(minutes).filter(|own| Some(*own) != self.minutes),
                None => known.and_then(|(_, minutes)| *minutes),
            };
            told.push((id, minutes));
        }
        self.people = told;
        Ok(())
    }

    /// Whom a name means: first of all one who is known to have taken part.
    fn person(&self, name: &str, people: &People) -> Result<String, Refusal> {
        let named = |(id, _): &&Share| people.names.get(id).is_some_and(|known| known == name);
        let mut here = self.people.iter().filter(named);
        // Where two of that name took part, the name alone means neither.
        match (here.next(), here.next()) {
            (Some((id, _)), None) => Ok(id.clone()),
            _ => people.find(name, self.save.community_id.as_ref()),
        }
    }

    /// Gives everybody their time.
    ///
    /// # Errors
    /// What to write in the column of hours.
    pub fn settle(&mut self) -> Result<(), String> {
        let minutes = self.minutes;
        let share = |(partner_id, own): &Share| {
            let minutes = own
                .or(minutes)
                .filter(|minutes| (1..=DAY).contains(minutes))?;
            Some(SaveShare {
                partner_id: partner_id.clone(),
                minutes,
            })
        };
        let shares: Option<Vec<SaveShare>> = self.people.iter().map(share).collect();
        let reason = "服务时长应在 1 分钟到 24 小时之间，请填写每人几小时。";
        self.save.shares = shares.ok_or(reason)?;
        Ok(())
    }
}

/// A word of who took part: the name, and minutes where hours stand in brackets behind it.
fn parts(word: &str) -> Result<(&str, Option<i64>), Refusal> {
    let end = |word: &str| word.ends_with([')', '）']);
    let Some(at) = word.find(['(', '（']).filter(|_| end(word)) else {
        return Ok((word, None));
    };
    let (name, rest) = word.split_at(at);
    let hours = rest.trim_matches(['(', '（', ')', '）', ' ']);
    match tables::values::marks_of(hours.trim_end_matches("小时")) {
        Ok(thousandths) => Ok((name.trim(), Some(minutes_of(thousandths)))),
        Err(reason) => Err(Refusal::Wrong(reason)),
    }
}

/// The partners that sheets name.
pub(crate) struct People {
    names: HashMap<String, String>,
    /// 聘书编号 by key.
    numbers: HashMap<String, String>,
    /// Those in use by name: key and community.
    by_name: HashMap<String, Vec<(String, Option<String>)>>,
    by_number: HashMap<String, String>,
}

impl People {
    pub async fn of(cx: &mut Cx<'_>) -> Result<Self> {
        Ok(Self::new(store::all(&mut cx.tx).await?))
    }

    fn new(all: Vec<Partner>) -> Self {
        let mut people = Self {
            names: HashMap::with_capacity(all.len()),
            numbers: HashMap::new(),
            by_name: HashMap::new(),
            by_number: HashMap::new(),
        };
        for partner in all {
            let Partner { id, name, .. } = partner;
            // Retired ones are not found by name any more, though old records still have them.
            if !partner.retired {
                let alike = people.by_name.entry(name.clone()).or_default();
                alike.push((id.clone(), partner.community_id));
            }
            if !partner.number.is_empty() {
                people.by_number.insert(partner.number.clone(), id.clone());
                people.numbers.insert(id.clone(), partner.number);
            }
            people.names.insert(id, name);
        }
        people
    }

    /// Whom a name or a 聘书编号 means: those of the community go before the others.
    fn find(&self, name: &str, community: Option<&String>) -> Result<String, Refusal> {
        let alike = self.by_name.get(name).map_or(&[][..], Vec::as_slice);
        let here = alike.iter().filter(|(_, of)| of.as_ref() == community);
        let here: Vec<&String> = here.map(|(id, _)| id).collect();
        match (here.as_slice(), alike) {
            ([one], _) => Ok((*one).clone()),
            ([], [one]) => Ok(one.0.clone()),
            ([], []) => self.by_number.get(name).cloned().ok_or_else(|| {
                Refusal::Wrong(format!("没有“{name}”这位合伙人，请先登记，或核对姓名。"))
            }),
            _ => Err(Refusal::Wrong(self.several(name, alike))),
        }
    }

    fn several(&self, name: &str, alike: &[(String, Option<String>)]) -> String {
        let number = |(id, _): &(String, Option<String>)| self.numbers.get(id).map(String::as_str);
        let numbers: Option<Vec<&str>> = alike.iter().map(number).collect();
        match numbers {
            Some(numbers) => format!(
                "叫“{name}”的合伙人不止一位，请改写聘书编号：{}。",
                numbers.join(" 或 ")
            ),
            None => format!(
                "叫“{name}”的合伙人不止一位，请写聘书编号，没有编号的请在服务记录里选择登记。"
            ),
        }
    }

    /// How somebody is written so that they are found again.
    fn written(&self, id: &str, community: Option<&String>) -> String {
        let name = self.names.get(id).cloned().unwrap_or_default();
        let alike = self.by_name.get(&name).map_or(&[][..], Vec::as_slice);
        let alone = alike.iter().all(|(other, _)| other == id);
        let found = || self.find(&name, community).is_ok_and(|found| found == id);
        match self.numbers.get(id) {
            Some(number) if !alone && !found() => number.clone(),
            _ => name,
        }
    }
}

/// Writes activities that are new or differ; the new ones together.
pub(crate) async fn save_activities(cx: &mut Cx<'_>, activities: Vec<Activity>) -> Result<()> {
    let saves = activities.into_iter().map(|activity| activity.save);
    let (new, changed): (Vec<SaveService>, Vec<SaveService>) =
        saves.partition(|save| save.id.is_none());
    for save in changed {
        services::save_service(cx, save).await?;
    }
    services::begin_all(cx, &new).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_that_went_out_as_hours_come_back() {
        for minutes in 0..=24 * 60 {
            assert_eq!(minutes_of(hours_of(minutes)), minutes);
        }
    }
}
