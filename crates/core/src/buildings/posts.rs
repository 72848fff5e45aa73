//! The five posts of a building (两长三员): appointing, and showing one phone.

use super::commands::view;
use super::{
    Building, BuildingView, Post, PostHolder, RevealPhone, RevealedPhone, SavePosts,
    building_in_reach,
};
use crate::office::Cx;
use chrono::NaiveDate;
use ground::error::{Error, Result};
use ground::{phone, text};

const FIELD: &str = "posts";

impl Post {
    /// The bits of the posts without a holder.
    pub fn vacant(holders: &[PostHolder]) -> i64 {
        let free = |post: &&Self| holders.iter().all(|holder| holder.post != **post);
        Self::ALL
            .iter()
            .filter(free)
            .fold(0, |bits, post| bits | post.bit())
    }
}

/// `buildings.savePosts`: who holds which post; the log keeps who held it before.
pub async fn save_posts(cx: &mut Cx<'_>, args: SavePosts) -> Result<BuildingView> {
    let (building, compound) = building_in_reach(cx, &args.id).await?;
    let posts = appointed(&building, args.posts, cx.today())?;
    let building = Building {
        version: args.version,
        vacant: Post::vacant(&posts),
        posts: posts.into(),
        ..building
    };
    let building = cx.tx.update(&building).await?;
    view(cx, building, compound).await
}

/// The holders as they are to be kept, in the order of the posts.
fn appointed(
    building: &Building,
    typed: Vec<PostHolder>,
    today: NaiveDate,
) -> Result<Vec<PostHolder>> {
    let mut holders: Vec<PostHolder> = Vec::with_capacity(typed.len());
    for holder in typed {
        let Some(holder) = checked(building, holder, today)? else {
            continue;
        };
        if holders.iter().any(|other| other.post == holder.post) {
            let message = format!("{}只能填一人，请删去多余的一行。", holder.post.chinese());
            return Err(Error::invalid(FIELD, message));
        }
        holders.push(holder);
    }
    holders.sort_by_key(|holder| holder.post);
    Ok(holders)
}

/// One holder checked; none where no name is given.
pub(super) fn checked(
    building: &Building,
    typed: PostHolder,
    today: NaiveDate,
) -> Result<Option<PostHolder>> {
    let post = typed.post.chinese();
    let name = text::optional(FIELD, &format!("{post}姓名"), &typed.name, 40)?;
    if name.is_empty() {
        // A form gives the mask back beside a name that was emptied: the post is vacant then.
        if typed.phone.trim().is_empty() || phone::is_masked(&typed.phone) {
            return Ok(None);
        }
        return Err(Error::invalid(
            FIELD,
            format!("填了{post}的电话，请补填姓名。"),
        ));
    }
    if typed.since.is_some_and(|since| since.first_day() > today) {
        return Err(Error::invalid(
            FIELD,
            format!("{post}的任职时间不能晚于今天。"),
        ));
    }
    let kept = building.holder(typed.post);
    // A mask stands for the number that is kept only while the same person holds the post.
    let same = kept.filter(|kept| kept.name == name);
    if same.is_none() && phone::is_masked(&typed.phone) {
        let message = format!("{post}已换人，请填写新的电话，或清空。");
        return Err(Error::invalid(FIELD, message));
    }
    let kept = same.map_or("", |kept| kept.phone.as_str());
    Ok(Some(PostHolder {
        phone: phone::kept_or_new(FIELD, post, &typed.phone, kept)?,
        name,
        ..typed
    }))
}

/// `buildings.revealPhone`: one whole number, and a line in the log.
pub async fn reveal_phone(cx: &mut Cx<'_>, args: RevealPhone) -> Result<RevealedPhone> {
    let (building, compound) = building_in_reach(cx, &args.id).await?;
    let post = args.post.chinese();
    let holder = building
        .holder(args.post)
        .filter(|holder| !holder.phone.is_empty());
    let Some(holder) = holder else {
        return Err(Error::state(format!(
            "{}没有登记{post}的电话。",
            building.name
        )));
    };
    cx.looked_at(format!(
        "查看{}{}{post}{}的电话",
        compound.name, building.name, holder.name
    ));
    Ok(RevealedPhone {
        name: holder.name.clone(),
        phone: holder.phone.clone(),
    })
}
