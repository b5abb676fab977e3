//! `POST /feed` and `POST /pump-timer`: one press of a timer's button.

use axum::Form;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use care::record::body::{Kind, Side};
use care::record::id::{BabyId, DeviceId, EntryId, RevisionId};
use care::record::moment::Moment;
use care::record::press::{Button, Press, Pressed, press};
use care::record::revision::{Revision, Subject};
use care::record::role::Role;
use care::record::timer::Act;
use store::{Fault, Tx, entry};

use crate::frame::Visitor;
use crate::page::trouble;
use crate::record::change;
use crate::record::fields::Fields;
use crate::record::member::Member;
use crate::record::random::Fresh;
use crate::site::Site;
use crate::time::now_ms;

/// Nobody has more babies at once.
const MOST: usize = 8;

/// A button of a feed.
pub async fn feed(
    state: State<Site>,
    headers: HeaderMap,
    member: Member,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    handle(&state.0, &headers, member, Fields(fields), Kind::Feed).await
}

/// A button of a pump session.
pub async fn pump(
    state: State<Site>,
    headers: HeaderMap,
    member: Member,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    handle(&state.0, &headers, member, Fields(fields), Kind::Pump).await
}

async fn handle(site: &Site, headers: &HeaderMap, member: Member, fields: Fields, kind: Kind) -> Response {
    let visitor = Visitor::of(headers, site);
    let Some(record) = site.record() else { return trouble::no_record(site, &visitor) };
    let Some(button) = button(&fields) else { return super::saved(&[]) };
    let now_ms = now_ms();
    let wish = Wish {
        button,
        kind,
        named: fields.all("entry").filter_map(|id| id.parse().ok()).take(MOST).collect(),
        shown: fields.all("revision").filter_map(|id| id.parse().ok()).take(MOST).collect(),
        subjects: subjects(&member, &fields, kind),
        at: Moment::in_zone(now_ms, &member.household.settings.zone),
    };
    let device = DeviceId(member.session.id);
    let presser = member.clone();
    let done = change::decide(record, &member, device, 0, now_ms, move |tx| decide(tx, &presser, &wish)).await;
    match done {
        Ok((_, entries)) => super::saved(&entries),
        Err(fault) => trouble::of_store(site, &visitor, &fault),
    }
}

/// What the form asks for.
struct Wish {
    button: Button,
    kind: Kind,
    named: Vec<EntryId>,
    shown: Vec<RevisionId>,
    subjects: Vec<Subject>,
    at: Moment,
}

fn button(fields: &Fields) -> Option<Button> {
    Some(match fields.text("act") {
        "left" => Button::Do(Act::Start(Side::Left)),
        "right" => Button::Do(Act::Start(Side::Right)),
        "pause" => Button::Do(Act::Pause),
        "resume" => Button::Do(Act::Resume),
        "end" => Button::Do(Act::End),
        "swap" => Button::Swap,
        _ => return None,
    })
}

/// Whom a timer is begun for: the babies that the form names, else the youngest; a pump session is the parent's.
fn subjects(member: &Member, fields: &Fields, kind: Kind) -> Vec<Subject> {
    let household = &member.household;
    if kind == Kind::Pump {
        let is_parent = |role| matches!(role, Role::Owner | Role::Parent);
        let own = Some(&member.person).filter(|person| is_parent(person.role));
        let parent = own.or_else(|| household.people.iter().find(|person| is_parent(person.role) && !person.removed));
        return parent.map(|person| Subject::Parent(person.id)).into_iter().collect();
    }
    let known = |id: &BabyId| household.present_babies().any(|baby| baby.id == *id);
    let named: Vec<BabyId> = fields.all("baby").filter_map(|id| id.parse().ok()).filter(known).take(MOST).collect();
    if !named.is_empty() {
        return named.into_iter().map(Subject::Baby).collect();
    }
    let youngest =
        household.present_babies().max_by(|one, other| one.born.cmp(&other.born).then(other.id.cmp(&one.id)));
    youngest.map(|baby| Subject::Baby(baby.id)).into_iter().collect()
}

/// Looks at what runs and decides, in one transaction. Gives the entries that were meant.
fn decide(tx: &dyn Tx, member: &Member, wish: &Wish) -> Result<(Vec<Revision>, Vec<EntryId>), Fault> {
    let household = member.household.id;
    let mut entries = entry::open(tx, household)?;
    for id in &wish.named {
        entries.extend(entry::get(tx, household, *id)?);
    }
    let Wish { button, kind, named, shown, subjects, at } = wish;
    let asked = Press { button: *button, kind: *kind, named, shown, subjects, at };
    let (mut revisions, mut meant) = (Vec::new(), Vec::new());
    for pressed in press(&entries, &asked) {
        let now_ms = at.at_ms;
        let (entry, bases, content) = match pressed {
            Pressed::Begun(content) => (EntryId::fresh(now_ms)?, Vec::new(), content),
            Pressed::Changed { entry, bases, content } => (entry, bases, content),
            Pressed::Same(entry) => {
                meant.push(entry);
                continue;
            }
        };
        let id = RevisionId::fresh(now_ms)?;
        let revision = Revision { id, entry, bases, made_at_ms: now_ms, binned: false, content };
        let before = entries.iter().find(|one| one.id == entry);
        if super::may(member, &revision, before) {
            meant.push(entry);
            revisions.push(revision);
        }
    }
    Ok((revisions, meant))
}
