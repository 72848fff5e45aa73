//! What the house has to know of 城市社区合伙人.

use super::desk::LINES;
use super::paper::PAPERS;
use super::search::PARTNERS_FOUND;
use super::*;
use crate::commands;
use crate::registers::RegisterEntry;
use crate::thing::Thing;
use ground::commands::{ById, NoArgs, RetireRecord};
use ground::files::FileRef;
use storage::{Page, Record};

/// 城市社区合伙人.
pub static THING: Thing = Thing::new("partners")
    .records(&[Partner::TABLE, Service::TABLE, ServiceShare::TABLE])
    .commands(COMMANDS)
    .parts(&[&PAPERS, &PARTNERS_FOUND, &LINES, &REGISTER, &SERVICES]);

commands! {
    "partners.list" Read Leader "查看合伙人" list(ListPartners) -> Page<PartnerRow>;
    "partners.counts" Read Leader "按类别统计合伙人名单" counts(ListPartners) -> Vec<PartnerCount>;
    "partners.get" Read Leader "查看合伙人" get(ById) -> PartnerView;
    "partners.save" Write Secretary "保存合伙人" save(SavePartner) -> PartnerView;
    "partners.step" Write Secretary "登记合伙人聘任步骤" step(StepPartner) -> PartnerView;
    "partners.stepMany" Write Secretary "批量登记合伙人聘任步骤" step_many(StepPartners) -> SteppedPartners;
    "partners.retire" Write Secretary "停用合伙人" retire(RetireRecord) -> PartnerView;
    "partners.revealPhone" Write Secretary "查看合伙人完整电话" reveal_phone(RevealPartnerPhone) -> PartnerPhone;
    "partners.tags" Read Leader "查看特长和时间标签" tags(NoArgs) -> PartnerTags;
    "partners.find" Read Leader "找合伙人" find(FindPartners) -> FoundPartners;
    "partners.figures" Read Leader "统计合伙人服务" figures(PartnerFiguresQuery) -> PartnerFigures;
    "partners.export" Read Leader "按当前列表导出合伙人" export(ListPartners) -> FileRef;
    "partners.exportPhones" Write Clerk "导出合伙人完整电话" export_phones(ListPartners) -> FileRef;
    "services.list" Read Leader "查看服务记录" list_services(ListServices) -> Page<ServiceView>;
    "services.save" Write Secretary "保存服务记录" save_service(SaveService) -> ServiceView;
    "services.retire" Write Secretary "作废服务记录" retire_service(RetireRecord) -> ServiceView;
}

static REGISTER: RegisterEntry = RegisterEntry::new::<PartnerRegister>("partners", 7);
static SERVICES: RegisterEntry = RegisterEntry::new::<ServiceSheet>("services", 8);
