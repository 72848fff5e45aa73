//! The names by which rows of any sheet mean a unit.

use super::{all_units, former_names};
use crate::office::Cx;
use crate::registers::Names;
use ground::error::Result;

/// Units in use by their names; short and former names find them too.
pub(crate) async fn unit_names(cx: &mut Cx<'_>) -> Result<Names> {
    let units = all_units(&mut cx.tx).await?;
    let former = former_names(&mut cx.tx, None).await?;
    let used: Vec<_> = units.into_iter().filter(|unit| !unit.retired).collect();
    let mut names = Names::new(used.iter().map(|u| (u.id.clone(), u.name.clone())));
    for unit in &used {
        names.alias(&unit.short_name, &unit.id);
    }
    // Last, since an old name means its unit only where none bears it now.
    for old in former {
        if used.iter().any(|unit| unit.id == old.unit_id) {
            names.alias(&old.name, &old.unit_id);
        }
    }
    Ok(names)
}
