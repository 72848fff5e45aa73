//! Templates to text. A field is named in Chinese between double braces: `{{ 会议 }}`.

use super::WordingKind;
use ground::error::{Error, Result};
use minijinja::{Environment, Error as Wrong, UndefinedBehavior, Value};
use std::collections::BTreeMap;

/// Steps a template may take; far more than a sentence needs, and an end to endless ones.
const FUEL: u64 = 20_000;
/// Characters of a template.
const LONGEST: usize = 1_000;

fn environment<'t>() -> Environment<'t> {
    let mut environment = Environment::new();
    // A field that is misspelt must be told, and not be printed as nothing.
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment
}

fn render(text: &str, values: &[(&str, &str)]) -> std::result::Result<String, Wrong> {
    let values: BTreeMap<&str, Value> = values
        .iter()
        .map(|(name, value)| (*name, Value::from(*value)))
        .collect();
    environment()
        .template_from_str(text)?
        .render(Value::from(values))
        .map(|text| text.trim().to_owned())
}

/// The text of `kind` in the office's own words, where it has some. What is kept was checked when it was saved; should it
/// fail all the same, the default serves, so that a paper is never held up by its wording.
pub(crate) fn fill(
    own: &BTreeMap<WordingKind, String>,
    kind: WordingKind,
    values: &[(&str, &str)],
) -> String {
    let own = own.get(&kind).map(String::as_str);
    let own = own.and_then(|text| {
        let failed = |cause: &Wrong| tracing::warn!(%cause, ?kind, "wording cannot be filled in");
        render(text, values).inspect_err(failed).ok()
    });
    own.unwrap_or_else(|| render(kind.default_text(), values).unwrap_or_default())
}

/// What `text` says with the example of each field.
///
/// # Errors
/// `Invalid` on `wording` for a text too long, not well formed, or naming a field it has not,
/// with the fields it may name.
pub(crate) fn check(kind: WordingKind, text: &str) -> Result<String> {
    let told = |message: String| Error::invalid("wording", message);
    let name = kind.chinese();
    if text.chars().count() > LONGEST {
        return Err(told(format!(
            "“{name}”超过 {LONGEST} 个字，请缩短后再保存。"
        )));
    }
    if let Some(field) = unknown_field(kind, text) {
        return Err(told(format!(
            "“{name}”里没有“{field}”这个栏目，可以用的有：{}。",
            allowed(kind)
        )));
    }
    if let Some(field) = missing_field(kind, text) {
        return Err(told(format!(
            "“{name}”里必须有“{field}”这个栏目，请加上 {{{{ {field} }}}}。"
        )));
    }
    render(text, kind.fields()).map_err(|cause| {
        tracing::info!(%cause, ?kind, "wording refused");
        told(format!(
            "“{name}”的写法有误：栏目要写成 {{{{ 栏目名 }}}}，条件要写成 {{% if 栏目名 %}}……{{% endif %}}，请检查括号是否成对。可以用的栏目有：{}。",
            allowed(kind)
        ))
    })
}

fn allowed(kind: WordingKind) -> String {
    let names: Vec<&str> = kind.fields().iter().map(|(name, _)| *name).collect();
    names.join("、")
}

/// The first field by name that `text` uses and `kind` does not have.
fn unknown_field(kind: WordingKind, text: &str) -> Option<String> {
    let environment = environment();
    // A text that is not well formed is refused where it is filled in, with how to write it.
    let template = environment.template_from_str(text).ok()?;
    let mut unknown: Vec<String> = template
        .undeclared_variables(false)
        .into_iter()
        .filter(|used| kind.fields().iter().all(|(name, _)| name != used))
        .collect();
    unknown.sort();
    unknown.into_iter().next()
}

/// The first field that `kind` must name and a well-formed `text` does not.
fn missing_field(kind: WordingKind, text: &str) -> Option<&'static str> {
    let environment = environment();
    let used = environment
        .template_from_str(text)
        .ok()?
        .undeclared_variables(false);
    let mut required = kind.required().iter().copied();
    required.find(|field| !used.contains(*field))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_default_fills_in() {
        for kind in WordingKind::ALL {
            let text = check(kind, kind.default_text()).unwrap();
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
            assert_eq!(fill(&BTreeMap::new(), kind, kind.fields()), text);
        }
    }

    #[test]
    fn a_wrong_field_is_told_with_those_there_are() {
        let told = check(WordingKind::NoticeOpening, "定于{{ 日子 }}召开{{ 会议 }}").unwrap_err();
        let message = told.to_string();
        assert!(message.contains("没有“日子”这个栏目"), "{message}");
        assert!(
            message.contains("会议、大党委、时间、地点、主持人"),
            "{message}"
        );
    }

    #[test]
    fn a_number_must_name_year_and_count() {
        let told = check(WordingKind::PartnerNumber, "合聘{{ 年份 }}").unwrap_err();
        assert!(told.to_string().contains("必须有“序号”"), "{told}");
        assert!(check(WordingKind::PartnerNumber, "{{ 年份 }}-{{ 序号 }}").is_ok());
    }

    #[test]
    fn braces_left_open_and_endless_texts_are_told() {
        for text in ["召开{{ 会议", "{% if 会议 %}召开", "{{ 会议 | 没有 }}"] {
            let told = check(WordingKind::NoticeOpening, text).unwrap_err();
            assert!(told.to_string().contains("写法有误"), "{told}");
        }
        let endless =
            "{% for i in range(9999) %}{% for j in range(9999) %}a{% endfor %}{% endfor %}";
        assert!(check(WordingKind::NoticeOpening, endless).is_err());
        assert!(check(WordingKind::NoticeOpening, &"长".repeat(1001)).is_err());
    }

    #[test]
    fn the_offices_own_words_come_before_the_default() {
        let mut kept = BTreeMap::new();
        let own = "兹定于近日召开{{ 会议 }}，通知如下：";
        kept.insert(WordingKind::NoticeOpening, own.into());
        let text = fill(&kept, WordingKind::NoticeOpening, &[("会议", "联席会议")]);
        assert_eq!(text, "兹定于近日召开联席会议，通知如下：");
        kept.insert(WordingKind::NoticeOpening, "{{".into());
        let text = fill(&kept, WordingKind::NoticeOpening, &[("会议", "联席会议")]);
        assert_eq!(text, "经研究，决定召开联席会议。现将有关事项通知如下：");
    }

    proptest! {
        #[test]
        fn what_fields_say_is_never_read_as_a_template(value in "\\PC{0,40}") {
            let text = fill(&BTreeMap::new(), WordingKind::MarkLetter, &[("发文机关", &value)]);
            prop_assert_eq!(text, value.trim());
        }
    }
}
