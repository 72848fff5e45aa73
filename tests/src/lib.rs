//! A house to tell stories in: an office of its own on either engine, a clock that stands, and
//! commands given by people of different roles.
//!
//! A story is written once and runs twice, see `stories!`. It goes through the list of commands and
//! has no other road to the data, except where damage is what the story is about.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails, and this crate is nothing but tests"
)]

mod engine;
pub mod old;
mod paper;
mod workbook;

pub use engine::Engine;
pub use paper::{
    book, bookmarks, converted, fonts, images, ledger, pages, sheet, text, through_office,
};
pub use workbook::Workbook;

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use ground::environment::{Environment, FixedEnvironment};
use ground::error::{Error, ErrorCode, Result};
use ground::files::FileRef;
use serde_json::{Value as Json, json};
use std::path::Path;
use std::sync::Arc;
use storage::Location;
use tables::FileReader;
use tokio::sync::OnceCell;
use tongxin_core::api;
use tongxin_core::office::{Office, OfficeOptions};
use tongxin_core::session::{Role, Session};
use tongxin_core::users::sign_in;

/// Makes tests of stories: each is told on both engines, as `name::sqlite` and `name::postgres`.
///
/// ```ignore
/// stories! {
///     House: begins_with_an_office_that_has_not_begun;
///     Street: begins_with_the_sample_street, and_so_does_this;
/// }
/// ```
#[macro_export]
macro_rules! stories {
    ($($start:ident: $($name:ident),+;)+) => {$($(
        mod $name {
            use $crate::{Engine, Start};

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                $crate::tell(Engine::Sqlite, Start::$start, super::$name).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                $crate::tell(Engine::Postgres, Start::$start, super::$name).await;
            }
        }
    )+)+};
}

/// What a story begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// An office that has not begun.
    House,
    /// The sample street.
    Street,
}

/// Opens a house on an engine, tells the story and puts the house away.
pub async fn tell(engine: Engine, start: Start, story: impl AsyncFn(&House)) {
    if engine.left_out() {
        return;
    }
    let house = House::open(engine, start).await;
    story(&house).await;
    house.close().await;
}

/// The sample street as it lies on disk or on the server, loaded once in a run and then copied.
static STREETS: [OnceCell<Location>; 2] = [OnceCell::const_new(), OnceCell::const_new()];

async fn street(engine: Engine) -> &'static Location {
    let load = async || {
        let house = House::at(engine, engine.street().await).await;
        house.ok("demo.load", json!({})).await;
        house.office.close().await;
        house.location
    };
    STREETS[engine as usize].get_or_init(load).await
}

/// An opened office with its clock and the folder around it.
pub struct House {
    /// The office.
    pub office: Office,
    /// Its clock, at 2026-11-20 10:00 of the office's zone until a story moves it.
    pub clock: Arc<FixedEnvironment>,
    /// Which engine it is on.
    pub engine: Engine,
    /// A folder of its own; with SQLite the data is in it.
    pub folder: tempfile::TempDir,
    location: Location,
}

