//! Breaking a title into lines by meaning: 梯形 or 菱形, never inside a word (7.3.1).

use super::class::may_break;

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

/// What a break at one place costs.
mod cost {
    pub(super) const INSIDE_WORD: i64 = 4_000;
    pub(super) const INSIDE_QUOTES: i64 = 1_500;
    pub(super) const INSIDE_NUMBER_PHRASE: i64 = 2_500;
    pub(super) const AFTER_PARTICLE: i64 = 1_200;
    pub(super) const BEFORE_PARTICLE: i64 = 500;
    pub(super) const WORD_EDGE: i64 = -60;
    pub(super) const HOURGLASS: i64 = 600;
    pub(super) const EQUAL_LINES: i64 = 40;
    pub(super) const EXTRA_LINE: i64 = 150;
}

/// Character ranges of the lines of `title`, whose characters are `widths` wide in any unit, for
/// lines of at most `limit`. `None` when it would take more than `most_lines`.
pub(crate) fn break_title(
    title: &[char],
    widths: &[i64],
    limit: i64,
    most_lines: usize,
) -> Option<Vec<usize>> {
    let total: i64 = widths.iter().sum();
    let fewest = usize::try_from(total.div_euclid(limit.max(1))).ok()? + 1;
    let fewest = if total <= limit { 1 } else { fewest.max(2) };
    let candidates = (fewest..=(fewest + 1).min(most_lines)).filter_map(|lines| {
        let search = Search::new(title, widths, limit, lines);
        let (cost, ends) = search.best()?;
        Some((cost + cost::EXTRA_LINE * lines as i64, ends))
    });
    if fewest == 1 {
        return Some(vec![title.len()]);
    }
    candidates.min().map(|(_, ends)| ends)
}

/// Tries the ways to break a title into a given number of lines.
struct Search {
    /// Width before each character.
    offsets: Vec<i64>,
    /// Cost of a break before each character; `None` where it is forbidden.
    costs: Vec<Option<i64>>,
    limit: i64,
    lines: usize,
    /// Width of one character, the unit in which lengths are compared.
    em: i64,
}

impl Search {
    fn new(title: &[char], widths: &[i64], limit: i64, lines: usize) -> Self {
        let mut offsets = vec![0];
        for width in widths {
            offsets.push(offsets.last().copied().unwrap_or(0) + width);
        }
        Self {
            offsets,
            costs: break_costs(title),
            limit,
            lines,
            em: widths.iter().copied().max().unwrap_or(1).max(1),
        }
    }

    fn total(&self) -> i64 {
        self.offsets.last().copied().unwrap_or(0)
    }

    fn best(&self) -> Option<(i64, Vec<usize>)> {
        let mut best = None;
        self.extend(&mut Vec::new(), 0, &mut best);
        best
    }

    /// Puts the next line's end after `ends`, whose breaks cost `spent` so far.
    fn extend(&self, ends: &mut Vec<usize>, spent: i64, best: &mut Option<(i64, Vec<usize>)>) {
        let start = ends.last().copied().unwrap_or(0);
        let left = self.lines - ends.len();
        let count = self.costs.len();
        if left == 1 {
            if self.span(start, count) <= self.limit {
                ends.push(count);
                let cost = spent + self.shape_cost(ends);
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    *best = Some((cost, ends.clone()));
                }
                ends.pop();
            }
            return;
        }
        let ideal = self.total() / self.lines as i64;
        for end in start + 1..count {
            let width = self.span(start, end);
            if width > self.limit {
                break;
            }
            let Some(cost) = self.costs.get(end).copied().flatten() else {
                continue;
            };
            let rest_fits = self.span(end, count) <= self.limit * (left as i64 - 1);
            if width * 2 >= ideal && rest_fits {
                ends.push(end);
                self.extend(ends, spent + cost, best);
                ends.pop();
            }
        }
    }

    fn span(&self, start: usize, end: usize) -> i64 {
        let at = |i: usize| self.offsets.get(i).copied().unwrap_or_else(|| self.total());
        at(end) - at(start)
    }

    /// Prefers lines of like length that make a 梯形 or 菱形 over a rectangle or an hourglass.
    fn shape_cost(&self, ends: &[usize]) -> i64 {
        let starts = std::iter::once(&0).chain(ends);
        let widths: Vec<i64> = starts
            .zip(ends)
            .map(|(start, end)| self.span(*start, *end))
            .collect();
        let ideal = self.total() / self.lines as i64;
        let uneven: i64 = widths
            .iter()
            .map(|w| ((w - ideal) * 10 / self.em).pow(2) / 20)
            .sum();
        let waist = widths
            .windows(3)
            .any(|w| matches!(w, [a, b, c] if b < a && b < c));
        let equal = widths
            .windows(2)
            .all(|w| matches!(w, [a, b] if (a - b).abs() < self.em / 2));
        uneven + if waist { cost::HOURGLASS } else { 0 } + if equal { cost::EQUAL_LINES } else { 0 }
    }
}

