use super::plain;
use crate::meetings::Dossier;
use chrono::NaiveDateTime;
use gongwen::{Align, Block, Document, Length, Margins, PageNumbers, PageOptions, Role};

/// Points of a name on a card.
const NAME: u16 = 96;
/// Points of a name of five characters or more.
const LONG_NAME: u16 = 48;

/// 席卡: two to a page, cut between them, each folded to stand with its name on both faces; everybody
/// called, in official order.
pub(crate) fn name_cards(dossier: &Dossier, made: NaiveDateTime) -> Document {
    let document = plain(dossier, "席卡", made);
    let mut names: Vec<&str> = Vec::new();
    for person in &dossier.people {
        let name = shown(person.stand_in.as_str(), &person.person, &person.unit_name);
        // Whoever sits there for two units needs one card.
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    let mut body = Vec::new();
    for (index, pair) in names.chunks(2).enumerate() {
        if index > 0 {
            body.push(Block::PageBreak);
        }
        body.extend(pair.iter().flat_map(|name| card(name)));
    }
    let (margins, leading) = page();
    let page = PageOptions {
        numbers: PageNumbers::None,
        margins,
        leading: Some(leading),
        ..document.page
    };
    Document {
        title: String::new(),
        body,
        page,
        ..document
    }
}

/// Who sits there: the stand-in, else the person, else the unit.
fn shown<'a>(stand_in: &'a str, person: &'a str, unit: &'a str) -> &'a str {
    [stand_in, person, unit]
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}

/// Lines of the grid: 32 to a page, so that a card has 16, of which each face takes 8.
const LINES: i64 = 32;

fn page() -> (Margins, Length) {
    let side = Length::mm(10);
    let margins = Margins {
        top: Length::ZERO,
        bottom: Length::ZERO,
        left: side,
        right: side,
    };
    (margins, Length::mm(297) / LINES)
}

/// The name on its head in the middle of the far face, and upright in the middle of the near one.
fn card(name: &str) -> Vec<Block> {
    let count = name.chars().count();
    let (points, above, below) = if count > 5 {
        (LONG_NAME, 2, 3)
    } else {
        (NAME, 1, 2)
    };
    // Two characters are spread to the width of three, as name cards are set.
    let text = match name.chars().collect::<Vec<_>>().as_slice() {
        [first, second] => format!("{first}　{second}"),
        _ => name.to_owned(),
    };
    let role = Role::Title;
    let far = Block::Turned {
        text: text.clone(),
        role,
        points,
    };
    let near = Block::Display {
        text,
        role,
        points,
        align: Align::Center,
    };
    let blank = |lines: usize| vec![Block::Blank; lines];
    [
        blank(below),
        vec![far],
        blank(above * 2),
        vec![near],
        blank(below),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_takes_half_a_page() {
        let lines = |name: &str| -> i64 {
            let line = (Length::mm(297) / LINES).as_um();
            card(name)
                .iter()
                .map(|block| match block {
                    Block::Display { points, .. } | Block::Turned { points, .. } => {
                        let needed = Length::pt(i64::from(*points)).as_um() * 13 / 10;
                        (needed + line - 1) / line
                    }
                    _ => 1,
                })
                .sum()
        };
        assert_eq!(
            [lines("王堃"), lines("孙玥"), lines("买买提·阿卜杜拉")],
            [LINES / 2; 3]
        );
    }

    #[test]
    fn who_stands_in_has_the_card() {
        assert_eq!(shown("郭燕", "马祎", "国药医院"), "郭燕");
        assert_eq!(shown("", "", "东风小学"), "东风小学");
    }
}
