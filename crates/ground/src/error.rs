//! The one error that reaches a person: a code the UI may branch on and a sentence a clerk can act on.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

/// What went wrong, as a closed set. The UI branches on this and never on the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The input breaks a rule; `field` names it where there is one.
    Invalid,
    /// No such record.
    NotFound,
    /// Somebody else changed the record first; `detail` is `{yours, current}`.
    Conflict,
    /// The role or the committees of this person do not allow it.
    Forbidden,
    /// Name or password is wrong, or the session has ended.
    SignIn,
    /// The state of the thing does not allow this step now.
    State,
    /// A file cannot be read: wrong kind, damaged, protected, too large, open elsewhere.
    File,
    /// The data file or database server cannot be read or written.
    Storage,
    /// Another transaction came first; nothing was written, and the same call may be given again.
    Busy,
    /// No plan exists; `detail` lists what collides.
    NoPlan,
    /// A character that no font has, or another fault of typesetting.
    Typesetting,
    /// Its person asked it to end; nothing was written.
    Cancelled,
    /// The command is unknown or its arguments are of the wrong shape.
    Usage,
    /// A fault of the program; the log keeps the cause.
    Internal,
}

/// An error as both hosts send it: `{code, message, field?, detail?}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    /// What the UI may branch on.
    pub code: ErrorCode,
    /// One Chinese sentence: what happened, what to do.
    pub message: String,
    /// The argument at fault, as it is called in the command's arguments.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub field: Option<String>,
    /// Data that belongs to the code, as each [`ErrorCode`] says.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional, type = "unknown")]
    pub detail: Option<Json>,
}

/// The result of every use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error with a code and its sentence.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            field: None,
            detail: None,
        }
    }

    /// A field that breaks a rule.
    pub fn invalid(field: &str, message: impl Into<String>) -> Self {
        Self {
            field: Some(field.to_owned()),
            ..Self::new(ErrorCode::Invalid, message)
        }
    }

    /// No record of this kind; `thing` is its Chinese name.
    pub fn not_found(thing: &str) -> Self {
        Self::new(
            ErrorCode::NotFound,
            format!("没有找到这条{thing}记录，可能已被他人更改，请刷新后再试。"),
        )
    }

    /// A step that the state does not allow.
    pub fn state(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::State, message)
    }

    /// A role or committee that does not allow it.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Forbidden, message)
    }

    /// A fault of the program; the cause goes to the log and not to the person.
    pub fn internal(context: &str, cause: impl std::fmt::Display) -> Self {
        tracing::error!(context, %cause, "internal fault");
        Self::new(
            ErrorCode::Internal,
            "程序出现意外，已保存的数据不受影响；请重试，仍不行请把日志发给技术人员。",
        )
    }

    /// Two people changed one record: both versions go along.
    pub fn conflict(thing: &str, yours: Json, current: Json) -> Self {
        let message = format!("这条{thing}记录刚被他人修改，请对照两个版本后再保存。");
        let detail = serde_json::json!({ "yours": yours, "current": current });
        Self {
            detail: Some(detail),
            ..Self::new(ErrorCode::Conflict, message)
        }
    }

    /// Adds the data that belongs to the code.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Serialize) -> Self {
        self.detail = serde_json::to_value(detail).ok();
        self
    }
}

impl From<serde_json::Error> for Error {
    fn from(cause: serde_json::Error) -> Self {
        Self::internal("json", cause)
    }
}
