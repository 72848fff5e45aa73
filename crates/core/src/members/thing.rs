//! What the house has to know of 委员.

use super::paper::PAPERS;
use super::sheet::MemberSheet;
use super::*;
use crate::commands;
use crate::registers::RegisterEntry;
use crate::thing::Thing;
use storage::Record;

/// 委员.
pub static THING: Thing = Thing::new("members")
    .records(&[CommitteeMember::TABLE])
    .commands(COMMANDS)
    .parts(&[&PAPERS, &SHEET]);

commands! {
    "committees.saveMember" Write Clerk "保存委员" save_member(CommitteeMember) -> CommitteeMember;
}

static SHEET: RegisterEntry = RegisterEntry::new::<MemberSheet>("members", 3).opening(3);
