//! 议题: what is put forward for the meeting ahead.

use super::{Handed, Part};
use crate::meetings::{ItemKind, ItemSource, Meeting, MeetingItem, SaveItem, items_of, save_item};
use crate::office::Cx;
use crate::registers::{Field, Refusal, RowFault, Rows, SheetInfo, text_of, text_value};
use ground::error::Result;
use tables::{Choice, Column, Kind};

/// The sheet of topics.
pub(in crate::returns) struct TopicsPart;

/// The meetings that rows are about.
pub(in crate::returns) struct Known {
    /// The meeting that new topics go to.
    next: Option<Meeting>,
    /// The meeting whose topics may not change any more, and why.
    closed: Option<(String, &'static str)>,
}

type TopicField = Field<MeetingItem, Known>;

const TOPIC: &str = "研究议题";
const KINDS: &[Choice] = &[
    Choice {
        value: TOPIC,
        synonyms: &["议题", "研究"],
    },
    Choice {
        value: "听取汇报",
        synonyms: &["汇报"],
    },
    Choice {
        value: "传达学习",
        synonyms: &["学习", "传达"],
    },
    Choice {
        value: "领导讲话",
        synonyms: &["讲话"],
    },
];
const UNIT: &str = "单位需求";
const RESIDENT: &str = "居民事项";
const OFFICE: &str = "党建办";
const SOURCES: &[Choice] = &[
    Choice {
        value: UNIT,
        synonyms: &["单位"],
    },
    Choice {
        value: RESIDENT,
        synonyms: &["居民", "居民诉求"],
    },
    Choice {
        value: OFFICE,
        synonyms: &["街道", "社区"],
    },
];

fn kind_word(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Study => "传达学习",
        ItemKind::Report => "听取汇报",
        ItemKind::Topic => TOPIC,
        ItemKind::Speech => "领导讲话",
    }
}

fn kind(word: &str) -> ItemKind {
    match word {
        "传达学习" => ItemKind::Study,
        "听取汇报" => ItemKind::Report,
        "领导讲话" => ItemKind::Speech,
        _ => ItemKind::Topic,
    }
}

/// What a source is called; nothing where the program gave it.
fn source_word(source: ItemSource) -> &'static str {
    match source {
        ItemSource::Office => OFFICE,
        ItemSource::Unit => UNIT,
        ItemSource::Resident => RESIDENT,
        ItemSource::Carried | ItemSource::FollowUp => "",
    }
}

const FIELDS: &[TopicField] = &[
    Field {
        column: Column {
            required: true,
            max_length: 200,
            hint: "一行一项；新提的接着往下写。",
            ..Column::new("topic_title", "议题名称", Kind::Text)
        },
        get: |item, _| text_value(&item.title),
        set: |item, value, _| {
            item.title = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            hint: "不选按“研究议题”。",
            ..Column::new("topic_kind", "类型", Kind::Choice(KINDS))
        },
        get: |item, _| text_value(kind_word(item.kind)),
        set: |item, value, _| {
            item.kind = kind(&text_of(value));
            Ok(())
        },
    },
    Field {
        column: Column {
            max_length: 100,
            ..Column::new("topic_proposer", "提出人或单位", Kind::Name)
        },
        get: |item, _| text_value(&item.proposer),
        set: |item, value, _| {
            item.proposer = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            hint: "不选按“单位需求”。",
            ..Column::new("topic_source", "来源", Kind::Choice(SOURCES))
        },
        get: |item, _| text_value(source_word(item.source)),
        set: |item, value, _| {
            if item.version > 0 {
                let reason = "议题的来源登记后不再更改，请改回原来的内容或留空。";
                return Err(Refusal::wrong(reason));
            }
            item.source = match text_of(value).as_str() {
                RESIDENT => ItemSource::Resident,
                OFFICE => ItemSource::Office,
                _ => ItemSource::Unit,
            };
            Ok(())
        },
    },
    Field {
        column: Column {
            max_length: 100,
            ..Column::new("topic_speaker", "汇报或发言人", Kind::Name)
        },
        get: |item, _| text_value(&item.speaker),
        set: |item, value, _| {
            item.speaker = text_of(value);
            Ok(())
        },
    },
    Field {
        column: Column {
            max_length: 5_000,
            ..Column::new("topic_background", "背景情况", Kind::Lines)
        },
        get: |item, _| text_value(&item.background),
        set: |item, value, _| {
            item.background = text_of(value);
            Ok(())
        },
    },
];

