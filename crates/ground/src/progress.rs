//! How far long work has come, and whether its person wants it to end.
//!
//! A host hands a [`Progress`] to `api::call_with` and may look at it, or cancel it, from elsewhere. A
//! command looks at it between chunks of its work; cancelled, it ends with one sentence and its
//! transaction with it, so that nothing is left behind.

use crate::error::{Error, ErrorCode, Result};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;
use ts_rs::TS;

/// Rows between two looks at whether to go on: some milliseconds of work.
pub const CHUNK: usize = 1_000;
/// The same where rows are written: while the engine is at some of them, the next are put together, which
/// needs several statements at a time.
pub const WRITTEN: usize = 8 * CHUNK;

/// What long work is busy with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "WorkStage")]
pub enum Stage {
    /// Not yet begun, or nothing that can be counted.
    #[default]
    Waiting,
    /// A file is read.
    Reading,
    /// Rows are compared with what is kept.
    Comparing,
    /// Records are written, and not yet kept.
    Writing,
    /// The change log and the search index are brought up to that.
    Recording,
    /// What is kept is gathered for a file.
    Gathering,
    /// A file is made.
    Making,
}

impl Stage {
    const ALL: [Self; 7] = [
        Self::Waiting,
        Self::Reading,
        Self::Comparing,
        Self::Writing,
        Self::Recording,
        Self::Gathering,
        Self::Making,
    ];
}

/// How far work has come, as a person sees it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "WorkProgress")]
pub struct Seen {
    /// What it is busy with.
    pub stage: Stage,
    /// How much of the stage is done.
    pub done: u64,
    /// How much there is; 0 where that is not known.
    pub total: u64,
}

/// A handle on work under way; its clones are the same.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<State>);

#[derive(Debug, Default)]
struct State {
    stage: AtomicU8,
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
    held: Mutex<Option<Hold>>,
    told: Notify,
}

/// A point at which work waits until it is let go on or cancelled, so that a test looks at it as long as it likes
/// instead of hoping that it is slow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Hold {
    /// In this stage,
    pub stage: Stage,
    /// when so much of it is done.
    pub done: u64,
}

impl Progress {
    /// A stage begins; `total` is 0 where it cannot be counted.
    ///
    /// # Errors
    /// `Cancelled`.
    pub fn begin(&self, stage: Stage, total: usize) -> Result<()> {
        self.0.stage.store(stage as u8, Ordering::Relaxed);
        self.0.done.store(0, Ordering::Relaxed);
        self.0.total.store(total as u64, Ordering::Relaxed);
        self.check()
    }

    /// The same, giving way once, so that whoever follows sees the stage before its work is soon done.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn enter(&self, stage: Stage, total: usize) -> Result<()> {
        self.begin(stage, total)?;
        tokio::task::yield_now().await;
        self.wait_while_held().await
    }

    /// So much more of the stage is done.
    ///
    /// # Errors
    /// `Cancelled`.
    pub fn advance(&self, by: usize) -> Result<()> {
        self.0.done.fetch_add(by as u64, Ordering::Relaxed);
        self.check()
    }

    /// The same, where it may wait: this is where work stops that is held.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn advanced(&self, by: usize) -> Result<()> {
        self.advance(by)?;
        self.wait_while_held().await
    }

    /// Holds the work at a point that is still to come.
    pub fn hold(&self, hold: Hold) {
        *self.held() = Some(hold);
    }

    /// Lets it go on.
    pub fn release(&self) {
        *self.held() = None;
        self.0.told.notify_waiters();
    }

    fn held(&self) -> MutexGuard<'_, Option<Hold>> {
        self.0.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_held(&self) -> bool {
        let seen = self.seen();
        let at = |hold: Hold| hold.stage == seen.stage && hold.done <= seen.done;
        self.held().is_some_and(at)
    }

    async fn wait_while_held(&self) -> Result<()> {
        loop {
            // Listens before it looks: `notify_waiters` leaves nothing for whoever listens later,
            // and work let go on between the two would wait for good.
            let told = self.0.told.notified();
            tokio::pin!(told);
            told.as_mut().enable();
            self.check()?;
            if !self.is_held() {
                return Ok(());
            }
            told.await;
        }
    }

    /// Goes on, or ends.
    ///
    /// # Errors
    /// `Cancelled`.
    pub fn check(&self) -> Result<()> {
        match self.is_cancelled() {
            true => Err(cancelled()),
            false => Ok(()),
        }
    }

    /// Asks the work to end.
    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Release);
        self.0.told.notify_waiters();
    }

    /// Whether it was asked to end.
    pub fn is_cancelled(&self) -> bool {
        self.0.cancelled.load(Ordering::Acquire)
    }

    /// How far it has come.
    pub fn seen(&self) -> Seen {
        let stage = usize::from(self.0.stage.load(Ordering::Relaxed));
        Seen {
            stage: Stage::ALL.get(stage).copied().unwrap_or_default(),
            done: self.0.done.load(Ordering::Relaxed),
            total: self.0.total.load(Ordering::Relaxed),
        }
    }

    /// Waits for work that cannot look for itself, such as another process; dropped when asked to end.
    ///
    /// # Errors
    /// `Cancelled`.
    pub async fn or_cancelled<T>(&self, work: impl Future<Output = T>) -> Result<T> {
        // Listens before it looks, as above.
        let told = self.0.told.notified();
        tokio::pin!(told);
        told.as_mut().enable();
        self.check()?;
        // Gives way once, so that whoever asks it to end is heard before work that is soon done.
        tokio::task::yield_now().await;
        tokio::select! {
            biased;
            () = told => Err(cancelled()),
            done = work => Ok(done),
        }
    }
}

