use super::dossier::meeting;
use super::draft::generate;
use super::merge::{edit, regenerate};
use super::{
    CorrectMinutes, Dossier, EditMinutes, EditedBlock, Meeting, MeetingState, Minutes,
    MinutesState, MoveMinutes, SignMinutes, dossier, minutes_of, paper,
};
use crate::office::Cx;
use ground::commands::ById;
use ground::environment::zone;
use ground::error::{Error, Result};
use ground::files::FileRef;
use ground::text;
use storage::blobs;

/// The most characters of one paragraph of the minutes.
const LONGEST: usize = 10_000;

/// `meetings.draftMinutes`: makes the draft, or brings it up to the record.
pub async fn draft_minutes(cx: &mut Cx<'_>, args: ById) -> Result<Minutes> {
    let dossier = dossier(cx, &args.id).await?;
    if !dossier.meeting.state.was_held() {
        return Err(Error::state(
            "会议还没有标为“已召开”，请先登记出席情况，再起草纪要。",
        ));
    }
    let fresh = generate(&dossier);
    match minutes_of(&mut cx.tx, &args.id).await?.into_iter().next() {
        None => cx.tx.insert(&first(cx.new_id(), &args.id, fresh)).await,
        Some(minutes) => {
            check_open(&minutes)?;
            let blocks = regenerate(&minutes.blocks, fresh).into();
            cx.tx.update(&Minutes { blocks, ..minutes }).await
        }
    }
}

fn first(id: String, meeting: &str, blocks: Vec<super::MinutesBlock>) -> Minutes {
    Minutes {
        id,
        version: 0,
        meeting_id: meeting.to_owned(),
        revision: 1,
        state: MinutesState::Draft,
        blocks: blocks.into(),
        signed_by: String::new(),
        signed_on: None,
        instruction: String::new(),
        scan: None,
        correction_reason: String::new(),
        model: None,
        model_hash: None,
    }
}

/// The minutes as they would be drafted now, where none are kept yet.
pub(super) fn unsaved(dossier: &Dossier) -> Minutes {
    first(String::new(), &dossier.meeting.id, generate(dossier))
}

fn check_open(minutes: &Minutes) -> Result<()> {
    match minutes.state {
        MinutesState::Draft | MinutesState::Review => Ok(()),
        MinutesState::Submitted => Err(Error::state("纪要已送签，请先退回草拟或核稿再改。")),
        MinutesState::Signed => Err(Error::state(
            "纪要已签发，不能再改；确需改动请用“更正纪要”生成新的一版。",
        )),
    }
}

async fn minutes(cx: &mut Cx<'_>, id: &str) -> Result<(Minutes, Meeting)> {
    let minutes: Minutes = cx.tx.get(id).await?;
    let meeting = meeting(cx, &minutes.meeting_id).await?;
    Ok((minutes, meeting))
}

/// `meetings.editMinutes`.
pub async fn edit_minutes(cx: &mut Cx<'_>, args: EditMinutes) -> Result<Minutes> {
    let (minutes, _) = minutes(cx, &args.id).await?;
    check_open(&minutes)?;
    let blocks: Vec<EditedBlock> = args.blocks.into_iter().map(clean).collect::<Result<_>>()?;
    let blocks = edit(&minutes.blocks, blocks).into();
    cx.tx
        .update(&Minutes {
            blocks,
            version: args.version,
            ..minutes
        })
        .await
}

fn clean(block: EditedBlock) -> Result<EditedBlock> {
    let written = block
        .edited
        .as_deref()
        .map(|text| text::lines("blocks", "纪要的一段", text, LONGEST));
    Ok(EditedBlock {
        edited: written.transpose()?,
        ..block
    })
}

/// `meetings.moveMinutes`.
pub async fn move_minutes(cx: &mut Cx<'_>, args: MoveMinutes) -> Result<Minutes> {
    let (minutes, _) = minutes(cx, &args.id).await?;
    if !minutes.state.next().contains(&args.state) {
        let (from, to) = (minutes.state.chinese(), args.state.chinese());
        return Err(Error::state(format!(
            "纪要现为“{from}”，不能直接改为“{to}”，请按草拟、核稿、送签的顺序办理。"
        )));
    }
    cx.tx
        .update(&Minutes {
            state: args.state,
            version: args.version,
            ..minutes
        })
        .await
}

