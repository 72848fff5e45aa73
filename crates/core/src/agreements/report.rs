//! 季度报告: one for each quarter, entered again to change it.

use super::commands::view;
use super::{
    Agreement, AgreementReport, AgreementView, SaveReport, agreement_within_reach, reports_of,
};
use crate::office::Cx;
use chrono::NaiveDate;
use ground::calendar::Quarter;
use ground::error::{Error, Result};
use ground::text;

/// Quarters that a form offers, at most.
const OFFERED: usize = 8;

/// Quarters a report can be entered for: those the agreement held in, up to the one under way,
/// newest first.
pub(crate) fn report_quarters(agreement: &Agreement, today: NaiveDate) -> Vec<Quarter> {
    if agreement.signed_on.is_none() {
        return Vec::new();
    }
    let last = Quarter::of(agreement.last_day().min(today));
    let first = Quarter::of(agreement.starts_on);
    std::iter::successors(Some(last), |quarter| Some(quarter.previous()))
        .take_while(|quarter| *quarter >= first)
        .take(OFFERED)
        .collect()
}

/// `agreements.report`.
pub async fn report(cx: &mut Cx<'_>, args: SaveReport) -> Result<AgreementView> {
    let agreement = agreement_within_reach(cx, &args.agreement_id).await?;
    check_quarter(&agreement, args.quarter, cx.today())?;
    let reported_on = args.reported_on.unwrap_or_else(|| cx.today());
    if reported_on > cx.today() {
        let message = "报告日期不能晚于今天。";
        return Err(Error::invalid("reported_on", message));
    }
    let kept = reports_of(&mut cx.tx, &agreement.id).await?;
    let kept = kept
        .into_iter()
        .find(|report| report.quarter == args.quarter);
    let report = AgreementReport {
        id: kept.map_or_else(|| cx.new_id(), |report| report.id),
        version: args.version,
        agreement_id: agreement.id.clone(),
        quarter: args.quarter,
        reported_on,
        by_name: text::required("by_name", "报告人", &args.by_name, 40)?,
        done: text::lines("done", "工作开展情况", &args.done, 1_000)?,
        problems: text::lines("problems", "存在的困难", &args.problems, 500)?,
        plans: text::lines("plans", "下季度打算", &args.plans, 500)?,
    };
    if report.done.is_empty() {
        return Err(Error::invalid("done", "请填写工作开展情况。"));
    }
    cx.tx.save(&report).await?;
    view(cx, &agreement.id).await
}

fn check_quarter(agreement: &Agreement, quarter: Quarter, today: NaiveDate) -> Result<()> {
    if agreement.signed_on.is_none() {
        return Err(Error::state("协议还没有签订，签订后再登记季度报告。"));
    }
    let name = quarter.chinese();
    if quarter.first_day() > today {
        let message = format!("{name}还没有开始，请重新选择季度。");
        return Err(Error::invalid("quarter", message));
    }
    // Any part of a quarter may be reported on; owed is only what it held to the end of.
    let outside =
        quarter.last_day() < agreement.starts_on || quarter.first_day() > agreement.last_day();
    if outside {
        let message = format!("{name}不在协议期限内，请重新选择季度。");
        return Err(Error::invalid("quarter", message));
    }
    Ok(())
}