impl Rows for TopicsPart {
    type Item = MeetingItem;
    type Known = Known;

    const INFO: SheetInfo = SheetInfo {
        thing: "议题",
        title: "提请联席会议的议题",
        note: "已征集的议题列在上面，可以补充；新提的接着往下写，列入还没有召开的最近一次会议。",
        frozen: 2,
        all_sheets: false,
        exports: false,
    };
    const KEY: &'static [&'static str] = &["topic_title"];

    fn fields() -> &'static [TopicField] {
        FIELDS
    }

    fn id(item: &MeetingItem) -> &str {
        &item.id
    }

    fn begin(id: String, known: &Known) -> MeetingItem {
        MeetingItem {
            id,
            version: 0,
            meeting_id: known
                .next
                .as_ref()
                .map(|m| m.id.clone())
                .unwrap_or_default(),
            position: 0,
            kind: ItemKind::Topic,
            title: String::new(),
            source: ItemSource::Unit,
            proposer: String::new(),
            speaker: String::new(),
            background: String::new(),
            discussion: String::new(),
            decision: String::new(),
            carried_to: None,
        }
    }

    fn name(item: &MeetingItem, _: &Known) -> (String, String) {
        (item.title.clone(), item.proposer.clone())
    }

    fn settle(
        item: &mut MeetingItem,
        kept: Option<&MeetingItem>,
        known: &mut Known,
    ) -> Result<(), RowFault> {
        let wrong = |reason: &str| {
            Err(RowFault {
                column: "topic_title",
                reason: reason.to_owned(),
            })
        };
        match (kept, &known.closed) {
            (None, _) if known.next.is_none() => {
                wrong("没有还没召开的会议可以列入，请先新建下一次会议，再读入这份报送。")
            }
            (Some(kept), Some((meeting, reason)))
                if kept != item && *meeting == item.meeting_id =>
            {
                wrong(reason)
            }
            _ => Ok(()),
        }
    }
}

impl Part for TopicsPart {
    async fn kept(cx: &mut Cx<'_>, of: &Handed) -> Result<(Known, Vec<MeetingItem>)> {
        let mut items = Vec::new();
        let same = of.meeting.as_ref().map(|m| &m.id) == of.next.as_ref().map(|m| &m.id);
        let later = of.next.iter().filter(|_| !same);
        for meeting in of.meeting.iter().chain(later) {
            items.extend(items_of(&mut cx.tx, &meeting.id).await?);
        }
        // What became of the last decisions is filled in by the program; nobody puts it forward.
        items.retain(|item| item.source != ItemSource::FollowUp);
        let closed = of.meeting.as_ref().zip(of.closed);
        let known = Known {
            next: of.next.clone(),
            closed: closed.map(|(meeting, why)| (meeting.id.clone(), why)),
        };
        Ok((known, items))
    }

    fn shown(item: &MeetingItem, known: &Known) -> bool {
        let next = known.next.as_ref();
        next.is_some_and(|next| next.id == item.meeting_id)
    }

    async fn write(cx: &mut Cx<'_>, _: &Handed, items: Vec<MeetingItem>) -> Result<()> {
        for item in items {
            let save = SaveItem {
                id: (item.version > 0).then_some(item.id),
                version: item.version,
                meeting_id: item.meeting_id,
                kind: item.kind,
                title: item.title,
                source: Some(item.source),
                proposer: item.proposer,
                speaker: item.speaker,
                background: item.background,
                discussion: item.discussion,
                decision: item.decision,
            };
            save_item(cx, save).await?;
        }
        Ok(())
    }
}
