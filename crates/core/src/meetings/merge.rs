//! Hand and data in one text: what was edited survives regeneration, what a hand added keeps its
//! place. Pure.

use super::{EditedBlock, MinutesBlock};
use std::collections::HashMap;

/// Brings the text up to the data. Blocks in the order of `fresh`; a paragraph of the hand's own,
/// and an edited one whose data is gone, stay behind the block they stood behind.
pub(super) fn regenerate(old: &[MinutesBlock], fresh: Vec<MinutesBlock>) -> Vec<MinutesBlock> {
    let known: HashMap<&str, &MinutesBlock> = old
        .iter()
        .map(|block| (block.key.as_str(), block))
        .collect();
    let refreshed = fresh
        .into_iter()
        .map(|block| match known.get(block.key.as_str()) {
            // `edited_from` stays: it is what the hand saw, and so tells that the data changed
            // beneath.
            Some(before) => MinutesBlock {
                generated: block.generated,
                level: block.level,
                ..(*before).clone()
            },
            None => block,
        });
    let mut text: Vec<MinutesBlock> = refreshed.collect();
    let mut behind = 0;
    for before in old {
        if let Some(at) = text.iter().position(|block| block.key == before.key) {
            behind = at + 1;
        } else if before.edited.is_some() {
            text.insert(behind, orphan(before));
            behind += 1;
        }
    }
    text
}

/// A hand's text whose data is gone: it stays, and shows as changed beneath.
fn orphan(block: &MinutesBlock) -> MinutesBlock {
    MinutesBlock {
        generated: String::new(),
        ..block.clone()
    }
}

/// The text as the editor gives it back. A data block that the editor left out counts as removed;
/// an unknown key is a paragraph of the hand's own.
pub(super) fn edit(old: &[MinutesBlock], edited: Vec<EditedBlock>) -> Vec<MinutesBlock> {
    // Beyond the highest in use: two paragraphs must not share a key.
    let mut own = old
        .iter()
        .filter_map(|block| own_number(&block.key))
        .max()
        .unwrap_or(0);
    let mut text: Vec<MinutesBlock> = Vec::with_capacity(edited.len());
    for block in edited {
        // A block that comes back twice would be printed twice.
        if text.iter().any(|known| known.key == block.key) {
            continue;
        }
        match old.iter().find(|known| known.key == block.key) {
            Some(known) => text.push(touched(known, block)),
            None => text.extend(added(block, &mut own)),
        }
    }
    restore_left_out(old, &mut text);
    // Only what data can make again stays as removed; an own paragraph taken away is gone.
    text.retain(|block| own_number(&block.key).is_none() || !block.removed);
    text
}

fn own_number(key: &str) -> Option<u32> {
    key.strip_prefix("own:")
        .and_then(|number| number.parse().ok())
}

fn touched(known: &MinutesBlock, block: EditedBlock) -> MinutesBlock {
    let own = own_number(&known.key).is_some();
    // Typed back to what the data says it is no edit any more, and follows the data again.
    let written = block.edited.filter(|text| own || *text != known.generated);
    let untouched = written == known.edited && !block.accepted;
    let edited_from = if untouched {
        known.edited_from.clone()
    } else {
        Some(known.generated.clone())
    };
    MinutesBlock {
        // A data block's level comes with its item.
        level: if own { block.level.min(4) } else { known.level },
        edited_from: edited_from.filter(|_| written.is_some()),
        edited: written,
        removed: block.removed,
        ..known.clone()
    }
}

fn added(block: EditedBlock, own: &mut u32) -> Option<MinutesBlock> {
    let text = block
        .edited
        .filter(|text| !text.is_empty() && !block.removed)?;
    *own += 1;
    Some(MinutesBlock {
        key: format!("own:{own}"),
        level: block.level.min(4),
        generated: String::new(),
        edited: Some(text),
        edited_from: Some(String::new()),
        removed: false,
    })
}

