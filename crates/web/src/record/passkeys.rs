//! Passkeys: the only place that speaks WebAuthn. A browser makes a pair of keys for this place alone and keeps one of them; here is the other.
//!
//! Everything is checked by `webauthn-rs`: place, challenge, that its owner was asked (a finger, a face, a PIN), the signature, and the counter.

mod ceremonies;

use serde_json::{Value, json};
use store::Fault;
use store::account::AccountId;
use uuid::Uuid;
use webauthn_rs::fake::{FakePasskeyDistribution, WebauthnFakeCredentialGenerator};
use webauthn_rs::prelude::{
    CreationChallengeResponse, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, RequestChallengeResponse, Url, Webauthn, WebauthnBuilder,
};

use super::place::Place;
use super::random;
use ceremonies::Ceremonies;
pub use ceremonies::LIFE_MS;

/// What somebody sees of this place when her browser asks her.
const NAME: &str = "Milkway";
/// More passkeys than somebody has phones, browsers and keys.
pub const MOST: usize = 20;

/// Passkeys of a place.
pub struct Passkeys {
    webauthn: Webauthn,
    strangers: WebauthnFakeCredentialGenerator<FakePasskeyDistribution>,
    making: Ceremonies<PasskeyRegistration>,
    using: Ceremonies<Using>,
}

/// What one signs in with has begun: the challenge, and whose passkey it must be when a name was typed.
struct Using {
    state: DiscoverableAuthentication,
    of: Option<Whose>,
}

/// Whose passkey is asked for, when a name was typed.
pub enum Whose {
    /// Of an account that has some.
    Of(AccountId, Vec<Vec<u8>>),
    /// Nobody has the name, or no passkey: told like one that is there.
    Nobody(String),
}

/// A passkey that a browser has made.
pub struct Made {
    /// The id that browsers know it by.
    pub credential: Vec<u8>,
    /// What is kept of it.
    pub document: String,
}

/// An answer of a browser that waits to be checked against the passkey that it names.
pub struct Answered {
    using: Using,
    answer: PublicKeyCredential,
}

impl Passkeys {
    /// Those of a place.
    ///
    /// # Errors
    /// When there can be none there, or the system has no random numbers.
    pub fn of(place: &Place) -> Result<Self, Fault> {
        let no = |why: String| Fault::Other(format!("no passkeys at {}: {why}", place.origin));
        let origin = Url::parse(&place.origin).map_err(|why| no(why.to_string()))?;
        let builder = WebauthnBuilder::new(&place.host, &origin).map_err(|why| no(why.to_string()))?;
        // Ports of one machine share cookies too: whoever listens at another one there needs no passkey.
        let webauthn =
            builder.rp_name(NAME).allow_any_port(place.any_port).build().map_err(|why| no(why.to_string()))?;
        let strangers =
            WebauthnFakeCredentialGenerator::new(&random::bytes::<32>()?).map_err(|why| no(why.to_string()))?;
        let (making, using) = (Ceremonies::default(), Ceremonies::default());
        Ok(Self { webauthn, strangers, making, using })
    }

    /// Begins to make one for an account: what its browser is asked. `session` is the one that asks and the only one that may answer.
    ///
    /// # Errors
    /// What the library says.
    pub fn begin_making(
        &self,
        session: Uuid,
        account: AccountId,
        login: &str,
        known: Vec<Vec<u8>>,
        now_ms: i64,
    ) -> Result<Value, Fault> {
        let begun = self.webauthn.start_passkey_registration(account.0, login, login, Some(known));
        let (asked, state) = begun.map_err(said)?;
        self.making.begin(session.to_string(), state, now_ms);
        creation(&asked)
    }