/// Cost of a break before each character of `title`.
fn break_costs(title: &[char]) -> Vec<Option<i64>> {
    let inside = inside_words(title);
    let quoted = inside_marks(title);
    (0..title.len())
        .map(|at| {
            let (left, right) = (*title.get(at.checked_sub(1)?)?, *title.get(at)?);
            if !may_break(left, right) {
                return None;
            }
            let mut cost = 0;
            if inside.get(at) == Some(&true) {
                cost += cost::INSIDE_WORD;
            } else if known_word_starts(title, at) {
                cost += cost::WORD_EDGE;
            }
            if quoted.get(at) == Some(&true) {
                cost += cost::INSIDE_QUOTES;
            }
            Some(cost + number_cost(left, right) + particle_cost(left, right))
        })
        .collect()
}

fn number_cost(left: char, right: char) -> i64 {
    let counted = |c: char| {
        matches!(
            c,
            '年' | '月' | '日' | '次' | '号' | '届' | '期' | '名' | '项' | '个'
        )
    };
    let split_number = left.is_ascii_digit() && (counted(right) || right.is_ascii_digit());
    let split_ordinal = left == '第';
    let split_date = matches!(left, '年' | '月') && right.is_ascii_digit();
    if split_number || split_ordinal {
        cost::INSIDE_NUMBER_PHRASE
    } else if split_date {
        cost::BEFORE_PARTICLE
    } else {
        0
    }
}

fn particle_cost(left: char, right: char) -> i64 {
    let particle = |c: char| matches!(c, '的' | '和' | '与' | '及' | '暨' | '在' | '对' | '为');
    if particle(left) {
        cost::AFTER_PARTICLE
    } else if right == '的' {
        cost::BEFORE_PARTICLE
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

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(title: &str, limit: i64) -> Vec<String> {
        let chars: Vec<char> = title.chars().collect();
        let widths: Vec<i64> = chars
            .iter()
            .map(|c| if c.is_ascii() { 5 } else { 10 })
            .collect();
        let ends = break_title(&chars, &widths, limit, 5).unwrap();
        let starts = std::iter::once(0).chain(ends.clone());
        starts
            .zip(ends)
            .map(|(s, e)| chars[s..e].iter().collect())
            .collect()
    }

    #[test]
    fn a_short_title_stays_on_one_line() {
        assert_eq!(lines("会议通知", 200), ["会议通知"]);
    }

    #[test]
    fn breaks_fall_between_words() {
        let broken = lines("关于召开听雨社区“大党委”2026年第11次联席会议的通知", 200);
        assert_eq!(
            broken.concat(),
            "关于召开听雨社区“大党委”2026年第11次联席会议的通知"
        );
        assert_eq!(broken.len(), 2);
        assert!(!broken[0].ends_with('的') && !broken[1].starts_with('的'));
        assert!(!broken[0].ends_with('第'));
    }

    #[test]
    fn quotes_and_book_titles_are_not_cut() {
        let broken = lines(
            "关于印发《云溪街道社区“大党委”轮值工作办法（试行）》的通知",
            200,
        );
        assert!(
            broken
                .iter()
                .all(|line| !line.ends_with('“') && !line.starts_with('》'))
        );
    }

    #[test]
    fn too_long_a_title_is_told() {
        let chars = vec!['长'; 3000];
        assert_eq!(break_title(&chars, &vec![10; 3000], 200, 5), None);
    }
}
