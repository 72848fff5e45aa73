//! What may not be put back once a paper about it went out under a number.

use super::issue::in_force;
use crate::office::Cx;
use ground::error::{Error, Result};
use std::collections::HashSet;
use storage::Undoing;

/// Refuses to take out what a numbered paper is about: the paper is in somebody's hands, and its number stays given.
///
/// # Errors
/// `State` with the number.
pub(super) async fn refuse_undoing_issued(cx: &mut Cx<'_>, lines: &[Undoing]) -> Result<()> {
    // What was there before the change is put back, not taken out.
    let made = lines.iter().filter(|line| line.is_new());
    let made: HashSet<&str> = made.map(|line| line.record.as_str()).collect();
    if made.is_empty() {
        return Ok(());
    }
    // An import makes many records and an office few papers: the papers are asked, not the records.
    let papers = in_force(&mut cx.tx).await?;
    let mut about = papers.into_iter();
    match about.find(|paper| made.contains(&*paper.record_id)) {
        Some(paper) => Err(Error::state(format!(
            "关于它的《{}》已按{}发出，不能撤销；确需收回的请先将该文书作废，再按现在的情况处理。",
            paper.title, paper.number
        ))),
        None => Ok(()),
    }
}
