//! The 委员 of the sample's committees.

use ground::calendar::{FuzzyDate, Month};
use ground::error::Result;
use tongxin_core::members::{CommitteeMember, Duty, MemberStage, StageDate};
use tongxin_core::sampling::{Dice, Player};
use tongxin_core::units::SeatRow;
use tongxin_core::views::CommitteeView;

/// 兼职委员 of a committee.
const PART_TIME: usize = 7;

/// The way into office, in order.
const STAGES: [MemberStage; 5] = [
    MemberStage::Recommended,
    MemberStage::Selected,
    MemberStage::Approved,
    MemberStage::Filed,
    MemberStage::Appointed,
];

/// 书记 and 副书记, and a 兼职委员 from each of the first units; in one committee out of three the
/// last of them is still on the way.
pub(super) async fn appoint(
    player: &Player<'_>,
    view: &CommitteeView,
    dice: &mut Dice,
) -> Result<()> {
    let committee = &view.committee;
    let deputy = dice.person();
    let people = [
        (committee.secretary_name.clone(), "书记"),
        (deputy, "副书记"),
    ];
    let full_time = people
        .into_iter()
        .map(|(name, post)| full_time(&committee.id, name, post));
    let on_the_way = committee.position % 3 == 2;
    let seats = view
        .seats
        .iter()
        .filter(|seat| !seat.leader_name.is_empty())
        .take(PART_TIME)
        .enumerate();
    let part_time = seats.map(|(index, seat)| {
        let steps = if on_the_way && index + 1 == PART_TIME {
            3
        } else {
            STAGES.len()
        };
        part_time(seat, steps)
    });
    for (position, member) in (1..).zip(full_time.chain(part_time)) {
        let member = CommitteeMember { position, ..member };
        let _: CommitteeMember = player.give("committees.saveMember", member).await?;
    }
    Ok(())
}

fn full_time(committee: &str, name: String, post: &str) -> CommitteeMember {
    CommitteeMember {
        id: String::new(),
        version: 0,
        committee_id: committee.to_owned(),
        name,
        post: post.to_owned(),
        duty: Duty::FullTime,
        unit_id: None,
        stage: MemberStage::Appointed,
        stages: Vec::new().into(),
        position: 0,
        retired: false,
    }
}

fn part_time(seat: &SeatRow, steps: usize) -> CommitteeMember {
    let stages: Vec<StageDate> = STAGES
        .iter()
        .zip(months())
        .take(steps)
        .map(|(stage, date)| StageDate {
            stage: *stage,
            date,
        })
        .collect();
    CommitteeMember {
        duty: Duty::PartTime,
        unit_id: Some(seat.seat.unit_id.clone()),
        stage: stages
            .last()
            .map_or(MemberStage::Recommended, |last| last.stage),
        stages: stages.into(),
        ..full_time(&seat.seat.committee_id, seat.leader_name.clone(), "委员")
    }
}

/// The months of the steps: the committees were formed in the spring of 2024.
fn months() -> impl Iterator<Item = FuzzyDate> {
    let first = Month::new(2024, 2).ok();
    (0..).map_while(move |step| Some(FuzzyDate::Month(first?.plus(step))))
}
