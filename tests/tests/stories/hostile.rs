//! Hostile files: the fuzzer's own entry over its seeds, each spoilt in many ways that are the same in every
//! run. What must hold of whatever is read stands in the entry.

#[path = "../../../fuzz/src/entry.rs"]
mod entry;
#[path = "../../../fuzz/src/seeds.rs"]
mod seeds;

const SPOILT: usize = 120;

/// Numbers that look drawn and are not.
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most.max(1) as u64).unwrap()
    }
}

/// One part spoilt: a byte changed, some left out, some twice, or a piece of another file put in.
fn spoil(bytes: &mut Vec<u8>, other: &[u8], drawn: &mut Drawn) {
    let at = drawn.below(bytes.len());
    let until = (at + 1 + drawn.below(40)).min(bytes.len());
    match drawn.below(5) {
        0 if !bytes.is_empty() => bytes[at] ^= 1 << drawn.below(8),
        1 => drop(bytes.drain(at..until)),
        2 => {
            let piece = bytes[at..until].to_vec();
            bytes.splice(at..at, piece);
        }
        3 => bytes.truncate(at),
        _ => {
            let from = drawn.below(other.len());
            let piece = &other[from..(from + 60).min(other.len())];
            bytes.splice(at..at, piece.iter().copied());
        }
    }
}

#[test]
fn seeds_are_read_or_refused_with_a_sentence() {
    for (_, parts) in seeds::seeds() {
        entry::read(&seeds::file(&parts));
    }
}

#[test]
fn spoilt_seeds_are_read_or_refused_with_a_sentence() {
    let all = seeds::seeds();
    let mut drawn = Drawn(0x9e37_79b9_7f4a_7c15);
    for (_, whole) in &all {
        for _ in 0..SPOILT {
            let (_, other) = &all[drawn.below(all.len())];
            let other = &other[drawn.below(other.len())].1;
            let mut parts = whole.clone();
            let part = drawn.below(parts.len());
            for _ in 0..=drawn.below(3) {
                spoil(&mut parts[part].1, other, &mut drawn);
            }
            let mut file = seeds::file(&parts);
            if drawn.below(4) == 0 {
                spoil(&mut file, other, &mut drawn);
            }
            entry::read(&file);
        }
    }
}
