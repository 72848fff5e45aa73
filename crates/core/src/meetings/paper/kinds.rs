//! The papers of a meeting and of a month on duty, as they are declared.

use super::set::meeting_set;
use super::turn::{PaperOfTurn, TURN_NOTICE, turn_notice, turn_summary};
use crate::documents::{
    DocumentKind, Elsewhere, Fields, GoingOut, Numbering, Paper, PaperKind, named, now, own,
    send_out,
};
use crate::meetings::{
    Dossier, Meeting, MeetingState, dossier, file_stem, minutes_document, minutes_for_paper,
};
use crate::office::Cx;
use crate::papers;
use crate::units::{Relation, seats_of_committee};
use chrono::NaiveDateTime;
use gongwen::Document;
use ground::error::Result;
use serde::Deserialize;
use ts_rs::TS;

papers! {
    100 Paper "notice" "会议通知" "meeting" notice(PaperOfMeeting) [numbered(&NOTICE_NUMBER)];
    110 Paper "topic_sheet" "议题征集表" "meeting" topic_sheet(PaperOfMeeting);
    120 Paper "agenda" "会议议程" "meeting" agenda(PaperOfMeeting);
    130 Paper "script" "主持词" "meeting" script(PaperOfMeeting);
    140 Paper "sign_in" "签到表" "meeting" sign_in(PaperOfMeeting);
    150 Paper "name_cards" "席卡" "meeting" name_cards(PaperOfMeeting);
    160 Paper "record" "会议记录" "meeting" record(PaperOfMeeting) [internal()];
    170 Paper "minutes" "会议纪要" "meeting" minutes(MinutesPaper);
    180 Paper "approval_slip" "发文稿纸" "meeting" approval_slip(MinutesPaper) [internal()];
    190 File "meeting_set" "全套会议材料" "meeting" meeting_set(PaperOfMeeting) [internal()];
    210 Paper "turn_notice" "轮值通知" "turn" turn_notice(PaperOfTurn) [numbered(&TURN_NOTICE)];
    220 Paper "turn_summary" "轮值小结和交接单" "turn" turn_summary(PaperOfTurn);
}

/// The key of the notice.
pub(super) const NOTICE: &str = "notice";

/// What a meeting's paper is made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PaperOfMeeting {
    /// The meeting.
    #[ts(as = "String")]
    pub meeting_id: Option<String>,
}

/// What a paper of a meeting's minutes is made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MinutesPaper {
    /// The meeting.
    #[ts(as = "String")]
    pub meeting_id: Option<String>,
    /// Which version of the minutes; the newest when not said.
    #[ts(optional)]
    pub revision: Option<i64>,
}

/// The notice has its number from `meetings.notify`, and goes out anew for another day.
static NOTICE_NUMBER: Numbering = Numbering::elsewhere(
    |_, fields| Box::pin(async move { about(fields) }),
    Elsewhere {
        issue: "会议通知的编号随“发出通知”给出，不在这里编号。",
        void: "会议通知不单独作废，会议有变的请用“延期”（再发一次通知）或“取消”。",
        anew: |cx, meeting| Box::pin(postponed(cx, meeting)),
    },
);

fn about(fields: Fields) -> Result<Option<String>> {
    Ok(own::<PaperOfMeeting>(fields)?.meeting_id)
}

async fn postponed(cx: &mut Cx<'_>, meeting: String) -> Result<bool> {
    let meeting: Meeting = cx.tx.get(&meeting).await?;
    Ok(meeting.state == MeetingState::Postponed)
}

impl PaperOfMeeting {
    /// Everything on the meeting.
    pub(super) async fn dossier(&self, cx: &mut Cx<'_>) -> Result<Dossier> {
        dossier(cx, named("meeting_id", &self.meeting_id)?).await
    }
}

/// A paper under the meeting's name and what it is.
fn called(dossier: &Dossier, word: &str, document: Document) -> Paper {
    let stem = file_stem(&dossier.meeting, &dossier.committee);
    Paper::new(format!("{stem}{word}"), document)
}

