use sqlx::{Connection, Executor, PgConnection};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use tongxin_core::storage::Location;

/// Where the test tool says that its server is.
const SERVER: &str = "TONGXIN_TEST_POSTGRES";
/// Set to tell the stories on SQLite only.
const SQLITE_ONLY: &str = "TONGXIN_TEST_SQLITE_ONLY";

/// The two engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The embedded one.
    Sqlite,
    /// A server.
    Postgres,
}

impl Engine {
    /// Whether this run leaves the engine out, as somebody asked.
    pub(crate) fn left_out(self) -> bool {
        self == Self::Postgres && std::env::var_os(SQLITE_ONLY).is_some_and(|value| value == "1")
    }

    /// An empty place for an office's data.
    pub(crate) async fn location(self, folder: &Path) -> Location {
        match self {
            Self::Sqlite => Location::Folder(folder.to_owned()),
            Self::Postgres => Location::Server(database().await),
        }
    }

    /// Takes a database away; files go with their folder.
    pub(crate) async fn remove(self, location: &Location) {
        let Location::Server(url) = location else { return };
        let name = url.rsplit('/').next().unwrap_or_default();
        command(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
    }
}

fn server() -> String {
    std::env::var(SERVER).unwrap_or_else(|_| {
        panic!("no PostgreSQL server: run `cargo xtask test`, or set {SERVER}, or {SQLITE_ONLY}=1 to leave it out")
    })
}

/// Makes a database of its own; answers its address.
async fn database() -> String {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let name = format!("tongxin_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
    command(&format!("CREATE DATABASE {name}")).await;
    let server = server();
    let (host, _) = server.rsplit_once('/').unwrap_or((&server, ""));
    format!("{host}/{name}")
}

async fn command(sql: &str) {
    let mut server = PgConnection::connect(&server()).await.unwrap();
    server.execute(sqlx::AssertSqlSafe(sql.to_owned())).await.unwrap();
    server.close().await.unwrap();
}
