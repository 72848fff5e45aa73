//! The house keeps its floors: no folder of the core leads back to itself over others, and kits know no thing.
//!
//! The crates keep the layers between them by themselves; within the core the compiler does not mind a circle,
//! so the imports are read here as text.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

type Graph = BTreeMap<String, BTreeSet<String>>;

/// Folders that the crate's root gives under other names.
const HOUSE: [&str; 6] = ["api", "founding", "keys", "office", "session", "thing"];

/// Folders that serve things and therefore know none.
const KITS: [&str; 8] = [
    "house",
    "documents",
    "history",
    "registers",
    "sampling",
    "screen",
    "search",
    "settings",
];

#[test]
fn no_folder_of_the_core_leads_back_to_itself() {
    let circles = circles(&core());
    assert!(circles.is_empty(), "folders in a circle: {circles:?}");
}

#[test]
fn kits_know_no_thing() {
    let kits: BTreeSet<&str> = KITS.into_iter().chain(["todo", "wording"]).collect();
    let graph = core();
    for kit in KITS {
        let things = graph[kit]
            .iter()
            .filter(|known| !kits.contains(known.as_str()));
        let things: Vec<&String> = things.collect();
        assert!(things.is_empty(), "{kit} knows {things:?}");
    }
}

#[test]
fn a_circle_is_found() {
    let graph = |edges: &[(&str, &str)]| {
        let mut graph = Graph::new();
        for (from, to) in edges {
            graph.entry((*to).into()).or_default();
            graph
                .entry((*from).into())
                .or_default()
                .insert((*to).into());
        }
        graph
    };
    assert!(circles(&graph(&[("a", "b"), ("b", "c"), ("a", "c")])).is_empty());
    let found = circles(&graph(&[("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")]));
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["a", "b", "c"]);
}

/// Which folders of the core use which others, tests left out.
fn core() -> Graph {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/core/src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut graph = Graph::new();
    for file in files {
        let within = file.strip_prefix(&root).unwrap();
        let folder = within.iter().next().unwrap().to_str().unwrap();
        let folder = folder.trim_end_matches(".rs").to_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        let uses = graph.entry(folder.clone()).or_default();
        uses.extend(used(before_tests(&text)).filter(|used| *used != folder));
    }
    graph.remove("lib");
    // What is named after `crate::` and is no folder is one of the core's macros.
    let folders: BTreeSet<String> = graph.keys().cloned().collect();
    for uses in graph.values_mut() {
        uses.retain(|used| folders.contains(used));
    }
    graph
}

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() && name != "tests" {
            sources(&path, files);
        } else if name.ends_with(".rs") && name != "tests.rs" && name != "testing.rs" {
            files.push(path);
        }
    }
}

fn before_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod ").next().unwrap_or(text)
}

/// The folders that a file names after `crate::`, in imports, in groups of them and in paths.
fn used(text: &str) -> impl Iterator<Item = String> {
    let mut found = BTreeSet::new();
    for after in text.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            Some(group) => {
                let group = group.split("};").next().unwrap_or(group);
                found.extend(group.split(',').map(first_name));
            }
            None => {
                found.insert(first_name(after));
            }
        }
    }
    found.remove("");
    found
        .into_iter()
        .map(|name| match HOUSE.contains(&name.as_str()) {
            true => "house".to_owned(),
            false => name,
        })
}

fn first_name(path: &str) -> String {
    let path = path.trim_start();
    let end = path.find(|c: char| !(c.is_ascii_lowercase() || c == '_'));
    path[..end.unwrap_or(path.len())].to_owned()
}

/// The folders that stand in a circle: what is left once those that use none of the rest, and those that none of
/// the rest uses, are taken away again and again.
fn circles(graph: &Graph) -> BTreeSet<String> {
    let mut left: BTreeSet<String> = graph.keys().cloned().collect();
    loop {
        let uses = |folder: &String| graph[folder].iter().any(|used| left.contains(used));
        let is_used = |folder: &String| {
            let mut others = left.iter();
            others.any(|other| graph[other].contains(folder))
        };
        let next: BTreeSet<String> = left
            .iter()
            .filter(|folder| uses(folder) && is_used(folder))
            .cloned()
            .collect();
        if next.len() == left.len() {
            return left;
        }
        left = next;
    }
}
