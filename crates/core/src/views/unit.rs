use crate::agreements::{AgreementRow, of_unit};
use crate::assignments::{AssignmentRow, led_by};
use crate::lists::{NeedRow, ProjectRow, ResourceRow, lists_of_unit};
use crate::members::{CommitteeMember, members};
use crate::office::Cx;
use crate::units::{
    SeatRow, Unit, UnitName, UnitTurn, former_names, seats_of_units, shown_to, turns_of,
};
use ground::commands::ById;
use ground::error::Result;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A unit with everything related to it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UnitView {
    /// The unit.
    pub unit: Unit,
    /// Names it had, newest first.
    pub former_names: Vec<UnitName>,
    /// Its seats, in the committees' order.
    pub seats: Vec<SeatRow>,
    /// Its turns, newest first.
    pub turns: Vec<UnitTurn>,
    /// Its 兼职委员.
    pub members: Vec<CommitteeMember>,
    /// Assignments it leads, newest first.
    pub assignments: Vec<AssignmentRow>,
    /// 资源清单, without what is out of use.
    pub resources: Vec<ResourceRow>,
    /// 需求清单, newest first.
    pub needs: Vec<NeedRow>,
    /// 项目清单: what it carries out, newest first.
    pub projects: Vec<ProjectRow>,
    /// 共建协议, the one that ends last first.
    pub agreements: Vec<AgreementRow>,
}

/// `units.get`.
pub async fn unit(cx: &mut Cx<'_>, args: ById) -> Result<UnitView> {
    let unit: Unit = cx.tx.get(&args.id).await?;
    let ids = [unit.id.clone()];
    let reach = &cx.session.committees;
    let lists = lists_of_unit(&mut cx.tx, &unit.id, reach).await?;
    let mut serving = members(&mut cx.tx, None, Some(&unit.id)).await?;
    // A unit is the office's; who serves for it on a committee beyond reach is not told.
    serving.retain(|member| cx.session.may_see(&member.committee_id));
    Ok(UnitView {
        former_names: former_names(&mut cx.tx, Some(&unit.id)).await?,
        seats: shown_to(cx.session, seats_of_units(&mut cx.tx, &ids, reach).await?),
        turns: turns_of(&mut cx.tx, &ids, "", reach).await?,
        members: serving,
        assignments: led_by(&mut cx.tx, &unit.id, reach).await?,
        resources: lists.resources,
        needs: lists.needs,
        projects: lists.projects,
        agreements: of_unit(cx, &unit.id).await?,
        unit,
    })
}
