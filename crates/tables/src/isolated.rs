//! Reads files in a process of its own, so that a hostile one can end that process at most: neither
//! the program nor its memory is within reach. The program starts itself again with [`HELPER`] as its
//! first argument and hands the file over by a pipe.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{ExitCode, Stdio};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};

use super::read::{Gathered, Part};
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

/// What a helper answers, one after the other: the file's pieces and that these were all, or why there are
/// none or no more, for the person and for the log. Each is preceded by its length in bytes.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Answer {
    Part(Part),
    Done,
    Refused { message: String, cause: String },
}

/// A length, little-endian.
type Length = [u8; 4];
/// Room made for an answer before it comes, in bytes; most are shorter.
const LIKELY: usize = 256 * 1024;

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
    let answered = match helper.stdout.take() {
        Some(output) => gather(BufReader::new(output.take(ANSWER))).await,
        None => Err(ExcelError::damaged("the helper cannot answer")),
    };
    // Only after its answers were taken: a helper waits for good while nobody empties its pipe.
    let ended = helper.wait().await.map_err(ExcelError::damaged)?;
    if !ended.success() {
        let cause = format!("the helper ended with {ended}");
        return Err(ExcelError::damaged(cause));
    }
    answered
}

/// Puts a helper's answers together while it reads on. They are understood on a thread of their own: the one
/// that takes them from the pipe shares the helper's core.
async fn gather(mut output: impl AsyncRead + Unpin) -> Result<Vec<Sheet>, ExcelError> {
    let (sender, answers) = mpsc::channel::<Vec<u8>>();
    let gathering = tokio::task::spawn_blocking(move || understood(&answers));
    let cut_off = loop {
        match answer_from(&mut output).await {
            Ok(Some(answer)) => {
                if sender.send(answer).is_err() {
                    // The other end has given up and says why.
                    break None;
                }
            }
            Ok(None) => break None,
            Err(cause) => break Some(ExcelError::damaged(cause)),
        }
    };
    // Or the thread would wait for more answers for good.
    drop(sender);
    let gathered = gathering.await.map_err(ExcelError::damaged)?;
    cut_off.map_or(gathered, Err)
}

/// The bytes of the next answer; none after the last.
async fn answer_from(mut output: impl AsyncRead + Unpin) -> io::Result<Option<Vec<u8>>> {
    let mut length = Length::default();
    match output.read_exact(&mut length).await {
        Ok(_) => {}
        Err(cause) if cause.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(cause) => return Err(cause),
    }
    let length = u32::from_le_bytes(length);
    // The length is what the helper says, and a hostile file may have the helper in hand: room is
    // made as bytes come.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default().min(LIKELY));
    let mut answer = output.take(length.into());
    answer.read_to_end(&mut bytes).await?;
    Ok(Some(bytes))
}

fn understood(answers: &mpsc::Receiver<Vec<u8>>) -> Result<Vec<Sheet>, ExcelError> {
    let mut gathered = Gathered::default();
    for bytes in answers {
        match postcard::from_bytes(&bytes).map_err(ExcelError::damaged)? {
            Answer::Part(part) => gathered.take(part),
            Answer::Done => return Ok(gathered.sheets()),
            Answer::Refused { message, cause } => {
                return Err(ExcelError::Refused { message, cause });
            }
        }
    }
    Err(ExcelError::damaged("the helper broke off"))
}

/// The helper's whole work: a file from standard input, its sheets to standard output.
#[must_use]
pub fn help() -> ExitCode {
    // Before anything of the file is read.
    limit_memory();
    match answer(&mut io::stdin().lock(), &mut io::stdout()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Pieces read on while earlier ones are told.
const AHEAD: usize = 4;

fn answer(input: &mut impl Read, output: &mut (impl Write + Send)) -> io::Result<()> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let (sender, answers) = mpsc::sync_channel(AHEAD);
    std::thread::scope(|threads| {
        let telling = threads.spawn(|| tell_all(output, answers));
        let read = read::read_parts(&bytes, &mut |part| {
            let sent = sender.send(Answer::Part(part));
            sent.map_err(|_| ExcelError::damaged("nobody listens"))
        });
        let last = match read {
            Ok(()) => Answer::Done,
            Err(error) => Answer::Refused {
                message: error.to_string(),
                cause: format!("{error:?}"),
            },
        };
        // Where this cannot be sent, telling has ended and says why.
        let _ = sender.send(last);
        drop(sender);
        let told = telling.join();
        told.unwrap_or_else(|_| Err(io::Error::other("telling panicked")))
    })
}

fn tell_all(output: &mut impl Write, answers: mpsc::Receiver<Answer>) -> io::Result<()> {
    for answer in answers {
        tell(output, &answer)?;
    }
    output.flush()
}

fn tell(output: &mut impl Write, answer: &Answer) -> io::Result<()> {
    let bytes = postcard::to_stdvec(answer).map_err(io::Error::other)?;
    let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
    output.write_all(&length.to_le_bytes())?;
    output.write_all(&bytes)
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
    use crate::fixtures::workbook;

    async fn answered(bytes: &[u8]) -> Result<Vec<Sheet>, ExcelError> {
        let mut output = Vec::new();
        answer(&mut &bytes[..], &mut output).unwrap();
        gather(&output[..]).await
    }

    #[tokio::test]
    async fn a_helper_answers_what_reading_here_does() {
        let file = workbook(
            r#"<sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>甲</t></is></c><c r="C2"><v>1.5</v></c></row></sheetData><mergeCells><mergeCell ref="B2:B4"/></mergeCells>"#,
            None,
        );
        let here = read::read_workbook(&file).unwrap();
        assert_eq!(here[0].merges.len(), 1);
        assert_eq!(answered(&file).await.unwrap(), here);
    }

    #[tokio::test]
    async fn rows_out_of_order_over_several_pieces_are_put_in_order() {
        let row = |number: u32| {
            format!(r#"<row r="{number}"><c r="A{number}"><v>{number}</v></c></row>"#)
        };
        let rows: String = (2..=4_000).chain([1, 3]).map(row).collect();
        let file = workbook(&format!("<sheetData>{rows}</sheetData>"), None);
        let sheets = answered(&file).await.unwrap();
        let numbers: Vec<u32> = sheets[0].rows.iter().map(|row| row.number()).collect();
        assert_eq!(numbers, (1..=4_000).collect::<Vec<u32>>());
    }

    #[tokio::test]
    async fn a_helper_says_why_it_refuses() {
        let told = answered(b"PK\x03\x04").await.unwrap_err();
        assert!(told.to_string().contains("已损坏"), "{told}");
    }

    #[tokio::test]
    async fn an_answer_that_breaks_off_is_a_damaged_file() {
        let mut output = Vec::new();
        tell(&mut output, &Answer::Part(Part::Begin("表".to_owned()))).unwrap();
        let told = gather(&output[..]).await;
        assert!(matches!(told, Err(ExcelError::Damaged { .. })), "{told:?}");
    }

    #[tokio::test]
    async fn a_helper_that_answers_nothing_is_a_damaged_file() {
        let reader = FileReader::Helper("/bin/false".into());
        let told = reader.read(Arc::from(&b"PK"[..])).await;
        assert!(matches!(told, Err(ExcelError::Damaged { .. })), "{told:?}");
    }
}
