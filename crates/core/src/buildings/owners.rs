//! The owners' committee (业委会) as one line of text, in sheets and on papers.

use super::OwnersMember;

/// `张三（主任，党员）、李四（委员）`.
pub(crate) fn owners_text(members: &[OwnersMember]) -> String {
    let one = |member: &OwnersMember| {
        let party = if member.party { "，党员" } else { "" };
        format!("{}（{}{party}）", member.name, member.post)
    };
    members.iter().map(one).collect::<Vec<_>>().join("、")
}
