//! What may follow what: pure tables, no clock and no storage.

use super::{Attendance, AttendanceState, MeetingState, MinutesState};

/// Kinds every office has; its own come from the office's rules.
pub(crate) const KINDS: [&str; 5] = ["联席会议", "三方协商会", "议事会", "板凳会", "夜谈会"];

/// The kind a meeting has when none is said.
pub(crate) const JOINT: &str = "联席会议";

impl MeetingState {
    /// What a person calls it.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Preparing => "筹备",
            Self::Notified => "已通知",
            Self::Held => "已召开",
            Self::Signed => "纪要已签发",
            Self::Archived => "已归档",
            Self::Postponed => "延期",
            Self::Cancelled => "取消",
        }
    }

    /// The states it may go to. `Notified` is reached by the notice and `Signed` by the signature,
    /// the others by hand.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Preparing => &[Self::Notified, Self::Postponed, Self::Cancelled],
            Self::Notified => &[Self::Held, Self::Postponed, Self::Cancelled],
            Self::Postponed => &[Self::Notified, Self::Cancelled],
            Self::Held => &[Self::Signed],
            Self::Signed => &[Self::Archived],
            Self::Archived | Self::Cancelled => &[],
        }
    }

    /// Whether the meeting has taken place.
    pub fn was_held(self) -> bool {
        matches!(self, Self::Held | Self::Signed | Self::Archived)
    }

    /// Whether the meeting still lies ahead.
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Preparing | Self::Notified | Self::Postponed)
    }
}

impl MinutesState {
    /// What a person calls it.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Draft => "草拟",
            Self::Review => "核稿",
            Self::Submitted => "送签",
            Self::Signed => "已签发",
        }
    }

    /// The states it may be moved to; signing is registered apart.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Review],
            Self::Review => &[Self::Draft, Self::Submitted],
            Self::Submitted => &[Self::Draft, Self::Review],
            Self::Signed => &[],
        }
    }

    /// Whether its text may be changed.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Review)
    }
}

/// States that are counted, with the words that count them, in the order of printing.
const COUNTED: [(AttendanceState, &str); 5] = [
    (AttendanceState::Present, "出席"),
    (AttendanceState::StandIn, "替会"),
    (AttendanceState::Observer, "列席"),
    (AttendanceState::Excused, "请假"),
    (AttendanceState::Absent, "缺席"),
];

impl AttendanceState {
    /// What a person calls it.
    pub fn chinese(self) -> &'static str {
        COUNTED
            .iter()
            .find(|(state, _)| *state == self)
            .map_or("未定", |(_, word)| word)
    }
}

/// `出席 8 替会 1 请假 1`; empty when nothing is known yet.
pub(crate) fn tally(people: &[Attendance]) -> String {
    let count = |state| people.iter().filter(|person| person.state == state).count();
    let words = COUNTED.iter().map(|(state, word)| (count(*state), word));
    let words = words
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{word} {count}"));
    words.collect::<Vec<_>>().join(" ")
}

/// Reads an hour such as `9:05` or `14：30` and writes it as `09:05`; none when it is no hour.
pub(crate) fn hour(text: &str) -> Option<String> {
    let text = text.trim().replace('：', ":");
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_goes_its_way_and_no_other() {
        use MeetingState::*;
        let way = [Preparing, Notified, Held, Signed, Archived];
        assert!(way.windows(2).all(|pair| pair[0].next().contains(&pair[1])));
        assert!(!Preparing.next().contains(&Held) && !Held.next().contains(&Cancelled));
        assert!(Cancelled.next().is_empty() && Archived.next().is_empty());
        assert!(Postponed.next().contains(&Notified));
    }

    #[test]
    fn minutes_go_to_the_signature_by_review_only() {
        use MinutesState::*;
        assert!(!Draft.next().contains(&Submitted) && !Submitted.next().contains(&Signed));
        assert!(Submitted.next().contains(&Draft));
    }

    #[test]
    fn reads_hours_as_people_write_them() {
        assert_eq!(hour("9:05").as_deref(), Some("09:05"));
        assert_eq!(hour("14：30").as_deref(), Some("14:30"));
        for wrong in ["", "下午", "24:00", "9:60", "9"] {
            assert_eq!(hour(wrong), None, "{wrong}");
        }
    }
}
