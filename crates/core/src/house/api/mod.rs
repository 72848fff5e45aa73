//! Commands: what a thing declares of each with [`commands!`](crate::commands), the dispatcher every host uses,
//! and the TypeScript the window uses.
//!
//! A command is one transaction and, when it changes anything, one change set.

use crate::office::{Cx, Office};
use crate::session::{Role, Session};
use crate::thing::Catalog;
use ground::error::{Error, ErrorCode, Result};
use ground::progress::Progress;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use std::future::Future;
use std::pin::Pin;
pub use ts_rs::{Config, TS, TypeVisitor};

mod bindings;

pub use bindings::{Collector, typescript, visit};

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
    /// Whether it brings in what was kept elsewhere, and is listed among the imports.
    pub imports: bool,
    /// Collects its types.
    pub visit: fn(&mut Collector),
    /// Runs it. A function of its own, so that the stack a call takes does not grow with the list.
    pub run: for<'c> fn(Given<'c>, Json) -> Answer<'c, Envelope>,
}

impl std::fmt::Debug for Command {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Command").field(&self.name).finish()
    }
}

/// Declares a thing's commands, as `COMMANDS`: name, what it does to the data, least role, summary, handler and
/// its two types. `Read` reads, `Write` writes, `Import` writes what was kept elsewhere.
#[macro_export]
macro_rules! commands {
    ($($name:literal $access:ident $role:ident $summary:literal
        $handler:ident ( $args:ty ) -> $result:ty;)*) => {
        const COMMANDS: &[$crate::api::Command] = &[$(
            $crate::api::Command {
                name: $name,
                access: $crate::commands!(@access $access),
                imports: $crate::commands!(@imports $access),
                role: $crate::session::Role::$role,
                summary: $summary,
                args: <$args as $crate::api::TS>::name,
                result: <$result as $crate::api::TS>::name,
                visit: $crate::api::visit::<$args, $result>,
                run: |given, args| {
                    Box::pin($crate::api::run::<$args, $result, _>(given, args, |cx, args| {
                        Box::pin($handler(cx, args))
                    }))
                },
            }
        ),*];
    };
    (@access Read) => { $crate::api::Access::Read };
    (@access $other:ident) => { $crate::api::Access::Write };
    (@imports Import) => { true };
    (@imports $other:ident) => { false };
}

/// What a host hands back of a command: its result, and what it changed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Envelope {
    /// The command's own result.
    #[ts(type = "unknown")]
    pub result: Json,
    /// The key of the change set it made, by which exactly this can be taken back; none where nothing changed.
    pub change_set: Option<String>,
}

/// Runs a command by its name, and answers its result alone.
///
/// # Errors
/// `Usage` for an unknown name or arguments of the wrong shape, `Forbidden` for a role that may not, and
/// whatever the command itself answers.
pub async fn call(office: &Office, session: &Session, name: &str, args: Json) -> Result<Json> {
    let progress = Progress::default();
    let answer = call_with(office, session, name, args, &progress).await?;
    Ok(answer.result)
}

/// The same with what it changed, followed from elsewhere and cancelled when asked.
///
/// # Errors
/// As [`call`], and `Cancelled`.
pub async fn call_with(
    office: &Office,
    session: &Session,
    name: &str,
    args: Json,
    progress: &Progress,
) -> Result<Envelope> {
    let Some(command) = office.catalog().command(name) else {
        let message = format!("没有“{name}”这个命令，请查看命令清单。");
        return Err(Error::new(ErrorCode::Usage, message));
    };
    let given = Given {
        office,
        session,
        progress,
        command,
    };
    (command.run)(given, args).await
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
pub fn commands(catalog: &Catalog) -> Vec<CommandInfo> {
    let config = bindings::config();
    let info = |command: &Command| CommandInfo {
        name: command.name,
        summary: command.summary,
        access: command.access,
        role: command.role,
        args: (command.args)(&config),
        result: (command.result)(&config),
    };
    catalog.commands().map(info).collect()
}

/// A handler's future; it borrows the command's context.
pub type Answer<'c, R> = Pin<Box<dyn Future<Output = Result<R>> + Send + 'c>>;

/// How often a command is tried again after it lost a race against another machine.
const TRIES: usize = 5;

/// A command as it was given: where, by whom, and how it is followed.
#[derive(Clone, Copy)]
pub struct Given<'c> {
    office: &'c Office,
    session: &'c Session,
    progress: &'c Progress,
    command: &'c Command,
}

/// Runs one command: arguments in, transaction around, result and change set out.
///
/// # Errors
/// As [`call`].
pub async fn run<A, R, F>(given: Given<'_>, args: Json, handler: F) -> Result<Envelope>
where
    A: DeserializeOwned + Clone,
    R: Serialize,
    F: for<'c, 'a> Fn(&'c mut Cx<'a>, A) -> Answer<'c, R>,
{
    allow(given.session, given.command)?;
    let args: A = parse(args)?;
    // The whole command runs again, reading included: what it decided may rest on what the other
    // machine has changed meanwhile.
    for _ in 1..TRIES {
        match attempt(given, args.clone(), &handler).await {
            Err(error) if error.code == ErrorCode::Busy => {}
            other => return other,
        }
    }
    attempt(given, args, &handler).await
}

async fn attempt<A, R, F>(given: Given<'_>, args: A, handler: &F) -> Result<Envelope>
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
    // Before the change is recorded: an answer that cannot be given takes its change with it.
    let result = serde_json::to_value(handler(&mut cx, args).await?)?;
    let change_set = cx.finish(command.name).await?;
    Ok(Envelope { result, change_set })
}

fn allow(session: &Session, command: &Command) -> Result<()> {
    if session.role >= command.role {
        return Ok(());
    }
    let message = format!("您的角色不能“{}”，请联系管理员。", command.summary);
    Err(Error::forbidden(message))
}

/// What was given, as the type that is asked for.
///
/// # Errors
/// `Usage` for what is of another shape.
pub(crate) fn parse<A: DeserializeOwned>(args: Json) -> Result<A> {
    // A host may give no arguments at all where every field has a default.
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
