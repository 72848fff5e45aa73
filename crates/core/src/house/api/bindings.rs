//! TypeScript for the window, made from the list of commands.

use super::Command;
use crate::house::keys::{KeyType, MadeType};
use crate::thing::Catalog;
use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use ts_rs::{Config, TS, TypeVisitor};

/// How types are rendered: 64-bit integers as `number`, whose 53 bits hold every figure here.
pub(super) fn config() -> Config {
    Config::new().with_large_int("number")
}

/// Collects every type that a command's arguments and result reach.
pub struct Collector {
    config: Config,
    seen: HashSet<TypeId>,
    declared: BTreeMap<String, String>,
}

impl Collector {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_generics(self);
        T::visit_dependencies(self);
        // Texts, numbers and lists have no declaration of their own.
        if T::output_path().is_none() {
            return;
        }
        let ident = T::ident(&self.config);
        if !self.declared.contains_key(&ident) {
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}\n", T::WithoutGenerics::decl(&self.config));
            self.declared.insert(ident, declaration);
        }
    }
}

impl TypeVisitor for Collector {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// Adds a command's own two types.
pub fn visit<A: TS + 'static, R: TS + 'static>(collector: &mut Collector) {
    collector.add::<A>();
    collector.add::<R>();
}

/// The whole of `ui/src/bindings/index.ts`.
pub fn typescript(catalog: &Catalog) -> String {
    let mut collector = Collector {
        config: config(),
        seen: HashSet::new(),
        declared: BTreeMap::new(),
    };
    visit::<ground::error::Error, ground::files::FileRef>(&mut collector);
    collector.add::<ground::progress::Seen>();
    collector.add::<super::Envelope>();
    for command in catalog.commands() {
        (command.visit)(&mut collector);
    }
    for key in catalog.parts::<KeyType>() {
        let declared = collector.declared.get_mut(key.name);
        // Only where a command reaches it; a key that no command takes or gives stays out.
        if let Some(declared) = declared {
            *declared = key.typescript(catalog);
        }
    }
    for made in catalog.parts::<MadeType>() {
        (made.visit)(catalog, &mut collector);
        let declaration = (made.typescript)(catalog, &collector.config);
        collector.declared.insert(made.name.into(), declaration);
    }
    let mut out = String::from(
        "// Made from the core's list of commands by `cargo xtask bindings`. Do not edit.\n\n",
    );
    for declaration in collector.declared.values() {
        out.push_str(declaration);
        out.push('\n');
    }
    out.push_str(
        "/** Every command with its arguments and result. */\nexport interface Commands {\n",
    );
    for command in catalog.commands() {
        out.push_str(&line(command, &collector.config));
    }
    out.push_str("}\n");
    out
}

fn line(command: &Command, config: &Config) -> String {
    let mut line = String::new();
    let (args, result) = ((command.args)(config), (command.result)(config));
    let _ = writeln!(line, "  /** {} */", command.summary);
    let _ = writeln!(
        line,
        "  \"{}\": {{ args: {args}; result: {result} }};",
        command.name
    );
    line
}
