//! Whether a record is within a person's reach, by what its table declares: nobody asks what it is.

use super::office::Cx;
use super::session::Role;
use ground::error::{Error, Result};
use serde_json::Value as Json;
use storage::{Otherwise, Parent, Reach, Table};

/// The longest way from a record to what reach is counted in; declarations that lead in a circle end here.
const LONGEST: usize = 8;

/// Refuses a record beyond this person's reach. `record` is the record as it is or was; what it belongs to is
/// looked up.
///
/// # Errors
/// `Forbidden`.
pub(crate) async fn allow_record(
    cx: &mut Cx<'_>,
    table: &'static Table,
    id: &str,
    record: &Json,
) -> Result<()> {
    let mut at = At {
        table,
        id: id.to_owned(),
        known: Some(record),
    };
    for _ in 0..LONGEST {
        match at.table.reach {
            Reach::Keeper => return allow_keeper(cx),
            Reach::Office => return Ok(()),
            Reach::Own => return cx.allow_committee(&at.id),
            Reach::Held(holder) => return held(cx, holder, &at.id).await,
            Reach::Through(parents, otherwise) => match at.parent(cx, parents).await? {
                Some(parent) => at = parent,
                None => return belonging_to_nobody(cx, otherwise),
            },
        }
    }
    Err(beyond())
}

/// A place on the way up.
struct At<'r> {
    table: &'static Table,
    id: String,
    /// Its fields, where they need not be read: a record that is gone is known from the log alone.
    known: Option<&'r Json>,
}

impl<'r> At<'r> {
    /// The first of these that it names.
    async fn parent(&self, cx: &mut Cx<'_>, parents: &[Parent]) -> Result<Option<At<'r>>> {
        for parent in parents {
            let named = match self.known {
                Some(record) => record[parent.column].as_str().map(str::to_owned),
                None => cx.tx.text_of(self.table, parent.column, &self.id).await?,
            };
            // An empty key names nobody, as a missing one does; the next parent is asked then.
            if let Some(id) = named.filter(|id| !id.is_empty()) {
                return Ok(Some(At {
                    table: (parent.table)(),
                    id,
                    known: None,
                }));
            }
        }
        Ok(None)
    }
}

/// Refuses everybody but the 管理员.
///
/// # Errors
/// `Forbidden`.
pub(crate) fn allow_keeper(cx: &Cx<'_>) -> Result<()> {
    match cx.session.role {
        Role::Clerk => Ok(()),
        _ => Err(Error::forbidden("这类记录只有管理员可以查看。")),
    }
}

fn belonging_to_nobody(cx: &Cx<'_>, otherwise: Otherwise) -> Result<()> {
    match otherwise {
        Otherwise::Office => Ok(()),
        Otherwise::Unbounded if cx.session.committees.is_empty() => Ok(()),
        Otherwise::Unbounded => Err(beyond()),
    }
}

async fn held(cx: &mut Cx<'_>, holder: Parent, id: &str) -> Result<()> {
    if cx.session.committees.is_empty() {
        return Ok(());
    }
    // Several may name it; one within reach is enough.
    let holders = cx.tx.naming((holder.table)(), holder.column, id).await?;
    match holders.iter().any(|holder| cx.session.may_see(holder)) {
        true => Ok(()),
        false => Err(beyond()),
    }
}

fn beyond() -> Error {
    Error::forbidden("这条记录不在您的权限之内，请联系管理员。")
}
