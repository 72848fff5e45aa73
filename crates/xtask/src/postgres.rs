//! A PostgreSQL server for one test run, in a temporary folder, gone when dropped.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::command;

/// Set by a person (or a machine without Debian's packages) to use a server that runs already.
const GIVEN: &str = "TONGXIN_TEST_POSTGRES";
/// The superuser of the temporary cluster.
const USER: &str = "tongxin";
/// Longest wait for the server to accept connections.
const PATIENCE: Duration = Duration::from_secs(60);
/// Tests run in parallel, each with its own database and pool; nothing here must survive a crash.
const SETTINGS: &[&str] = &[
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
    "listen_addresses=127.0.0.1",
];

/// A running server.
pub struct Postgres {
    url: String,
    own: Option<Cluster>,
}

impl Postgres {
    /// Starts a server of its own, unless `TONGXIN_TEST_POSTGRES` names one.
    pub fn start() -> Result<Self> {
        if let Ok(url) = std::env::var(GIVEN) {
            println!("  using the server {GIVEN} names");
            return Ok(Self { url, own: None });
        }
        let started = Instant::now();
        let cluster = Cluster::start()?;
        let url = format!("postgres://{USER}@127.0.0.1:{}/postgres", cluster.port);
        println!(
            "  PostgreSQL is ready after {} ms",
            started.elapsed().as_millis()
        );
        Ok(Self {
            url,
            own: Some(cluster),
        })
    }

    /// Where tests connect, as a user who may create databases.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if self.own.take().is_some() {
            println!("  PostgreSQL is stopped and its folder removed");
        }
    }
}

/// A database cluster and the server on it.
struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    port: u16,
    server: Option<Child>,
}

impl Cluster {
    fn start() -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("tongxin-postgres-{}", std::process::id()));
        let port = free_port()?;
        // There before anything is made, so that dropping it cleans up whatever comes of the rest.
        let mut cluster = Self {
            folder,
            programs: programs()?,
            port,
            server: None,
        };
        cluster.initialise()?;
        cluster.serve()?;
        cluster.wait_until_ready()?;
        Ok(cluster)
    }

    fn initialise(&self) -> Result<()> {
        std::fs::create_dir(&self.folder).with_context(|| self.folder.display().to_string())?;
        if command::is_root() {
            command::run(Command::new("chown").arg("postgres").arg(&self.folder))?;
        }
        let mut initdb = self.program("initdb");
        initdb.args(["--username", USER, "--auth", "trust", "--encoding", "UTF8"]);
        initdb
            .args(["--locale", "C.UTF-8", "--no-sync", "--pgdata"])
            .arg(self.data());
        command::capture(&mut initdb)
            .context("cannot make a database cluster")
            .map(drop)
    }

    fn serve(&mut self) -> Result<()> {
        let log = std::fs::File::create(self.log())?;
        let mut server = self.program("postgres");
        server
            .arg("-D")
            .arg(self.data())
            .arg("-k")
            .arg(&self.folder);
        server.args(["-p", &self.port.to_string()]);
        for setting in SETTINGS {
            server.args(["-c", setting]);
        }
        server
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log);
        self.server = Some(server.spawn().context("cannot start postgres")?);
        Ok(())
    }

    fn wait_until_ready(&self) -> Result<()> {
        let port = self.port.to_string();
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            let mut ask = Command::new(self.programs.join("pg_isready"));
            if command::succeeds(ask.args(["-q", "-h", "127.0.0.1", "-p", &port])) {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(50));
        }
        let log = std::fs::read_to_string(self.log()).unwrap_or_default();
        bail!(
            "PostgreSQL did not start within {} s:\n{log}",
            PATIENCE.as_secs()
        );
    }

    /// A server program, run as `postgres` where this tool is root: the server refuses to be root.
    fn program(&self, name: &str) -> Command {
        let path = self.programs.join(name);
        let mut command = if command::is_root() {
            let mut runuser = Command::new("runuser");
            runuser.args(["-u", "postgres", "--"]).arg(path);
            runuser
        } else {
            Command::new(path)
        };
        // The caller's folder may be closed to `postgres`.
        command.current_dir(&self.folder);
        command
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn log(&self) -> PathBuf {
        self.folder.join("server.log")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            // Nothing of it is kept, so it need not end in order.
            let mut stop = self.program("pg_ctl");
            command::succeeds(
                stop.args(["stop", "-m", "immediate", "-D"])
                    .arg(self.data()),
            );
            server.wait().ok();
        }
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            eprintln!("cannot remove {}: {error}", self.folder.display());
        }
    }
}

/// The folder of the server's programs: Debian keeps them apart by version, others on the path.
fn programs() -> Result<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let newest = versions
        .filter_map(|entry| {
            Some((
                entry.file_name().to_str()?.parse::<u32>().ok()?,
                entry.path(),
            ))
        })
        .max();
    match newest {
        Some((_, folder)) => Ok(folder.join("bin")),
        None if command::on_path("initdb") => Ok(Path::new("").to_path_buf()),
        None => bail!("PostgreSQL's initdb is not on the path; set {GIVEN} to a server's address"),
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("no free port on 127.0.0.1")?;
    Ok(listener.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_starts_and_leaves_nothing_behind() {
        let cluster = Cluster::start().unwrap();
        let (folder, port) = (cluster.folder.clone(), cluster.port);
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
        drop(cluster);
        assert!(!folder.exists());
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
    }
}
