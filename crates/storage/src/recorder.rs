//! Who may write: whoever opened the database.

use super::changes::{Stamp, record_changes};
use super::db::{Db, Location};
use super::schema::Schema;
use super::tx::Tx;
use ground::error::Result;
use ground::progress::Progress;

/// The right to write to a database, and to say in whose name; all others may read.
///
/// It goes to whoever opens the database and is not given on, so that nothing is written beside the log.
#[derive(Debug)]
pub struct Recorder {
    db: Db,
}

impl Recorder {
    /// Opens the database and brings its tables up to date.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub async fn open(location: &Location, schema: &'static Schema) -> Result<Self> {
        let db = Db::open(location, schema).await?;
        Ok(Self { db })
    }

    /// The database, to read.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Begins a transaction; a writing one takes the one writer's place at once.
    ///
    /// # Errors
    /// `Storage` when the engine does not answer.
    pub async fn begin(&self, write: bool) -> Result<Tx> {
        Tx::begin(&self.db, write).await
    }

    /// Ends a command: writes its change set, if it changed anything, and makes all of it durable. Answers the
    /// set's key.
    ///
    /// # Errors
    /// `Storage` when it cannot be kept; `Cancelled`.
    pub async fn record(
        &self,
        tx: Tx,
        stamp: Stamp<'_>,
        progress: &Progress,
    ) -> Result<Option<String>> {
        record_changes(tx, stamp, progress).await
    }
}