fn cancelled() -> Error {
    Error::new(ErrorCode::Cancelled, "已取消，没有写入任何内容。")
}

/// The long works of a host, by the name that whoever began each gave it.
#[derive(Debug, Default)]
pub struct Works {
    all: Mutex<HashMap<String, Progress>>,
    next: Mutex<Option<Hold>>,
}

impl Works {
    /// Work begins under a name; it is forgotten when the answer is dropped. Under a name that is taken,
    /// or none, nobody can look at it.
    pub fn begin(&self, name: Option<&str>) -> Work<'_> {
        let progress = Progress::default();
        let name = name.filter(|name| !name.is_empty());
        let mut works = self.all();
        let name = name.filter(|name| !works.contains_key(*name));
        if let Some(name) = name {
            let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(hold) = next.take() {
                progress.hold(hold);
            }
            works.insert(name.to_owned(), progress.clone());
        }
        Work {
            works: self,
            name: name.map(str::to_owned),
            progress,
        }
    }

    /// The work of a name; none where it has ended.
    pub fn find(&self, name: &str) -> Option<Progress> {
        self.all().get(name).cloned()
    }

    /// Holds the next work that is given a name.
    pub fn hold_next(&self, hold: Hold) {
        *self.next.lock().unwrap_or_else(PoisonError::into_inner) = Some(hold);
    }

    /// Lets all work go on.
    pub fn release(&self) {
        self.all().values().for_each(Progress::release);
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Progress>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Work under way at a host.
#[derive(Debug)]
pub struct Work<'w> {
    works: &'w Works,
    name: Option<String>,
    /// Its handle.
    pub progress: Progress,
}

impl Drop for Work<'_> {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            self.works.all().remove(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_counts_until_it_is_cancelled() {
        let progress = Progress::default();
        progress.begin(Stage::Writing, 3).unwrap();
        progress.advance(2).unwrap();
        let seen = Seen {
            stage: Stage::Writing,
            done: 2,
            total: 3,
        };
        assert_eq!(progress.seen(), seen);
        progress.clone().cancel();
        let error = progress.advance(1).unwrap_err();
        assert_eq!(error.code, ErrorCode::Cancelled);
    }

    #[test]
    fn stages_are_told_as_they_are() {
        let progress = Progress::default();
        for stage in Stage::ALL {
            progress.begin(stage, 0).unwrap();
            assert_eq!(progress.seen().stage, stage);
        }
    }

    #[tokio::test]
    async fn what_waits_is_woken() {
        let progress = Progress::default();
        let waiting = progress.clone();
        let waiting = tokio::spawn(async move {
            let forever = std::future::pending::<()>();
            waiting.or_cancelled(forever).await
        });
        tokio::task::yield_now().await;
        progress.cancel();
        let error = waiting.await.unwrap().unwrap_err();
        assert_eq!(error.code, ErrorCode::Cancelled);
        assert!(progress.or_cancelled(async {}).await.is_err());
    }

    #[tokio::test]
    async fn held_work_waits_until_it_is_let_go_or_cancelled() {
        let works = Works::default();
        let hold = Hold {
            stage: Stage::Writing,
            done: 2,
        };
        works.hold_next(hold);
        let work = works.begin(Some("import"));
        work.progress.enter(Stage::Writing, 3).await.unwrap();
        work.progress.advanced(1).await.unwrap();
        let held = work.progress.clone();
        let held = tokio::spawn(async move { held.advanced(1).await });
        tokio::task::yield_now().await;
        assert!(!held.is_finished());
        works.release();
        held.await.unwrap().unwrap();
        work.progress.hold(hold);
        let held = work.progress.clone();
        let held = tokio::spawn(async move { held.advanced(1).await });
        tokio::task::yield_now().await;
        work.progress.cancel();
        assert!(held.await.unwrap().is_err());
    }

    #[test]
    fn a_name_is_known_while_its_work_goes_on() {
        let works = Works::default();
        let work = works.begin(Some("a"));
        works.find("a").unwrap().cancel();
        assert!(work.progress.is_cancelled());
        let other = works.begin(Some("a"));
        assert!(!other.progress.is_cancelled());
        drop(other);
        assert!(works.find("a").is_some());
        drop(work);
        assert!(works.find("a").is_none());
    }
}
