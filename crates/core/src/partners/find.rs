//! Who can do this: skill, community and free time in one search box.

use super::args::{FindPartners, FoundPartners, ListPartners, UnderstoodWord, WordMeaning};
use super::commands::{rows, whole_reach};
use super::{PartnerKind, PartnerState, store, times};
use crate::committees::{Community, all_communities};
use crate::office::Cx;
use ground::error::{Error, Result};
use storage::Select;

/// Words of a search, at most.
const MOST_WORDS: usize = 8;

/// What was typed, taken apart.
#[derive(Debug, Default, PartialEq)]
struct Request {
    words: Vec<UnderstoodWord>,
    communities: Vec<String>,
    kinds: Vec<PartnerKind>,
    /// Parts of the week, each of which must be free.
    times: Vec<i64>,
    skills: Vec<String>,
}

/// Takes a search apart: each word is a community, a kind, a time, or else a skill or name.
fn understand(text: &str, communities: &[Community]) -> Request {
    let mut request = Request::default();
    let words =
        text.split(|ch: char| ch.is_whitespace() || matches!(ch, '，' | ',' | '、' | '；' | '/'));
    for word in words.filter(|word| !word.is_empty()).take(MOST_WORDS) {
        let meaning = request.take(word, communities);
        request.words.push(UnderstoodWord {
            word: word.to_owned(),
            meaning,
        });
    }
    request
}

impl Request {
    fn take(&mut self, word: &str, communities: &[Community]) -> WordMeaning {
        let named = |community: &&Community| {
            community.name == word || community.name.strip_suffix("社区") == Some(word)
        };
        if let Some(community) = communities.iter().find(named) {
            self.communities.push(community.id.clone());
            return WordMeaning::Community;
        }
        if let Some(kind) = PartnerKind::ALL
            .into_iter()
            .find(|kind| kind.chinese() == word)
        {
            self.kinds.push(kind);
            return WordMeaning::Kind;
        }
        let time = times::meaning(word);
        if time != 0 {
            self.times.push(time);
            return WordMeaning::Time;
        }
        self.skills.push(word.to_owned());
        WordMeaning::Skill
    }
}

/// `partners.find`.
pub async fn find(cx: &mut Cx<'_>, args: FindPartners) -> Result<FoundPartners> {
    let typed = args.text.trim();
    if typed.is_empty() {
        return Err(Error::invalid(
            "text",
            "请输入要找的特长、社区或时间，如“书法 听雨 周末”。",
        ));
    }
    let request = understand(typed, &all_communities(&mut cx.tx).await?);
    let reach = whole_reach(cx).await?;
    let list = ListPartners {
        kinds: request.kinds.clone(),
        // Who is not appointed yet, or has left, cannot be asked.
        states: vec![PartnerState::Appointed, PartnerState::Renewed],
        community_ids: request.communities.clone(),
        page: args.page,
        ..ListPartners::default()
    };
    let able = request
        .skills
        .iter()
        .fold(store::filtered(&list, &reach), |select, word| {
            select.found_by(store::FOUND_AS, word)
        });
    // Who told no time falls out by the filter; how many they are is told instead.
    let without_time = match request.times.as_slice() {
        [] => 0,
        _ => {
            able.counted("SELECT COUNT(*) FROM partner r")
                .and("r.free_time = 0", vec![])
                .count(&mut cx.tx)
                .await?
        }
    };
    let page = store::cut(&mut cx.tx, free_at(able, &request.times), &list).await?;
    Ok(FoundPartners {
        words: request.words,
        rows: rows(cx, page.rows, &reach).await?,
        total: page.total,
        next: page.next,
        without_time,
    })
}

/// Keeps those who are free at some part of each time named.
fn free_at(select: Select, times: &[i64]) -> Select {
    times.iter().fold(select, |select, time| {
        select.and("(r.free_time & ?) <> 0", vec![(*time).into()])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn communities() -> Vec<Community> {
        let community = |name: &str| Community {
            id: name.to_owned(),
            version: 1,
            name: name.to_owned(),
            sort_key: String::new(),
            position: 1,
            retired: false,
        };
        ["听雨社区", "朝晖社区"].map(community).to_vec()
    }

    #[test]
    fn each_word_is_taken_for_what_it_is() {
        let request = understand("书法 听雨，周末 志愿者", &communities());
        assert_eq!(request.skills, ["书法"]);
        assert_eq!(request.communities, ["听雨社区"]);
        assert_eq!(request.times, [times::meaning("周末")]);
        assert_eq!(request.kinds, [PartnerKind::Volunteer]);
        let meanings: Vec<WordMeaning> = request.words.iter().map(|word| word.meaning).collect();
        use WordMeaning::{Community, Kind, Skill, Time};
        assert_eq!(meanings, [Skill, Community, Time, Kind]);
    }

    #[test]
    fn order_does_not_matter_and_names_are_found_too() {
        let one = understand("周三下午 听雨社区 水电维修", &communities());
        let other = understand("水电维修 周三下午 听雨社区", &communities());
        assert_eq!(
            (one.skills, one.communities, one.times),
            (other.skills, other.communities, other.times)
        );
        assert_eq!(understand("李霞", &communities()).skills, ["李霞"]);
        assert!(understand(" ，、", &communities()).words.is_empty());
    }
}
