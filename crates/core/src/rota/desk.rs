//! What the desk says of the rota, and who is on duty in a month.

use crate::office::Cx;
use crate::todo::{DeskPart, DeskScope, Todo, TodoKind, Urgency, year_to_plan};
use ground::error::Result;
use sqlx::FromRow;
use storage::Tx;

/// 轮值未排.
const ROTA_MISSING: &str = "rota_missing";

/// Its lines of the desk.
pub(super) static LINES: DeskPart = DeskPart {
    place: 8,
    kinds: &[ROTA_MISSING],
    lines: |cx, scope| Box::pin(lines(cx, scope)),
};

/// What the year to plan needs: a rota.
async fn lines(cx: &mut Cx<'_>, scope: &DeskScope) -> Result<Vec<Todo>> {
    // Without a committee there is no year to plan yet.
    if scope.only.is_some() || !scope.begun {
        return Ok(Vec::new());
    }
    let year = year_to_plan(scope.today);
    let planned = "SELECT COUNT(*) FROM rota_turn WHERE month >= $1 AND month <= $2";
    let months = vec![format!("{year}-01").into(), format!("{year}-12").into()];
    if cx.tx.number(planned, months).await? > 0 {
        return Ok(Vec::new());
    }
    Ok(vec![Todo {
        kind: TodoKind::new(ROTA_MISSING),
        urgency: Urgency::Ahead,
        date: None,
        title: format!("{year} 年轮值未排"),
        note: "排定后自动生成轮值表和每月待办".into(),
        target: None,
        committee_id: None,
    }])
}

/// What the rota says of a month: committee, its short name, unit on duty.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct DutyLine {
    pub committee_id: String,
    pub unit: String,
}

/// Units on duty in a month.
pub(crate) async fn on_duty(tx: &mut Tx, month: &str) -> Result<Vec<DutyLine>> {
    tx.all(
        "SELECT t.committee_id, u.short_name AS unit
         FROM rota_turn t JOIN member_unit u ON u.id = t.unit_id
         WHERE t.month = $1 ORDER BY t.committee_id, t.position",
        vec![month.into()],
    )
    .await
}
