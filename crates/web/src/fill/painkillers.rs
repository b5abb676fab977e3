//! The painkiller page, filled from the limits of a region and from what a form brought along.

mod data;
mod form;
mod label;
pub(crate) use label::grouped;
mod told;

use care::dose::{Answer, Card, Dose, Product, Shelf, Would, cards, would};
use protocol::answers::Given;
use protocol::model::plan::Substance;
use protocol::text::Voice;
use serde_json::{Value, json};

use crate::arrival::Arrival;
use crate::carry::Carried;
use crate::frame::{Frame, Visitor};
use crate::site::Site;
use crate::view::painkillers::{self as view, Painkillers};
use crate::view::{Foot, Here};
use crate::words::Words;
use form::{Log, Step};

/// Answers of the check that make a substance ask-first, whatever is answered on the page (section g).
const BY_CHECK: [(Substance, &[&str]); 2] =
    [(Substance::Ibuprofen, &["nsaid_caution", "pregnant"]), (Substance::Paracetamol, &["paracetamol_caution"])];

/// A form that does not belong to this page, or was changed on its way: its doses cannot be counted, so nothing may be told.
#[derive(Debug)]
pub struct Unreadable;

/// The page at an instant.
///
/// # Errors
/// Doses that cannot be read.
pub fn page(arrival: &Arrival, now_s: i64) -> Result<Painkillers, Unreadable> {
    let frame = arrival.frame();
    let desk = Desk { arrival, words: frame.words(), now_s, frame: &frame };
    let mut log = Log::read(arrival, now_s).ok_or(Unreadable)?;
    for substance in desk.held_by_check() {
        log.answers.set(substance, Answer::Held);
    }
    Ok(desk.page(log))
}

/// What a phone draws the page from by itself: the block of the script in each voice, and which findings of a check it must hold against it.
/// Where she is and what her check has named is set there.
pub fn of_phone(site: &Site) -> Value {
    let arrival =
        Arrival { site: site.clone(), visitor: Visitor::default(), carried: Carried::default(), fields: Vec::new() };
    let block = |voice: Voice| {
        let frame = Frame { site, visitor: &arrival.visitor, voice, region: None };
        data::block(&Desk { arrival: &arrival, words: frame.words(), now_s: 0, frame: &frame }, &[])
    };
    let by_check = BY_CHECK.iter().map(|(one, findings)| json!({ "substance": one.id(), "findings": findings }));
    json!({ "blocks": Voice::ALL.map(block), "by_check": by_check.collect::<Value>() })
}

/// What every part of the page needs.
struct Desk<'d> {
    arrival: &'d Arrival,
    frame: &'d Frame<'d>,
    words: Words,
    now_s: i64,
}

impl<'d> Desk<'d> {
    /// Substances that the check has named: yes or not sure.
    fn held_by_check(&self) -> Vec<Substance> {
        let Some(interview) = &self.arrival.carried.interview else { return Vec::new() };
        let protocol = &self.arrival.site.compiled().protocol;
        let said = |id: &&str| match protocol.finding_named(id).and_then(|id| interview.answers.given(id)) {
            None | Some(Given::Level(0)) => false,
            Some(_) => true,
        };
        BY_CHECK.iter().filter(|(_, findings)| findings.iter().any(&said)).map(|(one, _)| *one).collect()
    }

