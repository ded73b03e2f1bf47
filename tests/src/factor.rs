//! Second factors in tests: an authenticator app and a passkey that are kept in memory.

use api_types::accounts::{NewSecondFactor, NewSecondStep, NewSession, PasskeyChallenge, Session};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use client::Client;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::{PASSWORD, Persona, TestApp};

/// The code that an authenticator app shows at a moment, in seconds since 1970.
#[must_use]
pub fn code_at(secret: &str, seconds: i64) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    totp.generate(seconds.try_into().unwrap()).to_string()
}

/// A second factor that was set up.
pub struct Enrolled {
    /// The secret in the authenticator app.
    pub secret: String,
    /// The recovery codes.
    pub recovery_codes: Vec<String>,
}

impl TestApp {
    /// The code that an authenticator app shows when the clock of the tests is so many seconds further.
    #[must_use]
    pub fn code(&self, secret: &str, ahead: i64) -> String {
        code_at(secret, self.deps.clock.now() / 1000 + ahead)
    }

    /// Sets up a second factor; the code of the next step is the first that is good after that.
    pub async fn enrol(&self, who: &Persona) -> Enrolled {
        let secret = who.begin_second_factor().await.unwrap().secret;
        let new = NewSecondFactor { code: self.code(&secret, 0) };
        let recovery_codes = who.confirm_second_factor(&new).await.unwrap().codes;
        self.pass(30);
        Enrolled { secret, recovery_codes }
    }

    /// The challenge that a right password gives where there is a second factor.
    pub async fn challenge(&self, email: &str) -> String {
        let new = NewSession { email: email.into(), password: PASSWORD.into() };
        challenge_of(self.client().sign_in(&new).await)
    }

    /// A client that signs in with password and code.
    pub async fn sign_in_strongly(&self, email: &str, secret: &str) -> Client {
        let challenge = self.challenge(email).await;
        let client = self.client();
        let step = NewSecondStep { challenge, code: Some(self.code(secret, 0)), recovery_code: None };
        let session = client.sign_in_with_second_factor(&step).await.unwrap();
        client.set_token(Some(session.access_token));
        client
    }
}

/// The challenge in the answer to a first step.
#[must_use]
pub fn challenge_of(answer: client::Result<Session>) -> String {
    let Err(client::Error::Problem(problem)) = answer else { panic!("signed in without a second factor") };
    assert_eq!(problem.code, api_types::ErrorCode::SecondFactorRequired);
    problem.challenge.expect("a challenge")
}

/// A passkey in memory.
pub struct SoftPasskey {
    key: SigningKey,
    id: Vec<u8>,
    origin: String,
    /// What the site called its owner.
    user: Value,
    counter: u32,
}

/// The device has asked for the finger or the PIN: user present, user verified.
const VERIFIED: u8 = 0b101;
/// Somebody was there, whoever it was.
const PRESENT: u8 = 0b001;

impl SoftPasskey {
    /// Makes a passkey for a site as its options ask for, and gives the answer.
    #[must_use]
    pub fn make(seed: u8, origin: &str, challenge: &PasskeyChallenge) -> (Self, Map<String, Value>) {
        let key = SigningKey::from_bytes(&[seed; 32].into()).unwrap();
        let id = vec![seed; 16];
        let options = &challenge.options;
        let passkey = Self { key, id, origin: origin.into(), user: options["user"]["id"].clone(), counter: 0 };
        let point = passkey.key.verifying_key().to_encoded_point(false);
        let mut data = passkey.authenticator_data(VERIFIED | 0b100_0000);
        data.extend([0; 16]);
        data.extend(u16::try_from(passkey.id.len()).unwrap().to_be_bytes());
        data.extend(&passkey.id);
        // A COSE key: EC2, ES256, P-256, x, y.
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(point.x().unwrap());
        data.extend([0x22, 0x58, 0x20]);
        data.extend(point.y().unwrap());
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        attestation.push(u8::try_from(data.len()).unwrap());
        attestation.extend(data);
        let client_data = passkey.client_data("webauthn.create", options);
        let response = json!({
            "attestationObject": URL_SAFE_NO_PAD.encode(attestation),
            "clientDataJSON": URL_SAFE_NO_PAD.encode(client_data),
        });
        let answer = passkey.answer(&response);
        (passkey, answer)
    }

    /// Answers a challenge, with the finger or the PIN asked for or not.
    pub fn sign(&mut self, challenge: &PasskeyChallenge, is_verified: bool) -> Map<String, Value> {
        self.counter += 1;
        let data = self.authenticator_data(if is_verified { VERIFIED } else { PRESENT });
        let client_data = self.client_data("webauthn.get", &challenge.options);
        let signed = [data.as_slice(), &Sha256::digest(&client_data)].concat();
        let signature: Signature = self.key.sign(&signed);
        self.answer(&json!({
            "authenticatorData": URL_SAFE_NO_PAD.encode(data),
            "clientDataJSON": URL_SAFE_NO_PAD.encode(client_data),
            "signature": URL_SAFE_NO_PAD.encode(signature.to_der()),
            "userHandle": self.user,
        }))
    }

    fn authenticator_data(&self, flags: u8) -> Vec<u8> {
        let (_, name) = self.origin.split_once("://").unwrap();
        let name = name.split(':').next().unwrap();
        let mut data = Sha256::digest(name).to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    fn client_data(&self, kind: &str, options: &Map<String, Value>) -> Vec<u8> {
        let data =
            json!({ "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false });
        data.to_string().into_bytes()
    }

    fn answer(&self, response: &Value) -> Map<String, Value> {
        let id = URL_SAFE_NO_PAD.encode(&self.id);
        let answer =
            json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {} });
        answer.as_object().unwrap().clone()
    }
}
