//! A passkey as a phone keeps it, without the phone: what is asked of it goes in as JSON, what it answers comes out. The bytes are those of WebAuthn, §6.5 and §7.

use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const MAY_BE_BACKED_UP: u8 = 0x08;
const IS_BACKED_UP: u8 = 0x10;
const WITH_KEY: u8 = 0x40;

#[derive(Clone)]
pub struct Key {
    pub secret: SigningKey,
    pub id: Vec<u8>,
    /// Whose it is, as it was told; none: it forgets that, as a key without room does.
    pub owner: Option<String>,
    pub counter: u32,
    /// Whether somebody was asked for a finger or a PIN.
    pub asks: bool,
    /// Where it believes to be.
    pub origin: String,
    pub place: String,
}

impl Key {
    pub fn new(number: u8) -> Self {
        Self {
            secret: SigningKey::from_slice(&[number; 32]).unwrap(),
            id: vec![number; 20],
            owner: None,
            counter: 0,
            asks: true,
            origin: "https://milk.example".to_owned(),
            place: "milk.example".to_owned(),
        }
    }

    /// What it answers when it is made.
    pub fn made(&mut self, options: &Value) -> String {
        self.owner = Some(options["user"]["id"].as_str().unwrap().to_owned());
        let client = self.client("webauthn.create", options);
        let point = self.secret.verifying_key().to_sec1_point(false);
        let mut data = self.data(WITH_KEY);
        data.extend([0; 16]);
        data.extend([0, u8::try_from(self.id.len()).unwrap()]);
        data.extend(&self.id);
        // A map of five: kind 2 (curve), algorithm -7 (ES256), curve 1 (P-256), x and y.
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(point.x().unwrap());
        data.extend([0x22, 0x58, 0x20]);
        data.extend(point.y().unwrap());
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(data);
        let response = json!({ "attestationObject": base64(&object), "clientDataJSON": base64(&client) });
        self.answer(&response)
    }

    /// What it answers when somebody signs in.
    pub fn signed(&self, options: &Value) -> String {
        let client = self.client("webauthn.get", options);
        let data = self.data(0);
        let signature: Signature = self.secret.sign(&[data.as_slice(), &Sha256::digest(&client)].concat());
        let response = json!({
            "authenticatorData": base64(&data), "clientDataJSON": base64(&client),
            "signature": base64(signature.to_der().as_bytes()), "userHandle": self.owner,
        });
        self.answer(&response)
    }

    fn client(&self, kind: &str, options: &Value) -> Vec<u8> {
        let said =
            json!({ "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false });
        said.to_string().into_bytes()
    }

    fn data(&self, more: u8) -> Vec<u8> {
        let asked = if self.asks { VERIFIED } else { 0 };
        let mut data = Sha256::digest(self.place.as_bytes()).to_vec();
        data.push(PRESENT | asked | MAY_BE_BACKED_UP | IS_BACKED_UP | more);
        data.extend(self.counter.to_be_bytes());
        data
    }

    fn answer(&self, response: &Value) -> String {
        let id = base64(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response }).to_string()
    }
}

/// As WebAuthn writes bytes: letters of addresses, nothing filled up.
pub fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let whole = three.iter().chain(&[0, 0]).take(3).fold(0_usize, |so_far, byte| so_far << 8 | usize::from(*byte));
        let letters = [18, 12, 6, 0].map(|shift| char::from(LETTERS[whole >> shift & 63]));
        text.extend(&letters[..=three.len()]);
    }
    text
}
