//! `POST /day`: a search in notes. It is a form that is sent, so that no typed text stands in an address.

use axum::Form as Sent;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use care::record::body::{Body, Kind};
use care::record::entry::Entry;
use care::record::moment::Moment;
use care::record::role::Act;
use jiff::civil::Date;
use store::find::Which;
use store::{Fault, Tx, find};

use super::{Desk, no_record};
use crate::fill::log::day;
use crate::page;
use crate::record::fields::Fields;
use crate::record::member::Member;
use crate::record::see;
use crate::site::Site;
use crate::view::log::DayView;

/// So many are shown.
const MOST: usize = 100;
/// So many pages of entries with these words are looked through: 20,000 entries. What has not these words costs little and is not counted.
const PAGES_MOST: usize = 40;

/// What has these words in its note or in the name of its medicine, newest first.
pub async fn handle(
    State(site): State<Site>,
    headers: HeaderMap,
    member: Member,
    Sent(fields): Sent<Vec<(String, String)>>,
) -> Response {
    let Some(desk) = Desk::of(&site, &headers, member) else { return no_record(&site, &headers) };
    let sought = Fields(fields).text("sought").to_owned();
    let found = match found(&desk, sought.to_lowercase()).await {
        Ok(found) => found,
        Err(fault) => return desk.failed(&fault),
    };
    let reader = desk.reader();
    let title = desk.words.say("log-day-search");
    let mut sums = desk.words.say_count("log-day-found", found.entries.len());
    if let Some(day) = found.until {
        sums = format!("{sums}. {}", desk.words.say_one("log-day-until", "date", &reader.date(day)));
    }
    let role = desk.member.person.role;
    let page = DayView {
        shell: desk.shell(&title, "/day"),
        sums,
        saved: None,
        rows: found.entries.iter().map(|one| day::dated(one, &reader)).collect(),
        before: String::new(),
        after: String::new(),
        kinds: Vec::new(),
        sought: Some(sought),
        may_bin: role.may(Act::Bin),
        may_log: role.may(Act::Log(Kind::Note)),
        words: desk.words.clone(),
        title,
    };
    page::html(StatusCode::OK, &page)
}

/// What was found, newest first.
struct Found {
    entries: Vec<Entry>,
    /// What is older was not looked through, or is not shown; none: there is nothing older.
    until: Option<Date>,
}

async fn found(desk: &Desk<'_>, sought: String) -> Result<Found, Fault> {
    if sought.is_empty() {
        return Ok(Found { entries: Vec::new(), until: None });
    }
    let (member, now_ms) = (desk.member.clone(), desk.now_ms);
    let found = desk.record.read(move |tx| search(tx, &member, sought, now_ms)).await?;
    desk.note(&found.entries).await?;
    Ok(found)
}

/// Looks through the whole record, in pages: among what has these words may be much that is another's own.
fn search(tx: &dyn Tx, Member { household, person, .. }: &Member, sought: String, now_ms: i64) -> Result<Found, Fault> {
    let mut which = Which { search: sought, ..Which::default() };
    let mut entries: Vec<Entry> = Vec::new();
    for _ in 0..PAGES_MOST {
        let page = find::page(tx, household.id, &which, find::LONGEST_PAGE)?;
        let below = page.last().map(|last| (last.at.at_ms, last.id));
        let is_last = i64::try_from(page.len()).is_ok_and(|length| length < find::LONGEST_PAGE);
        let is_found =
            |one: &Entry| see::is_listed(household, person, one, now_ms) && words(one).contains(&which.search);
        entries.extend(page.into_iter().filter(is_found));
        if entries.len() > MOST {
            entries.truncate(MOST);
            let until = entries.last().map(|one| one.at.day());
            return Ok(Found { entries, until });
        }
        if is_last {
            return Ok(Found { entries, until: None });
        }
        which.below = below;
    }
    let looked_ms = which.below.map(|(at_ms, _)| at_ms);
    let until = looked_ms.map(|at_ms| Moment::in_zone(at_ms, &household.settings.zone).day());
    Ok(Found { entries, until })
}

fn words(entry: &Entry) -> String {
    let name = if let Body::Medicine(medicine) = &entry.content.body { medicine.name.as_str() } else { "" };
    format!("{name} {}", entry.content.note).to_lowercase()
}
