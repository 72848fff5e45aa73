//! Commands as a person at the window would give them.

use crate::api;
use crate::office::Office;
use crate::session::Session;
use ground::error::Result;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::future::Future;
use std::pin::Pin;

/// The answer of a command that is played. Boxed, since commands that play commands have no end of
/// types otherwise.
pub type Played<'p, R> = Pin<Box<dyn Future<Output = Result<R>> + Send + 'p>>;

/// Gives commands as a person at the window would.
pub struct Player<'a> {
    office: &'a Office,
    session: Session,
}

impl<'a> Player<'a> {
    /// For that office, in that person's name.
    pub fn new(office: &'a Office, session: Session) -> Self {
        Self { office, session }
    }

    /// The office the commands go to.
    pub fn office(&self) -> &Office {
        self.office
    }

    /// Gives a command and waits for its answer.
    ///
    /// # Errors
    /// As the command.
    pub fn give<'p, R>(&'p self, name: &'p str, args: impl Serialize) -> Played<'p, R>
    where
        R: DeserializeOwned + Send + 'p,
    {
        let args = serde_json::to_value(args);
        Box::pin(async move {
            let answer = api::call(self.office, &self.session, name, args?).await?;
            Ok(serde_json::from_value(answer)?)
        })
    }
}
