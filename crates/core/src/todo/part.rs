use super::Todo;
use crate::api::Answer;
use crate::house::keys::KeyType;
use crate::office::Cx;
use crate::settings::Rules;
use chrono::NaiveDate;
use ground::calendar::WorkingCalendar;

/// Lines a thing has for the desk, declared among its parts.
pub struct DeskPart {
    /// Its place among lines that are equally pressing, from the top.
    pub place: u8,
    /// What its lines say there is to do.
    pub kinds: &'static [&'static str],
    /// The lines of today, within the person's reach.
    pub lines: for<'c, 'a> fn(&'c mut Cx<'a>, &'c DeskScope) -> Answer<'c, Vec<Todo>>,
}

/// What lines are judged by.
pub struct DeskScope {
    /// Only this committee's.
    pub only: Option<String>,
    /// Today.
    pub today: NaiveDate,
    /// The office's rules.
    pub rules: Rules,
    /// Its working days.
    pub calendar: WorkingCalendar,
    /// Whether there is a committee within reach, so that next year is worth planning.
    pub begun: bool,
}

/// The type of their kinds in TypeScript.
pub(super) static KINDS: KeyType = KeyType {
    name: "TodoKind",
    doc: "What there is to do; the window knows the place where each is done.",
    keys: |catalog| {
        let mut parts: Vec<&DeskPart> = catalog.parts().collect();
        parts.sort_by_key(|part| part.place);
        parts.iter().flat_map(|part| part.kinds).copied().collect()
    },
};