/// `meetings.sign`: registers what was signed on paper, and freezes the document.
pub async fn sign(cx: &mut Cx<'_>, args: SignMinutes) -> Result<Minutes> {
    let (minutes, meeting) = minutes(cx, &args.id).await?;
    check_signature(cx, &args, &minutes, &meeting)?;
    let scan = match &args.scan {
        Some(file) => Some(keep_scan(cx, file).await?),
        None => None,
    };
    let signed = Minutes {
        version: args.version,
        state: MinutesState::Signed,
        signed_by: text::required("signed_by", "签发人", &args.signed_by, 40)?,
        signed_on: Some(args.signed_on),
        instruction: text::lines("instruction", "批示", &args.instruction, 500)?,
        scan,
        ..minutes
    };
    let signed = freeze(cx, signed).await?;
    // A correction is signed when the meeting has long been signed or archived.
    if meeting.state == MeetingState::Held {
        cx.tx
            .update(&Meeting {
                state: MeetingState::Signed,
                ..meeting
            })
            .await?;
    }
    cx.tx.update(&signed).await
}

fn check_signature(
    cx: &Cx<'_>,
    args: &SignMinutes,
    minutes: &Minutes,
    meeting: &Meeting,
) -> Result<()> {
    match minutes.state {
        MinutesState::Submitted => {}
        MinutesState::Signed => return Err(Error::state("这份纪要已经登记过签发。")),
        _ => {
            return Err(Error::state(
                "纪要还没有送签，请先改为“送签”，领导签字后再登记。",
            ));
        }
    }
    if args.signed_on > cx.today() || args.signed_on < meeting.date {
        return Err(Error::invalid(
            "signed_on",
            "签发日期应在会议当天到今天之间，请核对。",
        ));
    }
    Ok(())
}

async fn keep_scan(cx: &mut Cx<'_>, file: &FileRef) -> Result<String> {
    let bytes = cx.office.files().read(file)?;
    blobs::keep(&mut cx.tx, &bytes).await
}

/// Stores the document as it was signed, with its hash; exports come from it from now on.
async fn freeze(cx: &mut Cx<'_>, minutes: Minutes) -> Result<Minutes> {
    let dossier = dossier(cx, &minutes.meeting_id).await?;
    let made = cx.now().with_timezone(&zone()).naive_local();
    let document = paper::minutes(&dossier, &minutes, made);
    // Typeset first: a name that no font can print has to stop the signing, not every export
    // after it.
    crate::documents::typeset(cx, &document).await?;
    let (model, hash) = storage::freeze(&document)?;
    Ok(Minutes {
        model: Some(model),
        model_hash: Some(hash),
        ..minutes
    })
}

/// The document of minutes: the frozen one where they are signed, else from the record.
///
/// # Errors
/// `Storage` when a frozen document no longer matches its hash.
pub(crate) fn minutes_document(
    cx: &Cx<'_>,
    dossier: &Dossier,
    minutes: &Minutes,
) -> Result<gongwen::Document> {
    let Some(model) = &minutes.model else {
        let made = cx.now().with_timezone(&zone()).naive_local();
        return Ok(paper::minutes(dossier, minutes, made));
    };
    storage::thaw(model, minutes.model_hash.as_deref(), ("纪要", "签发"))
}

/// `meetings.correct`: begins a new version of signed minutes; the old one stays as it is.
pub async fn correct(cx: &mut Cx<'_>, args: CorrectMinutes) -> Result<Minutes> {
    let (minutes, meeting) = minutes(cx, &args.id).await?;
    let reason = text::required("reason", "更正事由", &args.reason, 200)?;
    let newest = minutes_of(&mut cx.tx, &meeting.id)
        .await?
        .into_iter()
        .next();
    if minutes.state != MinutesState::Signed || newest.is_some_and(|newest| newest.id != minutes.id)
    {
        return Err(Error::state(
            "只能更正最新一版已签发的纪要；已在更正的，请接着办那一版。",
        ));
    }
    cx.because(reason.clone());
    // From the signed text with its edits: drafted anew, it would lose what the leader changed.
    let next = Minutes {
        revision: minutes.revision + 1,
        correction_reason: reason,
        ..first(cx.new_id(), &meeting.id, minutes.blocks.0)
    };
    cx.tx.insert(&next).await
}

/// The version of a meeting's minutes that is asked for, else the newest, else as they would be
/// drafted now.
pub(crate) async fn minutes_for_paper(
    cx: &mut Cx<'_>,
    dossier: &Dossier,
    revision: Option<i64>,
) -> Result<Minutes> {
    let kept = minutes_of(&mut cx.tx, &dossier.meeting.id).await?;
    let Some(revision) = revision else {
        return Ok(kept.into_iter().next().unwrap_or_else(|| unsaved(dossier)));
    };
    let wanted = kept
        .into_iter()
        .find(|minutes| minutes.revision == revision);
    wanted.ok_or_else(|| Error::not_found("会议纪要"))
}
