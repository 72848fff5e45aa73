use sqlx::{Connection, Executor, PgConnection};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use storage::{FILE_NAME, Location};

/// Where the test tool says that its server is.
const SERVER: &str = "TONGXIN_TEST_POSTGRES";
/// Set to tell the stories on SQLite only.
const SQLITE_ONLY: &str = "TONGXIN_TEST_SQLITE_ONLY";

/// What the sample street of a run is called.
const STREET: &str = "tongxin_street";

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
            Self::Postgres => Location::Server(database(None).await),
        }
    }

    /// An empty place for the sample street of this run, always the same.
    pub(crate) async fn street(self) -> Location {
        match self {
            Self::Sqlite => {
                let folder = std::env::current_exe().unwrap().with_file_name(STREET);
                let _ = std::fs::remove_dir_all(&folder);
                Location::Folder(folder)
            }
            Self::Postgres => {
                command(&format!("DROP DATABASE IF EXISTS {STREET} WITH (FORCE)")).await;
                command(&format!("CREATE DATABASE {STREET}")).await;
                Location::Server(address(STREET))
            }
        }
    }

    /// A copy of data that nobody has open.
    pub(crate) async fn copy(self, data: &Location, folder: &Path) -> Location {
        match data {
            Location::Folder(from) => {
                std::fs::copy(from.join(FILE_NAME), folder.join(FILE_NAME)).unwrap();
                Location::Folder(folder.to_owned())
            }
            Location::Server(url) => Location::Server(database(Some(name_of(url))).await),
        }
    }

    /// What takes the guard off the change log, as only somebody with the database's own tools can.
    pub(crate) fn unguarding(self) -> &'static [&'static str] {
        match self {
            Self::Sqlite => &[
                "DROP TRIGGER change_line_no_update",
                "DROP TRIGGER change_line_no_delete",
            ],
            Self::Postgres => &["DROP TRIGGER change_line_append_only ON change_line"],
        }
    }

    /// Takes a database away; files go with their folder.
    pub(crate) async fn remove(self, location: &Location) {
        let Location::Server(url) = location else {
            return;
        };
        command(&format!("DROP DATABASE {} WITH (FORCE)", name_of(url))).await;
    }
}

fn server() -> String {
    std::env::var(SERVER).unwrap_or_else(|_| {
        panic!("no PostgreSQL server: run `cargo xtask test`, or set {SERVER}, or {SQLITE_ONLY}=1 to leave it out")
    })
}

fn name_of(url: &str) -> &str {
    url.rsplit('/').next().unwrap_or_default()
}

/// Makes a database of its own, empty or as another one is; answers its address.
async fn database(like: Option<&str>) -> String {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let name = format!(
        "tongxin_{}_{}",
        std::process::id(),
        MADE.fetch_add(1, Ordering::Relaxed)
    );
    let like = like
        .map(|other| format!(" TEMPLATE {other}"))
        .unwrap_or_default();
    command(&format!("CREATE DATABASE {name}{like}")).await;
    address(&name)
}

fn address(database: &str) -> String {
    let server = server();
    let (host, _) = server.rsplit_once('/').unwrap_or((&server, ""));
    format!("{host}/{database}")
}

async fn command(sql: &str) {
    let mut server = PgConnection::connect(&server()).await.unwrap();
    server
        .execute(sqlx::AssertSqlSafe(sql.to_owned()))
        .await
        .unwrap();
    server.close().await.unwrap();
}
