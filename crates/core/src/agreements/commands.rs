use super::{
    Agreement, AgreementRow, AgreementView, EndAgreement, ListAgreements, SaveAgreement,
    StoredAgreement, agreement_by_id, agreement_page, agreements_of_unit, renewal_of,
    report_quarters, reports_of, row,
};
use crate::committees::Committee;
use crate::office::Cx;
use crate::settings::{IssuingBody, rules};
use crate::units::Unit;
use chrono::NaiveDate;
use ground::calendar::chinese_date;
use ground::commands::ById;
use ground::error::{Error, Result};
use ground::text;
use storage::Page;

/// `agreements.list`.
pub async fn list(cx: &mut Cx<'_>, args: ListAgreements) -> Result<Page<AgreementRow>> {
    let (today, ahead) = (cx.today(), rules(cx).await?.expiry_days);
    let page = agreement_page(&mut cx.tx, &args, &cx.session.committees, today, ahead).await?;
    Ok(page.map(|stored| row(stored, today, ahead)))
}

/// A unit's agreements within reach, where each stands today.
pub(crate) async fn of_unit(cx: &mut Cx<'_>, unit: &str) -> Result<Vec<AgreementRow>> {
    let (today, ahead) = (cx.today(), rules(cx).await?.expiry_days);
    let rows = agreements_of_unit(&mut cx.tx, unit, &cx.session.committees).await?;
    Ok(rows
        .into_iter()
        .map(|stored| row(stored, today, ahead))
        .collect())
}

/// `agreements.get`.
pub async fn get(cx: &mut Cx<'_>, args: ById) -> Result<AgreementView> {
    view(cx, &args.id).await
}

pub(super) async fn view(cx: &mut Cx<'_>, id: &str) -> Result<AgreementView> {
    let stored = stored(cx, id).await?;
    let (today, ahead) = (cx.today(), rules(cx).await?.expiry_days);
    let committee: Committee = cx.tx.get(&stored.agreement.committee_id).await?;
    Ok(AgreementView {
        committee: committee.name,
        reports: reports_of(&mut cx.tx, id).await?,
        quarters: report_quarters(&stored.agreement, today),
        row: row(stored, today, ahead),
    })
}

async fn stored(cx: &mut Cx<'_>, id: &str) -> Result<StoredAgreement> {
    let stored = agreement_by_id(&mut cx.tx, id)
        .await?
        .ok_or_else(|| Error::not_found("共建协议"))?;
    cx.allow_committee(&stored.agreement.committee_id)?;
    Ok(stored)
}

/// An agreement within this person's reach.
pub(crate) async fn agreement_within_reach(cx: &mut Cx<'_>, id: &str) -> Result<Agreement> {
    let agreement: Agreement = cx.tx.get(id).await?;
    cx.allow_committee(&agreement.committee_id)?;
    Ok(agreement)
}

/// `agreements.save`.
pub async fn save(cx: &mut Cx<'_>, args: SaveAgreement) -> Result<AgreementView> {
    check_days(cx, &args)?;
    let parties = match &args.id {
        Some(id) => Parties::kept(agreement_within_reach(cx, id).await?)?,
        None => Parties::new(cx, &args).await?,
    };
    let usual = format!("{}与{}共建协议书", parties.party_name, parties.unit_name);
    let title = text::optional("title", "协议名称", &args.title, 80)?;
    let agreement = Agreement {
        id: args.id.unwrap_or_else(|| cx.new_id()),
        version: args.version,
        committee_id: parties.committee_id,
        unit_id: parties.unit_id,
        unit_name: parties.unit_name,
        party_name: parties.party_name,
        title: if title.is_empty() { usual } else { title },
        content: text::lines("content", "共建内容", &args.content, 2_000)?,
        signed_on: args.signed_on,
        starts_on: args.starts_on,
        expires_on: args.expires_on,
        signer: text::optional("signer", "甲方签字人", &args.signer, 40)?,
        unit_signer: text::optional("unit_signer", "乙方签字人", &args.unit_signer, 40)?,
        reports_quarterly: args.reports_quarterly.unwrap_or(parties.reports_quarterly),
        renews_id: parties.renews_id,
        // One that ended was refused above, so no ending is lost here.
        ended_on: None,
        end_reason: String::new(),
    };
    let saved = cx.tx.save(&agreement).await?;
    view(cx, &saved.id).await
}

