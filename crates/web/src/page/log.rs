//! Logging, correcting, the day, the bin.

pub mod bin_show;
pub mod day_show;
pub mod entry_add;
pub mod entry_correct;
pub mod kinds_show;
pub mod notes_find;

use axum::http::header::LOCATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use care::record::body::Kind;
use care::record::entry::Entry;
use care::record::id::{DeviceId, EntryId};
use care::record::revision::{Content, Revision, Subject};
use protocol::text::Voice;
use serde_json::{Value, json};
use store::{Fault, Tx, entry};

use crate::fill::log::form::Medicine;
use crate::fill::log::{Reader, dose};
use crate::frame::{Frame, Visitor};
use crate::page::trouble;
use crate::record::fields::Fields;
use crate::record::forms::{Ask, Form};
use crate::record::member::Member;
use crate::record::{Record, access, change};
use crate::site::Site;
use crate::time::now_ms;
use crate::view::{Foot, Here, Shell};
use crate::words::Words;

/// So many doses are looked at: more than anybody takes within the longest use of a label.
const DOSES: i64 = 500;

/// Everything that a page of these is made from.
struct Desk<'d> {
    site: &'d Site,
    record: &'d Record,
    visitor: Visitor,
    member: Member,
    voice: Voice,
    words: Words,
    zone: String,
    now_ms: i64,
}

impl<'d> Desk<'d> {
    /// The desk of a member; nothing without a record.
    fn of(site: &'d Site, headers: &HeaderMap, member: Member) -> Option<Self> {
        let visitor = Visitor::of(headers, site);
        let record = site.record()?;
        let voice = Voice { baby: member.household.present_babies().next().is_some(), ..trouble::VOICE };
        let words = site.words().voiced(voice.to_parent, voice.baby);
        let zone = member.household.settings.zone.clone();
        Some(Self { site, record, visitor, member, voice, words, zone, now_ms: now_ms() })
    }

    /// The same, speaking of a baby: an entry of one is open.
    fn with_baby(self) -> Self {
        let voice = Voice { baby: true, ..self.voice };
        Self { words: self.site.words().voiced(voice.to_parent, voice.baby), voice, ..self }
    }

    /// That these are about to be shown is written into the logs of those whose own they are.
    async fn note(&self, entries: &[Entry]) -> Result<(), Fault> {
        let read = entries.iter().map(|entry| (entry.content.subject, entry.kind()));
        access::note(self.record, &self.member, read, self.now_ms).await
    }

    fn reader(&self) -> Reader<'_> {
        let Member { household, person, .. } = &self.member;
        Reader { household, person, words: &self.words, zone: &self.zone, now_ms: self.now_ms }
    }

    fn shell(&self, title: &str, path: &str) -> Shell {
        let region = self.visitor.region(self.site);
        let frame = Frame { site: self.site, visitor: &self.visitor, voice: self.voice, region };
        frame.shell(title, path, Vec::new(), Foot::Dock(Here::Elsewhere))
    }

    fn failed(&self, fault: &Fault) -> Response {
        trouble::of_store(self.site, &self.visitor, fault)
    }

    /// The medicines whose label is of the household's region.
    fn medicines(&self) -> Vec<Medicine> {
        let region = &self.member.household.settings.region;
        let all = self.site.compiled().protocol.medicines.iter().filter(|one| one.regions.contains(region));
        all.map(|one| (one.id.clone(), one.name.say(self.voice).to_owned())).collect()
    }

    /// What is to be said before a medicine is saved: the limits of its label, with what was taken before.
    async fn of_dose(&self, content: &Value, who: Subject, not: Option<EntryId>) -> Result<Vec<String>, Fault> {
        let mut content = content.clone();
        content["subject"] = json!(who);
        let Ok(content) = serde_json::from_value::<Content>(content) else { return Ok(Vec::new()) };
        if content.body.kind() != Kind::Medicine {
            return Ok(Vec::new());
        }
        let household = self.member.household.id;
        let find = move |tx: &dyn Tx| entry::before(tx, household, Some(Kind::Medicine), i64::MAX, DOSES);
        let mut before = self.record.read(find).await?;
        before.retain(|one| Some(one.id) != not);
        Ok(dose::warnings(&content, &before, self.site, &self.reader()))
    }

    /// Saves, and tells everybody.
    async fn save(&self, revisions: Vec<Revision>) -> Result<(), Fault> {
        let device = DeviceId(self.member.session.id);
        change::save(self.record, &self.member, device, 0, revisions, self.now_ms).await.map(|_| ())
    }
}

/// This server keeps no record.
fn no_record(site: &Site, headers: &HeaderMap) -> Response {
    trouble::no_record(site, &Visitor::of(headers, site))
}

/// Goes on to another page.
fn go_on(path: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, path.to_owned())]).into_response()
}

/// What buttons mean beyond what they send: one tap ticks its boxes, a chosen medicine brings its name.
fn spelled_out(form: &Form, mut fields: Fields, medicines: &[Medicine]) -> Fields {
    let quick = fields.text("quick").to_owned();
    for (tick, names) in [("wet:flag", ["wet", "both"]), ("dirty:flag", ["dirty", "both"])] {
        if !form.quick.is_empty() && names.contains(&quick.as_str()) && !fields.has(tick) {
            fields.0.push((tick.to_owned(), "yes".to_owned()));
        }
    }
    if !form.fields.iter().any(|field| field.ask == Ask::Medicine) {
        return fields;
    }
    let chosen = fields.text("medicine:text").to_owned();
    let named = medicines.iter().find(|(id, _)| *id == chosen);
    // The name of another one that was chosen before is not hers to correct.
    let typed = fields.text("name:text").to_owned();
    let is_own = !typed.is_empty() && !medicines.iter().any(|(_, name)| *name == typed);
    if let Some((_, name)) = named.filter(|_| !is_own) {
        fields.0.retain(|(key, _)| key != "name:text");
        fields.0.push(("name:text".to_owned(), name.clone()));
    }
    fields
}
