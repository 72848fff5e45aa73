//! The one list of commands. From it come the dispatcher that every host uses and the TypeScript
//! types the window uses; no command is declared anywhere else.
//!
//! A command is one transaction and, when it changes anything, one change set.

use crate::error::{Error, ErrorCode, Result};
use crate::office::{Cx, Office};
use crate::progress::Progress;
use crate::storage::is_lost_race;
use crate::users::{Role, Session};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use std::future::Future;
use std::pin::Pin;
use ts_rs::TS;

mod bindings;
mod list;

pub use bindings::typescript;
pub use list::{COMMANDS, call, call_with};

/// Whether a command changes anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// It only reads.
    Read,
    /// It may write.
    Write,
}

/// A command as the list declares it.
pub struct Command {
    /// `thing.verb`.
    pub name: &'static str,
    /// Whether it writes.
    pub access: Access,
    /// The least role that may give it.
    pub role: Role,
    /// What it does, in one Chinese phrase.
    pub summary: &'static str,
    /// TypeScript name of its arguments.
    pub args: fn(&ts_rs::Config) -> String,
    /// TypeScript name of its result.
    pub result: fn(&ts_rs::Config) -> String,
    visit: fn(&mut bindings::Collector),
    /// Runs it. A function of its own, so that the stack a call takes does not grow with the list.
    run: for<'c> fn(Given<'c>, Json) -> Answer<'c, Json>,
}

/// A command for `tongxin commands --json`.
#[derive(Debug, Serialize)]
pub struct CommandInfo {
    /// `thing.verb`.
    pub name: &'static str,
    /// What it does.
    pub summary: &'static str,
    /// Whether it writes.
    pub access: Access,
    /// The least role that may give it.
    pub role: Role,
    /// Type of its arguments.
    pub args: String,
    /// Type of its result.
    pub result: String,
}

/// The commands with their types, in the order of the list.
pub fn commands() -> Vec<CommandInfo> {
    let config = bindings::config();
    let info = |command: &Command| CommandInfo {
        name: command.name,
        summary: command.summary,
        access: command.access,
        role: command.role,
        args: (command.args)(&config),
        result: (command.result)(&config),
    };
    COMMANDS.iter().map(info).collect()
}

/// A handler's future; it borrows the command's context.
type Answer<'c, R> = Pin<Box<dyn Future<Output = Result<R>> + Send + 'c>>;

/// How often a command is tried again after it lost a race against another machine.
const TRIES: usize = 5;

/// A command as it was given: where, by whom, and how it is followed.
#[derive(Clone, Copy)]
struct Given<'c> {
    office: &'c Office,
    session: &'c Session,
    progress: &'c Progress,
    command: &'c Command,
}

/// Runs one command: arguments in, transaction around, result out.
async fn run<A, R, F>(given: Given<'_>, args: Json, handler: F) -> Result<Json>
where
    A: DeserializeOwned + Clone,
    R: Serialize,
    F: for<'c, 'a> Fn(&'c mut Cx<'a>, A) -> Answer<'c, R>,
{
    allow(given.session, given.command)?;
    let args: A = parse(args)?;
    for _ in 1..TRIES {
        match attempt(given, args.clone(), &handler).await {
            Err(error) if is_lost_race(&error) => {}
            other => return other,
        }
    }
    attempt(given, args, &handler).await
}

async fn attempt<A, R, F>(given: Given<'_>, args: A, handler: &F) -> Result<Json>
where
    R: Serialize,
    F: for<'c, 'a> Fn(&'c mut Cx<'a>, A) -> Answer<'c, R>,
{
    let Given {
        office,
        session,
        progress,
        command,
    } = given;
    let write = command.access == Access::Write;
    let mut cx = Cx::begin(office, session, progress, write).await?;
    let result = serde_json::to_value(handler(&mut cx, args).await?)?;
    cx.finish(command.name).await?;
    Ok(result)
}

fn allow(session: &Session, command: &Command) -> Result<()> {
    if session.role >= command.role {
        return Ok(());
    }
    let message = format!("您的角色不能“{}”，请联系管理员。", command.summary);
    Err(Error::forbidden(message))
}

fn parse<A: DeserializeOwned>(args: Json) -> Result<A> {
    let args = if args.is_null() {
        Json::Object(Default::default())
    } else {
        args
    };
    serde_json::from_value(args).map_err(|cause| {
        let message = format!("命令的参数不对（{cause}），请按命令清单填写。");
        Error::new(ErrorCode::Usage, message)
    })
}

/// Arguments of commands that take none.
#[derive(Debug, Clone, Default, Serialize, serde::Deserialize, TS)]
pub struct NoArgs {}

/// Arguments of commands on one record.
#[derive(Debug, Clone, Serialize, serde::Deserialize, TS)]
pub struct ById {
    /// The record's key.
    pub id: String,
}

/// The result of commands that answer nothing.
#[derive(Debug, Clone, Default, Serialize, serde::Deserialize, TS)]
pub struct Done {}
