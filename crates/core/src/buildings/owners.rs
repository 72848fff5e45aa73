//! The owners' committee (业委会) as one line of text, in sheets and on papers.

use super::OwnersMember;
use ground::written::to_half_width;

const MEMBER: &str = "委员";
const PARTY: &str = "党员";
/// What stands between the words in brackets.
const BETWEEN: &[char] = &['、', ',', ';', '/', '·', ' '];

/// `张三（主任，党员）、李四（委员）`.
pub(crate) fn owners_text(members: &[OwnersMember]) -> String {
    let one = |member: &OwnersMember| {
        let party = if member.party { "，党员" } else { "" };
        format!("{}（{}{party}）", member.name, member.post)
    };
    members.iter().map(one).collect::<Vec<_>>().join("、")
}

/// Reads [`owners_text`], and lists without brackets or with other marks between the names.
pub(crate) fn owners_of(text: &str) -> Vec<OwnersMember> {
    let text = to_half_width(text);
    let mut members = Vec::new();
    let (mut name, mut inside, mut open) = (String::new(), String::new(), false);
    // A mark after the last name, so that it ends as the others do.
    for ch in text.chars().chain(['、']) {
        match ch {
            '(' => open = true,
            ')' => open = false,
            _ if open => inside.push(ch),
            '、' | ',' | ';' | '\n' => {
                members.extend(member(
                    &std::mem::take(&mut name),
                    &std::mem::take(&mut inside),
                ));
            }
            _ => name.push(ch),
        }
    }
    members.extend(member(&name, &inside));
    members
}

fn member(name: &str, inside: &str) -> Option<OwnersMember> {
    let name = name.trim();
    let words = inside.split(BETWEEN).filter(|word| !word.is_empty());
    let post: String = words.filter(|word| *word != PARTY).collect();
    (!name.is_empty()).then(|| OwnersMember {
        name: name.to_owned(),
        post: match post.replace(PARTY, "") {
            post if post.is_empty() => MEMBER.to_owned(),
            post => post,
        },
        party: inside.contains(PARTY),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(name: &str, post: &str, party: bool) -> OwnersMember {
        OwnersMember {
            name: name.into(),
            post: post.into(),
            party,
        }
    }

    #[test]
    fn lists_are_read_as_offices_write_them() {
        let expected = [of("张三", "主任", true), of("李四", "委员", false)];
        for written in [
            "张三（主任，党员）、李四（委员）",
            "张三(主任、党员)；李四",
            "张三（党员 主任），李四（委员",
            "张三（主任/党员）\n李四、",
        ] {
            assert_eq!(owners_of(written), expected, "{written}");
        }
        assert!(owners_of(" 、 ").is_empty());
    }

    proptest! {
        #[test]
        fn what_is_written_reads_the_same(names in prop::collection::vec("[一-龥]{1,4}", 0..5), party: bool) {
            let members: Vec<_> = names.iter().map(|name| of(name, "副主任", party)).collect();
            prop_assert_eq!(owners_of(&owners_text(&members)), members);
        }

        #[test]
        fn nothing_typed_breaks_it(text in ".{0,60}") {
            for member in owners_of(&text) {
                prop_assert!(!member.name.is_empty() && !member.post.is_empty());
            }
        }
    }
}
