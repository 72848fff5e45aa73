//! What the house has to know of 联席会议.

use super::desk::LINES;
use super::duty::FOLLOWER;
use super::origin::ORIGIN;
use super::paper::kinds::PAPERS;
use super::search::MEETINGS;
use super::undo::{refuse_undoing_notice, refuse_undoing_signed};
use super::*;
use crate::commands;
use crate::history::UndoGuard;
use crate::thing::Thing;
use ground::commands::{ById, Done, Versioned};
use ground::files::FileRef;
use storage::{Page, Record};

/// 联席会议.
pub static THING: Thing = Thing::new("meetings")
    .records(&[
        Meeting::TABLE,
        MeetingItem::TABLE,
        Attendance::TABLE,
        Minutes::TABLE,
        Attachment::TABLE,
    ])
    .commands(COMMANDS)
    .parts(&[
        &PAPERS,
        &ORIGIN,
        &FOLLOWER,
        &MEETINGS,
        &LINES,
        &SIGNED_STAYS,
        &NOTICE_STAYS,
    ]);

commands! {
    "meetings.list" Read Leader "查看会议" list(ListMeetings) -> Page<MeetingRow>;
    "meetings.get" Read Leader "查看会议" get(ById) -> MeetingView;
    "meetings.open" Write Secretary "新建会议" open(OpenMeeting) -> Meeting;
    "meetings.update" Write Secretary "修改会议" update(UpdateMeeting) -> Meeting;
    "meetings.saveItem" Write Secretary "保存议题" save_item(SaveItem) -> MeetingItem;
    "meetings.removeItem" Write Secretary "删除议题" remove_item(Versioned) -> Done;
    "meetings.orderItems" Write Secretary "调整议题次序" order_items(OrderItems) -> Vec<MeetingItem>;
    "meetings.carryItem" Write Secretary "议题转下次会议" carry_item(CarryItem) -> MeetingItem;
    "meetings.notify" Write Secretary "发出会议通知" notify(NotifyMeeting) -> Meeting;
    "meetings.noticeText" Read Leader "复制通知短文" notice_text(ById) -> ShortText;
    "meetings.takeAttendance" Write Secretary "登记出席情况" take_attendance(TakeAttendance) -> Vec<Attendance>;
    "meetings.setState" Write Secretary "更改会议状态" set_state(SetMeetingState) -> Meeting;
    "meetings.startNumbers" Write Clerk "登记期初会议编号" start_numbers(StartNumbers) -> Done;
    "meetings.draftMinutes" Write Secretary "起草会议纪要" draft_minutes(ById) -> Minutes;
    "meetings.editMinutes" Write Secretary "修改会议纪要" edit_minutes(EditMinutes) -> Minutes;
    "meetings.moveMinutes" Write Secretary "纪要核稿送签" move_minutes(MoveMinutes) -> Minutes;
    "meetings.sign" Write Secretary "登记纪要签发" sign(SignMinutes) -> Minutes;
    "meetings.correct" Write Secretary "更正会议纪要" correct(CorrectMinutes) -> Minutes;
    "meetings.attach" Write Secretary "添加会议附件" attach(AttachFile) -> Attachment;
    "meetings.detach" Write Secretary "移除会议附件" detach(Versioned) -> Done;
    "meetings.attachment" Read Leader "打开会议附件" attachment(ById) -> FileRef;
}

static SIGNED_STAYS: UndoGuard = UndoGuard(|cx, lines| Box::pin(refuse_undoing_signed(cx, lines)));
static NOTICE_STAYS: UndoGuard =
    UndoGuard(|_, lines| Box::pin(async { refuse_undoing_notice(lines) }));
