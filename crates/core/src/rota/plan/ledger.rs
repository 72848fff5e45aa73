use ground::calendar::Month;

/// Who has served when, in one committee, and how far each unit has come in the rounds.
#[derive(Debug, Clone)]
pub(super) struct Ledger {
    /// The round in which each seat last served.
    rounds: Vec<Option<u32>>,
    last: Vec<Option<Month>>,
    owed: Vec<u32>,
    /// The round under way.
    round: u32,
}

impl Ledger {
    pub fn new(owed: Vec<u32>) -> Self {
        Self {
            rounds: vec![None; owed.len()],
            last: vec![None; owed.len()],
            owed,
            round: 1,
        }
    }

    /// Books a turn. One that is owed counts as the turn of the round under way, but never opens
    /// the next round.
    pub fn serve(&mut self, seat: usize, month: Month) {
        if self.owed[seat] == 0 {
            return self.record(seat, month);
        }
        self.owed[seat] -= 1;
        self.rounds[seat] = Some(self.round);
        self.note_month(seat, month);
    }

    /// Books a turn of the past, or a kept one: it leaves what is owed alone.
    pub fn record(&mut self, seat: usize, month: Month) {
        // A second turn is what ends a round: a history holds no other sign of it.
        if self.rounds[seat] == Some(self.round) {
            self.round += 1;
        }
        self.rounds[seat] = Some(self.round);
        self.note_month(seat, month);
    }

    /// Whether the seat has had no turn in the round under way.
    pub fn is_behind(&self, seat: usize) -> bool {
        self.rounds[seat] != Some(self.round)
    }

    pub fn last(&self, seat: usize) -> Option<Month> {
        self.last[seat]
    }

    pub fn owed(&self, seat: usize) -> u32 {
        self.owed[seat]
    }

    /// The seats among `members` whose turn the round still waits for; all of them where it is
    /// complete and the next one begins.
    pub fn waiting(&self, members: &[usize]) -> Vec<usize> {
        let behind: Vec<usize> = members
            .iter()
            .copied()
            .filter(|seat| self.is_behind(*seat))
            .collect();
        if behind.is_empty() {
            members.to_vec()
        } else {
            behind
        }
    }

    fn note_month(&mut self, seat: usize, month: Month) {
        self.last[seat] = self.last[seat].max(Some(month));
    }
}
