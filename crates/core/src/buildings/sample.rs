//! Compounds and buildings of the sample street, with 两长三员.

use crate::buildings::{
    BuildingView, Compound, OwnersMember, Post, PostHolder, SaveBuilding, SaveCompound, SavePosts,
};
use crate::committees::Community;
use crate::sampling::{Dice, Player, SEED, SamplePart};
use ground::calendar::{FuzzyDate, Month};
use ground::commands::NoArgs;
use ground::error::Result;

/// What follows the community's name in a compound's; 物业服务模式 and company.
const COMPOUNDS: [[&str; 3]; 5] = [
    ["花园", "专业物业", "云溪安居物业服务有限公司"],
    ["苑", "红管家", "云溪红管家物业服务中心"],
    ["新村", "引管扶", "云溪惠民物业服务有限公司"],
    ["家园", "信托制", "临江众信物业服务有限公司"],
    ["小区", "单位自管", ""],
];

/// Communities with a second compound.
const TWO_COMPOUNDS: usize = 6;
/// Buildings of the compounds, over and over; the small ones show that flags and judges are fewer.
const BUILDINGS: [usize; 7] = [5, 4, 3, 6, 4, 2, 5];
/// One post of so many is vacant.
const VACANT: usize = 11;

/// Its scene of the sample.
pub(crate) static SCENE: SamplePart = SamplePart {
    place: 1,
    play: |player, _| Box::pin(build(player)),
};

/// Brings in the compounds and buildings of every community.
async fn build(player: &Player<'_>) -> Result<()> {
    let communities: Vec<Community> = player.give("communities.list", NoArgs {}).await?;
    // A sequence of its own, so that no other scene changes what is drawn here.
    let mut dice = Dice::new(SEED + 7);
    let firsts = communities.iter();
    let seconds = communities.iter().take(TWO_COMPOUNDS);
    for (number, community) in firsts.chain(seconds).enumerate() {
        let compound = compound(&mut dice, number, community);
        let compound: Compound = player.give("compounds.save", compound).await?;
        for place in 1..=BUILDINGS[number % BUILDINGS.len()] {
            building(player, &mut dice, &compound, place).await?;
        }
    }
    Ok(())
}

fn compound(dice: &mut Dice, number: usize, community: &Community) -> SaveCompound {
    let [ending, mode, company] = COMPOUNDS[number % COMPOUNDS.len()];
    let stem = community.name.trim_end_matches("社区");
    let owners = if ending == "小区" {
        0
    } else {
        3 + dice.below(3)
    };
    let owners = (0..owners).map(|place| OwnersMember {
        name: dice.person(),
        post: if place == 0 { "主任" } else { "委员" }.into(),
        party: dice.below(2) == 0,
    });
    SaveCompound {
        community_id: community.id.clone(),
        name: format!("{stem}{ending}"),
        property_mode: mode.into(),
        property_company: company.into(),
        party_branch: format!("{stem}{ending}党支部"),
        owners_committee: owners.collect(),
        ..SaveCompound::default()
    }
}

async fn building(
    player: &Player<'_>,
    dice: &mut Dice,
    compound: &Compound,
    place: usize,
) -> Result<()> {
    let stairwells = 2 + count(dice.below(3));
    let building = SaveBuilding {
        compound_id: compound.id.clone(),
        name: place.to_string(),
        grid: if place < 4 {
            "第一网格"
        } else {
            "第二网格"
        }
        .into(),
        households: Some(stairwells * 12),
        party_members: Some(3 + count(dice.below(12))),
        stairwells,
        ..SaveBuilding::default()
    };
    let view: BuildingView = player.give("buildings.save", building).await?;
    let posts = SavePosts {
        id: view.building.id,
        version: view.building.version,
        posts: holders(dice),
    };
    let _: BuildingView = player.give("buildings.savePosts", posts).await?;
    Ok(())
}

fn holders(dice: &mut Dice) -> Vec<PostHolder> {
    let mut holders = Vec::with_capacity(Post::ALL.len());
    for post in Post::ALL {
        let holder = PostHolder {
            post,
            name: dice.person(),
            phone: dice.phone(),
            since: since(dice),
        };
        if dice.below(VACANT) > 0 {
            holders.push(holder);
        }
    }
    holders
}

/// A month of the last years, or a year.
fn since(dice: &mut Dice) -> Option<FuzzyDate> {
    let year = 2021 + i32::try_from(dice.below(4)).unwrap_or_default();
    let number = 1 + u32::try_from(dice.below(12)).unwrap_or_default();
    match Month::new(year, number) {
        Ok(month) if number > 2 => Some(FuzzyDate::Month(month)),
        _ => Some(FuzzyDate::Year(year)),
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or_default()
}
