//! What breaking a title costs, by place.

use crate::text::class::{is_latin, is_space, may_break};

/// Words that titles of official documents are made of. A break inside one of them reads badly.
const WORDS: &[&str] = &[
    "关于",
    "召开",
    "印发",
    "通知",
    "通报",
    "公告",
    "通告",
    "意见",
    "决定",
    "决议",
    "请示",
    "批复",
    "报告",
    "纪要",
    "会议",
    "联席会议",
    "联席",
    "社区",
    "街道",
    "工作",
    "方案",
    "办法",
    "规定",
    "细则",
    "制度",
    "总结",
    "计划",
    "要点",
    "安排",
    "情况",
    "落实",
    "开展",
    "组织",
    "加强",
    "推进",
    "进一步",
    "建设",
    "治理",
    "服务",
    "管理",
    "党委",
    "大党委",
    "党组织",
    "支部",
    "党建",
    "委员会",
    "委员",
    "书记",
    "成员",
    "单位",
    "议题",
    "议程",
    "征集",
    "轮值",
    "协商",
    "共建",
    "活动",
    "主题",
    "任务",
    "清单",
    "认领",
    "督办",
    "交办",
    "提示",
    "协调",
    "商请",
    "支持",
    "考评",
    "评比",
    "表彰",
    "优秀",
    "志愿者",
    "志愿",
    "合伙人",
    "城市",
    "楼栋",
    "小区",
    "物业",
    "业主",
    "居民",
    "群众",
    "学习",
    "传达",
    "贯彻",
    "精神",
    "全面",
    "实施",
    "试行",
    "年度",
    "季度",
    "上半年",
    "下半年",
    "第一",
    "第二",
    "第三",
    "第四",
    "召集",
    "主持",
    "签到",
    "名册",
    "名单",
    "聘书",
    "聘任",
    "协议",
    "推荐",
    "备案",
    "测评",
    "通讯录",
    "归档",
    "目录",
    "光荣榜",
    "评分",
    "汇总",
    "统计",
    "进展",
    "完成",
    "整改",
    "整治",
    "安全",
    "环境",
    "文明",
    "平安",
    "中共",
    "中国",
    "共产党",
];

const INSIDE_WORD: i64 = 4_000;
const INSIDE_QUOTES: i64 = 1_500;
const INSIDE_NUMBER_PHRASE: i64 = 2_500;
const AFTER_PARTICLE: i64 = 1_200;
const BEFORE_PARTICLE: i64 = 500;
const WORD_EDGE: i64 = -60;
/// A space is where the writer parts the title.
const SPACE: i64 = -120;
/// Inside a word or number in Latin letters, and where a mark would stand at the wrong end of a line.
const INSIDE_LATIN: i64 = 30_000;
const AGAINST_MARKS: i64 = 200_000;

/// What may not be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    /// Words and numbers in Latin letters, marks at the wrong end of a line.
    Words,
    /// Marks at the wrong end of a line.
    Marks,
    None,
}

/// Cost of a break before each character of `title`; `None` where it is forbidden.
pub(super) fn break_costs(title: &[char], strictness: Strictness) -> Vec<Option<i64>> {
    let inside = inside_words(title);
    let quoted = inside_marks(title);
    (0..title.len())
        .map(|at| {
            let (left, right) = (*title.get(at.checked_sub(1)?)?, *title.get(at)?);
            let mut cost = forced_cost(left, right, strictness)?;
            if inside.get(at) == Some(&true) {
                cost += INSIDE_WORD;
            } else if is_space(left) {
                cost += SPACE;
            } else if known_word_starts(title, at) {
                cost += WORD_EDGE;
            }
            if quoted.get(at) == Some(&true) {
                cost += INSIDE_QUOTES;
            }
            Some(cost + number_cost(left, right) + particle_cost(left, right))
        })
        .collect()
}

/// Cost of a break against the rules, where `strictness` lets it be.
fn forced_cost(left: char, right: char, strictness: Strictness) -> Option<i64> {
    if may_break(left, right) {
        return Some(0);
    }
    let in_word = is_latin(left) && is_latin(right);
    match strictness {
        Strictness::Words => None,
        Strictness::Marks => in_word.then_some(INSIDE_LATIN),
        Strictness::None if in_word => Some(INSIDE_LATIN),
        Strictness::None => Some(AGAINST_MARKS),
    }
}

fn number_cost(left: char, right: char) -> i64 {
    let counted = |c: char| {
        matches!(
            c,
            '年' | '月' | '日' | '次' | '号' | '届' | '期' | '名' | '项' | '个'
        )
    };
    let split_number = is_figure(left) && (counted(right) || is_figure(right));
    let split_ordinal = left == '第';
    let split_date = matches!(left, '年' | '月') && is_figure(right);
    if split_number || split_ordinal {
        INSIDE_NUMBER_PHRASE
    } else if split_date {
        BEFORE_PARTICLE
    } else {
        0
    }
}

/// Arabic and Chinese figures; ○ is often typed for 〇.
fn is_figure(ch: char) -> bool {
    ch.is_ascii_digit() || "〇○零一二三四五六七八九十百千".contains(ch)
}

fn particle_cost(left: char, right: char) -> i64 {
    let particle = |c: char| matches!(c, '的' | '和' | '与' | '及' | '暨' | '在' | '对' | '为');
    if particle(left) {
        AFTER_PARTICLE
    } else if right == '的' {
        BEFORE_PARTICLE
    } else {
        0
    }
}

fn known_word_starts(title: &[char], at: usize) -> bool {
    WORDS.iter().any(|word| word_at(title, at, word))
}

fn word_at(title: &[char], at: usize, word: &str) -> bool {
    let mut rest = title.iter().skip(at);
    word.chars().all(|c| rest.next() == Some(&c))
}

/// Whether a break before each character would cut a known word.
fn inside_words(title: &[char]) -> Vec<bool> {
    let mut inside = vec![false; title.len()];
    for at in 0..title.len() {
        // All words and not the longest: 大党委 holds 党委, and words overlap.
        for word in WORDS.iter().filter(|word| word_at(title, at, word)) {
            let tail = inside.iter_mut().skip(at + 1);
            tail.take(word.chars().count() - 1)
                .for_each(|cut| *cut = true);
        }
    }
    inside
}

/// Whether a break before each character would stand inside quotes or brackets.
fn inside_marks(title: &[char]) -> Vec<bool> {
    let mut depth = 0_i64;
    title
        .iter()
        .map(|ch| {
            let inside = depth > 0;
            match ch {
                '《' | '“' | '（' | '〔' | '‘' => depth += 1,
                '》' | '”' | '）' | '〕' | '’' => depth -= 1,
                _ => {}
            }
            inside
        })
        .collect()
}
