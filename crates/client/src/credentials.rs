//! The operations on second factors, passkeys, mailed links and addresses.

use api_types::PasskeyId;
use api_types::accounts::{
    EmailChange, LinkSecret, NewConfirmation, NewMailedLink, NewPasskey, NewSecondFactor, NewSecondStep, Passkey,
    PasskeyAnswer, PasskeyChallenge, PasskeyPatch, RecoveryCodes, SecondFactor, SecondFactorSecret, Session,
};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json};

impl Client {
    /// Signs in with a code of the second factor, after a first step that was right.
    pub async fn sign_in_with_second_factor(&self, new: &NewSecondStep) -> Result<Session> {
        self.call(Method::Post, "/sessions/second-factor", json(new)?, None).await
    }

    /// Proves again who one is.
    pub async fn confirm_identity(&self, new: &NewConfirmation) -> Result<()> {
        self.act(Method::Post, "/sessions/current/confirmations", json(new)?).await
    }

    /// Tells how the member's second factor stands.
    pub async fn get_second_factor(&self) -> Result<SecondFactor> {
        self.call(Method::Get, "/me/second-factor", Body::Empty, None).await
    }

    /// Gets a secret for an authenticator app.
    pub async fn begin_second_factor(&self) -> Result<SecondFactorSecret> {
        self.call(Method::Post, "/me/second-factor/secrets", Body::Empty, None).await
    }

    /// Switches the second factor on with a code of the app.
    pub async fn confirm_second_factor(&self, new: &NewSecondFactor) -> Result<RecoveryCodes> {
        self.call(Method::Post, "/me/second-factor", json(new)?, None).await
    }

    /// Switches the second factor off.
    pub async fn remove_second_factor(&self) -> Result<()> {
        self.act(Method::Delete, "/me/second-factor", Body::Empty).await
    }

    /// Gets new recovery codes in place of those before.
    pub async fn renew_recovery_codes(&self) -> Result<RecoveryCodes> {
        self.call(Method::Post, "/me/recovery-codes", Body::Empty, None).await
    }

    /// Asks for a mailed link that signs in.
    pub async fn request_sign_in_link(&self, new: &NewMailedLink) -> Result<()> {
        self.act(Method::Post, "/sign-in-links", json(new)?).await
    }

    /// Signs in with the secret of a mailed link.
    pub async fn sign_in_with_link(&self, secret: &LinkSecret) -> Result<Session> {
        self.call(Method::Post, "/sessions/by-link", json(secret)?, None).await
    }

    /// Gets what a browser needs to use a passkey.
    pub async fn begin_passkey_sign_in(&self) -> Result<PasskeyChallenge> {
        self.call(Method::Post, "/passkey-challenges", Body::Empty, None).await
    }

    /// Signs in with a passkey.
    pub async fn sign_in_with_passkey(&self, answer: &PasskeyAnswer) -> Result<Session> {
        self.call(Method::Post, "/sessions/by-passkey", json(answer)?, None).await
    }

    /// Lists the member's passkeys.
    pub async fn list_passkeys(&self) -> Result<Vec<Passkey>> {
        self.call(Method::Get, "/me/passkeys", Body::Empty, None).await
    }

    /// Gets what a browser needs to make a passkey.
    pub async fn begin_passkey(&self) -> Result<PasskeyChallenge> {
        self.call(Method::Post, "/me/passkey-challenges", Body::Empty, None).await
    }

    /// Adds the passkey that the browser has made.
    pub async fn add_passkey(&self, new: &NewPasskey) -> Result<Passkey> {
        self.call(Method::Post, "/me/passkeys", json(new)?, None).await
    }

    /// Calls a passkey something else.
    pub async fn rename_passkey(&self, id: PasskeyId, patch: &PasskeyPatch) -> Result<Passkey> {
        self.call(Method::Patch, &format!("/me/passkeys/{id}"), json(patch)?, None).await
    }

    /// Deletes a passkey.
    pub async fn delete_passkey(&self, id: PasskeyId) -> Result<()> {
        self.act(Method::Delete, &format!("/me/passkeys/{id}"), Body::Empty).await
    }

    /// Asks for another e-mail address.
    pub async fn request_email_change(&self, new: &NewMailedLink) -> Result<()> {
        self.act(Method::Post, "/me/email-changes", json(new)?).await
    }

    /// Confirms the old or the new address with the secret of its link.
    pub async fn confirm_email_change(&self, secret: &LinkSecret) -> Result<EmailChange> {
        self.call(Method::Post, "/email-changes/confirmations", json(secret)?, None).await
    }
}
