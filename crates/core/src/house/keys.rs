//! Kinds that things declare one by one: text in the data and in commands, a closed union in TypeScript; and types
//! that are put together from what each thing declares.

use super::api::Collector;
use super::thing::Catalog;
use ts_rs::Config;

/// A type whose values are the keys that things declared to a kit; the kit declares it among its parts.
pub struct KeyType {
    /// Its name in TypeScript.
    pub name: &'static str,
    /// What it is, for its documentation.
    pub doc: &'static str,
    /// Its values, in the order they are shown.
    pub keys: fn(&Catalog) -> Vec<&'static str>,
}

impl KeyType {
    /// Its declaration in TypeScript.
    pub(super) fn typescript(&self, catalog: &Catalog) -> String {
        let keys = (self.keys)(catalog).into_iter();
        let keys: Vec<String> = keys.map(|key| format!("\"{key}\"")).collect();
        let (name, doc) = (self.name, self.doc);
        format!(
            "/**\n * {doc}\n */\nexport type {name} = {};\n",
            keys.join(" | ")
        )
    }
}

/// A type that is put together from what things declared to a kit; the kit declares it among its parts.
pub struct MadeType {
    /// Its name in TypeScript.
    pub name: &'static str,
    /// Collects the types that things declared for it.
    pub visit: fn(&Catalog, &mut Collector),
    /// Its declaration in TypeScript, with its documentation.
    pub typescript: fn(&Catalog, &Config) -> String,
}
