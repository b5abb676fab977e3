//! A server with a record, and phones that ask it.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Request};
use care::record::household::{Baby, BabyState, Household, Person};
use care::record::id::{BabyId, EntryId, HouseholdId, PersonId, RevisionId};
use care::record::role::Role;
use care::record::settings::Settings;
use serde_json::{Value, json};
use store::account::{self, AccountId};
use store::session::{self, Session};
use store::{Store, household};
use tower::ServiceExt;
use web::record::hasher::Hasher;
use web::record::place::Place;
use web::record::random::{self, Fresh};
use web::record::{Record, Registration};
use web::router::router;
use web::site::Site;
use web::time::now_ms;

/// Everybody's password here: hashed once, because that takes its time.
pub const PASSWORD: &str = "a-very-long-night";
/// The code of the server's first owner.
pub const CODE: &str = "abcd-efgh-jkmn";

pub struct Town {
    pub record: Record,
    router: Router,
    folder: PathBuf,
    hash: OnceLock<String>,
}

/// A household with its owner.
pub struct Home {
    pub id: HouseholdId,
    pub baby: BabyId,
}

impl Drop for Town {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Town {
    pub fn new() -> Self {
        Self::registering(Registration::First)
    }

    pub fn registering(registration: Registration) -> Self {
        Self::with(registration, false)
    }

    pub fn with(registration: Registration, behind_proxy: bool) -> Self {
        let place = Place::read("https://milk.example").unwrap();
        Self::made(|store| {
            Record::new(store, registration, CODE.to_owned()).behind_proxy(behind_proxy).at(place).unwrap()
        })
    }

    /// One that does not know where browsers reach it.
    #[cfg(feature = "passkeys")]
    pub fn nowhere() -> Self {
        Self::made(|store| Record::new(store, Registration::First, CODE.to_owned()))
    }

    fn made(record: impl FnOnce(Store) -> Record) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("milkway-people-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let store = Store::open(&folder.join(store::FILE)).unwrap();
        let record = record(store);
        let router = router(site().clone().keeping(record.clone()));
        Self { record, router, folder, hash: OnceLock::new() }
    }

    /// A household with a baby, and its owner's phone.
    pub async fn home(&self, owner: &str, baby: &str) -> (Home, Phone<'_>) {
        let now_ms = now_ms();
        let id = HouseholdId::fresh(now_ms).unwrap();
        let baby_id = BabyId::fresh(now_ms).unwrap();
        let born = Baby { id: baby_id, name: baby.to_owned(), born: "2026-11-01".to_owned(), state: BabyState::Home };
        let settings = Settings { region: "UK".to_owned(), zone: "Europe/London".to_owned(), ..Settings::default() };
        self.record
            .write(move |tx| {
                household::add(tx, id, &settings, now_ms)?;
                household::put_baby(tx, id, &born)
            })
            .await
            .unwrap();
        let home = Home { id, baby: baby_id };
        let (_, phone) = self.member(&home, owner, Role::Owner).await;
        (home, phone)
    }

    /// Somebody of a household with an account of her name, signed in.
    pub async fn member(&self, home: &Home, name: &str, role: Role) -> (PersonId, Phone<'_>) {
        let now_ms = now_ms();
        let (home, id, account) = (home.id, PersonId::fresh(now_ms).unwrap(), AccountId::fresh(now_ms).unwrap());
        let person = Person {
            id,
            name: name.to_owned(),
            role,
            until_ms: (role == Role::Clinician).then_some(now_ms + 86_400_000),
            removed: false,
            shares: Vec::new(),
            writes: None,
        };
        let (token, login, hash) = (random::token().unwrap(), name.to_lowercase(), self.hash().await);
        let session = Session {
            id: random::id(now_ms).unwrap(),
            account,
            within: Some((home, id)),
            label: format!("Browser of {name}"),
            made_ms: now_ms,
            seen_ms: now_ms,
            until_ms: now_ms + 86_400_000,
        };
        let kept = token.clone();
        self.record
            .write(move |tx| {
                account::add(tx, account, &login, &hash, now_ms)?;
                household::put_person(tx, home, &person, Some(account))?;
                session::add(tx, &kept, &session)
            })
            .await
            .unwrap();
        (
            id,
            Phone {
                town: self,
                cookie: RefCell::new(Some(token)),
                challenge: RefCell::default(),
                more: HeaderMap::new(),
            },
        )
    }

    async fn hash(&self) -> String {
        if let Some(hash) = self.hash.get() {
            return hash.clone();
        }
        static HASH: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
        let hash = HASH.get_or_init(|| async { Hasher::start().hash(PASSWORD.to_owned()).await.unwrap() }).await;
        self.hash.get_or_init(|| hash.clone()).clone()
    }

    /// A phone of nobody.
    pub fn phone(&self) -> Phone<'_> {
        Phone { town: self, cookie: RefCell::new(None), challenge: RefCell::default(), more: HeaderMap::new() }
    }

