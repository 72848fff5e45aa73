//! Running other programs: argument lists only, never a shell.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// The command as a person would type it.
pub fn show(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| quoted(&word.to_string_lossy()))
        .collect::<Vec<_>>()
        .join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=:@+,%\\".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{word}'")
    }
}

/// Runs with this tool's own output, and fails unless the program ends well.
pub fn run(command: &mut Command) -> Result<()> {
    println!("  $ {}", show(command));
    let status = command.status().with_context(|| cannot_start(command))?;
    ended_well(command, status)
}

/// Runs and returns what the program printed; its errors are shown as they come.
pub fn capture(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| cannot_start(command))?;
    ended_well(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether the program can be started and ends well; its output is not shown.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|s| s.success())
}

/// Whether a program of this name is on the path.
pub fn on_path(name: &str) -> bool {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(&file).is_file()))
}

/// Whether this tool runs as root, on systems that have one.
pub fn is_root() -> bool {
    cfg!(unix) && capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Runs, showing each line as it comes and handing it to `on_line`. A program that runs longer
/// than `limit` is stopped with all it started, and the call fails.
pub fn watch(
    command: &mut Command,
    limit: Duration,
    mut on_line: impl FnMut(&str),
) -> Result<ExitStatus> {
    println!("  $ {}", show(command));
    // A group of its own, so that it can be stopped with all it started.
    own_group(command)
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    let mut child = command.spawn().with_context(|| cannot_start(command))?;
    let lines = lines_of(&mut child);
    let deadline = Instant::now() + limit;
    loop {
        match lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                println!("{line}");
                on_line(&line);
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                stop_tree(&mut child);
                bail!("stopped after {} s: {}", limit.as_secs(), show(command));
            }
        }
    }
    Ok(child.wait()?)
}

fn lines_of(child: &mut Child) -> mpsc::Receiver<String> {
    let (sender, lines) = mpsc::channel();
    if let Some(out) = child.stdout.take() {
        thread::spawn(move || {
            // By bytes: a line that is no UTF-8 would end the reading.
            for line in BufReader::new(out).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).trim_end().to_owned();
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
    }
    lines
}

#[cfg(unix)]
fn own_group(command: &mut Command) -> &mut Command {
    std::os::unix::process::CommandExt::process_group(command, 0)
}

#[cfg(not(unix))]
fn own_group(command: &mut Command) -> &mut Command {
    command
}

/// Ends a program and everything it started.
fn stop_tree(child: &mut Child) {
    let id = child.id().to_string();
    if cfg!(windows) {
        succeeds(Command::new("taskkill").args(["/T", "/F", "/PID", &id]));
    } else {
        succeeds(Command::new("kill").args(["-KILL", "--", &format!("-{id}")]));
    }
    // Its status no longer matters: it was told to end.
    child.wait().ok();
}

fn cannot_start(command: &Command) -> String {
    format!("cannot start {}", command.get_program().to_string_lossy())
}

fn ended_well(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("{} ended with {status}", show(command));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_words_with_spaces_in_quotes() {
        let mut command = Command::new("apt-get");
        command.args(["install", "-y", "two words"]);
        assert_eq!(show(&command), "apt-get install -y 'two words'");
    }

    #[cfg(unix)]
    #[test]
    fn watch_stops_what_runs_too_long() {
        let mut sleeper = Command::new("sleep");
        sleeper.arg("30");
        let started = Instant::now();
        assert!(watch(&mut sleeper, Duration::from_millis(100), |_| ()).is_err());
        assert!(started.elapsed() < Duration::from_secs(10));
    }
}
