//! Papers in TypeScript: their keys, what they are made from, and the arguments of each.

use super::kind::{PaperKind, all};
use crate::api::Config;
use crate::house::keys::{KeyType, MadeType};
use std::fmt::Write;

/// The type of their keys.
pub(super) static KINDS: KeyType = KeyType {
    name: "DocumentKind",
    doc: "A document the program makes.",
    keys: |catalog| all(catalog).into_iter().map(|paper| paper.key).collect(),
};

/// The type of what they are made from.
pub(super) static SOURCES: KeyType = KeyType {
    name: "DocumentSource",
    doc: "What a document is made from.",
    keys: |catalog| {
        let mut sources: Vec<&str> = Vec::new();
        for paper in all(catalog) {
            if !sources.contains(&paper.source) {
                sources.push(paper.source);
            }
        }
        sources
    },
};

/// The arguments of `documents.make`, told apart by the kind: those of every paper, and what all have.
pub(super) static MAKE: MadeType = MadeType {
    name: "MakeDocument",
    visit: |catalog, collector| {
        for paper in all(catalog) {
            (paper.visit)(collector);
        }
    },
    typescript: |catalog, config| union(&all(catalog), config),
};

/// What all papers have beside their own.
const SHARED: &str = "/**\n * The time it went out that is wanted, by the issued paper's key; the last when not said.\n */\n\
     issued_id?: string,\n/**\n * PDF when not said.\n */\nformat?: FileFormat, ";

/// Papers with the same arguments share a member, so that one of several kinds may be asked for.
fn union(papers: &[&PaperKind], config: &Config) -> String {
    let mut members: Vec<(String, Vec<String>)> = Vec::new();
    for paper in papers {
        let (args, key) = ((paper.args)(config), format!("\"{}\"", paper.key));
        match members.iter_mut().find(|(known, _)| *known == args) {
            Some((_, keys)) => keys.push(key),
            None => members.push((args, vec![key])),
        }
    }
    let mut out =
        String::from("/**\n * Arguments of `documents.make` and `documents.issue`.\n */\n");
    out.push_str("export type MakeDocument = { ");
    let _ = write!(out, "{SHARED}}} & (");
    for (args, keys) in members {
        let _ = write!(out, "\n  | ({{ kind: {} }} & {args})", keys.join(" | "));
    }
    out.push_str("\n);\n");
    out
}