    pub async fn household(&self, id: HouseholdId) -> Household {
        self.record.read(move |tx| household::get(tx, id)).await.unwrap().unwrap()
    }

    pub async fn person(&self, home: &Home, name: &str) -> Person {
        self.household(home.id).await.people.into_iter().find(|one| one.name == name).unwrap()
    }
}

/// What ships, read once for all tests.
fn site() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| {
        let ledger = shipped::ledger().unwrap();
        let compiled = shipped::protocol(&ledger).unwrap();
        let guide = shipped::guide(&compiled.protocol, &ledger).unwrap();
        Site::new(compiled, ledger, guide, Some("UK".to_owned()), "https://weather.example".to_owned())
    })
}

pub struct Phone<'t> {
    town: &'t Town,
    pub cookie: RefCell<Option<String>>,
    /// The cookie of a passkey's challenge.
    challenge: RefCell<String>,
    pub more: HeaderMap,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub to: String,
    pub page: String,
}

impl Answer {
    #[track_caller]
    pub fn ok(self) -> String {
        assert_eq!(self.status, 200, "{} {}", self.to, self.page);
        self.page
    }

    #[track_caller]
    pub fn goes(self, to: &str) {
        assert_eq!((self.status, self.to.as_str()), (303, to), "{}", self.page);
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.page).unwrap_or_else(|why| panic!("{why}: {}", self.page))
    }
}

impl Phone<'_> {
    pub async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, String::new(), None).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        self.ask("POST", path, body.join("&"), Some("application/x-www-form-urlencoded")).await
    }

    pub async fn push(&self, revisions: &[Value]) -> Answer {
        let lot = json!({ "device": random::id(now_ms()).unwrap(), "sent_at_ms": now_ms(), "revisions": revisions });
        self.ask("POST", "/record/push", lot.to_string(), Some("application/json")).await
    }

    pub async fn pull(&self) -> Value {
        let answer = self.get("/record/pull?since=0").await;
        assert_eq!(answer.status, 200, "{}", answer.page);
        answer.json()
    }

    async fn ask(&self, method: &str, path: &str, body: String, kind: Option<&str>) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header("host", "milk.example");
        if let Some(cookie) = self.cookie.borrow().as_ref() {
            request = request.header(COOKIE, format!("session={cookie}"));
        }
        request = request.header(COOKIE, format!("passkey={}", self.challenge.borrow()));
        if let Some(kind) = kind {
            request = request.header(CONTENT_TYPE, kind);
        }
        for (name, value) in &self.more {
            request = request.header(name, value);
        }
        let answer = self.town.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let header = |name| answer.headers().get(name).and_then(|one| one.to_str().ok()).unwrap_or_default().to_owned();
        let (status, to, set) = (answer.status().as_u16(), header(LOCATION), header(SET_COOKIE));
        if let Some(value) = set.strip_prefix("session=") {
            let value = value.split(';').next().unwrap_or_default();
            *self.cookie.borrow_mut() = (!value.is_empty()).then(|| value.to_owned());
        }
        if let Some(value) = set.strip_prefix("passkey=") {
            *self.challenge.borrow_mut() = value.split(';').next().unwrap_or_default().to_owned();
        }
        let page = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        Answer { status, to, page: String::from_utf8(page.to_vec()).unwrap() }
    }

    /// The same phone with a header more.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.more.insert(name, value.parse().unwrap());
        self
    }

    /// As a gadget.
    pub fn bearing(self, token: &str) -> Self {
        self.with(AUTHORIZATION.as_str().to_owned().leak(), &format!("Bearer {token}"))
    }
}

fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// A revision as a phone sends it: of a parent or a baby, `kind` with what belongs to it.
pub fn revision(subject: &Value, body: &Value) -> Value {
    let now_ms = now_ms();
    let mut content = json!({ "subject": subject, "at": { "at_ms": now_ms, "zone": "Europe/London", "offset_s": 0 } });
    let all = content.as_object_mut().unwrap();
    all.extend(body.as_object().unwrap().clone());
    json!({
        "id": RevisionId::fresh(now_ms).unwrap(), "entry": EntryId::fresh(now_ms).unwrap(),
        "made_at_ms": now_ms, "content": content,
    })
}

/// What stands in the one box that shows something once.
pub fn once(page: &str) -> String {
    let (_, rest) = page.split_once("<p class=\"once\">").unwrap_or_else(|| panic!("nothing shown once: {page}"));
    rest.split_once("</p>").unwrap().0.to_owned()
}

/// Addresses of a page that begin so.
pub fn paths(page: &str, start: &str) -> Vec<String> {
    let quoted = page.split('"').skip(1).step_by(2);
    quoted.filter(|one| one.starts_with(start)).map(str::to_owned).collect()
}
