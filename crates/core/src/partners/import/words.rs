//! The words that registers of partners use.

use super::super::{PartnerKind, PartnerState};
use tables::Choice;

/// How a partner of no one community is written.
pub(in crate::partners) const WHOLE_STREET: &str = "全街道";

/// Kinds with the words offices use for them.
pub(super) const KINDS: &[Choice] = &[
    Choice {
        value: "单位合伙人",
        synonyms: &[
            "单位",
            "机关企事业单位合伙人",
            "企事业单位合伙人",
            "机关企事业单位",
        ],
    },
    Choice {
        value: "专业人才合伙人",
        synonyms: &["专业人才", "人才合伙人", "专业合伙人"],
    },
    Choice {
        value: "社区合伙人",
        synonyms: &["社区", "居民合伙人", "社区达人"],
    },
    Choice {
        value: "暖心商户",
        synonyms: &["暖心商户联盟", "商户", "爱心商户", "商户合伙人", "暖心商家"],
    },
    Choice {
        value: "志愿者",
        synonyms: &["社区志愿者", "志愿者合伙人", "志愿服务"],
    },
];

pub(super) const STATES: &[Choice] = &[
    Choice::plain("招募"),
    Choice::plain("评估"),
    Choice {
        value: "聘任",
        synonyms: &["在聘", "聘用", "已聘任"],
    },
    Choice::plain("续聘"),
    Choice {
        value: "退出",
        synonyms: &["已退出", "解聘", "离任"],
    },
];

/// The kind that a title names, such as `登记表（志愿者）`.
pub(super) fn kind_in(title: &str) -> Option<PartnerKind> {
    let inside = title
        .rsplit_once(['（', '('])?
        .1
        .trim_end_matches(['）', ')']);
    kind_named(inside.trim())
}

pub(super) fn kind_named(word: &str) -> Option<PartnerKind> {
    let choice = KINDS.iter().find(|choice| choice.is_named(word))?;
    PartnerKind::ALL
        .into_iter()
        .find(|kind| kind.chinese() == choice.value)
}

pub(super) fn state_named(word: &str) -> Option<PartnerState> {
    PartnerState::ALL
        .into_iter()
        .find(|state| state.chinese() == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_known() {
        assert_eq!(KINDS.len(), PartnerKind::ALL.len());
        let named = |choice: &Choice| kind_named(choice.value).is_some();
        assert!(KINDS.iter().all(named));
        let named = |choice: &Choice| state_named(choice.value).is_some();
        assert!(STATES.iter().all(named));
    }

    #[test]
    fn a_title_names_the_kind_of_its_sheet() {
        assert_eq!(
            kind_in("城市社区合伙人登记表（志愿者）"),
            Some(PartnerKind::Volunteer)
        );
        assert_eq!(kind_in("登记表(暖心商户联盟)"), Some(PartnerKind::Merchant));
        assert_eq!(kind_in("城市社区合伙人登记表"), None);
    }
}