impl House {
    /// An office of its own.
    pub async fn open(engine: Engine, start: Start) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let location = match start {
            Start::House => engine.location(folder.path()).await,
            Start::Street => engine.copy(street(engine).await, folder.path()).await,
        };
        let house = Self {
            folder,
            ..Self::at(engine, location).await
        };
        // Keys begin with the moment they were made: none of the street's comes again.
        if start == Start::Street {
            let loaded = house.clock.now();
            house.clock.set(loaded + chrono::TimeDelta::milliseconds(1));
        }
        house
    }

    async fn at(engine: Engine, location: Location) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedEnvironment::at(
            Utc.with_ymd_and_hms(2026, 11, 20, 2, 0, 0).unwrap(),
        ));
        let office = Office::open(options(location.clone(), &clock))
            .await
            .unwrap();
        Self {
            office,
            clock,
            engine,
            folder,
            location,
        }
    }

    /// The same, reading files in a process of its own, as the hosts do; the program has to know how.
    #[must_use]
    pub fn reading_apart(self) -> Self {
        Self {
            office: self.office.reading(FileReader::own()),
            ..self
        }
    }

    /// The same data opened once more, as by another machine.
    pub async fn open_again(&self) -> Result<Office> {
        Office::open(options(self.location.clone(), &self.clock)).await
    }

    /// Puts the house away.
    pub async fn close(self) {
        self.office.close().await;
        self.engine.remove(&self.location).await;
    }

    /// Changes the data behind the program's back.
    pub async fn meddle(&self, sql: &'static str) -> sqlx::Result<()> {
        match self.office.db().engine() {
            storage::Engine::Sqlite(pool) => sqlx::query(sql).execute(pool).await.map(drop),
            storage::Engine::Postgres(pool) => sqlx::query(sql).execute(pool).await.map(drop),
        }
    }

    /// Takes the guard off the change log.
    pub async fn unguard_log(&self) {
        for sql in self.engine.unguarding() {
            self.meddle(sql).await.unwrap();
        }
    }

    /// Moves the clock to an hour of a day, in UTC.
    pub fn set_clock(&self, day: &str, hour: u32) {
        let day: NaiveDate = day.parse().unwrap();
        let moment: DateTime<Utc> = day.and_hms_opt(hour, 0, 0).unwrap().and_utc();
        self.clock.set(moment);
    }

    /// The 管理员.
    pub async fn clerk(&self) -> Session {
        sign_in(&self.office, None, "").await.unwrap()
    }

    /// Somebody with a role, and committees within reach.
    pub fn person(&self, role: Role, committees: &[&str]) -> Session {
        Session {
            user_id: "someone".into(),
            name: "某人".into(),
            role,
            committees: committees.iter().map(|id| (*id).to_owned()).collect(),
        }
    }

    /// Gives a command as the 管理员.
    pub async fn call(&self, name: &str, args: Json) -> Result<Json> {
        api::call(&self.office, &self.clerk().await, name, args).await
    }

    /// Gives a command that must succeed.
    #[track_caller]
    pub fn ok<'h>(&'h self, name: &'h str, args: Json) -> impl Future<Output = Json> + 'h {
        let told = std::panic::Location::caller();
        async move {
            let answer = self.call(name, args).await;
            answer.unwrap_or_else(|error| panic!("{name} at {told}: {error:?}"))
        }
    }

    /// Gives a command that must fail, with a sentence for the person.
    pub async fn fails(&self, name: &str, args: Json) -> Error {
        let session = self.clerk().await;
        self.fails_as(&session, name, args).await
    }

    /// Gives a command as somebody else; it must fail, with a sentence for the person.
    pub async fn fails_as(&self, session: &Session, name: &str, args: Json) -> Error {
        match api::call(&self.office, session, name, args).await {
            Ok(answer) => panic!("{name} should have failed, but answered {answer}"),
            Err(error) => {
                assert_ne!(error.code, ErrorCode::Internal, "{name}: {error:?}");
                assert_sentence(&error.message);
                error
            }
        }
    }

    /// Hands a file to the office.
    pub fn hand_in(&self, path: &Path) -> Json {
        json!(self.office.files().pick(path.to_owned()))
    }

    /// The bytes of a file that a command made.
    pub fn bytes(&self, file: &Json) -> Vec<u8> {
        let file: FileRef = serde_json::from_value(file.clone()).unwrap();
        self.office.files().read(&file).unwrap().to_vec()
    }

    /// Begins an office without anything in it.
    pub async fn found(&self) -> Json {
        self.ok(
            "office.found",
            json!({ "name": "云溪街道", "superior": "临江区", "clerk": "管理员" }),
        )
        .await
    }

    /// The committee of this short name.
    pub async fn committee(&self, short: &str) -> Json {
        let rows = self.ok("committees.list", json!({})).await;
        let row = rows
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["committee"]["short_name"] == short);
        row.unwrap_or_else(|| panic!("no committee {short} in {rows}"))["committee"].clone()
    }

    /// Makes a community's committee that signs its own papers, with units of these names in order.
    pub async fn committee_with(&self, community: &str, units: &[&str]) -> Json {
        let issuer = json!({
            "id": "", "version": 0, "full_name": format!("中共{community}社区委员会"), "short_name": "",
            "code": format!("{community}社区党委"), "first_number": 1, "position": 1, "retired": false,
        });
        let issuer = self.ok("issuers.save", issuer).await;
        let community_row = json!({ "id": "", "version": 0, "name": format!("{community}社区"), "sort_key": "", "position": 1, "retired": false });
        let community_row = self.ok("communities.save", community_row).await;
        let committee = json!({
            "id": "", "version": 0, "name": format!("{community}社区“大党委”"), "short_name": community,
            "level": "community", "community_id": community_row["id"], "issuing_body_id": issuer["id"],
            "secretary_name": "王堃", "secretary_post": "社区党委书记", "recorder_name": "刘静",
            "meeting_place": "社区二楼会议室", "contact": "13900000000", "units_per_month": 1,
            "term_start": null, "term_end": null, "position": 1, "retired": false,
        });
        let committee = self.ok("committees.save", committee).await;
        for name in units {
            let unit = self.unit(name).await;
            self.seat(&unit, &committee).await;
        }
        committee
    }

    /// The unit of this name, made where there is none.
    pub async fn unit(&self, name: &str) -> Json {
        let found = self.ok("units.list", json!({ "search": name })).await;
        let kept = found["rows"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["unit"]["name"] == name);
        match kept {
            Some(row) => row["unit"].clone(),
            None => {
                let unit = json!({ "name": name, "nature": "事业单位", "leader_name": "孙玥", "leader_post": "主任" });
                self.ok("units.save", unit).await
            }
        }
    }

    /// Gives a unit a seat.
    pub async fn seat(&self, unit: &Json, committee: &Json) -> Json {
        let seat = json!({
            "unit_id": unit["id"], "committee_id": committee["id"], "liaison_name": "李祎", "liaison_phone": "13900000001",
        });
        self.ok("units.saveSeat", seat).await
    }
}

fn options(location: Location, clock: &Arc<FixedEnvironment>) -> OfficeOptions {
    OfficeOptions {
        catalog: tongxin_app::catalog(),
        location,
        device: "测试机".into(),
        font_folders: vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../fonts")],
        installed_fonts: false,
        environment: clock.clone(),
    }
}

/// Opens a folder as an office would, without a house around it.
pub async fn open_folder(folder: &Path) -> Result<Office> {
    let clock = Arc::new(FixedEnvironment::at(DateTime::UNIX_EPOCH));
    Office::open(options(Location::Folder(folder.to_owned()), &clock)).await
}

/// What is told a person is one Chinese sentence, without anything of the program's inside.
pub fn assert_sentence(message: &str) {
    assert!(message.ends_with('。'), "no whole sentence: {message}");
    assert!(message.chars().count() <= 200, "too long: {message}");
    for inside in ["sqlx", "Error", "error", "panick", "SELECT", "None"] {
        assert!(!message.contains(inside), "speaks of the inside: {message}");
    }
}

/// A file of `tests/fixtures`.
pub fn fixture(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(name)
}
