//! What the house has to know of 交办事项.

use super::desk::LINES;
use super::paper::PAPERS;
use super::search::ASSIGNMENTS;
use super::*;
use crate::commands;
use crate::registers::RegisterEntry;
use crate::thing::Thing;
use ground::commands::ById;
use storage::{Page, Record};

/// 交办事项.
pub static THING: Thing = Thing::new("assignments")
    .records(&[Assignment::TABLE, Progress::TABLE])
    .commands(COMMANDS)
    .parts(&[&PAPERS, &ASSIGNMENTS, &LINES, &SHEET]);

commands! {
    "assignments.list" Read Leader "查看交办事项" list(ListAssignments) -> Page<AssignmentRow>;
    "assignments.get" Read Leader "查看交办事项" get(ById) -> AssignmentView;
    "assignments.save" Write Secretary "保存交办事项" save(SaveAssignment) -> AssignmentView;
    "assignments.step" Write Secretary "登记交办进展" step(StepAssignment) -> AssignmentView;
    "assignments.figures" Read Leader "统计交办事项" figures(FiguresPeriod) -> Figures;
}

static SHEET: RegisterEntry = RegisterEntry::new::<AssignmentSheet>("assignments", 5).opening(5);
