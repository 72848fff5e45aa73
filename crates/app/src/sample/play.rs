use ground::error::Result;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::future::Future;
use std::pin::Pin;
use tongxin_core::api;
use tongxin_core::office::Office;
use tongxin_core::session::Session;

/// The answer of a command that is played. Boxed, since commands that play commands have no end of
/// types otherwise.
type Played<'p, R> = Pin<Box<dyn Future<Output = Result<R>> + Send + 'p>>;

/// Gives commands as a person at the window would.
pub(super) struct Player<'a> {
    office: &'a Office,
    session: Session,
}

impl<'a> Player<'a> {
    pub fn new(office: &'a Office, session: Session) -> Self {
        Self { office, session }
    }

    /// The office the commands go to.
    pub fn office(&self) -> &Office {
        self.office
    }

    /// Gives a command and waits for its answer.
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
