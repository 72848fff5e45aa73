//! Where an agreement stands on a day, and which report it owes.

use super::{Agreement, AgreementRow, AgreementState, StoredAgreement};
use chrono::NaiveDate;
use ground::calendar::{Quarter, later};

impl Agreement {
    /// The last day it holds.
    pub(crate) fn last_day(&self) -> NaiveDate {
        match self.ended_on {
            Some(ended) => ended.min(self.expires_on),
            None => self.expires_on,
        }
    }

    /// Whether it held on a day.
    pub(crate) fn holds_on(&self, day: NaiveDate) -> bool {
        self.signed_on.is_some() && self.starts_on <= day && day <= self.last_day()
    }

    /// Whether a report of a quarter is owed: one is for every quarter on whose last day it holds.
    pub(crate) fn owes(&self, quarter: Quarter) -> bool {
        self.reports_quarterly && self.holds_on(quarter.last_day())
    }

    /// Where it stands; `ahead` are the days before its end from which it is about to end.
    pub(crate) fn state(&self, renewed: bool, today: NaiveDate, ahead: i64) -> AgreementState {
        if self.ended_on.is_some_and(|ended| ended <= today) {
            return AgreementState::Ended;
        }
        if self.signed_on.is_none() {
            return AgreementState::Draft;
        }
        if self.expires_on < today {
            return AgreementState::Expired;
        }
        // With the renewal at hand there is nothing to remind of.
        if !renewed && self.expires_on <= later(today, ahead) {
            return AgreementState::Ending;
        }
        AgreementState::Running
    }
}

/// The last quarter before `today` where its report is owed and was not handed in.
pub(crate) fn report_due(stored: &StoredAgreement, today: NaiveDate) -> Option<Quarter> {
    let quarter = Quarter::of(today).previous();
    let handed_in = stored.last_report.is_some_and(|last| last >= quarter);
    (stored.agreement.owes(quarter) && !handed_in).then_some(quarter)
}

pub(crate) fn row(stored: StoredAgreement, today: NaiveDate, ahead: i64) -> AgreementRow {
    AgreementRow {
        state: stored.agreement.state(stored.renewed, today, ahead),
        report_due: report_due(&stored, today),
        agreement: stored.agreement,
        committee: stored.committee,
        renewed: stored.renewed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn agreement(starts: &str, expires: &str) -> Agreement {
        Agreement {
            id: "a".into(),
            version: 1,
            committee_id: "c".into(),
            unit_id: "u".into(),
            unit_name: "区教育局".into(),
            party_name: "中共听雨社区委员会".into(),
            title: "共建协议书".into(),
            content: String::new(),
            signed_on: Some(day(starts)),
            starts_on: day(starts),
            expires_on: day(expires),
            signer: String::new(),
            unit_signer: String::new(),
            reports_quarterly: true,
            renews_id: None,
            ended_on: None,
            end_reason: String::new(),
        }
    }

    #[test]
    fn the_last_day_still_counts() {
        let agreement = agreement("2025-12-01", "2026-11-30");
        let on = |text, renewed| agreement.state(renewed, day(text), 30);
        assert_eq!(on("2026-10-30", false), AgreementState::Running);
        assert_eq!(on("2026-10-31", false), AgreementState::Ending);
        assert_eq!(on("2026-11-30", false), AgreementState::Ending);
        assert_eq!(on("2026-11-30", true), AgreementState::Running);
        assert_eq!(on("2026-12-01", true), AgreementState::Expired);
        let draft = Agreement {
            signed_on: None,
            ..agreement.clone()
        };
        assert_eq!(
            draft.state(false, day("2026-11-30"), 30),
            AgreementState::Draft
        );
        let ended = Agreement {
            ended_on: Some(day("2026-06-01")),
            ..agreement
        };
        assert_eq!(
            ended.state(false, day("2026-11-30"), 30),
            AgreementState::Ended
        );
    }

    #[test]
    fn a_report_is_owed_for_quarters_it_held_to_the_end() {
        let stored = |agreement, last: Option<&str>| StoredAgreement {
            agreement,
            committee: String::new(),
            renewed: false,
            last_report: last.map(|text| text.parse().unwrap()),
        };
        let due = |starts, expires, last| {
            report_due(&stored(agreement(starts, expires), last), day("2026-11-20"))
                .map(|quarter| quarter.to_string())
        };
        assert_eq!(
            due("2025-12-01", "2026-11-30", None).as_deref(),
            Some("2026-Q3")
        );
        assert_eq!(due("2025-12-01", "2026-11-30", Some("2026-Q3")), None);
        assert_eq!(due("2025-12-01", "2026-09-29", None), None);
        assert_eq!(due("2026-10-01", "2027-09-30", None), None);
    }

    proptest! {
        #[test]
        fn an_agreement_that_holds_is_neither_expired_nor_ended(start in 0..400u64, length in 0..800u64, today in 0..1500u64) {
            let first = day("2025-01-01") + Days::new(start);
            let today = day("2025-01-01") + Days::new(today);
            let mut agreement = agreement("2025-01-01", "2025-01-01");
            agreement.starts_on = first;
            agreement.expires_on = first + Days::new(length);
            let over = matches!(agreement.state(false, today, 30), AgreementState::Expired | AgreementState::Ended);
            prop_assert_eq!(over, today > agreement.last_day());
            prop_assert!(!agreement.holds_on(today) || !over);
        }
    }
}
