use super::commands::renewed;
use super::sign_in;
use crate::office::Office;
use crate::session::Session;
use ground::error::Result;
use tokio::sync::RwLock;

/// Who is signed in at one host, for as long as it runs.
#[derive(Debug, Default)]
pub struct SignedIn(RwLock<Option<Session>>);

impl SignedIn {
    /// Begins with somebody who has signed in already.
    pub fn with(session: Session) -> Self {
        Self(RwLock::new(known(session)))
    }

    /// The person who gives the next command, with the role of now. In an office that has not begun
    /// nobody is known yet, so it is asked again.
    ///
    /// # Errors
    /// `SignIn` while nobody is signed in to an office with passwords.
    pub async fn current(&self, office: &Office) -> Result<Session> {
        let known_as = self.0.read().await.clone();
        if let Some(session) = known_as {
            // Asked at each command, so that a role or reach that was taken away ends at once.
            return renewed(office, &session).await;
        }
        let session = sign_in(office, None, "").await?;
        *self.0.write().await = known(session.clone());
        Ok(session)
    }

    /// Signs a person in; from then on commands are theirs.
    ///
    /// # Errors
    /// `SignIn` when the name is not known or the password is wrong.
    pub async fn sign_in(&self, office: &Office, name: &str, password: &str) -> Result<Session> {
        let session = sign_in(office, Some(name), password).await?;
        *self.0.write().await = known(session.clone());
        Ok(session)
    }
}

fn known(session: Session) -> Option<Session> {
    (!session.user_id.is_empty()).then_some(session)
}
