//! What the house has to know of 小区楼栋.

use super::paper::PAPERS;
use super::sample::SCENE;
use super::search::PLACES;
use super::*;
use crate::commands;
use crate::registers::RegisterEntry;
use crate::thing::Thing;
use ground::commands::{ById, RetireRecord};
use ground::files::FileRef;
use storage::{Page, Record};

/// 小区楼栋.
pub static THING: Thing = Thing::new("buildings")
    .records(&[Compound::TABLE, Building::TABLE, Stairwell::TABLE])
    .commands(COMMANDS)
    .parts(&[&PAPERS, &SCENE, &PLACES, &LEDGER]);

commands! {
    "compounds.list" Read Leader "查看小区" list_compounds(ListCompounds) -> Page<CompoundRow>;
    "compounds.get" Read Leader "查看小区" get_compound(ById) -> CompoundView;
    "compounds.save" Write Secretary "保存小区" save_compound(SaveCompound) -> Compound;
    "compounds.retire" Write Secretary "停用小区" retire_compound(RetireRecord) -> Compound;
    "buildings.list" Read Leader "查看楼栋" list(ListBuildings) -> Page<BuildingRow>;
    "buildings.grids" Read Leader "查看网格" list_grids(ListGrids) -> Vec<String>;
    "buildings.get" Read Leader "查看楼栋" get(ById) -> BuildingView;
    "buildings.save" Write Secretary "保存楼栋" save(SaveBuilding) -> BuildingView;
    "buildings.retire" Write Secretary "停用楼栋" retire(RetireRecord) -> BuildingView;
    "buildings.savePosts" Write Secretary "登记两长三员" save_posts(SavePosts) -> BuildingView;
    "buildings.revealPhone" Write Secretary "查看两长三员电话" reveal_phone(RevealPhone) -> RevealedPhone;
    "buildings.export" Read Leader "按当前列表导出楼栋" export(ListBuildings) -> FileRef;
    "stairwells.save" Write Secretary "保存单元" save_stairwell(SaveStairwell) -> Stairwell;
}

static LEDGER: RegisterEntry = RegisterEntry::new::<BuildingLedger>("buildings", 4);
