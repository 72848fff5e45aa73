//! What the house has to know of 共建协议.

use super::desk::LINES;
use super::paper::PAPERS;
use super::search::AGREEMENTS;
use super::*;
use crate::commands;
use crate::registers::RegisterEntry;
use crate::thing::Thing;
use ground::commands::ById;
use storage::{Page, Record};

/// 共建协议.
pub static THING: Thing = Thing::new("agreements")
    .records(&[Agreement::TABLE, AgreementReport::TABLE])
    .commands(COMMANDS)
    .parts(&[&PAPERS, &AGREEMENTS, &LINES, &SHEET]);

commands! {
    "agreements.list" Read Leader "查看共建协议" list(ListAgreements) -> Page<AgreementRow>;
    "agreements.get" Read Leader "查看共建协议" get(ById) -> AgreementView;
    "agreements.save" Write Secretary "保存共建协议" save(SaveAgreement) -> AgreementView;
    "agreements.end" Write Secretary "终止共建协议" end(EndAgreement) -> AgreementView;
    "agreements.report" Write Secretary "登记季度报告" report(SaveReport) -> AgreementView;
}

static SHEET: RegisterEntry = RegisterEntry::new::<AgreementSheet>("agreements", 6).opening(6);
