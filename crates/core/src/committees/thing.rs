//! What the house has to know of 社区和大党委.

use super::commands::make_communities;
use super::desk::LINES;
use super::paper::PAPERS;
use super::search::COMMITTEES;
use super::*;
use crate::commands;
use crate::registers::{Maker, RegisterEntry};
use crate::thing::Thing;
use ground::commands::{ById, NoArgs};
use storage::Record;

/// 社区和大党委.
pub static THING: Thing = Thing::new("committees")
    .records(&[Community::TABLE, Committee::TABLE, CommitteeMember::TABLE])
    .commands(COMMANDS)
    .parts(&[&PAPERS, &COMMITTEES, &LINES, &COMMUNITIES, &MEMBERS, &MAKER]);

commands! {
    "communities.list" Read Leader "查看社区" list_communities(NoArgs) -> Vec<Community>;
    "communities.save" Write Clerk "保存社区" save_community(Community) -> Community;
    "committees.list" Read Leader "查看大党委" list(NoArgs) -> Vec<CommitteeRow>;
    "committees.get" Read Leader "查看大党委" get(ById) -> CommitteeView;
    "committees.save" Write Clerk "保存大党委" save(Committee) -> Committee;
    "committees.saveMember" Write Clerk "保存委员" save_member(CommitteeMember) -> CommitteeMember;
}

static COMMUNITIES: RegisterEntry =
    RegisterEntry::new::<CommunitySheet>("communities", 2).opening(2);
static MEMBERS: RegisterEntry = RegisterEntry::new::<MemberSheet>("members", 3).opening(3);
static MAKER: Maker = Maker {
    thing: COMMUNITY,
    make: |cx, names| Box::pin(make_communities(cx, names)),
};
