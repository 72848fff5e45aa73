use super::{Committee, CommitteeLevel, CommitteeRow, Community, all_committees, all_communities};
use crate::office::Cx;
use crate::settings::{Rules, rules};
use ground::commands::NoArgs;
use ground::error::{Error, Result};
use ground::text;
use std::collections::HashMap;
use storage::sort_key;

/// `communities.list`.
pub async fn list_communities(cx: &mut Cx<'_>, _: NoArgs) -> Result<Vec<Community>> {
    all_communities(&mut cx.tx).await
}

/// `communities.save`.
pub async fn save_community(cx: &mut Cx<'_>, mut community: Community) -> Result<Community> {
    community.name = text::required("name", "社区名称", &community.name, 40)?;
    community.sort_key = sort_key(&community.name);
    if community.version == 0 {
        community.id = cx.new_id();
    }
    cx.tx.save(&community).await
}

/// Makes a community with its 大党委, as an import does for one it does not know.
pub(crate) async fn establish(cx: &mut Cx<'_>, name: &str, position: i64) -> Result<Committee> {
    let community = Community {
        id: cx.new_id(),
        version: 0,
        name: name.to_owned(),
        sort_key: String::new(),
        position,
        retired: false,
    };
    let community = save_community(cx, community).await?;
    let committee = named_after(&community, cx.new_id());
    cx.tx.insert(&committee).await
}

/// Makes communities that rows of a sheet name, each with its 大党委, after those there are.
pub(super) async fn make_communities(cx: &mut Cx<'_>, names: &[String]) -> Result<()> {
    let last = "SELECT COALESCE(MAX(position), 0) FROM community";
    let last = cx.tx.number(last, vec![]).await?;
    for (position, name) in (last + 1..).zip(names) {
        establish(cx, name, position).await?;
    }
    Ok(())
}

pub(crate) fn named_after(community: &Community, id: String) -> Committee {
    let short = community
        .name
        .strip_suffix("社区")
        .unwrap_or(&community.name);
    Committee {
        id,
        version: 0,
        name: format!("{}“大党委”", community.name),
        short_name: short.to_owned(),
        level: CommitteeLevel::Community,
        community_id: Some(community.id.clone()),
        // A 大党委 issues nothing itself; which body signs for it is for the office to say.
        issuing_body_id: None,
        secretary_name: String::new(),
        secretary_post: "社区党委书记".into(),
        recorder_name: String::new(),
        meeting_place: String::new(),
        contact: String::new(),
        units_per_month: 1,
        term_start: None,
        term_end: None,
        position: community.position,
        retired: false,
    }
}

/// `committees.list`.
pub async fn list(cx: &mut Cx<'_>, _: NoArgs) -> Result<Vec<CommitteeRow>> {
    let rules = rules(cx).await?;
    let communities: HashMap<_, _> = all_communities(&mut cx.tx)
        .await?
        .into_iter()
        .map(|c| (c.id, c.name))
        .collect();
    let units = count_by_committee(cx, SEATS).await?;
    let members = count_by_committee(cx, IN_OFFICE).await?;
    let committees = all_committees(&mut cx.tx).await?.into_iter();
    let row = |committee: Committee| {
        let count = |of: &HashMap<String, i64>| of.get(&committee.id).copied().unwrap_or(0);
        let (units, members) = (count(&units), count(&members));
        CommitteeRow {
            community: committee
                .community_id
                .as_ref()
                .and_then(|id| communities.get(id).cloned()),
            units,
            members,
            advice: advice(&rules, members),
            committee,
        }
    };
    let session = cx.session;
    Ok(committees
        .filter(|committee| session.may_see(&committee.id))
        .map(row)
        .collect())
}

const SEATS: &str =
    "SELECT committee_id, COUNT(*) FROM membership WHERE retired = FALSE GROUP BY committee_id";
const IN_OFFICE: &str = "SELECT committee_id, COUNT(*) FROM committee_member
    WHERE retired = FALSE AND (duty = 'full_time' OR stage = 'appointed') GROUP BY committee_id";

async fn count_by_committee(cx: &mut Cx<'_>, sql: &'static str) -> Result<HashMap<String, i64>> {
    let rows: Vec<(String, i64)> = cx.tx.all(sql, vec![]).await?;
    Ok(rows.into_iter().collect())
}

/// One sentence where the number of 委员 is outside the limits.
pub(crate) fn advice(rules: &Rules, members: i64) -> Option<String> {
    let (least, most) = (rules.members_min, rules.members_max);
    // Where no 委员 is registered at all the register has not begun; there is nothing to check yet.
    let outside = members > 0 && !(least..=most).contains(&members);
    outside.then(|| format!("现有委员 {members} 人，规定 {least} 至 {most} 人，请核对。"))
}

/// `committees.save`.
pub async fn save(cx: &mut Cx<'_>, mut committee: Committee) -> Result<Committee> {
    committee.name = text::required("name", "大党委名称", &committee.name, 60)?;
    committee.short_name = text::optional("short_name", "简称", &committee.short_name, 20)?;
    if committee.short_name.is_empty() {
        committee.short_name.clone_from(&committee.name);
    }
    for (field, name, value) in [
        ("secretary_name", "书记姓名", &mut committee.secretary_name),
        ("secretary_post", "书记职务", &mut committee.secretary_post),
        ("recorder_name", "记录人", &mut committee.recorder_name),
        ("meeting_place", "会议地点", &mut committee.meeting_place),
        ("contact", "联系电话", &mut committee.contact),
    ] {
        *value = text::optional(field, name, value, 60)?;
    }
    if !(1..=6).contains(&committee.units_per_month) {
        return Err(Error::invalid(
            "units_per_month",
            "每月轮值单位数应在 1 到 6 之间。",
        ));
    }
    if committee.version == 0 {
        committee.id = cx.new_id();
    }
    cx.tx.save(&committee).await
}
