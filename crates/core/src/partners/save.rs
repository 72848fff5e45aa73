//! Registering a partner.

use super::args::{PartnerBegins, PartnerView, SavePartner};
use super::commands::{allow, view, within_reach};
use super::steps::stepped;
use super::{Partner, PartnerKind, PartnerState, PartnerStep, number, rules, store, times};
use crate::committees::Community;
use crate::office::Cx;
use crate::units::Unit;
use ground::calendar::FuzzyDate;
use ground::error::{Error, Result};
use ground::phone::kept_or_new;
use ground::text;
use storage::sort_key;

/// Tags of one kind, at most.
const MOST_TAGS: usize = 20;

/// `partners.save`.
pub async fn save(cx: &mut Cx<'_>, args: SavePartner) -> Result<PartnerView> {
    let kept = match &args.id {
        Some(id) => Some(within_reach(cx, id).await?),
        None => None,
    };
    allow(cx, args.community_id.as_deref()).await?;
    let partner = filled(cx, &args, kept.as_ref()).await?;
    check_references(cx, &partner).await?;
    refuse_namesake(cx, &partner, kept.as_ref()).await?;
    // A number that stays is not asked about: a ledger may have brought it twice, by choice.
    if kept
        .as_ref()
        .is_none_or(|kept| kept.number != partner.number)
        && !partner.number.is_empty()
    {
        number::refuse_taken(cx, &partner.number, &partner.id).await?;
        number::respect(cx, [partner.number.as_str()]).await?;
    }
    let partner = cx.tx.save(&partner).await?;
    view(cx, partner).await
}

/// The record as it shall be; what a form does not hold stays as it is kept.
async fn filled(cx: &mut Cx<'_>, args: &SavePartner, kept: Option<&Partner>) -> Result<Partner> {
    let name = text::required("name", "名称", &args.name, 60)?;
    let begun = match kept {
        Some(kept) => kept.clone(),
        None => begin(cx, args)?,
    };
    let number = match &args.number {
        Some(number) => text::optional("number", "聘书编号", number, 40)?,
        None => begun.number.clone(),
    };
    let times = tags("times", "服务时间", &args.times)?;
    Ok(Partner {
        version: args.version,
        kind: args.kind,
        sort_key: sort_key(&name),
        name,
        community_id: args.community_id.clone(),
        unit_id: args
            .unit_id
            .clone()
            .filter(|_| args.kind == PartnerKind::Unit),
        contact_name: text::optional("contact_name", "联系人", &args.contact_name, 40)?,
        phone: phone(&args.phone, kept)?,
        skills: tags("skills", "特长", &args.skills)?.into(),
        services: text::lines("services", "可提供服务", &args.services, 500)?,
        discount: text::lines("discount", "优惠内容", &args.discount, 200)?,
        free_time: times::together(times.iter().map(String::as_str)),
        times: times.into(),
        number,
        note: text::lines("note", "备注", &args.note, 500)?,
        retired: false,
        ..begun
    })
}

/// A new partner: recruited today, or where it stood before the program.
fn begin(cx: &Cx<'_>, args: &SavePartner) -> Result<Partner> {
    let today = FuzzyDate::Day(cx.today());
    let begins = args.begins.clone().unwrap_or(PartnerBegins {
        state: PartnerState::Recruited,
        date: today,
        term_from: None,
        term_to: None,
    });
    if begins.date.first_day() > cx.today() {
        return Err(Error::invalid("begins", "状态的日期不能晚于今天，请核对。"));
    }
    let step = PartnerStep {
        state: begins.state,
        date: begins.date,
        number: args.number.clone().unwrap_or_default().trim().to_owned(),
        term_from: begins.term_from,
        term_to: begins.term_to,
        note: String::new(),
    };
    rules::check_term(&step)?;
    Ok(stepped(Partner::blank(cx.new_id(), args.kind), step))
}

impl Partner {
    /// A partner of whom nothing is known.
    pub fn blank(id: String, kind: PartnerKind) -> Self {
        Self {
            id,
            version: 0,
            kind,
            name: String::new(),
            sort_key: String::new(),
            community_id: None,
            unit_id: None,
            contact_name: String::new(),
            phone: String::new(),
            skills: Vec::new().into(),
            services: String::new(),
            discount: String::new(),
            times: Vec::new().into(),
            free_time: 0,
            state: PartnerState::Recruited,
            steps: Vec::new().into(),
            number: String::new(),
            term_from: None,
            term_to: None,
            ends_on: None,
            note: String::new(),
            retired: false,
        }
    }
}

fn phone(given: &str, kept: Option<&Partner>) -> Result<String> {
    let given = text::optional("phone", "电话", given, 60)?;
    let kept = kept.map_or("", |kept| kept.phone.as_str());
    if given == kept {
        return Ok(given);
    }
    kept_or_new("phone", "该合伙人", &given, kept)
}

/// Tags as a set: trimmed, each once, in the order typed.
fn tags(field: &str, name: &str, given: &[String]) -> Result<Vec<String>> {
    let mut tags: Vec<String> = Vec::new();
    for tag in given {
        let tag = text::optional(field, name, tag, 20)?;
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    if tags.len() > MOST_TAGS {
        return Err(Error::invalid(
            field,
            format!("{name}有 {} 项，最多 {MOST_TAGS} 项，请合并。", tags.len()),
        ));
    }
    Ok(tags)
}

async fn check_references(cx: &mut Cx<'_>, partner: &Partner) -> Result<()> {
    if let Some(id) = &partner.community_id {
        let found: Option<Community> = cx.tx.find(id).await?;
        found.ok_or_else(|| Error::invalid("community_id", "没有这个社区，请从列表中选择。"))?;
    }
    if let Some(id) = &partner.unit_id {
        let found: Option<Unit> = cx.tx.find(id).await?;
        found.ok_or_else(|| Error::invalid("unit_id", "没有这家成员单位，请从列表中选择。"))?;
    }
    if partner.kind == PartnerKind::Merchant && partner.discount.is_empty() {
        return Err(Error::invalid("discount", "暖心商户请填写优惠内容。"));
    }
    Ok(())
}

/// Two people may share a name; with the same phone, or both without one, they are the same.
async fn refuse_namesake(cx: &mut Cx<'_>, partner: &Partner, kept: Option<&Partner>) -> Result<()> {
    // Asked only when it changes: two that are there already can still be put right.
    let renamed = kept.is_none_or(|kept| {
        (&kept.name, kept.kind, &kept.community_id, &kept.phone)
            != (
                &partner.name,
                partner.kind,
                &partner.community_id,
                &partner.phone,
            )
    });
    if !renamed {
        return Ok(());
    }
    let community = partner.community_id.as_deref();
    let namesakes = store::namesakes(&mut cx.tx, partner.kind, &partner.name, community).await?;
    let same = |other: &&Partner| other.id != partner.id && other.phone == partner.phone;
    match namesakes.iter().find(same) {
        Some(_) => Err(Error::invalid(
            "name",
            format!(
                "该社区已登记{}“{}”，电话也相同，请直接修改原记录，避免重复。",
                partner.kind.chinese(),
                partner.name
            ),
        )),
        None => Ok(()),
    }
}
