//! What may not be put back once minutes are signed.

use super::{MinutesState, minutes_of};
use crate::error::{Error, Result};
use crate::office::Cx;
use crate::storage::{Record, Undoing, code_of};
use serde_json::Value as Json;

/// Refuses to put back what signed minutes rest on. Taking a meeting out of the archive is no
/// change of theirs.
///
/// # Errors
/// `State`.
pub(crate) async fn refuse_undoing_signed(cx: &mut Cx<'_>, lines: &[Undoing]) -> Result<()> {
    let signed = code_of(MinutesState::Signed);
    for line in lines {
        let now = line.after.as_ref().or(line.before.as_ref());
        let Some(meeting) = now.and_then(|record| meeting_of(&line.table, record)) else {
            continue;
        };
        let was_signed = line.table == super::Minutes::TABLE.name && state(line) == Some(&signed);
        let newest = minutes_of(&mut cx.tx, meeting).await?.into_iter().next();
        if was_signed || newest.is_some_and(|minutes| minutes.state == MinutesState::Signed) {
            let message =
                "会议纪要已签发，与它有关的更改不能撤销；确需改动请先“更正纪要”，生成新的一版。";
            return Err(Error::state(message));
        }
    }
    Ok(())
}

/// The meeting a record is part of; none for other records, and for a meeting that was archived.
fn meeting_of<'r>(table: &str, record: &'r Json) -> Option<&'r str> {
    let key = if table == super::Meeting::TABLE.name {
        let archived = code_of(super::MeetingState::Archived);
        if record["state"] == archived.as_str() {
            return None;
        }
        "id"
    } else {
        let parts = [
            super::MeetingItem::TABLE,
            super::Attendance::TABLE,
            super::Minutes::TABLE,
        ];
        parts.iter().find(|part| part.name == table)?;
        "meeting_id"
    };
    record[key].as_str()
}

fn state(line: &Undoing) -> Option<&str> {
    line.after.as_ref()?["state"].as_str()
}