    /// What its browser has made, checked; none: it does not fit, is late, or nobody asked.
    #[must_use]
    pub fn end_making(&self, session: Uuid, answer: &str, now_ms: i64) -> Option<Made> {
        let state = self.making.end(&session.to_string(), now_ms)?;
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer).ok()?;
        let passkey = self.webauthn.finish_passkey_registration(&answer, &state).map_err(refused).ok()?;
        let document = serde_json::to_string(&passkey).ok()?;
        Some(Made { credential: passkey.cred_id().clone(), document })
    }

    /// Begins to sign in: what the browser is asked. `browser` is a token that it alone has. Without a name any passkey of this place will do.
    ///
    /// # Errors
    /// What the library says.
    pub fn begin_using(&self, browser: String, of: Option<Whose>, now_ms: i64) -> Result<Value, Fault> {
        let (asked, state) = self.webauthn.start_discoverable_authentication().map_err(said)?;
        let offered = match &of {
            Some(Whose::Of(_, credentials)) => credentials.clone(),
            Some(Whose::Nobody(name)) => self.strangers.generate(name.as_bytes()).map_err(said)?,
            None => Vec::new(),
        };
        self.using.begin(browser, Using { state, of }, now_ms);
        request(&asked, &offered)
    }

    /// The answer of a browser, and the id of the passkey that it names; none: it does not read, is late, or nobody asked.
    #[must_use]
    pub fn end_using(&self, browser: &str, answer: &str, now_ms: i64) -> Option<(Answered, Vec<u8>)> {
        let using = self.using.end(browser, now_ms)?;
        let answer: PublicKeyCredential = serde_json::from_str(answer).ok()?;
        let credential = answer.get_credential_id().to_vec();
        Some((Answered { using, answer }, credential))
    }

    /// Checks an answer against the passkey that it names: what is kept of it from now on; none: nobody signs in.
    #[must_use]
    pub fn check(&self, answered: Answered, account: AccountId, document: &str) -> Option<String> {
        let Answered { using, answer } = answered;
        let is_hers = match using.of {
            Some(Whose::Of(asked, _)) => asked == account,
            Some(Whose::Nobody(_)) => false,
            None => true,
        };
        // A key that remembers whose it is must mean the one that we know.
        let means_her = answer.get_user_unique_id().is_none_or(|said| said == account.0.as_bytes());
        let mut passkey: Passkey = serde_json::from_str(document).ok().filter(|_| is_hers && means_her)?;
        let checked = self.webauthn.finish_discoverable_authentication_v2(&answer, using.state, &passkey);
        let result = checked.map_err(refused).ok()?;
        passkey.update_credential(&result)?;
        serde_json::to_string(&passkey).ok()
    }
}

/// What the browser is asked to make: a key that it can find without a name where it has room for that. A key without room is found by the name.
fn creation(asked: &CreationChallengeResponse) -> Result<Value, Fault> {
    let mut asked = json(asked)?;
    let Some(options) = asked.get_mut("publicKey") else { return Err(said("no options")) };
    if let Some(selection) = options.get_mut("authenticatorSelection") {
        selection["residentKey"] = json!("preferred");
    }
    Ok(options.take())
}

/// What the browser is asked to sign with. A button asks for it, so it does not wait for a name field to be touched.
fn request(asked: &RequestChallengeResponse, offered: &[Vec<u8>]) -> Result<Value, Fault> {
    let mut asked = json(asked)?;
    let Some(options) = asked.get_mut("publicKey") else { return Err(said("no options")) };
    // Ids as lists of bytes: the page's script knows.
    options["allowCredentials"] = offered.iter().map(|id| json!({ "type": "public-key", "id": id })).collect();
    Ok(options.take())
}

fn json(asked: &impl serde::Serialize) -> Result<Value, Fault> {
    serde_json::to_value(asked).map_err(said)
}

/// The library could not.
fn said(why: impl std::fmt::Display) -> Fault {
    Fault::Other(format!("passkeys: {why}"))
}

/// Why an answer was refused is for the log of whoever runs the server: it tells nothing of anybody.
fn refused(why: impl std::fmt::Display) {
    tracing::warn!(%why, "a passkey was refused");
}
