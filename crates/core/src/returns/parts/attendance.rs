//! 出席情况: who came to the month's meeting.

use super::{Handed, Part};
use crate::meetings::{
    Attendance, AttendanceEntry, AttendanceState, MeetingState, TakeAttendance, people_of,
    take_attendance,
};
use crate::office::Cx;
use crate::registers::{Field, RowFault, Rows, SheetInfo, text_of, text_value};
use ground::error::Result;
use std::collections::HashMap;
use tables::{Choice, Column, Kind};

/// The sheet of attendance.
pub(in crate::returns) struct AttendancePart;

/// The meeting that rows are about.
pub(in crate::returns) struct Known {
    meeting_id: String,
    /// Why no row may change anything.
    closed: Option<String>,
}

type PersonField = Field<Attendance, Known>;

const PRESENT: &str = "出席";
const STAND_IN: &str = "替会";
const STATES: &[Choice] = &[
    Choice {
        value: PRESENT,
        synonyms: &["到会", "参会", "到"],
    },
    Choice {
        value: STAND_IN,
        synonyms: &["代会", "委托参会", "替"],
    },
    Choice::plain("列席"),
    Choice {
        value: "请假",
        synonyms: &["假"],
    },
    Choice {
        value: "缺席",
        synonyms: &["未到", "未参会"],
    },
];

fn word(state: AttendanceState) -> &'static str {
    match state {
        AttendanceState::Expected => "",
        AttendanceState::Present => PRESENT,
        AttendanceState::StandIn => STAND_IN,
        AttendanceState::Observer => "列席",
        AttendanceState::Excused => "请假",
        AttendanceState::Absent => "缺席",
    }
}

fn state(word: &str) -> AttendanceState {
    match word {
        PRESENT => AttendanceState::Present,
        STAND_IN => AttendanceState::StandIn,
        "列席" => AttendanceState::Observer,
        "请假" => AttendanceState::Excused,
        _ => AttendanceState::Absent,
    }
}

const FIELDS: &[PersonField] = &[
    Field {
        column: Column {
            max_length: 60,
            ..Column::new("attendance_unit", "单位", Kind::Name)
        },
        get: |person, _| text_value(&person.unit_name),
        set: |person, value, _| {
            person.unit_name = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            max_length: 40,
            ..Column::new("attendance_person", "姓名", Kind::Name)
        },
        get: |person, _| text_value(&person.person),
        set: |person, value, _| {
            person.person = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            max_length: 60,
            ..Column::new("attendance_post", "职务", Kind::Name)
        },
        get: |person, _| text_value(&person.post),
        set: |person, value, _| {
            person.post = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            hint: "从下拉列表选：出席、替会、列席、请假、缺席。",
            ..Column::new("attendance_state", "出席情况", Kind::Choice(STATES))
        },
        get: |person, _| text_value(word(person.state)),
        set: |person, value, _| {
            person.state = state(&text_of(value));
            Ok(())
        },
    },
    Field {
        column: Column {
            max_length: 40,
            hint: "选“替会”时写谁替他参会。",
            ..Column::new("attendance_stand_in", "替会人", Kind::Name)
        },
        get: |person, _| text_value(&person.stand_in),
        set: |person, value, _| {
            person.stand_in = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            max_length: 200,
            ..Column::new("attendance_reason", "请假缺席事由", Kind::Text)
        },
        get: |person, _| text_value(&person.reason),
        set: |person, value, _| {
            person.reason = text_of(value);
            Ok(())
        },
    },
];

impl Rows for AttendancePart {
    type Item = Attendance;
    type Known = Known;

