//! What the house has to know of 共建协议.

use super::*;
use crate::commands;
use crate::thing::Thing;
use ground::commands::ById;
use storage::{Page, Record};

/// 共建协议.
pub const THING: Thing = Thing::new("agreements")
    .records(&[Agreement::TABLE, AgreementReport::TABLE])
    .commands(COMMANDS);

commands! {
    "agreements.list" Read Leader "查看共建协议" list(ListAgreements) -> Page<AgreementRow>;
    "agreements.get" Read Leader "查看共建协议" get(ById) -> AgreementView;
    "agreements.save" Write Secretary "保存共建协议" save(SaveAgreement) -> AgreementView;
    "agreements.end" Write Secretary "终止共建协议" end(EndAgreement) -> AgreementView;
    "agreements.report" Write Secretary "登记季度报告" report(SaveReport) -> AgreementView;
}
