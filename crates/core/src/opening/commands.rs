use super::{OpeningQuery, OpeningRow, SaveOpening};
use crate::committees::{Committee, all_committees};
use crate::meetings::{StartNumbers, start_numbers, upcoming_numbers};
use crate::office::Cx;
use crate::rota::{first_kept_month, hold_history, opening_turns};
use ground::error::Result;

/// `opening.view`.
pub async fn view(cx: &mut Cx<'_>, args: OpeningQuery) -> Result<Vec<OpeningRow>> {
    let session = cx.session;
    let committees = all_committees(&mut cx.tx).await?.into_iter();
    let mut rows = Vec::new();
    for committee in committees.filter(|committee| session.may_see(&committee.id)) {
        rows.push(row(cx, committee, args.year).await?);
    }
    Ok(rows)
}

async fn row(cx: &mut Cx<'_>, committee: Committee, year: i64) -> Result<OpeningRow> {
    let served = opening_turns(&mut cx.tx, &committee.id).await?;
    let (next_session, next_issue) = upcoming_numbers(cx, &committee.id, year).await?;
    Ok(OpeningRow {
        kept_from: first_kept_month(&mut cx.tx, &committee.id).await?,
        committee_id: committee.id,
        committee: committee.name,
        served,
        next_session,
        next_issue,
    })
}

/// `opening.save`: turns and numbers in one change set, so that one undo takes both back.
pub async fn save(cx: &mut Cx<'_>, args: SaveOpening) -> Result<OpeningRow> {
    cx.allow_committee(&args.committee_id)?;
    let committee: Committee = cx.tx.get(&args.committee_id).await?;
    let months = args.months.into_iter();
    let months = months.map(|month| (month.month, month.unit_ids.into_iter().collect()));
    hold_history(cx, &committee, months.collect()).await?;
    let numbers = StartNumbers {
        committee_id: args.committee_id,
        year: args.year,
        kind: String::new(),
        next_session: args.next_session,
        next_issue: args.next_issue,
    };
    start_numbers(cx, numbers).await?;
    cx.because(format!("登记{}期初数据", committee.name));
    row(cx, committee, args.year).await
}
