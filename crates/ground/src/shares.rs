//! Work on the shares of a long list, side by side on the machine's cores.

use std::ops::Range;
use std::panic::resume_unwind;

/// What `work` makes of each share of `0..count`, in their order. Fewer than `many` are one share, worked on
/// by this thread.
pub fn in_shares<R: Send>(
    count: usize,
    many: usize,
    work: impl Fn(Range<usize>) -> R + Sync,
) -> Vec<R> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    if count < many || workers == 1 {
        return vec![work(0..count)];
    }
    let share = count.div_ceil(workers);
    let starts = (0..count).step_by(share.max(1));
    let shares = starts.map(|start| start..count.min(start + share));
    let work = &work;
    std::thread::scope(|threads| {
        let working: Vec<_> = shares
            .map(|share| threads.spawn(move || work(share)))
            .collect();
        let done = working.into_iter();
        done.map(|thread| thread.join().unwrap_or_else(|cause| resume_unwind(cause)))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_cover_the_list_in_order() {
        for (count, many) in [(0, 10), (9, 10), (10, 10), (1_001, 10), (1, 0), (0, 0)] {
            let covered: Vec<usize> = in_shares(count, many, |share| share.collect::<Vec<_>>())
                .into_iter()
                .flatten()
                .collect();
            assert_eq!(covered, (0..count).collect::<Vec<_>>(), "{count} {many}");
        }
    }
}
