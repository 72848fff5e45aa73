use super::{CommitteeMember, Duty, MemberStage, StageDate};
use crate::office::Cx;
use ground::error::{Error, Result};
use ground::text;

/// Whether a 委员 holds office: 专职, or 兼职 and 聘任.
pub(crate) fn in_office(member: &CommitteeMember) -> bool {
    member.duty == Duty::FullTime || member.stage == MemberStage::Appointed
}

/// `committees.saveMember`.
pub async fn save_member(cx: &mut Cx<'_>, member: CommitteeMember) -> Result<CommitteeMember> {
    let mut member = checked(member)?;
    if member.version == 0 {
        member.id = cx.new_id();
    }
    cx.tx.save(&member).await
}

/// A member as it may be kept.
pub(super) fn checked(mut member: CommitteeMember) -> Result<CommitteeMember> {
    member.name = text::required("name", "姓名", &member.name, 40)?;
    member.post = text::required("post", "职务", &member.post, 40)?;
    if member.duty == Duty::PartTime && member.unit_id.is_none() {
        return Err(Error::invalid("unit_id", "兼职委员须选择所在成员单位。"));
    }
    let order = |pair: &[StageDate]| pair[0].stage < pair[1].stage && pair[0].date <= pair[1].date;
    if !member.stages.windows(2).all(order) {
        return Err(Error::invalid(
            "stages",
            "各步骤的日期应按推荐、遴选、审批、备案、聘任、离任的先后填写。",
        ));
    }
    Ok(member)
}
