//! `GET` and `POST /keep`: a household and its owner, on one screen.

use axum::Form;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use care::record::amount::Unit;
use care::record::household::{Baby, BabyState, Person};
use care::record::id::{BabyId, HouseholdId, PersonId};
use care::record::role::Role;
use care::record::settings::Settings;
use jiff::civil::Date;
use store::account::{self, AccountId};
use store::{Fault, household, session};

use crate::frame::{Frame, Visitor};
use crate::page::{self, trouble};
use crate::record::fields::Fields;
use crate::record::random::Fresh;
use crate::record::secret::Secret;
use crate::record::{Record, Registration, cookie};
use crate::site::Site;
use crate::time::{now_ms, today};
use crate::view::household::{Codes, Keep};
use crate::view::{Foot, Here};

/// The form.
pub async fn show(State(site): State<Site>, headers: HeaderMap) -> Response {
    draw(&site, &headers, StatusCode::OK, &Fields::default(), "").await
}

/// Makes the household, or says what is wrong and keeps what was typed.
pub async fn handle(
    State(site): State<Site>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let visitor = Visitor::of(&headers, &site);
    let Some(record) = site.record() else { return trouble::no_record(&site, &visitor) };
    let fields = Fields(fields);
    let now_ms = now_ms();
    let found = match check(record, &site, &fields).await {
        Ok(Ok(asked)) => make(record, &headers, asked, &fields, now_ms).await,
        Ok(Err(wrong)) => Ok(Err(wrong)),
        Err(fault) => Err(fault),
    };
    match found {
        Ok(Ok((token, codes))) => {
            let frame = Frame { site: &site, visitor: &visitor, voice: trouble::VOICE, region: visitor.region(&site) };
            let words = frame.words();
            let shell = frame.shell(&words.say("people-codes"), "/", Vec::new(), Foot::Dock(Here::More));
            let page = page::html(StatusCode::OK, &Codes { words, shell, codes });
            ([(SET_COOKIE, cookie::set(&token, &headers))], page).into_response()
        }
        Ok(Err(wrong)) => draw(&site, &headers, StatusCode::UNPROCESSABLE_ENTITY, &fields, wrong).await,
        Err(fault) => trouble::of_store(&site, &visitor, &fault),
    }
}

/// What was asked for, in order.
struct Asked {
    name: String,
    login: String,
    baby: Option<(String, Date)>,
    settings: Settings,
}

/// What a form asks for; or the message that says what is wrong with it.
async fn check(record: &Record, site: &Site, fields: &Fields) -> Result<Result<Asked, &'static str>, Fault> {
    let is_first = !record.read(|tx| account::any(tx)).await?;
    if is_first && !record.is_first_code(fields.text("code")) {
        return Ok(Err("people-fault-code"));
    }
    if !is_first && record.registration() != Registration::Open {
        return Ok(Err("people-fault-closed"));
    }
    let wrong = super::account::wrong_text(fields.text("name"), "people-fault-name")
        .and_then(|()| super::account::wrong_text(fields.text("login"), "people-fault-login"))
        .and_then(|()| super::account::wrong_password(fields.exact("password")));
    if let Err(wrong) = wrong {
        return Ok(Err(wrong));
    }
    let login = super::login(fields.text("login"));
    let sought = login.clone();
    if record.read(move |tx| account::named(tx, &sought)).await?.is_some() {
        return Ok(Err("people-fault-login-taken"));
    }
    let baby = match born(fields) {
        Ok(baby) => baby,
        Err(wrong) => return Ok(Err(wrong)),
    };
    Ok(Ok(Asked { name: fields.text("name").to_owned(), login, baby, settings: settings(site, fields) }))
}

/// The baby's name and day of birth. Neither: there is no baby.
fn born(fields: &Fields) -> Result<Option<(String, Date)>, &'static str> {
    let (name, born) = (fields.text("baby"), fields.text("born"));
    if name.is_empty() && born.is_empty() {
        return Ok(None);
    }
    let day: Date = born.parse().map_err(|_| "people-fault-born")?;
    if day.to_string() > today() { Err("people-fault-born-future") } else { Ok(Some((name.to_owned(), day))) }
}

