//! How many tests passed and failed, read from what test programs print.

use std::ops::AddAssign;

/// Passed and failed checks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
}

impl Counts {
    /// One check that passed.
    pub const ONE: Self = Self {
        passed: 1,
        failed: 0,
    };

    /// Adds what a line says, in the words of Cargo, Vitest or this project's own scripts:
    /// `test result: ok. 3 passed; 0 failed; …`, `Tests  1 failed | 2 passed (3)`,
    /// `3 passed, 0 failed`. Other lines add nothing.
    pub fn read(&mut self, line: &str) {
        let line = line.trim();
        let said = line
            .strip_prefix("test result:")
            .or_else(|| line.strip_prefix("Tests "))
            .or_else(|| {
                line.starts_with(|c: char| c.is_ascii_digit())
                    .then_some(line)
            });
        if let Some(said) = said {
            self.passed += number_before(said, "passed").unwrap_or(0);
            self.failed += number_before(said, "failed").unwrap_or(0);
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The number right before a word: 3 in `ok. 3 passed; …`.
fn number_before(text: &str, word: &str) -> Option<u32> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let at = words.iter().position(|w| *w == word)?;
    words.get(at.checked_sub(1)?)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> (u32, u32) {
        let mut counts = Counts::default();
        counts.read(line);
        (counts.passed, counts.failed)
    }

    #[test]
    fn reads_cargo() {
        let line =
            "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out";
        assert_eq!(read(line), (12, 3));
    }

    #[test]
    fn reads_vitest() {
        assert_eq!(
            read("      Tests  1 failed | 20 passed | 2 skipped (23)"),
            (20, 1)
        );
        assert_eq!(read("      Tests  20 passed (20)"), (20, 0));
        assert_eq!(read(" Test Files  2 passed (2)"), (0, 0));
    }

    #[test]
    fn reads_own_scripts() {
        assert_eq!(read("7 passed, 2 failed"), (7, 2));
        assert_eq!(read("running 7 tests"), (0, 0));
    }
}
