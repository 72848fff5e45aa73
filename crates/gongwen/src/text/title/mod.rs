//! Breaking a title into lines by meaning: 梯形 or 菱形, never inside a word (7.3.1).

mod cost;
mod search;

use cost::{Strictness, break_costs};
use search::Search;

/// Where the lines of `title` end, whose characters are `widths` wide in any unit, for lines of at most
/// `limit`. Words and marks are broken only where nothing else fits.
///
/// # Errors
/// How many lines it would take when that is more than `most_lines`.
pub(crate) fn break_title(
    title: &[char],
    widths: &[i64],
    limit: i64,
    most_lines: usize,
) -> Result<Vec<usize>, usize> {
    let total: i64 = widths.iter().sum();
    if total <= limit {
        return Ok(vec![title.len()]);
    }
    let fewest = usize::try_from(total / limit.max(1)).map_or(usize::MAX, |n| n.saturating_add(1));
    let search = |strictness| Search::new(title, widths, limit, break_costs(title, strictness));
    let even = search(Strictness::Words).best_even(fewest.max(2), most_lines);
    let fitting = || {
        let ways = [Strictness::Words, Strictness::Marks, Strictness::None];
        let mut found = ways
            .into_iter()
            .filter_map(|s| search(s).best_fitting(most_lines));
        found.next()
    };
    let lines = || lines_filled(widths, limit);
    even.or_else(fitting).ok_or_else(lines)
}

/// Lines that the characters take when every one is filled.
fn lines_filled(widths: &[i64], limit: i64) -> usize {
    let (mut lines, mut used) = (1, 0);
    for width in widths {
        used += width;
        if used > limit {
            lines += 1;
            used = *width;
        }
    }
    lines
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
        let ends = break_title(&chars, &widths, limit, 6).unwrap();
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
        assert_eq!(break_title(&chars, &vec![10; 3000], 200, 6), Err(150));
    }

    #[test]
    fn a_long_latin_word_stays_whole_where_it_fits_and_is_broken_where_it_does_not() {
        let title = "关于推进ABCDEFGHIJKLMNOPQRSTUVWXYZ0123平台建设使用管理工作的通知";
        let broken = lines(title, 200);
        assert_eq!(broken.concat(), title);
        assert!(
            broken
                .iter()
                .any(|line| line.contains("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123"))
        );
        let address = format!("关于https://www.example.gov.cn/{}的通知", "a".repeat(40));
        assert_eq!(lines(&address, 200).concat(), address);
    }

    #[test]
    fn a_title_is_set_as_long_as_its_lines_hold_it() {
        let title = "长".repeat(120);
        assert_eq!(lines(&title, 200).len(), 6);
    }

    #[test]
    fn years_in_chinese_figures_stay_whole() {
        for year in ["二〇二六年度", "二○二六年度"] {
            let title =
                format!("关于召开听雨社区大党委联席会议 暨{year}第一次 党建工作协调会议的通知");
            let broken = lines(&title, 200);
            assert!(broken.iter().any(|line| line.contains(year)), "{broken:?}");
        }
    }
}
