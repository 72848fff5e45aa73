//! Reads files in a process of its own, so that a hostile one can end that process at most: neither
//! the program nor its memory is within reach. The program starts itself again with [`HELPER`] as its
//! first argument and hands the file over by a pipe.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{ExitCode, Stdio};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};

use super::sheet::Sheet;
use super::{ExcelError, read};

/// First argument of the program when it shall only read a file.
pub const HELPER: &str = "read-table-file";
/// What the helper may take of memory, in bytes. On Unix it limits itself; on Windows whoever starts it puts
/// it into a job object.
#[cfg(any(unix, windows))]
const MEMORY: u64 = 1_536 * 1024 * 1024;
/// Longest time one file may take.
const PATIENCE: Duration = Duration::from_secs(120);
/// Most that a helper may answer, in bytes.
const ANSWER: u64 = 600 * 1024 * 1024;

/// Where files are read.
#[derive(Debug, Clone, Default)]
pub enum FileReader {
    /// In this process, within the limits that are checked first.
    #[default]
    Here,
    /// In a process of its own, started from this program.
    Helper(PathBuf),
}

/// What a helper answers: sheets, or why there are none, for the person and for the log.
#[derive(Serialize, Deserialize)]
enum Answer {
    Sheets(Vec<Sheet>),
    Refused { message: String, cause: String },
}

impl FileReader {
    /// This program as its own helper; in this process where it does not know its own file.
    #[must_use]
    pub fn own() -> Self {
        std::env::current_exe().map_or(Self::Here, Self::Helper)
    }

    /// Reads every visible sheet of a file.
    ///
    /// # Errors
    /// Any variant of [`ExcelError`] about a whole file.
    pub async fn read(&self, bytes: Arc<[u8]>) -> Result<Vec<Sheet>, ExcelError> {
        match self {
            Self::Here => {
                let task = tokio::task::spawn_blocking(move || read::read_workbook(&bytes));
                task.await
                    .unwrap_or_else(|cause| Err(ExcelError::damaged(cause)))
            }
            Self::Helper(program) => {
                let helper = start(program).map_err(ExcelError::damaged)?;
                let asked = tokio::time::timeout(PATIENCE, ask(helper, &bytes)).await;
                asked.unwrap_or_else(|_| Err(ExcelError::damaged("the helper takes too long")))
            }
        }
    }
}

/// A helper ends with whoever waits for it: a command given up leaves none behind.
struct Helper {
    child: Child,
    /// The job object that bounds it.
    #[cfg(windows)]
    _bounds: Option<processkit::ProcessGroup>,
}

fn start(program: &PathBuf) -> io::Result<Helper> {
    let mut command = Command::new(program);
    command
        .arg(HELPER)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    within_bounds(command)
}

#[cfg(not(windows))]
fn within_bounds(mut command: Command) -> io::Result<Helper> {
    command.spawn().map(|child| Helper { child })
}

#[cfg(windows)]
fn within_bounds(mut command: Command) -> io::Result<Helper> {
    let options = processkit::ProcessGroupOptions::default().max_memory(MEMORY);
    let bounds = processkit::ProcessGroup::with_options(options);
    let bounds = bounds
        .inspect_err(|cause| tracing::warn!(%cause, "the helper's memory is not limited"))
        .ok();
    let child = match &bounds {
        Some(bounds) => bounds.spawn(command).map_err(io::Error::other)?,
        None => command.spawn()?,
    };
    Ok(Helper {
        child,
        _bounds: bounds,
    })
}

async fn ask(mut started: Helper, bytes: &[u8]) -> Result<Vec<Sheet>, ExcelError> {
    let helper = &mut started.child;
    if let Some(mut input) = helper.stdin.take() {
        // A helper that has ended says why by its answer, or by having none.
        let _ = input.write_all(bytes).await;
    }
    let mut answer = Vec::new();
    if let Some(output) = helper.stdout.take() {
        let read = output.take(ANSWER).read_to_end(&mut answer).await;
        read.map_err(ExcelError::damaged)?;
    }
    let ended = helper.wait().await.map_err(ExcelError::damaged)?;
    if !ended.success() {
        return Err(ExcelError::damaged(format!(
            "the helper ended with {ended}"
        )));
    }
    match postcard::from_bytes(&answer).map_err(ExcelError::damaged)? {
        Answer::Sheets(sheets) => Ok(sheets),
        Answer::Refused { message, cause } => Err(ExcelError::Refused { message, cause }),
    }
}

/// The helper's whole work: a file from standard input, its sheets to standard output.
#[must_use]
pub fn help() -> ExitCode {
    limit_memory();
    match answer(&mut io::stdin().lock(), &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn answer(input: &mut impl Read, output: &mut impl Write) -> io::Result<()> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let answer = match read::read_workbook(&bytes) {
        Ok(sheets) => Answer::Sheets(sheets),
        Err(error) => Answer::Refused {
            message: error.to_string(),
            cause: format!("{error:?}"),
        },
    };
    let bytes = postcard::to_stdvec(&answer).map_err(io::Error::other)?;
    output.write_all(&bytes)?;
    output.flush()
}

/// A file that asks for more ends the helper and nothing else.
fn limit_memory() {
    #[cfg(unix)]
    {
        let _ = rlimit::setrlimit(rlimit::Resource::AS, MEMORY, MEMORY);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::excel::fixtures::workbook;

    fn answered(bytes: &[u8]) -> Answer {
        let mut output = Vec::new();
        answer(&mut &bytes[..], &mut output).unwrap();
        postcard::from_bytes(&output).unwrap()
    }

    #[test]
    fn a_helper_answers_what_reading_here_does() {
        let file = workbook(
            r#"<sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>甲</t></is></c><c r="C2"><v>1.5</v></c></row></sheetData><mergeCells><mergeCell ref="B2:B4"/></mergeCells>"#,
            None,
        );
        let here = read::read_workbook(&file).unwrap();
        match answered(&file) {
            Answer::Sheets(sheets) => assert_eq!(sheets, here),
            Answer::Refused { cause, .. } => assert_eq!(cause, ""),
        }
    }

    #[test]
    fn a_helper_says_why_it_refuses() {
        match answered(b"PK\x03\x04") {
            Answer::Sheets(sheets) => assert_eq!(sheets, []),
            Answer::Refused { message, .. } => assert!(message.contains("已损坏"), "{message}"),
        }
    }

    #[tokio::test]
    async fn a_helper_that_answers_nothing_is_a_damaged_file() {
        let reader = FileReader::Helper("/bin/false".into());
        let told = reader.read(Arc::from(&b"PK"[..])).await;
        assert!(matches!(told, Err(ExcelError::Damaged { .. })), "{told:?}");
    }
}
