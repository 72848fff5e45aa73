use super::{PER_KIND, SearchHit};
use crate::api::Answer;
use crate::office::Cx;
use ground::error::Result;
use storage::Select;

/// What a thing finds, declared among its parts.
pub struct SearchPart {
    /// Its place in the list of hits, from the top.
    pub place: u8,
    /// The best few for what was typed, within the person's reach.
    pub find: for<'c, 'a> fn(&'c mut Cx<'a>, &'c str) -> Answer<'c, Vec<SearchHit>>,
}

/// Which records of a kind a person held to some committees finds.
#[derive(Debug, Clone, Copy)]
pub enum Within {
    /// All of them.
    Office,
    /// Those of these committees, by the column that names theirs.
    Committees(&'static str),
    /// Those, and what is offered to all.
    CommitteesOrAll(&'static str),
}

/// The best few of a kind: `head` selects kind, id, title and note of a table whose alias is `r`.
///
/// # Errors
/// `Storage` when the engine does not answer.
pub async fn hits(
    cx: &mut Cx<'_>,
    (kind, head): (&str, &'static str),
    text: &str,
    order: &'static str,
    within: Within,
) -> Result<Vec<SearchHit>> {
    let mut select = Select::new(head).found_by(kind, text);
    let reach = &cx.session.committees;
    if !reach.is_empty() {
        select = match within {
            Within::Office => select,
            Within::Committees(column) => select.within(column, reach),
            Within::CommitteesOrAll(column) => {
                // What is offered to all names no committee.
                let all: Vec<String> = reach.iter().cloned().chain([String::new()]).collect();
                select.within(column, &all)
            }
        };
    }
    select.tail(order).limit(PER_KIND).all(&mut cx.tx).await
}
