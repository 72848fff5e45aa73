//! What the house has to know of 轮值.

use super::desk::LINES;
use super::paper::PAPERS;
use super::*;
use crate::commands;
use crate::thing::Thing;
use ground::commands::ById;
use storage::Record;

/// 轮值.
pub static THING: Thing = Thing::new("rota")
    .records(&[Turn::TABLE])
    .commands(COMMANDS)
    .parts(&[&PAPERS, &LINES]);

commands! {
    "rota.board" Read Leader "查看轮值表" board(BoardYear) -> RotaBoard;
    "rota.turn" Read Leader "查看轮值" turn(ById) -> TurnView;
    "rota.preview" Read Clerk "试排轮值" preview(PlanRota) -> RotaPreview;
    "rota.plan" Write Clerk "排轮值" plan_rota(PlanRota) -> PlanOutcome;
    "rota.swap" Write Clerk "对调轮值月份" swap(SwapTurns) -> Vec<Turn>;
    "rota.replace" Write Clerk "变更轮值单位" replace(ReplaceUnit) -> Turn;
    "rota.saveContent" Write Secretary "填写轮值内容" save_content(SaveTurnContent) -> Turn;
    "rota.addHistory" Write Clerk "登记期初轮值" add_history(AddHistory) -> PlanOutcome;
}
