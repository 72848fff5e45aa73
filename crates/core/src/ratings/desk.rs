//! What the desk says of ratings: periods that are not published yet.

use super::store::periods;
use super::{ListRatings, RatingRow, RatingState};
use crate::buildings::communities_in_reach;
use crate::committees::on_desk;
use crate::office::Cx;
use crate::todo::{DeskPart, DeskScope, Todo, TodoKind, urgency};
use ground::error::Result;

/// 楼栋考评未发布.
const RATING_UNPUBLISHED: &str = "rating_unpublished";

/// Its lines of the desk.
pub(super) static LINES: DeskPart = DeskPart {
    place: 4,
    kinds: &[RATING_UNPUBLISHED],
    lines: |cx, scope| Box::pin(lines(cx, scope)),
};

/// Ratings of buildings that are not published yet; a community's go to its committee.
async fn lines(cx: &mut Cx<'_>, scope: &DeskScope) -> Result<Vec<Todo>> {
    let only = scope.only.as_deref();
    let committees = on_desk(cx, only).await?;
    let of = |id: &str| committees.iter().find(|committee| committee.id == id);
    let community = only.and_then(of).and_then(|c| c.community_id.clone());
    let today = cx.today();
    let line = |row: RatingRow| {
        let period = row.period;
        let whose = row.community.unwrap_or_else(|| "全街道".into());
        let correcting = match period.correction_reason.as_str() {
            "" => String::new(),
            reason => format!("，更正中：{reason}"),
        };
        Todo {
            kind: TodoKind::new(RATING_UNPUBLISHED),
            urgency: urgency(period.due_on, today),
            date: Some(period.due_on),
            title: format!("{whose} · {}楼栋考评未发布", period.month.chinese()),
            note: format!("评分表 {} / {} 份{correcting}", row.filled, row.sheets),
            target: Some(period.id),
            committee_id: committees
                .iter()
                .find(|committee| committee.community_id == period.community_id)
                .map(|committee| committee.id.clone()),
        }
    };
    let rows = unpublished(cx, community).await?;
    Ok(rows.into_iter().map(line).collect())
}

/// Drafts within reach, newest first.
async fn unpublished(cx: &mut Cx<'_>, community: Option<String>) -> Result<Vec<RatingRow>> {
    let reach = communities_in_reach(cx).await?;
    let args = ListRatings {
        year: None,
        community_id: community,
    };
    let mut rows = periods(&mut cx.tx, &args, reach.as_deref()).await?;
    rows.retain(|row| row.period.state == RatingState::Draft);
    Ok(rows)
}
