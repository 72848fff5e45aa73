//! The papers of a meeting: each maps its data to a document, and nothing else. Pure; `kinds` declares them and
//! those of a month on duty, which read its meeting.

mod agenda;
mod approval;
mod cards;
pub(super) mod kinds;
mod minutes;
mod notice;
mod record;
mod script;
mod set;
mod sign_in;
mod topics;
mod turn;

pub(crate) use agenda::agenda;
pub(crate) use approval::approval;
pub(crate) use cards::name_cards;
pub(crate) use minutes::minutes;
pub(crate) use notice::{notice, short_notice};
pub(crate) use record::record;
pub(crate) use script::script;
pub(crate) use sign_in::sign_in;
pub(crate) use topics::topic_sheet;

use super::{Dossier, ItemKind, Meeting, MeetingItem, kind_label, subject};
use crate::documents::{fill, info, page_options};
use crate::wording::WordingKind;
use chrono::NaiveDateTime;
use gongwen::{Align, Block, Document, Format};
use ground::calendar::{chinese_date, chinese_weekday};

/// A plain document of a meeting: title, and what every one of them says of itself.
fn plain(dossier: &Dossier, name: &str, made: NaiveDateTime) -> Document {
    let title = format!("{}{name}", dossier.title());
    Document {
        format: Format::Plain,
        info: info(&title, &dossier.author(), name, made, &dossier.meeting.id),
        page: page_options(&dossier.rules),
        title,
        ..Document::default()
    }
}

/// `2026年10月14日（星期三）14:30`
fn when(meeting: &Meeting) -> String {
    let day = chinese_date(meeting.date);
    format!("{day}（{}）{}", chinese_weekday(meeting.date), meeting.time)
}

/// A text of the office's that says what the meeting is.
fn in_words(dossier: &Dossier, kind: WordingKind) -> String {
    let meeting = &dossier.meeting;
    let values = [
        ("会议", dossier.title()),
        ("大党委", dossier.committee.name.clone()),
        ("时间", when(meeting)),
        ("地点", meeting.place.clone()),
        ("主持人", chair_line(meeting)),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    fill(&dossier.rules, kind, &values)
}

/// `主持人：…` where something is known.
fn labelled(label: &str, text: &str) -> Option<Block> {
    let line = || Block::Line {
        align: Align::Left,
        text: format!("{label}：{text}"),
    };
    (!text.is_empty()).then(line)
}

/// Chair and post, without the words that minutes put around them.
fn chair_line(meeting: &Meeting) -> String {
    match (meeting.chair_name.as_str(), meeting.chair_post.as_str()) {
        ("", _) => String::new(),
        (name, "") => name.to_owned(),
        (name, post) => format!("{name}（{post}）"),
    }
}

/// `听取上次议定事项落实情况`, as agendas list an item.
fn agenda_title(item: &MeetingItem) -> String {
    match item.kind {
        ItemKind::Speech => item.title.clone(),
        kind => format!("{}{}", kind_label(kind), subject(kind, &item.title)),
    }
}