fn check_days(cx: &Cx<'_>, args: &SaveAgreement) -> Result<()> {
    if args.expires_on < args.starts_on {
        let message = "到期日期不能早于开始日期，请重新选择。";
        return Err(Error::invalid("expires_on", message));
    }
    if args.signed_on.is_some_and(|day| day > cx.today()) {
        let message = "签订日期不能晚于今天；还没有签的请留空。";
        return Err(Error::invalid("signed_on", message));
    }
    Ok(())
}

/// Who agrees with whom; fixed once the agreement is there.
struct Parties {
    committee_id: String,
    unit_id: String,
    unit_name: String,
    party_name: String,
    reports_quarterly: bool,
    renews_id: Option<String>,
}

impl Parties {
    fn kept(agreement: Agreement) -> Result<Self> {
        if agreement.ended_on.is_some() {
            return Err(Error::state("这份协议已经终止，不能再修改。"));
        }
        Ok(Self {
            committee_id: agreement.committee_id,
            unit_id: agreement.unit_id,
            unit_name: agreement.unit_name,
            party_name: agreement.party_name,
            reports_quarterly: agreement.reports_quarterly,
            renews_id: agreement.renews_id,
        })
    }

    async fn new(cx: &mut Cx<'_>, args: &SaveAgreement) -> Result<Self> {
        cx.allow_committee(&args.committee_id)?;
        let committee: Committee = cx.tx.get(&args.committee_id).await?;
        let unit: Unit = cx.tx.get(&args.unit_id).await?;
        if unit.retired {
            let message = format!("{}已停用，不能再签协议。", unit.name);
            return Err(Error::invalid("unit_id", message));
        }
        if let Some(id) = &args.renews_id {
            check_renewal(cx, id, args).await?;
        }
        let body: Option<IssuingBody> = match &committee.issuing_body_id {
            Some(id) => cx.tx.find(id).await?,
            None => None,
        };
        Ok(Self {
            committee_id: committee.id,
            unit_id: unit.id,
            unit_name: unit.name,
            // A 大党委 has no seal of its own: the body that issues for it is the party.
            party_name: body.map_or(committee.name, |body| body.full_name),
            reports_quarterly: true,
            renews_id: args.renews_id.clone(),
        })
    }
}

/// A renewal is between the same two, begins after the first day of what it renews, and is the
/// only one.
async fn check_renewal(cx: &mut Cx<'_>, id: &str, args: &SaveAgreement) -> Result<()> {
    let old = agreement_within_reach(cx, id).await?;
    if (&old.committee_id, &old.unit_id) != (&args.committee_id, &args.unit_id) {
        let message = "续签的协议应由原来的双方签订，请重新选择。";
        return Err(Error::invalid("unit_id", message));
    }
    if args.starts_on <= old.starts_on {
        let message = format!(
            "续签的协议应在原协议（{}起）之后开始，请重新选择。",
            chinese_date(old.starts_on)
        );
        return Err(Error::invalid("starts_on", message));
    }
    match renewal_of(&mut cx.tx, id).await? {
        Some(renewal) => Err(Error::state(format!(
            "这份协议已续签到{}，请直接修改续签的那一份。",
            chinese_date(renewal.expires_on)
        ))),
        None => Ok(()),
    }
}

/// `agreements.end`: ended before its day, on a day that has come.
pub async fn end(cx: &mut Cx<'_>, args: EndAgreement) -> Result<AgreementView> {
    let agreement = agreement_within_reach(cx, &args.id).await?;
    let today = cx.today();
    let on = args.on.unwrap_or(today);
    check_end(&agreement, on, today)?;
    let ended = Agreement {
        version: args.version,
        ended_on: Some(on),
        end_reason: text::required("reason", "终止的原因", &args.reason, 200)?,
        ..agreement
    };
    cx.tx.update(&ended).await?;
    view(cx, &args.id).await
}

fn check_end(agreement: &Agreement, on: NaiveDate, today: NaiveDate) -> Result<()> {
    if let Some(ended) = agreement.ended_on {
        let message = format!("这份协议已于{}终止。", chinese_date(ended));
        return Err(Error::state(message));
    }
    if agreement.expires_on < today {
        return Err(Error::state("这份协议已经到期，不需要再终止。"));
    }
    if on > today || on < agreement.starts_on {
        let message = "终止日期应在协议开始之后、不晚于今天。";
        return Err(Error::invalid("on", message));
    }
    Ok(())
}
