//! One meeting of the sample, as far as its scene tells it.

use super::assignments::Source;
use super::days::Days;
use super::scenes::{Scene, Stage};
use super::texts::{EXCUSES, REPORTS, SPEECHES, STUDIES};
use super::topics::{Topic, suited_topics};
use ground::commands::ById;
use ground::error::Result;
use tongxin_core::meetings::{
    Attendance, AttendanceEntry, AttendanceState, EditMinutes, EditedBlock, ItemKind, ItemSource,
    Meeting, MeetingItem, MeetingState, MeetingView, Minutes, MinutesBlock, MinutesState,
    MoveMinutes, NotifyMeeting, OpenMeeting, SaveItem, SetMeetingState, SignMinutes,
    TakeAttendance, UpdateMeeting,
};
use tongxin_core::sampling::Player;
use tongxin_core::units::SeatRow;

/// Working days of notice.
const NOTICE: usize = 3;

/// Plays a meeting with its agenda, and what its scene tells of it.
pub(super) async fn play(player: &Player<'_>, days: &Days, scene: Scene<'_>) -> Result<()> {
    let meeting = open(player, &scene).await?;
    let topics = agenda(player, &meeting, &scene).await?;
    if scene.stage >= Stage::Notified {
        let date = days.before(scene.date, NOTICE).min(days.today);
        let notify = NotifyMeeting {
            id: meeting.id.clone(),
            version: meeting.version,
            date: Some(date),
        };
        let _: Meeting = player.give("meetings.notify", notify).await?;
    }
    if scene.stage < Stage::Held {
        return Ok(());
    }
    attend(player, &meeting, scene.turn()).await?;
    // Its version has moved on since it was opened.
    let meeting = read(player, &meeting.id).await?.meeting;
    let held = SetMeetingState {
        id: meeting.id.clone(),
        version: meeting.version,
        state: MeetingState::Held,
        reason: String::new(),
        date: None,
    };
    let _: Meeting = player.give("meetings.setState", held).await?;
    let mut made = Vec::new();
    for (item, topic) in &topics {
        let source = Source {
            view: scene.view,
            item,
            topic,
            met: scene.date,
            before: made.len(),
        };
        made.extend(source.assign(player, days, scene.outcome).await?);
    }
    record(player, days, &meeting, &scene).await?;
    scene.outcome.follow(player, days, scene.view, made).await
}

async fn read(player: &Player<'_>, meeting: &str) -> Result<MeetingView> {
    player
        .give(
            "meetings.get",
            ById {
                id: meeting.to_owned(),
            },
        )
        .await
}

async fn open(player: &Player<'_>, scene: &Scene<'_>) -> Result<Meeting> {
    let open = OpenMeeting {
        committee_id: scene.view.committee.id.clone(),
        month: scene.month,
        date: scene.date,
        time: if scene.turn().is_multiple_of(3) {
            "09:30".into()
        } else {
            String::new()
        },
        kind: String::new(),
        extraordinary: false,
    };
    let meeting: Meeting = player.give("meetings.open", open).await?;
    let update = UpdateMeeting {
        id: meeting.id,
        version: meeting.version,
        date: meeting.date,
        time: meeting.time,
        place: meeting.place,
        chair_name: meeting.chair_name,
        chair_post: meeting.chair_post,
        recorder_name: meeting.recorder_name,
        requirements:
            "请准备本单位资源清单、需求清单的更新内容；不能到会的，请提前一天向社区联络人请假。"
                .into(),
    };
    player.give("meetings.update", update).await
}

/// Puts the agenda together; answers the topics with their items.
async fn agenda(
    player: &Player<'_>,
    meeting: &Meeting,
    scene: &Scene<'_>,
) -> Result<Vec<(MeetingItem, &'static Topic)>> {
    let told = scene.stage >= Stage::Held;
    let (study, text) = STUDIES[scene.turn() % STUDIES.len()];
    save(player, item(meeting, ItemKind::Study, study, text, told)).await?;
    let (report, text) = REPORTS[scene.turn() % REPORTS.len()];
    save(player, item(meeting, ItemKind::Report, report, text, told)).await?;
    let mut topics = Vec::new();
    for topic in suited_topics(&scene.view.seats, scene.place, scene.step) {
        topics.push((
            save(player, put_forward(meeting, topic, &scene.view.seats, told)).await?,
            topic,
        ));
    }
    let committee = &scene.view.committee;
    let title = format!("{}讲话", committee.secretary_post);
    let speech = item(
        meeting,
        ItemKind::Speech,
        &title,
        SPEECHES[scene.turn() % SPEECHES.len()],
        told,
    );
    save(
        player,
        SaveItem {
            speaker: committee.secretary_name.clone(),
            ..speech
        },
    )
    .await?;
    Ok(topics)
}

async fn save(player: &Player<'_>, item: SaveItem) -> Result<MeetingItem> {
    player.give("meetings.saveItem", item).await
}

