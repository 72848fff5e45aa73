use super::dossier::meeting;
use super::items::refuse_signed;
use super::open::{check_year, time};
use super::view::view;
use super::{
    ListMeetings, Meeting, MeetingRow, MeetingState, MeetingView, ShortText, UpdateMeeting,
    dossier, page, paper,
};
use crate::office::Cx;
use ground::commands::ById;
use ground::error::{Error, Result};
use ground::text;
use storage::Page;

/// `meetings.list`.
pub async fn list(cx: &mut Cx<'_>, args: ListMeetings) -> Result<Page<MeetingRow>> {
    page(&mut cx.tx, &args, &cx.session.committees).await
}

/// `meetings.get`.
pub async fn get(cx: &mut Cx<'_>, args: ById) -> Result<MeetingView> {
    view(cx, &args.id).await
}

/// `meetings.update`.
pub async fn update(cx: &mut Cx<'_>, args: UpdateMeeting) -> Result<Meeting> {
    let meeting = meeting(cx, &args.id).await?;
    refuse_signed(cx, &meeting).await?;
    check_year(args.date)?;
    if meeting.state == MeetingState::Notified && args.date != meeting.date {
        return Err(Error::invalid(
            "date",
            "通知已经发出，改期请用“延期”，再发一次通知。",
        ));
    }
    let changed = Meeting {
        version: args.version,
        date: args.date,
        time: time(&args.time)?,
        place: text::optional("place", "会议地点", &args.place, 60)?,
        chair_name: text::optional("chair_name", "主持人", &args.chair_name, 40)?,
        chair_post: text::optional("chair_post", "主持人职务", &args.chair_post, 60)?,
        recorder_name: text::optional("recorder_name", "记录人", &args.recorder_name, 40)?,
        requirements: text::lines("requirements", "有关要求", &args.requirements, 2_000)?,
        ..meeting
    };
    cx.tx.update(&changed).await
}

/// `meetings.noticeText`.
pub async fn notice_text(cx: &mut Cx<'_>, args: ById) -> Result<ShortText> {
    let dossier = dossier(cx, &args.id).await?;
    Ok(ShortText {
        text: paper::short_notice(&dossier),
    })
}
