use super::period::draft_in_reach;
use super::{RatingPeriod, SaveVolunteers, Volunteer};
use crate::office::Cx;
use ground::error::{Error, Result};
use ground::text;

/// Volunteers one 通报 names, at most.
const MOST: usize = 200;

/// `ratings.saveVolunteers`: whom the month's 通报 names as 优秀志愿者.
///
/// # Errors
/// `Invalid` for a line without a name, or one that stands twice.
pub async fn save_volunteers(cx: &mut Cx<'_>, args: SaveVolunteers) -> Result<RatingPeriod> {
    let period = draft_in_reach(cx, &args.id).await?;
    if args.volunteers.len() > MOST {
        let message = format!("优秀志愿者最多 {MOST} 人，请减少后再保存。");
        return Err(Error::invalid("volunteers", message));
    }
    let mut volunteers: Vec<Volunteer> = Vec::with_capacity(args.volunteers.len());
    for volunteer in args.volunteers {
        let checked = Volunteer {
            place: text::optional("volunteers", "所在小区", &volunteer.place, 40)?,
            name: text::required("volunteers", "志愿者姓名", &volunteer.name, 40)?,
            deed: text::optional("volunteers", "事迹", &volunteer.deed, 100)?,
        };
        let twice = |other: &Volunteer| other.name == checked.name && other.place == checked.place;
        if volunteers.iter().any(twice) {
            let message = format!("优秀志愿者“{}”写了两次，请删去一行。", checked.name);
            return Err(Error::invalid("volunteers", message));
        }
        volunteers.push(checked);
    }
    cx.tx
        .update(&RatingPeriod {
            version: args.version,
            volunteers: volunteers.into(),
            ..period
        })
        .await
}
