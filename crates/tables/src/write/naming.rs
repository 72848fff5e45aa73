//! Names of sheets.

use crate::text::utf16_head;

/// Units of UTF-16 in a sheet's name, at most.
const LONGEST: usize = 31;
/// What Excel refuses in the name of a sheet, and Windows in that of a file.
const REFUSED: &str = r#"[]:*?/\'"<>|"#;

/// The name of a sheet of this title.
#[must_use]
pub fn sheet_name(title: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !REFUSED.contains(*c);
    let name: String = title.chars().filter(allowed).collect();
    match utf16_head(name.trim(), LONGEST).trim_end_matches([' ', '.']) {
        "" => "列表".to_owned(),
        name => name.to_owned(),
    }
}

/// Names of sheets in one workbook: where two would be alike, the later carries its place.
#[must_use]
pub fn sheet_names<'t>(titles: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for title in titles {
        let name = sheet_name(title);
        // Excel takes names that differ in case only for the same.
        let alike = |other: &String| other.to_lowercase() == name.to_lowercase();
        if names.iter().any(alike) {
            let place = format!("（{}）", names.len() + 1);
            let room = LONGEST - place.chars().count();
            names.push(format!("{}{place}", utf16_head(&name, room)));
        } else {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_takes_any_title() {
        assert_eq!(sheet_name("谁能做/这件事?"), "谁能做这件事");
        assert_eq!(sheet_name("[]"), "列表");
        assert_eq!(sheet_name(&"长".repeat(40)).chars().count(), 31);
        assert_eq!(sheet_name(&"𠮷".repeat(40)), "𠮷".repeat(15));
        assert_eq!(sheet_name(" 总览. "), "总览");
    }

    #[test]
    fn sheets_of_one_workbook_differ() {
        let long = "长".repeat(40);
        let names = sheet_names([long.as_str(), "A/b", "ab", &long].into_iter());
        let cut = format!("{}（4）", "长".repeat(28));
        assert_eq!(names, [&"长".repeat(31), "Ab", "ab（3）", &cut]);
    }
}
