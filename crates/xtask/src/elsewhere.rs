//! Systems this tool does not install on: it looks for what is needed and says what to install.

use std::process::Command;

use anyhow::Result;

use crate::command;
use crate::setup::{For, NeedsPerson};

/// Something a Linux needs: how to see that it is there, and the package that brings it.
struct Need {
    sign: Sign,
    purpose: For,
    fedora: &'static str,
    arch: &'static str,
    suse: &'static str,
}

/// How to see that something is there.
enum Sign {
    /// A module that `pkg-config` knows.
    Library(&'static str),
    /// A program, under any of these names.
    Program(&'static [&'static str]),
}

const fn need(sign: Sign, purpose: For, packages: [&'static str; 3]) -> Need {
    let [fedora, arch, suse] = packages;
    Need {
        sign,
        purpose,
        fedora,
        arch,
        suse,
    }
}

const LINUX: &[Need] = &[
    need(
        Sign::Library("webkit2gtk-4.1"),
        For::Run,
        ["webkit2gtk4.1-devel", "webkit2gtk-4.1", "webkit2gtk3-devel"],
    ),
    need(
        Sign::Library("librsvg-2.0"),
        For::Run,
        ["librsvg2-devel", "librsvg", "librsvg-devel"],
    ),
    need(
        Sign::Program(&["pkg-config"]),
        For::Run,
        ["pkgconf-pkg-config", "pkgconf", "pkg-config"],
    ),
    need(
        Sign::Program(&["cc"]),
        For::Run,
        ["gcc", "base-devel", "gcc"],
    ),
    need(
        Sign::Program(&["WebKitWebDriver"]),
        For::Test,
        ["webkit2gtk-driver", "webkit2gtk-4.1", "webkit2gtk-driver"],
    ),
    need(
        Sign::Program(&["xvfb-run"]),
        For::Test,
        ["xorg-x11-server-Xvfb", "xorg-server-xvfb", "xvfb-run"],
    ),
    need(
        Sign::Program(&["dbus-run-session"]),
        For::Test,
        ["dbus-daemon", "dbus", "dbus-1"],
    ),
    need(
        Sign::Program(&["chromium", "chromium-browser", "google-chrome"]),
        For::Test,
        ["chromium", "chromium", "chromium"],
    ),
    need(
        Sign::Program(&["pdftotext"]),
        For::Test,
        ["poppler-utils", "poppler", "poppler-tools"],
    ),
    need(
        Sign::Program(&["initdb"]),
        For::Test,
        ["postgresql-server", "postgresql", "postgresql-server"],
    ),
    need(
        Sign::Program(&["soffice"]),
        For::Test,
        ["libreoffice-calc", "libreoffice-still", "libreoffice-calc"],
    ),
];

const MACOS: &str =
    "xcode-select --install; for tests also: brew install postgresql@15 poppler chromium";

const WINDOWS: &str = "\
  Visual Studio Build Tools with `Desktop development with C++`: winget install Microsoft.VisualStudio.2022.BuildTools
  WebView2, where Windows does not bring it:                     winget install Microsoft.EdgeWebView2Runtime
  for tests, PostgreSQL:                                         winget install PostgreSQL.PostgreSQL.15
    and set TONGXIN_TEST_POSTGRES=postgres://USER:PASSWORD@localhost/postgres
  for tests, the PDF tools and LibreOffice:                      winget install oschwartz10612.Poppler TheDocumentFoundation.LibreOffice";

/// Goes on when all is there, else says exactly what to install.
pub fn check(purpose: For) -> Result<()> {
    if cfg!(windows) {
        println!("  nothing is installed for you on Windows. Needed are:\n{WINDOWS}");
        return Ok(());
    }
    if cfg!(target_os = "macos") {
        println!("  nothing is installed for you on macOS. Needed are: {MACOS}");
        return Ok(());
    }
    let missing: Vec<&Need> = LINUX
        .iter()
        .filter(|need| need.purpose == For::Run || purpose == For::Test)
        .filter(|need| !need.sign.is_there())
        .collect();
    if missing.is_empty() {
        println!("  all installed");
        return Ok(());
    }
    Err(NeedsPerson(instruction(&missing)).into())
}

impl Sign {
    fn is_there(&self) -> bool {
        match self {
            Self::Library(name) => {
                command::succeeds(Command::new("pkg-config").args(["--exists", name]))
            }
            Self::Program(names) => names.iter().any(|name| command::on_path(name)),
        }
    }
}

fn instruction(missing: &[&Need]) -> String {
    let names = |pick: fn(&Need) -> &str| {
        missing
            .iter()
            .map(|need| pick(need))
            .collect::<Vec<_>>()
            .join(" ")
    };
    format!(
        "some packages are missing; install them and run this command again\n  \
         Fedora:   sudo dnf install {}\n  Arch:     sudo pacman -S --needed {}\n  \
         openSUSE: sudo zypper install {}",
        names(|need| need.fedora),
        names(|need| need.arch),
        names(|need| need.suse),
    )
}
