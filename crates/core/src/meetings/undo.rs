//! What may not be put back once a notice went out or minutes are signed.

use super::{MinutesState, minutes_of};
use crate::office::Cx;
use ground::error::{Error, Result};
use serde_json::Value as Json;
use storage::{Record, Table, Undoing, code_of};

/// Refuses to put back what signed minutes rest on. Taking a meeting out of the archive is no
/// change of theirs.
///
/// # Errors
/// `State`.
pub(super) async fn refuse_undoing_signed(cx: &mut Cx<'_>, lines: &[Undoing]) -> Result<()> {
    let signed = code_of(MinutesState::Signed);
    for line in lines.iter().filter(|line| is_of_meeting(&line.table)) {
        let record = line.newest()?;
        let Some(meeting) = meeting_of(&line.table, &record) else {
            continue;
        };
        let was_signed = line.table == super::Minutes::TABLE.name
            && !line.is_gone()
            && record["state"] == signed.as_str();
        // The newest alone: a correction under way has opened the record again.
        let newest = minutes_of(&mut cx.tx, meeting).await?.into_iter().next();
        if was_signed || newest.is_some_and(|minutes| minutes.state == MinutesState::Signed) {
            let message =
                "会议纪要已签发，与它有关的更改不能撤销；确需改动请先“更正纪要”，生成新的一版。";
            return Err(Error::state(message));
        }
    }
    Ok(())
}

/// Refuses to take back a notice that went out: its number, 第×次 and 第×期 are given, and who was
/// called has the paper.
///
/// # Errors
/// `State`.
pub(super) fn refuse_undoing_notice(lines: &[Undoing]) -> Result<()> {
    for line in lines
        .iter()
        .filter(|line| line.table == super::Meeting::TABLE.name)
    {
        let (before, after) = line.sides()?;
        let number = &after["notice_number"];
        // Later changes of the meeting have the number on both sides and may be undone.
        if number.is_string() && before["notice_number"] != *number {
            let message =
                "会议通知已编号发出，不能撤销；会议有变的请用“延期”（再发一次通知）或“取消”。";
            return Err(Error::state(message));
        }
    }
    Ok(())
}

/// Tables whose records are part of a meeting.
const PARTS: [&Table; 3] = [
    super::MeetingItem::TABLE,
    super::Attendance::TABLE,
    super::Minutes::TABLE,
];

fn is_of_meeting(table: &str) -> bool {
    table == super::Meeting::TABLE.name || PARTS.iter().any(|part| part.name == table)
}

/// The meeting that a record is or is part of; none for a meeting that was archived.
fn meeting_of<'r>(table: &str, record: &'r Json) -> Option<&'r str> {
    let archived = code_of(super::MeetingState::Archived);
    let key = match table == super::Meeting::TABLE.name {
        true if record["state"] == archived.as_str() => return None,
        true => "id",
        false => "meeting_id",
    };
    record[key].as_str()
}
