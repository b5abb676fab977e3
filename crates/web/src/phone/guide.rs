//! The guide as data: sessions, cards, explained conditions, short pages, drawings. Texts stand in their four voices where these differ.

use care::relief::rest_s;
use exchange::normal_form::text;
use guide::{Card, Explain, Ground, Guide, Move, Page, Part, Said, Session, Show, Way};
use protocol::model::Protocol;
use serde_json::{Map, Value, json};

use crate::fill::relief;
use crate::site::Site;

/// All of it.
pub fn guide(site: &Site) -> Value {
    let (guide, protocol) = (site.guide(), &site.compiled().protocol);
    let named = |at: usize| protocol.steps[at].id.as_str();
    json!({
        "sessions": guide.sessions.iter().map(|one| session(site, one)).collect::<Value>(),
        "cards": guide.cards.iter().map(|one| (named(one.step).to_owned(), card(one))).collect::<Map<_, _>>(),
        "explains": guide.explains.iter().map(|one| explain(protocol, one)).collect::<Value>(),
        "pages": guide.pages.iter().map(|one| page(protocol, one)).collect::<Value>(),
        "milk": guide.milk.iter().map(|one| json!({ "hold": protocol.holds[one.hold].id, "ask": said(&one.ask) })).collect::<Value>(),
        "drawings": guide.drawings.iter().map(|one| (one.name.clone(), one.svg.clone().into())).collect::<Map<_, _>>(),
        "grounds": grounds(guide),
    })
}

fn session(site: &Site, one: &Session) -> Value {
    let protocol = &site.compiled().protocol;
    json!({
        "id": one.id, "code": one.code, "name": text(&one.name), "step": protocol.steps[one.step].id,
        "lead": all(&one.lead), "sure": all(&one.sure), "hold": all(&one.hold), "mind": all(&one.mind), "then": all(&one.then),
        "side": one.side, "score": one.score, "pool": one.pool, "most": one.most.map(|at| protocol.limits[at].value), "rest_s": rest_s(protocol, one),
        "next": one.next, "unlock": one.unlock, "mark": one.unlock.as_ref().map(|_| relief::mark(site, one)), "card": site.unlock_card(one), "moves": one.moves.iter().map(act).collect::<Value>(),
    })
}

fn act(one: &Move) -> Value {
    json!({
        "act": text(&one.act), "say": all(&one.say), "duration_s": one.duration_s, "picture": one.picture, "alt": text(&one.alt),
        "with_baby": one.with_baby, "optional": one.optional, "once": one.once,
    })
}

fn card(one: &Card) -> Value {
    json!({
        "what": all(&one.what), "how_long": all(&one.how_long), "how_often": all(&one.how_often), "not": all(&one.not), "sure": all(&one.sure),
    })
}

fn explain(protocol: &Protocol, one: &Explain) -> Value {
    json!({
        "condition": protocol.conditions[one.condition].id, "what": all(&one.what), "course": all(&one.course), "helps": all(&one.helps),
        "seen": all(&one.seen), "ways": one.ways.iter().map(way).collect::<Value>(),
    })
}

fn page(protocol: &Protocol, one: &Page) -> Value {
    json!({
        "id": one.id, "title": text(&one.title), "group": text(&one.group), "needs_baby": one.needs_baby,
        "parts": one.parts.iter().map(|one| part(protocol, one)).collect::<Value>(),
    })
}

fn part(protocol: &Protocol, part: &Part) -> Value {
    match part {
        Part::Lead(one) => json!({ "lead": said(one) }),
        Part::Heading(one) => json!({ "heading": text(one) }),
        Part::Say(one) => json!({ "say": said(one) }),
        Part::Item(one) => json!({ "item": said(one) }),
        Part::Show(Show::Crisis) => json!({ "show": "crisis" }),
        Part::Show(Show::Prevention) => json!({ "show": "prevention" }),
        Part::Show(Show::Table(at)) => json!({ "table": protocol.tables[*at].id }),
        Part::Go(one) => json!({ "go": way(one) }),
    }
}

fn way(one: &Way) -> Value {
    json!({ "path": one.path, "text": text(&one.text) })
}

fn all(said: &[Said]) -> Value {
    said.iter().map(self::said).collect()
}

fn said(one: &Said) -> Value {
    let grounds = one.grounds.iter().map(|ground| ground.id.as_str()).collect::<Value>();
    json!({ "text": text(&one.text), "grounds": grounds })
}

/// The sources behind each ground, once for the whole guide.
fn grounds(guide: &Guide) -> Map<String, Value> {
    let sessions = guide.sessions.iter().flat_map(|one| {
        let moves = one.moves.iter().flat_map(|act| &act.say);
        [&one.lead, &one.sure, &one.hold, &one.mind, &one.then].into_iter().flatten().chain(moves)
    });
    let cards = guide.cards.iter().flat_map(|one| [&one.what, &one.how_long, &one.how_often, &one.not, &one.sure]);
    let explains = guide.explains.iter().flat_map(|one| [&one.what, &one.course, &one.helps, &one.seen]);
    let pages = guide.pages.iter().flat_map(|one| &one.parts).filter_map(|part| match part {
        Part::Lead(one) | Part::Say(one) | Part::Item(one) => Some(one),
        Part::Heading(_) | Part::Show(_) | Part::Go(_) => None,
    });
    let milk = guide.milk.iter().map(|one| &one.ask);
    let said = sessions.chain(cards.flatten()).chain(explains.flatten()).chain(pages).chain(milk);
    said.flat_map(|one| &one.grounds).map(|Ground { id, sources }| (id.clone(), sources.clone().into())).collect()
}