fn restore_left_out(old: &[MinutesBlock], text: &mut Vec<MinutesBlock>) {
    let mut behind = 0;
    for block in old {
        if let Some(at) = text.iter().position(|known| known.key == block.key) {
            behind = at + 1;
        } else if own_number(&block.key).is_none() {
            text.insert(
                behind,
                MinutesBlock {
                    removed: true,
                    ..block.clone()
                },
            );
            behind += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data(key: &str, generated: &str) -> MinutesBlock {
        MinutesBlock {
            key: key.into(),
            level: 0,
            generated: generated.into(),
            edited: None,
            edited_from: None,
            removed: false,
        }
    }

    fn back(block: &MinutesBlock) -> EditedBlock {
        EditedBlock {
            key: block.key.clone(),
            level: block.level,
            edited: block.edited.clone(),
            removed: block.removed,
            accepted: false,
        }
    }

    fn written(key: &str, text: &str) -> EditedBlock {
        EditedBlock {
            key: key.into(),
            level: 0,
            edited: Some(text.into()),
            removed: false,
            accepted: false,
        }
    }

    fn shown(text: &[MinutesBlock]) -> Vec<&str> {
        text.iter()
            .filter(|block| !block.removed)
            .map(MinutesBlock::text)
            .collect()
    }

    #[test]
    fn an_edit_survives_and_is_marked_when_the_data_changes() {
        let old = [data("opening", "开"), data("item:1:text", "旧")];
        let edited = edit(&old, vec![back(&old[0]), written("item:1:text", "手改")]);
        assert!(!edited[1].stale());
        let same = regenerate(&edited, old.to_vec());
        assert!(!same[1].stale());
        let changed = regenerate(
            &edited,
            vec![data("opening", "新开"), data("item:1:text", "新")],
        );
        assert_eq!(shown(&changed), ["新开", "手改"]);
        assert!(changed[1].stale() && !changed[0].stale());
    }

    #[test]
    fn a_stale_edit_stays_marked_until_the_hand_accepts_it() {
        let stale = MinutesBlock {
            edited: Some("手改".into()),
            edited_from: Some("旧".into()),
            ..data("opening", "新")
        };
        assert!(edit(std::slice::from_ref(&stale), vec![back(&stale)])[0].stale());
        let accepted = EditedBlock {
            accepted: true,
            ..back(&stale)
        };
        assert!(!edit(&[stale], vec![accepted])[0].stale());
    }

    #[test]
    fn own_paragraphs_keep_their_place() {
        let old = [
            data("opening", "开"),
            data("item:1:text", "一"),
            data("item:2:text", "二"),
        ];
        let edited = edit(
            &old,
            vec![
                back(&old[0]),
                back(&old[1]),
                written("new", "自写"),
                back(&old[2]),
            ],
        );
        assert_eq!(edited[2].key, "own:1");
        assert!(!edited[2].stale());
        let fresh = vec![
            data("opening", "开"),
            data("item:1:text", "一"),
            data("item:3:text", "三"),
            data("item:2:text", "二"),
        ];
        assert_eq!(
            shown(&regenerate(&edited, fresh)),
            ["开", "一", "自写", "三", "二"]
        );
    }

    #[test]
    fn an_edit_outlives_its_item_and_shows_as_changed() {
        let old = [data("opening", "开"), data("item:1:text", "旧")];
        let edited = edit(&old, vec![back(&old[0]), written("item:1:text", "手改")]);
        let left = regenerate(&edited, vec![data("opening", "开")]);
        assert_eq!(shown(&left), ["开", "手改"]);
        assert!(left[1].stale());
    }

    #[test]
    fn what_the_editor_leaves_out_is_removed_and_can_come_back() {
        let old = [data("opening", "开"), data("item:1:text", "一")];
        let edited = edit(&old, vec![back(&old[0])]);
        assert_eq!(shown(&edited), ["开"]);
        let again = regenerate(&edited, old.to_vec());
        assert!(again[1].removed);
        let restored = edit(
            &again,
            vec![
                back(&again[0]),
                EditedBlock {
                    removed: false,
                    ..back(&again[1])
                },
            ],
        );
        assert_eq!(shown(&restored), ["开", "一"]);
    }

    #[test]
    fn text_as_the_data_gives_it_is_no_edit() {
        let old = [data("opening", "开")];
        assert_eq!(edit(&old, vec![written("opening", "开")])[0].edited, None);
    }
}
