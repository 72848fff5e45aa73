//! What every line of the lists must satisfy.

use super::{Need, NeedState};
use crate::office::Cx;
use crate::settings::rules;
use crate::units::Unit;
use chrono::NaiveDate;
use ground::error::{Error, Result};
use ground::text;

/// One of the office's kinds.
pub(super) async fn kind(cx: &mut Cx<'_>, kind: &str) -> Result<String> {
    let kind = text::required("kind", "类别", kind, 20)?;
    let kinds = rules(cx).await?.resource_kinds;
    if kinds.contains(&kind) {
        return Ok(kind);
    }
    let message = format!(
        "类别“{kind}”不在单位设定的范围内，请从{}中选择。",
        kinds.join("、")
    );
    Err(Error::invalid("kind", message))
}

/// A unit in use.
pub(super) async fn unit_in_use(cx: &mut Cx<'_>, id: &str) -> Result<Unit> {
    let unit: Unit = cx.tx.get(id).await?;
    if unit.retired {
        let message = format!("{}已停用，请另选单位。", unit.name);
        return Err(Error::invalid("unit_id", message));
    }
    Ok(unit)
}

/// The day said, else today; never one that has not come.
pub(super) fn day_until_now(
    cx: &Cx<'_>,
    field: &str,
    name: &str,
    day: Option<NaiveDate>,
) -> Result<NaiveDate> {
    let today = cx.today();
    match day {
        Some(day) if day > today => Err(Error::invalid(field, format!("{name}不能晚于今天。"))),
        day => Ok(day.unwrap_or(today)),
    }
}

/// Refuses a last day before the first.
pub(super) fn in_order(
    first: NaiveDate,
    last: Option<NaiveDate>,
    field: &str,
    message: &str,
) -> Result<()> {
    match last {
        Some(last) if last < first => Err(Error::invalid(field, message)),
        _ => Ok(()),
    }
}

impl NeedState {
    /// Whether a unit may claim it.
    pub(super) fn can_be_claimed(self) -> bool {
        matches!(self, Self::Waiting | Self::Taken)
    }
}

/// Refuses to claim what is already under way, met or closed.
pub(super) fn claimable(need: &Need) -> Result<()> {
    let why = match need.state {
        NeedState::Waiting | NeedState::Taken => return Ok(()),
        NeedState::Matched => "已经立项，不能再认领",
        NeedState::Met => "已经解决，不需要再认领",
        NeedState::Dropped => "已经关闭，请先重新打开再认领",
    };
    Err(Error::state(format!("“{}”{why}。", need.title)))
}
