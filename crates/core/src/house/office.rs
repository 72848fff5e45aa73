//! An opened office: database, clock, randomness, files and fonts; and a command under way.

use super::fonts::{chosen_fonts, typesetting};
use super::session::Session;
use super::thing::Catalog;
use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use gongwen::FontSet;
use ground::environment::{Environment, zone};
use ground::error::{Error, Result};
use ground::files::Files;
use ground::progress::{Progress, Stage, WRITTEN};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use storage::{Db, Location, Record, Recorder, Stamp, Tx};
use tables::FileReader;

/// How an office is opened.
pub struct OfficeOptions {
    /// The things it talks about.
    pub catalog: &'static Catalog,
    /// Where its data is.
    pub location: Location,
    /// The name of this machine, for the change log.
    pub device: String,
    /// Folders in which the bundled fonts may stand, in order.
    pub font_folders: Vec<PathBuf>,
    /// Whether fonts installed on the machine may serve before the bundled ones.
    pub installed_fonts: bool,
    /// Time and randomness.
    pub environment: Arc<dyn Environment>,
}

/// An opened office (一个街道的一份数据).
pub struct Office {
    recorder: Recorder,
    catalog: &'static Catalog,
    location: Location,
    device: String,
    environment: Arc<dyn Environment>,
    files: Files,
    fonts: RwLock<Option<FontSet>>,
    font_folders: Vec<PathBuf>,
    installed_fonts: bool,
    reader: FileReader,
}

impl Office {
    /// Opens (or begins) the office's data.
    ///
    /// # Errors
    /// See [`Db::open`].
    pub async fn open(options: OfficeOptions) -> Result<Self> {
        let catalog = options.catalog;
        Ok(Self {
            recorder: Recorder::open(&options.location, catalog.schema()).await?,
            catalog,
            location: options.location,
            device: options.device,
            environment: options.environment,
            files: Files::default(),
            fonts: RwLock::new(None),
            font_folders: options.font_folders,
            installed_fonts: options.installed_fonts,
            reader: FileReader::Here,
        })
    }

    /// The same office, which reads table files there.
    #[must_use]
    pub fn reading(mut self, reader: FileReader) -> Self {
        self.reader = reader;
        self
    }

    /// The opened database.
    pub fn db(&self) -> &Db {
        self.recorder.db()
    }

    /// The things it talks about.
    pub fn catalog(&self) -> &'static Catalog {
        self.catalog
    }

    /// What reads table files.
    pub(crate) fn reader(&self) -> &FileReader {
        &self.reader
    }

    /// The files that commands take and give.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// The data folder, where the data is in one.
    pub fn folder(&self) -> Option<&Path> {
        match &self.location {
            Location::Folder(folder) => Some(folder),
            Location::Server(_) => None,
        }
    }

    /// The present in whole milliseconds, which both engines keep exactly.
    pub fn now(&self) -> DateTime<Utc> {
        self.environment.now().trunc_subsecs(3)
    }

    /// A new key: UUIDv7, so that data from two machines can meet.
    pub fn new_id(&self) -> String {
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or_default();
        let random = self.environment.random();
        uuid::Builder::from_unix_timestamp_millis(millis, &random)
            .into_uuid()
            .to_string()
    }

    /// The fonts, parsed once per process, and again after the office chose others.
    ///
    /// # Errors
    /// `Typesetting` when the bundled fonts are not where they should be.
    pub fn fonts(&self) -> Result<FontSet> {
        let kept = self.fonts.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(fonts) = kept.as_ref() {
            return Ok(fonts.clone());
        }
        // Else the write below would wait for this very reader for ever.
        drop(kept);
        let loaded = FontSet::load(&self.font_config()).map_err(typesetting)?;
        let mut kept = self.fonts.write().unwrap_or_else(PoisonError::into_inner);
        // Another command may have loaded them meanwhile; its fonts stay, so that all use the
        // same.
        Ok(kept.get_or_insert(loaded).clone())
    }

    /// Forgets the fonts, so that they are looked for anew.
    pub(crate) fn forget_fonts(&self) {
        *self.fonts.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Where fonts are looked for; the files that the office chose come first.
    pub(crate) fn font_config(&self) -> gongwen::FontConfig {
        gongwen::FontConfig {
            directories: self.font_folders.clone(),
            installed: self.installed_fonts,
            chosen: self.folder().map(chosen_fonts).unwrap_or_default(),
        }
    }

    /// Closes the database.
    pub async fn close(&self) {
        self.recorder.db().close().await;
    }
}