fn item(meeting: &Meeting, kind: ItemKind, title: &str, text: &str, told: bool) -> SaveItem {
    SaveItem {
        id: None,
        version: 0,
        meeting_id: meeting.id.clone(),
        kind,
        title: title.to_owned(),
        source: None,
        proposer: String::new(),
        speaker: String::new(),
        background: String::new(),
        discussion: String::new(),
        decision: if told { text.to_owned() } else { String::new() },
    }
}

fn put_forward(meeting: &Meeting, topic: &Topic, seats: &[SeatRow], told: bool) -> SaveItem {
    let proposer = match topic.source {
        ItemSource::Unit => seats
            .first()
            .map(|seat| seat.unit_short.clone())
            .unwrap_or_default(),
        ItemSource::Resident => "居民代表".into(),
        _ => "社区党委".into(),
    };
    let said = seats
        .iter()
        .skip(1)
        .zip(topic.says)
        .map(|(seat, text)| format!("{}{}：{text}", seat.unit_short, seat.leader_name));
    let discussion = if told {
        said.collect::<Vec<_>>().join("\n")
    } else {
        String::new()
    };
    SaveItem {
        source: Some(topic.source),
        proposer,
        background: topic.background.into(),
        discussion,
        ..item(meeting, ItemKind::Topic, topic.title, topic.decision, told)
    }
}

/// The sheet: most are there, one sends somebody, one is excused, at times one stays away, and a
/// guest listens.
async fn attend(player: &Player<'_>, meeting: &Meeting, turn: usize) -> Result<()> {
    let people = read(player, &meeting.id).await?.attendance;
    let count = people.len();
    let mut entries: Vec<AttendanceEntry> = people
        .into_iter()
        .enumerate()
        .map(|(place, person)| entry(person, count - place, turn))
        .collect();
    entries.push(AttendanceEntry {
        id: None,
        version: 0,
        unit_name: "居民代表".into(),
        person: "韩璟".into(),
        post: String::new(),
        state: AttendanceState::Observer,
        stand_in: String::new(),
        reason: String::new(),
    });
    let take = TakeAttendance {
        meeting_id: meeting.id.clone(),
        people: entries,
    };
    player
        .give::<Vec<Attendance>>("meetings.takeAttendance", take)
        .await
        .map(drop)
}

/// How the person attended who stands `from_end` places before the end of the list.
fn entry(person: Attendance, from_end: usize, turn: usize) -> AttendanceEntry {
    let state = match from_end {
        1 => AttendanceState::StandIn,
        2 => AttendanceState::Excused,
        4 if turn % 4 == 1 => AttendanceState::Absent,
        _ => AttendanceState::Present,
    };
    let excused = state == AttendanceState::Excused;
    AttendanceEntry {
        id: Some(person.id),
        version: person.version,
        unit_name: person.unit_name,
        person: person.person,
        post: person.post,
        state,
        stand_in: if state == AttendanceState::StandIn {
            "郭燕".into()
        } else {
            String::new()
        },
        reason: if excused {
            EXCUSES[turn % EXCUSES.len()].into()
        } else {
            String::new()
        },
    }
}

/// Drafts the minutes and brings them to the signature, or to the review with one sentence by hand.
async fn record(
    player: &Player<'_>,
    days: &Days,
    meeting: &Meeting,
    scene: &Scene<'_>,
) -> Result<()> {
    let draft: Minutes = player
        .give(
            "meetings.draftMinutes",
            ById {
                id: meeting.id.clone(),
            },
        )
        .await?;
    if scene.stage < Stage::Signed {
        let edited: Minutes = player.give("meetings.editMinutes", by_hand(&draft)).await?;
        return forward(player, &edited, MinutesState::Review)
            .await
            .map(drop);
    }
    let review = forward(player, &draft, MinutesState::Review).await?;
    let submitted = forward(player, &review, MinutesState::Submitted).await?;
    let sign = SignMinutes {
        id: submitted.id,
        version: submitted.version,
        signed_by: scene.view.committee.secretary_name.clone(),
        signed_on: days.after(meeting.date, 2).min(days.today),
        instruction: "同意印发。".into(),
        scan: None,
    };
    player
        .give::<Minutes>("meetings.sign", sign)
        .await
        .map(drop)
}

async fn forward(player: &Player<'_>, minutes: &Minutes, state: MinutesState) -> Result<Minutes> {
    player
        .give(
            "meetings.moveMinutes",
            MoveMinutes {
                id: minutes.id.clone(),
                version: minutes.version,
                state,
            },
        )
        .await
}

/// The draft with a sentence added to its last paragraph.
fn by_hand(draft: &Minutes) -> EditMinutes {
    let last = draft.blocks.len().saturating_sub(1);
    let edited = |place: usize, block: &MinutesBlock| EditedBlock {
        key: block.key.clone(),
        level: block.level,
        edited: (place == last)
            .then(|| format!("{}会后由社区党委跟踪落实，在下次会议上通报。", block.text())),
        removed: false,
        accepted: false,
    };
    let blocks = draft
        .blocks
        .iter()
        .enumerate()
        .map(|(place, block)| edited(place, block))
        .collect();
    EditMinutes {
        id: draft.id.clone(),
        version: draft.version,
        blocks,
    }
}
