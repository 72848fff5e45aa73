//! Typesetting for every paper of the program: a character that no font has stops it, and is named
//! with the records it stands in, so that a clerk knows where to mend it.

use crate::house::fonts::typesetting;
use crate::office::Cx;
use gongwen::{Document, Info, Part, Rendered, render_bundle};
use ground::error::{Error, ErrorCode, Result};
use serde::Serialize;
use storage::Holder;

/// Records named in one sentence.
const MOST_NAMED: usize = 3;
/// Characters of a text shown on either side of the one at fault.
const AROUND: usize = 6;

/// A record that holds the character, as the error's detail lists it.
#[derive(Debug, Serialize)]
struct Named<'h> {
    table: &'static str,
    id: &'h str,
    text: &'h str,
}

/// Typesets one document.
///
/// # Errors
/// `Typesetting`, with the records at fault in its sentence and `{character, records}` as its
/// detail where a character is missing.
pub(crate) async fn typeset(cx: &mut Cx<'_>, document: &Document) -> Result<Rendered> {
    let part = Part {
        bookmark: String::new(),
        document,
    };
    typeset_bundle(cx, &[part], &document.info).await
}

/// Typesets several documents into one file.
///
/// # Errors
/// As [`typeset`].
pub(crate) async fn typeset_bundle(
    cx: &mut Cx<'_>,
    parts: &[Part<'_>],
    info: &Info,
) -> Result<Rendered> {
    match render_bundle(parts, info, &cx.office.fonts()?) {
        Ok(rendered) => Ok(rendered),
        Err(cause) => Err(told(cx, cause).await?),
    }
}

async fn told(cx: &mut Cx<'_>, cause: gongwen::Error) -> Result<Error> {
    let gongwen::Error::MissingGlyph {
        character,
        role,
        place,
        excerpt,
    } = &cause
    else {
        return Ok(typesetting(cause));
    };
    let held = cx.tx.holders(*character).await?;
    let records = sources(&held, excerpt, *character);
    if records.is_empty() {
        return Ok(typesetting(cause));
    }
    let names: Vec<String> = records.iter().map(|h| described(h, *character)).collect();
    let message = format!(
        "字体中没有“{character}”（U+{:04X}），它在{place}“{excerpt}”里，来自{}。请到那里换一个字，或在设置里给{role}配上含有这个字的字体。",
        *character as u32,
        names.join("、")
    );
    let named: Vec<Named<'_>> = records
        .iter()
        .map(|holder| Named {
            table: holder.table,
            id: &holder.id,
            text: &holder.text,
        })
        .collect();
    let detail = serde_json::json!({ "character": character, "records": named });
    Ok(Error::new(ErrorCode::Typesetting, message).with_detail(detail))
}

/// The records whose text stands in the paper, as far as the excerpt shows it: those that agree with
/// it, else (papers put some texts in other words) all; and of these, those that share the characters
/// next to the one at fault, where any do.
fn sources<'h>(held: &'h [Holder], excerpt: &str, ch: char) -> Vec<&'h Holder> {
    let mut likely: Vec<(&Holder, Likeness)> = Vec::new();
    for holder in held {
        let known = |(other, _): &(&Holder, Likeness)| {
            other.table == holder.table && other.text == holder.text
        };
        // One text copied into many records would fill the whole sentence with one name.
        if !likely.iter().any(known) {
            likely.push((holder, likeness(&holder.text, excerpt, ch)));
        }
    }
    prefer(&mut likely, |likeness| likeness.agrees);
    prefer(&mut likely, |likeness| likeness.shared > 0);
    let holders = likely.into_iter().map(|(holder, _)| holder);
    holders.take(MOST_NAMED).collect()
}

/// Keeps those of which `test` holds, unless there are none.
fn prefer(likely: &mut Vec<(&Holder, Likeness)>, test: impl Fn(&Likeness) -> bool) {
    if likely.iter().any(|(_, likeness)| test(likeness)) {
        likely.retain(|(_, likeness)| test(likeness));
    }
}

/// How a record's text and the paper compare around a character.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    /// Nothing differs as far as both reach.
    agrees: bool,
    /// Characters they share next to it.
    shared: usize,
}

fn likeness(text: &str, excerpt: &str, ch: char) -> Likeness {
    let shown = places(excerpt, ch);
    let compare = |(before, after): &(Vec<char>, Vec<char>)| {
        let with = |(left, right): &(Vec<char>, Vec<char>)| {
            let (a, b) = (run(before, left), run(after, right));
            Likeness {
                agrees: a == before.len().min(left.len()) && b == after.len().min(right.len()),
                shared: a + b,
            }
        };
        shown.iter().map(with).max().unwrap_or_default()
    };
    places(text, ch)
        .iter()
        .map(compare)
        .max()
        .unwrap_or_default()
}

/// Wherever `ch` stands in `text`: the characters before it, backwards, and those after it.
fn places(text: &str, ch: char) -> Vec<(Vec<char>, Vec<char>)> {
    // Papers break and space a text otherwise than its record does.
    let chars: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let at = chars.iter().enumerate().filter(|(_, c)| **c == ch);
    at.map(|(at, _)| {
        let before = chars.iter().take(at).rev().copied().collect();
        (before, chars.iter().skip(at + 1).copied().collect())
    })
    .collect()
}

/// How many characters two runs share from their beginning.
fn run(a: &[char], b: &[char]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// `成员单位“区司法局”（林😀）`
fn described(holder: &Holder, ch: char) -> String {
    let part = clipped(&holder.text, ch);
    if holder.name.is_empty() || holder.name == holder.text {
        return format!("{}“{part}”", holder.chinese);
    }
    format!("{}“{}”（{part}）", holder.chinese, holder.name)
}

fn clipped(text: &str, ch: char) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = chars.iter().position(|c| *c == ch).unwrap_or_default();
    let from = at.saturating_sub(AROUND);
    chars
        .iter()
        .skip(from)
        .take(at - from + 1 + AROUND)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_that_agrees_with_the_paper_is_named() {
        let holder = |text: &str| Holder {
            table: "member_unit",
            chinese: "成员单位",
            id: String::new(),
            name: String::new(),
            text: text.into(),
        };
        let held = [
            "王\u{1F600}",
            "\u{1F600}气球",
            "林\u{1F600}",
            "林\u{1F600}同志",
        ]
        .map(holder);
        let named = |excerpt| -> Vec<&str> {
            let found = sources(&held, excerpt, '\u{1F600}');
            found
                .into_iter()
                .map(|holder| holder.text.as_str())
                .collect()
        };
        assert_eq!(named("区司法局林\u{1F600}，区交警"), ["林\u{1F600}"]);
        assert_eq!(named("王\u{1F600}"), ["王\u{1F600}"]);
        assert_eq!(named("研究\u{1F600}事项").len(), MOST_NAMED);
    }

    #[test]
    fn a_long_text_is_shown_around_the_character() {
        let text = "会议研究了电动自行车\u{1F600}充电棚选址和建设";
        assert_eq!(
            clipped(text, '\u{1F600}'),
            "了电动自行车\u{1F600}充电棚选址和"
        );
    }
}
