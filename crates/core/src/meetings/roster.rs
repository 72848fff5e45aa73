//! Who is expected at a meeting: 委员 in office, then the units' representatives, in official order.

use super::{Attendance, AttendanceState};
use crate::committees::{Committee, Community};
use crate::members::{CommitteeMember, Duty, in_office, members};
use crate::office::Cx;
use crate::settings::{OFFICE_ID, OfficeProfile};
use crate::units::{SeatRow, name_on, seats_of_committee, units_by_id};
use chrono::NaiveDate;
use ground::error::Result;
use std::collections::HashMap;

/// One person expected, with unit and post as they are on the day.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Person {
    pub unit_id: Option<String>,
    pub unit_name: String,
    pub name: String,
    pub post: String,
}

impl Person {
    /// The person as a line of a meeting's attendance.
    pub fn line(self, id: String, meeting: &str, position: usize) -> Attendance {
        Attendance {
            id,
            version: 0,
            meeting_id: meeting.to_owned(),
            position: i64::try_from(position).unwrap_or(i64::MAX),
            unit_id: self.unit_id,
            unit_name: self.unit_name,
            person: self.name,
            post: self.post,
            state: AttendanceState::Expected,
            stand_in: String::new(),
            reason: String::new(),
        }
    }
}

/// Reads the registers: everybody expected at a committee's meeting on a day.
pub(super) async fn roster(
    cx: &mut Cx<'_>,
    committee: &Committee,
    day: NaiveDate,
) -> Result<Vec<Person>> {
    let members = members(&mut cx.tx, Some(&committee.id), None).await?;
    let members: Vec<CommitteeMember> = members.into_iter().filter(in_office).collect();
    let seats = seats_of_committee(&mut cx.tx, &committee.id).await?;
    let home = home(cx, committee).await?;
    let names = unit_names(cx, &members, &seats, day).await?;
    Ok(arrange(&Registers {
        committee,
        home,
        members,
        seats,
        names,
    }))
}

/// What 专职委员 belong to: the community, or the street.
async fn home(cx: &mut Cx<'_>, committee: &Committee) -> Result<String> {
    if let Some(id) = &committee.community_id {
        let community: Community = cx.tx.get(id).await?;
        return Ok(community.name);
    }
    let office: Option<OfficeProfile> = cx.tx.find(OFFICE_ID).await?;
    Ok(office.map(|office| office.name).unwrap_or_default())
}

/// 简称 of the units on a day, by their keys.
async fn unit_names(
    cx: &mut Cx<'_>,
    members: &[CommitteeMember],
    seats: &[SeatRow],
    day: NaiveDate,
) -> Result<HashMap<String, String>> {
    let mut ids: Vec<String> = seats.iter().map(|seat| seat.seat.unit_id.clone()).collect();
    ids.extend(members.iter().filter_map(|member| member.unit_id.clone()));
    let mut names = HashMap::new();
    for unit in units_by_id(&mut cx.tx, &ids).await? {
        let (_, short) = name_on(&mut cx.tx, &unit, day).await?;
        names.insert(unit.id, short);
    }
    Ok(names)
}

struct Registers<'a> {
    committee: &'a Committee,
    home: String,
    members: Vec<CommitteeMember>,
    seats: Vec<SeatRow>,
    names: HashMap<String, String>,
}

/// Who represents a unit: whom the seat names, else its 负责人, else its 联络员.
pub(super) fn representative(seat: &SeatRow) -> (String, String) {
    let known = [
        (
            &seat.seat.representative_name,
            seat.seat.representative_post.as_str(),
        ),
        (&seat.leader_name, seat.leader_post.as_str()),
        (&seat.seat.liaison_name, "联络员"),
    ];
    let named = known.into_iter().find(|(name, _)| !name.is_empty());
    named
        .map(|(name, post)| (name.clone(), post.to_owned()))
        .unwrap_or_default()
}

fn arrange(registers: &Registers<'_>) -> Vec<Person> {
    let mut people: Vec<Person> = secretary(registers).into_iter().collect();
    let mut members: Vec<&CommitteeMember> = registers.members.iter().collect();
    // The sort is stable: within one post the register's own order stays.
    members.sort_by_key(|member| rank(&member.post));
    people.extend(
        members
            .into_iter()
            .map(|member| from_member(registers, member)),
    );
    for seat in &registers.seats {
        add_seat(&mut people, seat, registers);
    }
    people
}

fn rank(post: &str) -> u8 {
    match post {
        "书记" => 0,
        "副书记" => 1,
        _ => 2,
    }
}

/// The 书记 named on the committee, where the list of 委员 has none.
fn secretary(registers: &Registers<'_>) -> Option<Person> {
    let committee = registers.committee;
    // By name too: a 书记 listed under another post must not be called twice.
    let listed =
        |member: &CommitteeMember| member.post == "书记" || member.name == committee.secretary_name;
    if committee.secretary_name.is_empty() || registers.members.iter().any(listed) {
        return None;
    }
    Some(Person {
        unit_id: None,
        unit_name: registers.home.clone(),
        name: committee.secretary_name.clone(),
        post: committee.secretary_post.clone(),
    })
}

fn from_member(registers: &Registers<'_>, member: &CommitteeMember) -> Person {
    let committee = registers.committee;
    // Only a 兼职委员 comes from a unit.
    let unit_id = member
        .unit_id
        .clone()
        .filter(|_| member.duty == Duty::PartTime);
    let unit_name = unit_id.as_ref().and_then(|id| registers.names.get(id));
    let chairs = member.name == committee.secretary_name && !committee.secretary_post.is_empty();
    Person {
        unit_name: unit_name.unwrap_or(&registers.home).clone(),
        unit_id,
        name: member.name.clone(),
        post: if chairs {
            committee.secretary_post.clone()
        } else {
            member.post.clone()
        },
    }
}

/// Adds a unit's representative; somebody already there as a 委员 keeps that place and takes the
/// unit's post.
fn add_seat(people: &mut Vec<Person>, seat: &SeatRow, registers: &Registers<'_>) {
    let (name, post) = representative(seat);
    let unit = &seat.seat.unit_id;
    let there = people
        .iter_mut()
        .find(|person| person.unit_id.as_ref() == Some(unit) && person.name == name);
    match there {
        Some(person) if !post.is_empty() => person.post = post,
        Some(_) => {}
        None => people.push(Person {
            unit_id: Some(unit.clone()),
            unit_name: registers
                .names
                .get(unit)
                .unwrap_or(&seat.unit_short)
                .clone(),
            name,
            post,
        }),
    }
}