/// Papers that are made from nothing but what is known of the meeting: word in the file's name, and how.
macro_rules! from_dossier {
    ($($name:ident $word:literal;)*) => {$(
        async fn $name(cx: &mut Cx<'_>, args: PaperOfMeeting, made: NaiveDateTime) -> Result<Paper> {
            let dossier = args.dossier(cx).await?;
            Ok(called(&dossier, $word, super::$name(&dossier, made)))
        }
    )*};
}

from_dossier! {
    topic_sheet "议题征集表";
    agenda "议程";
    script "主持词";
    sign_in "签到表";
    name_cards "席卡";
    record "记录";
}

async fn notice(cx: &mut Cx<'_>, args: PaperOfMeeting, made: NaiveDateTime) -> Result<Paper> {
    let dossier = args.dossier(cx).await?;
    notice_of(cx, &dossier, made).await
}

async fn notice_of(cx: &mut Cx<'_>, dossier: &Dossier, made: NaiveDateTime) -> Result<Paper> {
    let among_equals = among_equals(cx, dossier).await?;
    Ok(called(
        dossier,
        "通知",
        super::notice(dossier, among_equals, made),
    ))
}

/// Whether any unit called is an equal of the street, so that a letter is due.
async fn among_equals(cx: &mut Cx<'_>, dossier: &Dossier) -> Result<bool> {
    let seats = seats_of_committee(&mut cx.tx, &dossier.committee.id).await?;
    // One is enough: an equal may not be directed, while one's own may well be asked.
    Ok(seats
        .iter()
        .any(|seat| seat.relation != Relation::Subordinate))
}

/// Minutes as they were signed, else as they stand; a later version and a draft say so in the name.
async fn minutes(cx: &mut Cx<'_>, args: MinutesPaper, _: NaiveDateTime) -> Result<Paper> {
    let dossier = dossier(cx, named("meeting_id", &args.meeting_id)?).await?;
    let minutes = minutes_for_paper(cx, &dossier, args.revision).await?;
    let document = minutes_document(cx, &dossier, &minutes)?;
    let version = if minutes.revision > 1 {
        format!("（第{}版）", minutes.revision)
    } else {
        String::new()
    };
    let draft = if minutes.model.is_none() {
        "（未签发）"
    } else {
        ""
    };
    Ok(called(&dossier, &format!("纪要{version}{draft}"), document))
}

async fn approval_slip(cx: &mut Cx<'_>, args: MinutesPaper, made: NaiveDateTime) -> Result<Paper> {
    let dossier = dossier(cx, named("meeting_id", &args.meeting_id)?).await?;
    let minutes = minutes_for_paper(cx, &dossier, args.revision).await?;
    let document = super::approval(&dossier, &minutes, made);
    Ok(called(&dossier, "纪要发文稿纸", document))
}

/// The paper of a key, as it is declared.
pub(super) fn declared(cx: &Cx<'_>, key: &str) -> Result<&'static PaperKind> {
    DocumentKind::new(key).declared(cx.office.catalog())
}

/// Keeps the notice of a meeting as it goes out, under the number `meetings.notify` gave it.
///
/// # Errors
/// `Typesetting` for one that cannot be set.
pub(crate) async fn keep_notice(cx: &mut Cx<'_>, dossier: &Dossier, body: String) -> Result<()> {
    let (kind, meeting) = (declared(cx, NOTICE)?, &dossier.meeting);
    let made = now(cx);
    let going = GoingOut {
        kind,
        record_id: meeting.id.clone(),
        committee_id: meeting.committee_id.clone(),
        issuing_body_id: body,
        number: meeting.notice_number.clone().unwrap_or_default(),
        issued_on: meeting.notified_on.unwrap_or_else(|| cx.today()),
        paper: notice_of(cx, dossier, made).await?,
    };
    send_out(cx, going).await?;
    Ok(())
}
