//! Where time, randomness and this machine's name come from: the one place that reads them.

use chrono::{DateTime, FixedOffset, Utc};
use std::sync::atomic::{AtomicU64, Ordering};

/// Where time and randomness come from. Nothing else in the core may read them.
pub trait Environment: Send + Sync {
    /// The present, UTC.
    fn now(&self) -> DateTime<Utc>;
    /// Ten random bytes.
    fn random(&self) -> [u8; 10];
}

/// The machine's clock and randomness: the one place that reads them.
#[derive(Debug, Default)]
pub struct SystemEnvironment;

impl Environment for SystemEnvironment {
    #[allow(clippy::disallowed_methods)]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
    fn random(&self) -> [u8; 10] {
        let mut bytes = [0; 10];
        if getrandom::fill(&mut bytes).is_err() {
            // A key is a moment and these bytes, so a counter still keeps the keys of one run
            // apart.
            tracing::error!("the machine gives no randomness; keys come from a counter");
            static SPARE: AtomicU64 = AtomicU64::new(1);
            bytes[2..].copy_from_slice(&SPARE.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        }
        bytes
    }
}

/// A clock that stands where it was put, and countable randomness: for tests and the sample.
#[derive(Debug)]
pub struct FixedEnvironment {
    now: std::sync::Mutex<DateTime<Utc>>,
    drawn: AtomicU64,
}

impl FixedEnvironment {
    /// Stands at this moment.
    pub fn at(now: DateTime<Utc>) -> Self {
        Self {
            now: std::sync::Mutex::new(now),
            drawn: AtomicU64::new(0),
        }
    }

    /// Moves the clock.
    pub fn set(&self, now: DateTime<Utc>) {
        if let Ok(mut held) = self.now.lock() {
            *held = now;
        }
    }
}

impl Environment for FixedEnvironment {
    fn now(&self) -> DateTime<Utc> {
        self.now.lock().map(|now| *now).unwrap_or_default()
    }
    fn random(&self) -> [u8; 10] {
        let mut bytes = [0; 10];
        let next = self.drawn.fetch_add(1, Ordering::Relaxed) + 1;
        bytes[2..].copy_from_slice(&next.to_be_bytes());
        bytes
    }
}

/// The office's zone: China has one, without summer time.
pub fn zone() -> FixedOffset {
    const EIGHT_HOURS: i32 = 8 * 3600;
    match FixedOffset::east_opt(EIGHT_HOURS) {
        Some(zone) => zone,
        None => unreachable!("eight hours is within a day"),
    }
}

/// The name of this machine for the change log; the operating system's variables where it has one.
pub fn device_name() -> String {
    ["COMPUTERNAME", "HOSTNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .unwrap_or_else(|| "本机".into())
}