fn settings(site: &Site, fields: &Fields) -> Settings {
    let region = site.compiled().protocol.region_named(fields.text("region")).map(|region| region.code.clone());
    let zone = Some(fields.text("zone")).filter(|zone| jiff::tz::TimeZone::get(zone).is_ok() && !zone.is_empty());
    let here = || jiff::tz::TimeZone::system().iana_name().unwrap_or("UTC").to_owned();
    let settings = Settings {
        region: region.unwrap_or_default(),
        zone: zone.map_or_else(here, str::to_owned),
        ..Settings::default()
    };
    if fields.text("units") == "us" {
        Settings { volume: Unit::FlOz, mass: Unit::LbOz, temperature: Unit::F, length: Unit::In, ..settings }
    } else {
        settings
    }
}

/// Makes all of it in one transaction: account, household, owner, baby, recovery codes, session.
async fn make(
    record: &Record,
    headers: &HeaderMap,
    asked: Asked,
    fields: &Fields,
    now_ms: i64,
) -> Result<Result<(String, Vec<Secret>), &'static str>, Fault> {
    let hash = record.hasher().hash(fields.exact("password").to_owned()).await?;
    let (codes, code_hashes) = super::account::codes()?;
    let (account, home) = (AccountId::fresh(now_ms)?, HouseholdId::fresh(now_ms)?);
    let person = Person {
        id: PersonId::fresh(now_ms)?,
        name: asked.name,
        role: Role::Owner,
        until_ms: None,
        removed: false,
        shares: Vec::new(),
        writes: None,
    };
    let baby = match asked.baby {
        Some((name, born)) => {
            Some(Baby { id: BabyId::fresh(now_ms)?, name, born: born.to_string(), state: BabyState::Home })
        }
        None => None,
    };
    let (token, begun) = super::session(headers, account, Some((home, person.id)), now_ms)?;
    let (kept, login, settings) = (token.clone(), asked.login, asked.settings);
    let made = record
        .write(move |tx| {
            account::add(tx, account, &login, &hash, now_ms)?;
            account::set_recovery(tx, account, &code_hashes)?;
            household::add(tx, home, &settings, now_ms)?;
            household::put_person(tx, home, &person, Some(account))?;
            if let Some(baby) = &baby {
                household::put_baby(tx, home, baby)?;
            }
            session::add(tx, &kept, &begun)
        })
        .await;
    match made {
        Ok(()) => Ok(Ok((token, codes))),
        // Somebody took the name between our look and our write.
        Err(Fault::Twice(_)) => Ok(Err("people-fault-login-taken")),
        Err(fault) => Err(fault),
    }
}

async fn draw(site: &Site, headers: &HeaderMap, status: StatusCode, fields: &Fields, wrong: &str) -> Response {
    let visitor = Visitor::of(headers, site);
    let Some(record) = site.record() else { return trouble::no_record(site, &visitor) };
    let first = match record.read(|tx| account::any(tx)).await {
        Ok(any) => !any,
        Err(fault) => return trouble::of_store(site, &visitor, &fault),
    };
    let frame = Frame { site, visitor: &visitor, voice: trouble::VOICE, region: visitor.region(site) };
    let words = frame.words();
    let shell = frame.shell(&words.say("people-keep"), "/keep", Vec::new(), Foot::Dock(Here::More));
    let typed = |name: &str| fields.text(name).to_owned();
    let page = Keep {
        error: if wrong.is_empty() { String::new() } else { words.say(wrong) },
        first,
        code: Secret(typed("code")),
        name: typed("name"),
        login: typed("login"),
        baby: typed("baby"),
        born: typed("born"),
        us: fields.text("units") == "us",
        regions: frame.regions("/keep").list,
        today: today(),
        words,
        shell,
    };
    page::html(status, &page)
}