/// One command under way: its transaction, who gave it and when.
pub struct Cx<'a> {
    /// The transaction every read and write of this command goes through.
    pub tx: Tx,
    /// The office it works on.
    pub office: &'a Office,
    /// Who gave it.
    pub session: &'a Session,
    /// How far it has come, and whether it shall go on.
    pub progress: &'a Progress,
    now: DateTime<Utc>,
    reason: Option<String>,
    undoes: Option<String>,
    looked: bool,
}

impl<'a> Cx<'a> {
    pub(crate) async fn begin(
        office: &'a Office,
        session: &'a Session,
        progress: &'a Progress,
        write: bool,
    ) -> Result<Self> {
        let tx = office.recorder.begin(write).await?;
        Ok(Self {
            tx,
            office,
            session,
            progress,
            now: office.now(),
            reason: None,
            undoes: None,
            looked: false,
        })
    }

    /// The moment the command began, the same throughout.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Today in the office's zone.
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&zone()).date_naive()
    }

    /// A new key.
    pub fn new_id(&self) -> String {
        self.office.new_id()
    }

    /// Makes a file on a thread of its own, so that whoever cancels does not wait for it.
    ///
    /// # Errors
    /// `Cancelled`.
    pub(crate) async fn make<T: Send + 'static>(
        &self,
        making: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        self.progress.begin(Stage::Making, 0)?;
        let made = tokio::task::spawn_blocking(making);
        let made = self.progress.or_cancelled(made).await?;
        made.map_err(|cause| Error::internal("making a file", cause))
    }

    /// Keeps many records, new ones together, and counts them as done.
    ///
    /// # Errors
    /// As [`Tx::save_all`], and `Cancelled`.
    pub(crate) async fn save_all<R: Record>(&mut self, records: &[R]) -> Result<()> {
        // In chunks, so that whoever cancels is heard between them.
        for chunk in records.chunks(WRITTEN) {
            self.tx.save_all(chunk).await?;
            self.progress.advanced(chunk.len()).await?;
        }
        Ok(())
    }

    /// Notes why the change is made.
    pub fn because(&mut self, reason: impl Into<String>) {
        self.reason = Some(reason.into());
    }

    /// Leaves a line in the log though nothing changes: what was looked at.
    pub(crate) fn looked_at(&mut self, what: impl Into<String>) {
        self.because(what);
        self.looked = true;
    }

    pub(crate) fn undoes(&mut self, set: &str) {
        self.undoes = Some(set.to_owned());
    }

    /// Refuses what belongs to a committee this person may not see or change.
    ///
    /// # Errors
    /// `Forbidden`.
    pub fn allow_committee(&self, committee: &str) -> Result<()> {
        if self.session.may_see(committee) {
            return Ok(());
        }
        Err(Error::forbidden("您没有这个大党委的权限，请联系管理员。"))
    }

    pub(crate) async fn finish(self, command: &str) -> Result<Option<String>> {
        let stamp = Stamp {
            id: self.office.new_id(),
            at: self.now,
            actor: &self.session.name,
            device: &self.office.device,
            command,
            reason: self.reason,
            undoes: self.undoes,
            looked: self.looked,
        };
        let recorder = &self.office.recorder;
        recorder.record(self.tx, stamp, self.progress).await
    }
}

/// Where the bundled fonts may stand: `TONGXIN_FONTS`, beside the program, in its share folder, and
/// for programs built from the sources, among the sources.
pub fn font_folders() -> Vec<PathBuf> {
    let beside = std::env::current_exe().ok();
    let beside = beside.as_deref().and_then(Path::parent);
    let named = std::env::var_os("TONGXIN_FONTS").map(PathBuf::from);
    let installed = beside.map(|folder| folder.join("../share/tongxin/fonts"));
    // A released program does not look where it was once built.
    let sources = cfg!(debug_assertions)
        .then(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts")));
    let all = [
        named,
        beside.map(|folder| folder.join("fonts")),
        installed,
        sources,
    ];
    all.into_iter()
        .flatten()
        .filter(|folder| folder.is_dir())
        .collect()
}
