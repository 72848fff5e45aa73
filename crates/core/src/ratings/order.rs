//! The order of the registers, for what is kept under the scopes that buildings are ranked in.

use ground::error::Result;
use std::collections::HashMap;
use storage::Tx;

/// Places of communities and their compounds: official order, then as the register of buildings lists them.
pub(super) struct ScopeOrder(HashMap<String, usize>);

impl ScopeOrder {
    pub async fn read(tx: &mut Tx) -> Result<Self> {
        let rows: Vec<(String, Option<String>)> = tx
            .all(
                "SELECT c.id, k.id FROM community c LEFT JOIN compound k ON k.community_id = c.id
                 ORDER BY c.position, c.id, k.position, k.sort_key, k.id",
                vec![],
            )
            .await?;
        let mut places = HashMap::new();
        for (place, (community, compound)) in rows.into_iter().enumerate() {
            places.entry(community).or_insert(place);
            places.extend(compound.map(|compound| (compound, place)));
        }
        Ok(Self(places))
    }

    /// The place of a scope by its key, a compound's or a community's; the street's one scope is last.
    pub fn of(&self, scope: &str) -> usize {
        self.0.get(scope).copied().unwrap_or(usize::MAX)
    }
}