    const INFO: SheetInfo = SheetInfo {
        thing: "出席情况",
        title: "联席会议出席情况",
        note: "已按名册排好次序：逐人选出席情况，替会的写明替会人；列席的人写在最后，不删行。",
        frozen: 3,
        all_sheets: false,
        exports: false,
    };
    const KEY: &'static [&'static str] = &["attendance_unit", "attendance_person"];

    fn fields() -> &'static [PersonField] {
        FIELDS
    }

    fn id(person: &Attendance) -> &str {
        &person.id
    }

    fn begin(id: String, known: &Known) -> Attendance {
        Attendance {
            id,
            version: 0,
            meeting_id: known.meeting_id.clone(),
            position: 0,
            unit_id: None,
            unit_name: String::new(),
            person: String::new(),
            post: String::new(),
            state: AttendanceState::Expected,
            stand_in: String::new(),
            reason: String::new(),
        }
    }

    fn name(person: &Attendance, _: &Known) -> (String, String) {
        (person.person.clone(), person.unit_name.clone())
    }

    fn settle(
        person: &mut Attendance,
        kept: Option<&Attendance>,
        known: &mut Known,
    ) -> Result<(), RowFault> {
        // Only what would change is refused: a return of a meeting that is closed still brings
        // its other sheets.
        if kept.is_some_and(|kept| kept == person) {
            return Ok(());
        }
        let wrong = |column, reason: &str| {
            let reason = reason.to_owned();
            Err(RowFault { column, reason })
        };
        if let Some(closed) = &known.closed {
            return wrong("attendance_state", closed);
        }
        let stands_in = person.state == AttendanceState::StandIn;
        match (stands_in, person.stand_in.is_empty()) {
            (true, true) => return wrong("attendance_stand_in", "选了“替会”，请写明替会人。"),
            (false, false) => {
                return wrong(
                    "attendance_state",
                    "写了替会人，出席情况请选“替会”，或清空替会人。",
                );
            }
            _ => {}
        }
        if person.person.is_empty() && person.unit_name.is_empty() {
            return wrong(
                "attendance_person",
                "没有单位也没有姓名，请填写或删去这一行。",
            );
        }
        if kept.is_none() && person.state == AttendanceState::Expected {
            return wrong("attendance_state", "新增的人请选择出席情况。");
        }
        Ok(())
    }
}

/// Why attendance cannot be taken now.
fn obstacle(of: &Handed) -> Option<String> {
    let Some(meeting) = &of.meeting else {
        return Some("本月还没有建立联席会议，请先新建会议再读入出席情况。".to_owned());
    };
    if let Some(closed) = of.closed {
        return Some(closed.to_owned());
    }
    let may = matches!(
        meeting.state,
        MeetingState::Notified | MeetingState::Held | MeetingState::Signed
    );
    let state = meeting.state.chinese();
    (!may).then(|| format!("会议现为“{state}”，发出通知后才能登记出席情况。"))
}

impl Part for AttendancePart {
    async fn kept(cx: &mut Cx<'_>, of: &Handed) -> Result<(Known, Vec<Attendance>)> {
        let people = match &of.meeting {
            Some(meeting) => people_of(&mut cx.tx, &meeting.id).await?,
            None => Vec::new(),
        };
        let known = Known {
            meeting_id: of
                .meeting
                .as_ref()
                .map(|m| m.id.clone())
                .unwrap_or_default(),
            closed: obstacle(of),
        };
        Ok((known, people))
    }

    async fn write(cx: &mut Cx<'_>, of: &Handed, items: Vec<Attendance>) -> Result<()> {
        let Some(meeting) = of.meeting.as_ref().filter(|_| !items.is_empty()) else {
            return Ok(());
        };
        let (kept, new): (Vec<_>, Vec<_>) = items.into_iter().partition(|p| p.version > 0);
        let mut changed: HashMap<String, Attendance> =
            kept.into_iter().map(|p| (p.id.clone(), p)).collect();
        // Attendance is taken as a whole, and whoever is not named goes off the list: the others
        // go along.
        let people = people_of(&mut cx.tx, &meeting.id).await?.into_iter();
        let now = people.map(|person| changed.remove(&person.id).unwrap_or(person));
        let entries = now.collect::<Vec<_>>().into_iter().chain(new).map(entry);
        let sheet = TakeAttendance {
            meeting_id: meeting.id.clone(),
            people: entries.collect(),
        };
        take_attendance(cx, sheet).await?;
        Ok(())
    }
}

fn entry(person: Attendance) -> AttendanceEntry {
    AttendanceEntry {
        id: (person.version > 0).then_some(person.id),
        version: person.version,
        unit_name: person.unit_name,
        person: person.person,
        post: person.post,
        state: person.state,
        stand_in: person.stand_in,
        reason: person.reason,
    }
}
