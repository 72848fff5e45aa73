//! System packages on Debian and its family.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Result;

use crate::command;
use crate::setup::{For, NeedsPerson};

/// What building and running the window takes.
const RUN: &[&str] = &[
    "build-essential",
    "fonts-noto-cjk",
    "libgtk-3-dev",
    "librsvg2-dev",
    "libwebkit2gtk-4.1-dev",
    "libxdo-dev",
    "pkg-config",
];

/// What the tests take besides: a screen without a monitor, browsers and their drivers, a database
/// server, and programs that read what was made.
const TEST: &[&str] = &[
    "chromium",
    "dbus-x11",
    "libreoffice-calc-nogui",
    "libreoffice-writer-nogui",
    "poppler-utils",
    "postgresql",
    "webkit2gtk-driver",
    "x11-utils",
    "xauth",
    "xvfb",
];

/// Read by Debian when it installs PostgreSQL: the tests start their own server, so none should be
/// left running on the machine.
const NO_CLUSTER: (&str, &str) = (
    "/etc/postgresql-common/createcluster.d/tongxin.conf",
    "create_main_cluster = false\n",
);

/// Whether this is Debian or a system made from it.
pub fn is_here() -> bool {
    std::fs::read_to_string("/etc/os-release").is_ok_and(|text| is_debian(&text))
}

fn is_debian(os_release: &str) -> bool {
    os_release
        .lines()
        .filter_map(|line| {
            line.strip_prefix("ID=")
                .or_else(|| line.strip_prefix("ID_LIKE="))
        })
        .any(|ids| {
            ids.trim_matches('"')
                .split(' ')
                .any(|id| id == "debian" || id == "ubuntu")
        })
}

/// Installs the packages that are missing: as root, else through `sudo -n`, else asks the person.
pub fn install(purpose: For) -> Result<()> {
    let missing = missing(purpose)?;
    if missing.is_empty() {
        println!("  all installed");
        return Ok(());
    }
    println!("  missing: {}", missing.join(" "));
    let prefix = rights(&missing)?;
    // Before it is installed, since Debian makes a cluster while it installs.
    if missing.contains(&"postgresql") {
        want_no_cluster(&prefix)?;
    }
    command::run(as_root(&prefix, &["apt-get", "update", "--quiet=2"]).stdin(Stdio::null()))?;
    let mut install = as_root(
        &prefix,
        &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"],
    );
    install
        .args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
        .args(&missing);
    command::run(install.stdin(Stdio::null()))
}

fn missing(purpose: For) -> Result<Vec<&'static str>> {
    let mut wanted = RUN.to_vec();
    if purpose == For::Test {
        wanted.extend(TEST);
    }
    // It fails where one package is unknown to it; what it prints of the others counts all the
    // same.
    let output = Command::new("dpkg-query")
        .args(["--show", "--showformat=${Package} ${db:Status-Abbrev}\n"])
        .args(&wanted)
        .output()?;
    let known = String::from_utf8_lossy(&output.stdout).into_owned();
    wanted.retain(|name| {
        !known
            .lines()
            .any(|line| line.trim_end() == format!("{name} ii"))
    });
    Ok(wanted)
}

/// The words to put before a command so that it runs as root.
fn rights(missing: &[&str]) -> Result<Vec<&'static str>> {
    if command::is_root() {
        return Ok(Vec::new());
    }
    if command::succeeds(Command::new("sudo").args(["-n", "true"])) {
        return Ok(vec!["sudo", "-n"]);
    }
    Err(NeedsPerson(instruction(missing)).into())
}

fn instruction(missing: &[&str]) -> String {
    let install = format!(
        "this needs root; run\n  sudo apt-get update && sudo apt-get install --no-install-recommends {}",
        missing.join(" ")
    );
    format!("{install}\nand then this command again")
}

fn as_root(prefix: &[&str], words: &[&str]) -> Command {
    let mut all = prefix.iter().chain(words);
    let mut command = Command::new(all.next().copied().unwrap_or_default());
    command.args(all);
    command
}

fn want_no_cluster(prefix: &[&str]) -> Result<()> {
    let (file, text) = NO_CLUSTER;
    if Path::new(file).exists() {
        return Ok(());
    }
    // Only `install` runs with the rights to write there.
    let draft = std::env::temp_dir().join(format!("tongxin-createcluster-{}", std::process::id()));
    std::fs::write(&draft, text)?;
    let done = command::run(
        as_root(prefix, &["install", "-D", "--mode=644"])
            .arg(&draft)
            .arg(file),
    );
    std::fs::remove_file(&draft)?;
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_family() {
        assert!(is_debian("NAME=x\nID=debian\n"));
        assert!(is_debian("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_debian("ID=fedora\nID_LIKE=\"rhel\"\n"));
    }

    #[test]
    fn the_instruction_is_complete() {
        assert!(instruction(&["xvfb", "xauth"]).contains("--no-install-recommends xvfb xauth\n"));
    }
}
