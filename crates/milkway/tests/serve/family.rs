//! A household that was made over HTTP, and what its phones send.

use care::record::body::{Body, Nappy};
use care::record::id::{BabyId, DeviceId, EntryId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Content, Revision, Subject};
use serde_json::{Value, json};
use uuid::Uuid;

use super::client::{Answer, Client};
use super::running::Running;

/// 2026-11-26, an hour before midnight in London.
pub const AT_MS: i64 = 1_795_734_000_000;

pub struct Family {
    /// The owner's cookie.
    pub cookie: String,
    pub baby: BabyId,
}

impl Family {
    /// The first owner, with the code that the server has printed.
    pub fn begin(server: &Running) -> Self {
        let code = server.said.iter().find_map(|line| line.strip_prefix("Code for the first owner: "));
        let code = code.and_then(|rest| rest.split(' ').next()).unwrap();
        let fields = [
            ("code", code),
            ("name", "Ana"),
            ("login", "ana"),
            ("password", "a long night"),
            ("baby", "B"),
            ("born", "2026-11-01"),
            ("zone", "Europe/London"),
        ];
        let made = server.client().form("/keep", &fields).unwrap();
        assert_eq!(made.status, 200, "{}", made.body);
        let cookie = made.cookie("session").unwrap();
        let told = Client { port: server.port, cookie: cookie.clone() }.get("/record/pull").unwrap().json();
        let baby = told["household"]["babies"][0]["id"].as_str().unwrap().parse().unwrap();
        Self { cookie, baby }
    }

    pub fn client(&self, server: &Running) -> Client {
        Client { port: server.port, cookie: self.cookie.clone() }
    }

    /// A wet nappy: revision `number` of entry `entry`, in the place of `base`.
    pub fn nappy(&self, number: u128, entry: u128, base: Option<u128>) -> Revision {
        let at = Moment::in_zone(AT_MS, "Europe/London");
        let body = Body::Nappy(Nappy { wet: true, dirty: false, colour: None, dust: false, blood: None });
        Revision {
            id: RevisionId(Uuid::from_u128(number)),
            entry: EntryId(Uuid::from_u128(entry)),
            bases: base.map(|base| RevisionId(Uuid::from_u128(base))).into_iter().collect(),
            made_at_ms: AT_MS,
            binned: false,
            content: Content { subject: Subject::Baby(self.baby), at, body, note: format!("note {number}") },
        }
    }
}

/// Sends a lot.
pub fn push(client: &Client, lot: &[Revision]) -> Option<Answer> {
    let device = DeviceId(Uuid::from_u128(7));
    client.json("/record/push", &json!({ "device": device, "sent_at_ms": AT_MS, "revisions": lot }))
}

/// The revisions that an answer says are kept.
pub fn taken(answer: &Answer) -> Vec<u128> {
    assert_eq!(answer.status, 200, "{}", answer.body);
    let told = answer.json();
    assert_eq!(told["refused"], json!([]));
    told["taken"].as_array().unwrap().iter().map(number).collect()
}

/// All that is kept after a change, by number, and the last change.
pub fn kept(client: &Client, since: i64) -> (Vec<u128>, i64) {
    let (mut all, mut since) = (Vec::new(), since);
    loop {
        let told = client.get(&format!("/record/pull?since={since}")).unwrap().json();
        let some = told["revisions"].as_array().unwrap();
        all.extend(some.iter().map(|one| number(&one["received"]["revision"]["id"])));
        since = told["seq"].as_i64().unwrap();
        if told["more"] == false {
            return (all, since);
        }
    }
}

fn number(id: &Value) -> u128 {
    id.as_str().unwrap().parse::<Uuid>().unwrap().as_u128()
}