    fn shelf(&self) -> Shelf<'d> {
        let region = self.frame.region.map_or("", |region| region.code.as_str());
        Shelf::new(&self.frame.site.compiled().protocol.medicines, region)
    }

    fn page(&self, mut log: Log) -> Painkillers {
        let (mut warnings, mut wait, mut error) = (Vec::new(), String::new(), String::new());
        match log.step.clone() {
            Step::Look => {}
            Step::Refused(why) => error = self.words.say(why),
            Step::Log { dose, sure } => {
                match would(&self.shelf(), &log.doses, log.answers.cautions(), &dose, self.now_s) {
                    Would::Warn(warning) if !sure => {
                        warnings = told::warnings(self, &warning, &dose);
                        wait = told::wait(self, &warning);
                    }
                    _ => log.save(dose),
                }
            }
        }
        let words = &self.words;
        let title = words.say("painkillers-title");
        let mut kept = self.arrival.carried.onward().fields(&self.arrival.site);
        let carried = log.fields();
        if !carried.is_empty() && kept.iter().all(|(name, _)| name != "kept") {
            // Other colours send a page with answers back to itself; doses without a check are worth the same.
            kept.insert(0, ("kept".to_owned(), String::new()));
        }
        kept.extend(carried);
        Painkillers {
            shell: self.frame.shell(&title, "/painkillers", kept, Foot::Dock(Here::Elsewhere)),
            data: data::data(self, &self.held_by_check()),
            limits: match self.frame.region {
                Some(region) => words.say_one("painkillers-limits", "region", region.name.say(self.frame.voice)),
                None => words.say("painkillers-no-place"),
            },
            substances: self.substances(&log),
            nevers: self.nevers(),
            taken: log.newest_first().map(|dose| told::taken(self, dose)).collect(),
            warnings,
            wait,
            error,
            products: self.products(&log.typed.product),
            typed: [log.typed.amount.clone(), log.typed.hours.clone(), log.typed.minutes.clone()],
            regions: self.frame.regions("/painkillers"),
            words: words.clone(),
        }
    }

    /// Each substance with its medicines. Until something was answered or logged only the labels are told.
    fn substances(&self, log: &Log) -> Vec<view::Substance> {
        let by_check = self.held_by_check();
        let all = cards(&self.shelf(), &log.doses, log.answers.cautions(), self.now_s);
        let told = |substance: Substance| !log.doses.is_empty() || log.answers.cautions().of(substance) != Answer::Open;
        let one = |substance: Substance| {
            let cautions = label::cautions(self, substance);
            view::Substance {
                id: substance.id(),
                name: label::name(&self.words, substance),
                none: self.words.say_count("list-none", cautions.len()),
                cautions,
                answer: match log.answers.cautions().of(substance) {
                    Answer::Open => "",
                    Answer::Clear => "none",
                    Answer::Held => "some",
                },
                by_check: by_check.contains(&substance),
                cards: all
                    .iter()
                    .filter(|card| card.contains == substance)
                    .map(|card| self.card(card, told(substance), by_check.contains(&substance)))
                    .collect(),
            }
        };
        Substance::ALL.map(one).into()
    }

    fn card(&self, card: &Card, told: bool, by_check: bool) -> view::Card {
        let label = label::of(self, card);
        if told { told::card(self, card, by_check, label) } else { label }
    }

    fn nevers(&self) -> Vec<String> {
        let all = &self.frame.site.compiled().protocol.nevers;
        all.iter().map(|one| one.say.say(self.frame.voice).to_owned()).collect()
    }

    /// What may be logged: the medicines of the region, then other products. A dose of another region keeps its name.
    fn products(&self, chosen: &str) -> Vec<(String, String, bool)> {
        let products = Substance::ALL.into_iter().flat_map(|substance| self.shelf().labels(substance));
        let own = products.map(|label| Product::Medicine(label.medicine.id.clone()));
        let others = Substance::ALL.map(Product::Other).into_iter().chain([Product::Nsaid]);
        let row = |product: Product| {
            let value = form::product_word(&product);
            let words = told::product(self, &product);
            (value.clone(), words, value == chosen)
        };
        own.chain(others).map(row).collect()
    }
}

/// The doses of a substance under all names count alike: this one is only for its name.
fn medicine_name(desk: &Desk, id: &str) -> Option<String> {
    let medicine = desk.shelf().medicine(id)?;
    Some(medicine.name.say(desk.frame.voice).to_owned())
}

/// A dose in words: `400 mg Ibuprofen 200 mg`.
fn dose_words(desk: &Desk, dose: &Dose) -> String {
    let name = told::product(desk, &dose.product);
    let name = match dose.product {
        Product::Nsaid => return name,
        Product::Other(_) => small(&name),
        Product::Medicine(_) => name,
    };
    let mg = label::grouped(dose.amount_mg.into());
    desk.words.say_with("painkillers-dose", &[("mg", &mg), ("name", &name)])
}

/// A phrase in the middle of a sentence.
fn small(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
