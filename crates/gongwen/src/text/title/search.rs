//! Trying the ways to break a title.

use crate::text::class::is_space;

const HOURGLASS: i64 = 600;
const EQUAL_LINES: i64 = 40;
const EXTRA_LINE: i64 = 150;

/// Tries the ways to break a title into lines.
pub(super) struct Search {
    /// Width before each character, and the same without the spaces that end there.
    offsets: Vec<i64>,
    ends: Vec<i64>,
    /// Cost of a break before each character; `None` where it is forbidden.
    costs: Vec<Option<i64>>,
    limit: i64,
    /// Width of one character, the unit in which lengths are compared.
    em: i64,
}

/// The cheapest way found to end the lines.
type Best = Option<(i64, Vec<usize>)>;

impl Search {
    pub(super) fn new(title: &[char], widths: &[i64], limit: i64, costs: Vec<Option<i64>>) -> Self {
        let (mut offsets, mut ends) = (vec![0], vec![0]);
        let (mut offset, mut end) = (0, 0);
        for (ch, width) in title.iter().zip(widths) {
            offset += width;
            end = if is_space(*ch) { end } else { offset };
            offsets.push(offset);
            ends.push(end);
        }
        Self {
            offsets,
            ends,
            costs,
            limit,
            em: widths.iter().copied().max().unwrap_or(1).max(1),
        }
    }

    /// The best shape of the `fewest` lines or one more, none shorter than half of the others.
    pub(super) fn best_even(&self, fewest: usize, most: usize) -> Option<Vec<usize>> {
        let counts = [fewest, fewest.saturating_add(1)].into_iter();
        let counts = counts.filter(|lines| *lines <= most);
        let found = counts.filter_map(|lines| {
            let mut best = None;
            self.extend(lines, &mut Vec::new(), 0, &mut best);
            let (cost, ends) = best?;
            Some((cost + EXTRA_LINE * lines as i64, ends))
        });
        found.min().map(|(_, ends)| ends)
    }

    /// The fewest lines that hold the title, whatever their shape, at the least cost of breaks and of
    /// unevenness.
    pub(super) fn best_fitting(&self, most: usize) -> Option<Vec<usize>> {
        let count = self.costs.len();
        let mut reached: Vec<Best> = vec![None; count + 1];
        if let Some(first) = reached.first_mut() {
            *first = Some((0, Vec::new()));
        }
        for _ in 0..most {
            reached = self.one_line_more(&reached);
            if let Some((_, ends)) = reached.last_mut().and_then(Option::take) {
                return Some(ends);
            }
        }
        None
    }

    /// From the best ways to reach each character in some lines, those in one line more.
    fn one_line_more(&self, reached: &[Best]) -> Vec<Best> {
        let count = self.costs.len();
        let mut next: Vec<Best> = vec![None; count + 1];
        for (start, best) in reached.iter().enumerate() {
            let Some((spent, ends)) = best else { continue };
            for end in start + 1..=count {
                let width = self.span(start, end);
                if width > self.limit {
                    break;
                }
                let at_end = end == count;
                let Some(cost) = self.costs.get(end).copied().unwrap_or(at_end.then_some(0)) else {
                    continue;
                };
                let blank = (self.limit - width) * 10 / self.em;
                let cost = spent + cost + blank.pow(2) / 20;
                let slot = next.get_mut(end);
                if let Some(slot) = slot.filter(|s| s.as_ref().is_none_or(|(c, _)| cost < *c)) {
                    let mut ends = ends.clone();
                    ends.push(end);
                    *slot = Some((cost, ends));
                }
            }
        }
        next
    }

    fn total(&self) -> i64 {
        self.offsets.last().copied().unwrap_or(0)
    }

    /// Puts the next line's end after `ends`, whose breaks cost `spent` so far.
    fn extend(&self, lines: usize, ends: &mut Vec<usize>, spent: i64, best: &mut Best) {
        let start = ends.last().copied().unwrap_or(0);
        let left = lines - ends.len();
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
        let ideal = self.total() / lines as i64;
        for end in start + 1..count {
            let width = self.span(start, end);
            if width > self.limit {
                break;
            }
            let Some(cost) = self.costs.get(end).copied().flatten() else {
                continue;
            };
            // What is left has to fit the lines that are left; without this all breaks would be
            // tried.
            let rest_fits = self.span(end, count) <= self.limit * (left as i64 - 1);
            if width * 2 >= ideal && rest_fits {
                ends.push(end);
                self.extend(lines, ends, spent + cost, best);
                ends.pop();
            }
        }
    }

    /// Width of a line, spaces at its end not counted.
    fn span(&self, start: usize, end: usize) -> i64 {
        let from = self.offsets.get(start).copied();
        let to = self.ends.get(end).copied();
        (to.unwrap_or_else(|| self.total()) - from.unwrap_or(0)).max(0)
    }

    /// Prefers lines of like length that make a 梯形 or 菱形 over a rectangle or an hourglass.
    fn shape_cost(&self, ends: &[usize]) -> i64 {
        let starts = std::iter::once(&0).chain(ends);
        let widths: Vec<i64> = starts
            .zip(ends)
            .map(|(start, end)| self.span(*start, *end))
            .collect();
        let ideal = self.total() / widths.len().max(1) as i64;
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
        uneven + if waist { HOURGLASS } else { 0 } + if equal { EQUAL_LINES } else { 0 }
    }
}
