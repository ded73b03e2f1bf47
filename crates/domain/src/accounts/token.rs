//! Access tokens: JWTs signed with Ed25519, good for ten minutes.

use std::collections::HashSet;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::EncodePrivateKey;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// Who the tokens are for.
const AUDIENCE: &str = "commonshelf-api";
/// How long a token is good, in seconds.
const SECONDS: i64 = 600;
/// How far clocks may be apart, in seconds.
const LEEWAY: i64 = 30;
/// No token of ours is longer, in bytes.
const LONGEST: usize = 2_048;

/// What a token says. Every claim is required, and none is taken that is not known: a time before which it is
/// not good, say, would have to be heeded.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    iss: String,
    aud: String,
    sub: String,
    exp: i64,
    iat: i64,
    /// The session.
    pub sid: i64,
    /// The session version of the member: raising it ends all tokens.
    pub ver: i32,
}

impl Claims {
    /// The member's id.
    pub fn member_id(&self) -> Result<i64> {
        self.sub.parse().map_err(|_| Error::Unauthenticated)
    }
}

/// The keys that tokens are signed and checked with.
#[derive(Clone)]
pub struct TokenKeys(Arc<Keys>);

struct Keys {
    encoding: EncodingKey,
    issuer: String,
    /// What proofs are made with that are no tokens.
    proof: [u8; 32],
    /// The key that signs first; then one that signed before, whose last tokens are still good.
    accepted: Vec<PublicKey>,
}

struct PublicKey {
    decoding: DecodingKey,
    id: String,
    encoded: String,
}

impl PublicKey {
    fn of(signing: &SigningKey) -> Result<Self> {
        let public = signing.verifying_key().to_bytes();
        let encoded = URL_SAFE_NO_PAD.encode(public);
        let decoding = DecodingKey::from_ed_components(&encoded)
            .map_err(|error| Error::internal("reading the token key", error))?;
        Ok(Self { decoding, id: hex::encode(&Sha256::digest(public)[..8]), encoded })
    }
}

impl TokenKeys {
    /// The keys that grow from a seed of 32 random bytes. While keys are changed, tokens that were signed with the
    /// one before are accepted too.
    pub fn from_seed(seed: &[u8; 32], before: Option<&[u8; 32]>, issuer: &str) -> Result<Self> {
        let signing = SigningKey::from_bytes(seed);
        let private =
            signing.to_pkcs8_der().map_err(|error| Error::internal("reading the token key", error.to_string()))?;
        let encoding = EncodingKey::from_ed_der(private.as_bytes());
        let before = before.map(SigningKey::from_bytes);
        let accepted = std::iter::once(&signing).chain(&before).map(PublicKey::of).collect::<Result<_>>()?;
        let proof = Sha256::new_with_prefix(b"commonshelf proof").chain_update(seed).finalize().into();
        Ok(Self(Arc::new(Keys { proof, encoding, issuer: issuer.into(), accepted })))
    }

    /// The public keys as a JSON Web Key Set (RFC 7517, RFC 8037).
    #[must_use]
    pub fn jwks(&self) -> serde_json::Value {
        let keys = self.0.accepted.iter().map(|key| {
            serde_json::json!({
                "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": key.id, "x": key.encoded,
            })
        });
        serde_json::json!({ "keys": keys.collect::<Vec<_>>() })
    }

    /// A proof that a text is ours, for links that are good for as long as the key is. It is hashed twice, so that
    /// nobody can go on from one text to a longer one.
    #[must_use]
    pub fn proof_of(&self, text: &str) -> [u8; 32] {
        Sha256::digest(Sha256::new_with_prefix(self.0.proof).chain_update(text).finalize()).into()
    }

    /// A token, and when it ends in milliseconds since 1970.
    pub fn issue(&self, member_id: i64, session_id: i64, version: i32, now: i64) -> Result<(String, i64)> {
        let iat = now / 1000;
        let claims = Claims {
            iss: self.0.issuer.clone(),
            aud: AUDIENCE.into(),
            sub: member_id.to_string(),
            exp: iat + SECONDS,
            iat,
            sid: session_id,
            ver: version,
        };
        let header = Header { kid: self.0.accepted.first().map(|key| key.id.clone()), ..Header::new(Algorithm::EdDSA) };
        let token = jsonwebtoken::encode(&header, &claims, &self.0.encoding)
            .map_err(|error| Error::internal("signing a token", error))?;
        Ok((token, claims.exp * 1000))
    }

    /// What a token says, if it is ours and of now. The times are checked here, against the given one,
    /// and must be whole numbers.
    pub fn verify(&self, token: &str, now: i64) -> Result<Claims> {
        if token.len() > LONGEST {
            return Err(Error::Unauthenticated);
        }
        let header = jsonwebtoken::decode_header(token).map_err(|_| Error::Unauthenticated)?;
        let is_plain = header.jku.is_none() && header.jwk.is_none() && header.x5u.is_none() && header.x5c.is_none();
        // RFC 7515, 4.1.11: a token is invalid when something in it is critical that is not understood. We
        // understand no extension, and encrypt and compress nothing.
        let is_plain = is_plain && header.crit.is_none() && header.enc.is_none() && header.zip.is_none();
        let key = self.0.accepted.iter().find(|key| header.kid.as_deref() == Some(&key.id));
        let key = key.filter(|_| header.alg == Algorithm::EdDSA && is_plain).ok_or(Error::Unauthenticated)?;
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_audience(&[AUDIENCE]);
        validation.set_issuer(&[&self.0.issuer]);
        validation.required_spec_claims =
            HashSet::from(["exp".to_owned(), "aud".to_owned(), "iss".to_owned(), "sub".to_owned()]);
        validation.validate_exp = false;
        let claims = jsonwebtoken::decode::<Claims>(token, &key.decoding, &validation)
            .map_err(|_| Error::Unauthenticated)?
            .claims;
        let now = now / 1000;
        let is_early = claims.iat > now + LEEWAY;
        if is_early || claims.exp < now - LEEWAY || claims.exp.checked_sub(claims.iat) != Some(SECONDS) {
            return Err(Error::Unauthenticated);
        }
        Ok(claims)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_before_is_good_until_it_is_retired() {
        let (old, new) = ([1; 32], [2; 32]);
        let keys = |seed, before| TokenKeys::from_seed(seed, before, "https://network.example").unwrap();
        let (token, _) = keys(&old, None).issue(7, 8, 1, 1_000_000).unwrap();
        let changing = keys(&new, Some(&old));
        assert_eq!(changing.verify(&token, 1_000_000).unwrap().sid, 8);
        assert_eq!(changing.jwks()["keys"].as_array().unwrap().len(), 2);
        let (fresh, _) = changing.issue(7, 8, 1, 1_000_000).unwrap();
        let changed = keys(&new, None);
        assert!(changed.verify(&fresh, 1_000_000).is_ok());
        assert!(changed.verify(&token, 1_000_000).is_err());
    }
}
