//! The other typesetters, told by a small script in their own language.

use std::path::Path;
use std::process::Command;

use gongwen::{Block, Document};

/// Compares with what `others.py` measures; it prints `name<TAB>warm ms<TAB>cold ms`, or `absent`.
pub fn compare(folder: &Path, minutes: &Document, warm: f64, cold: f64) {
    let text = folder.join("minutes.txt");
    std::fs::write(&text, lines(minutes).join("\n")).unwrap();
    let bench = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/typesetters/others.py");
    let fonts = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts");
    let output = Command::new("python3")
        .args([bench, fonts])
        .arg(folder)
        .output();
    let Ok(output) = output else {
        println!("ratio others: absent (no python3)");
        return;
    };
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        match fields.as_slice() {
            [name, their_warm, their_cold] => {
                told(name, "warm", their_warm, warm);
                told(name, "cold", their_cold, cold);
            }
            _ => println!("ratio {line}"),
        }
    }
}

fn told(name: &str, how: &str, theirs: &str, ours: f64) {
    let Ok(theirs) = theirs.parse::<f64>() else {
        return;
    };
    let times = theirs / ours;
    let word = if times > 1.0 { "ok" } else { "OVER" };
    println!(
        "ratio {name} {how}: {theirs:.1} ms to {ours:.1} ms, {times:.1} times (limit 1) {word}"
    );
}

/// The text, headings begun with `#`.
fn lines(document: &Document) -> Vec<String> {
    let mut lines = vec![format!("# {}", document.title)];
    for block in &document.body {
        match block {
            Block::Heading { text, .. } => lines.push(format!("## {text}")),
            Block::Paragraph { text } => lines.push(text.clone()),
            Block::RunIn { lead, text, .. } => lines.push(format!("{lead}{text}")),
            _ => {}
        }
    }
    let people = document.attendance.iter();
    lines.extend(people.map(|line| format!("{}：{}", line.label, line.text)));
    lines
}
