//! The sample street (示例街道): a street that does not exist, told by a seeded generator and brought
//! into an office by playing the commands a clerk would give. It has no other road to the data.

mod assignments;
mod days;
mod importing;
mod lists;
mod meetings;
mod partners;
mod people;
mod registers;
mod rota;
mod scenes;
mod street;
mod texts;
mod topics;
mod units;

pub use street::{SampleSeat, SampleUnit, Street};
pub use tongxin_core::sampling::SEED;

use days::Days;
use ground::calendar::WorkingCalendar;
use ground::commands::NoArgs;
use ground::error::{Error, Result};
use tongxin_core::commands;
use tongxin_core::office::Cx;
use tongxin_core::sampling::{Player, SamplePart};
use tongxin_core::settings::{CalendarYear, OfficeProfile, OfficeState};
use tongxin_core::thing::Thing;

/// 示例街道.
pub static THING: Thing = Thing::new("sample").commands(COMMANDS);

commands! {
    "demo.load" Read Clerk "载入示例街道" load(NoArgs) -> OfficeProfile;
}

/// The 管理员 of the sample.
const CLERK: &str = "管理员";

/// `demo.load`: makes the sample street in an office that has not begun. Its own transaction
/// writes nothing: every change is a command of its own, as it would be by hand.
///
/// # Errors
/// `State` where an office has begun.
pub async fn load(cx: &mut Cx<'_>, _: NoArgs) -> Result<OfficeProfile> {
    let player = Player::new(cx.office, cx.session.clone());
    let state: OfficeState = player.give("office.state", NoArgs {}).await?;
    if state.profile.is_some() {
        return Err(Error::state(
            "这份数据里已有单位，示例街道只能载入到空的数据里，请另选一个文件夹。",
        ));
    }
    let street = Street::generate(SEED, 1);
    let profile = registers::found(&player, &street).await?;
    let years: Vec<CalendarYear> = player.give("calendar.list", NoArgs {}).await?;
    let calendar = WorkingCalendar::new(years.into_iter().map(|year| year.pack.0).collect());
    let days = Days::new(cx.today(), calendar);
    let committees = registers::enter(&player, &street, &days).await?;
    rota::arrange(&player, &committees, &days).await?;
    scenes::hold(&player, &committees, &days).await?;
    let mut parts: Vec<&SamplePart> = cx.office.catalog().parts().collect();
    // The script has an order of its own, which is not the catalog's.
    parts.sort_by_key(|part| part.place);
    for part in parts {
        (part.play)(&player, cx.today()).await?;
    }
    lists::fill(&player, &committees, &days).await?;
    partners::enlist(&player, &street.name, &committees, &days).await?;
    Ok(profile)
}
