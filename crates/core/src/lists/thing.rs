//! What the house has to know of 三张清单.

use super::paper::PAPERS;
use super::search::{NEEDS, PROJECTS, RESOURCES};
use super::*;
use crate::commands;
use crate::thing::Thing;
use ground::commands::{ById, RetireRecord};
use storage::{Page, Record};

/// 三张清单.
pub static THING: Thing = Thing::new("lists")
    .records(&[Resource::TABLE, Need::TABLE, Claim::TABLE, Project::TABLE])
    .commands(COMMANDS)
    .parts(&[&PAPERS, &RESOURCES, &NEEDS, &PROJECTS]);

commands! {
    "resources.list" Read Leader "查看资源清单" list_resources(ListResources) -> Page<ResourceRow>;
    "resources.save" Write Secretary "保存资源" save_resource(SaveResource) -> Resource;
    "resources.retire" Write Secretary "停用资源" retire_resource(RetireRecord) -> Resource;
    "needs.list" Read Leader "查看需求清单" list_needs(ListNeeds) -> Page<NeedRow>;
    "needs.get" Read Leader "查看需求" get_need(ById) -> NeedView;
    "needs.save" Write Secretary "保存需求" save_need(SaveNeed) -> Need;
    "needs.close" Write Secretary "关闭需求" close_need(CloseNeed) -> Need;
    "needs.claim" Write Secretary "登记认领" claim_need(ClaimNeed) -> NeedView;
    "needs.withdrawClaim" Write Secretary "退回认领" withdraw_claim(WithdrawClaim) -> NeedView;
    "needs.match" Write Secretary "对接资源" match_need(MatchNeed) -> Project;
    "projects.list" Read Leader "查看项目清单" list_projects(ListProjects) -> Page<ProjectRow>;
    "projects.get" Read Leader "查看项目" get_project(ById) -> Project;
    "projects.begin" Write Secretary "立项" begin_project(BeginProject) -> Project;
    "projects.save" Write Secretary "保存项目" save_project(SaveProject) -> Project;
    "projects.step" Write Secretary "登记项目进展" step_project(StepProject) -> Project;
}
