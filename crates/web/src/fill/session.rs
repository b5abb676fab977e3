//! A session's pages, filled from the guide and from what its door says.

use axum::http::StatusCode;
use axum::response::Response;
use care::relief::{Door, Line, Score, Why, door, scored};
use guide::{Move, Session};
use protocol::assessment::Place;
use protocol::text::fill;

use super::{banner, picture, relief, told};
use crate::carry::{Carried, Side};
use crate::frame::{Frame, Visitor};
use crate::numbers;
use crate::site::Site;
use crate::time::Clock;
use crate::view::guide::{Told, Way};
use crate::view::session::{Act, Intro, Run, SessionPage, Stage};
use crate::view::{Banner, Foot, Here};
use crate::words::Words;

/// A page of one session for one visitor.
pub struct Page<'p> {
    site: &'p Site,
    session: &'p Session,
    carried: &'p Carried,
    frame: Frame<'p>,
    words: Words,
    now_s: i64,
}

/// What was said beside what is carried.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ended {
    /// Pain after.
    pub after: Option<u8>,
    /// She stopped it.
    pub stopped: bool,
}

impl<'p> Page<'p> {
    /// The page of a session.
    pub fn new(site: &'p Site, visitor: &'p Visitor, session: &'p Session, carried: &'p Carried, now_s: i64) -> Self {
        let frame = carried.frame(site, visitor);
        let words = frame.words();
        Self { site, session, carried, frame, words, now_s }
    }

    /// What the door says.
    pub fn door(&self) -> Door {
        let visit = self.carried.visit(self.site, self.session, self.now_s);
        door(self.site.compiled(), self.site.guide(), self.session, &visit, self.now_s)
    }

    /// The page that the door asks for; where it is open, the score before and then the acts.
    pub fn at_door(&self, error: &str) -> Response {
        let stage = match self.door() {
            Door::Open if self.session.score && self.carried.before.is_none() => self.score(false, false, error),
            Door::Open => Stage::Run(self.run()),
            closed => self.shut(closed, error),
        };
        self.show(stage)
    }

    /// The first page: what it is, or at once why not.
    pub fn first(&self) -> Response {
        match self.door() {
            shut @ (Door::Closed(_) | Door::Wait(_) | Door::Check) => self.show(self.shut(shut, "")),
            _ => self.show(Stage::Intro(Box::new(self.intro()))),
        }
    }

    /// How strong is the pain after?
    pub fn after(&self, stopped: bool, error: &str) -> Response {
        self.show(self.score(true, stopped, error))
    }

    /// The end: the stop rule, or what comes now.
    pub fn end(&self, ended: Ended) -> Response {
        let rose = scored(&self.site.compiled().protocol, self.carried.before, ended.after) == Score::Stop;
        let next = self.session.next.as_deref().and_then(|id| self.site.guide().session(id));
        self.show(Stage::End {
            stop: rose,
            stopped: ended.stopped,
            then: told::all(&self.session.then, self.frame.voice),
            next: next.map(|session| self.way_to(session)),
            at_s: self.now_s,
            scores: [self.carried.before, ended.after],
        })
    }

    fn show(&self, stage: Stage) -> Response {
        let voice = self.frame.voice;
        let name = self.session.name.say(voice).to_owned();
        let path = format!("/session/{}", self.session.id);
        let run = matches!(stage, Stage::Run(_));
        let foot = if run { self.stops() } else { Foot::Dock(Here::Elsewhere) };
        // What belongs to this session does not follow her into the next.
        let over = matches!(stage, Stage::End { .. });
        let kept = if over { self.carried.onward().fields(self.site) } else { self.carried.fields(self.site) };
        let page = SessionPage {
            shell: self.frame.shell(&name, &path, kept, foot),
            words: self.words.clone(),
            name,
            code: self.session.code.clone(),
            path,
            up: (!run && !over).then(|| self.card_way()),
            reached: if run { Vec::new() } else { self.reached() },
            stage,
        };
        crate::page::html(StatusCode::OK, &page)
    }

    fn card_way(&self) -> Way {
        let text = self.words.say("session-up");
        Way { text, ..relief::row(&self.frame, self.session.step, String::new()) }
    }

    /// Someone must see her today or sooner: relief does not hide it.
    fn reached(&self) -> Vec<Banner> {
        let answers = self.carried.interview.as_ref().map(|interview| &interview.answers);
        answers.map(|answers| banner::reached(&self.frame, &self.words, answers)).unwrap_or_default()
    }

    fn stops(&self) -> Foot {
        let stops = self.site.compiled().protocol.stops.iter();
        Foot::Session { stops: stops.map(|stop| stop.say.say(self.frame.voice).to_owned()).collect() }
    }

    fn shut(&self, door: Door, error: &str) -> Stage {
        match door {
            Door::Closed(why) => {
                let mut said: Vec<Told> = why.into_iter().map(|why| self.why(why)).collect();
                said.dedup_by(|one, other| one.text == other.text);
                Stage::Held { why: said, instead: self.instead() }
            }
            Door::List(lines) => Stage::List {
                lines: lines.into_iter().filter_map(|line| self.line(line)).collect(),
                error: error.to_owned(),
            },
            Door::Age => Stage::Age,
            Door::Choose => Stage::Choose { card: self.card(), mark: relief::mark(self.site, self.session) },
            Door::Wait(from_s) => match Clock::instant(from_s, &self.words) {
                Some(when) => Stage::Wait { when },
                None => {
                    let why = Told { text: self.words.say("session-lately"), grounds: String::new() };
                    Stage::Held { why: vec![why], instead: self.instead() }
                }
            },
            Door::Check | Door::Open => Stage::Check,
        }
    }

    /// A reason, in words.
    pub fn why(&self, why: Why) -> Told {
        let protocol = &self.site.compiled().protocol;
        let voice = self.frame.voice;
        let step = &protocol.steps[self.session.step].id;
        let gate = |gate: usize| format!("gate:{}", protocol.gates[gate].id);
        let first = protocol.gates.iter().position(|gate| gate.opens.contains(&self.session.code)).unwrap_or(0);
        let (text, grounds) = match why {
            Why::Exclusion(at, exclusion) => (protocol.gates[at].closed[exclusion].1.say(voice).to_owned(), gate(at)),
            Why::Urgency => (protocol.phrase("gate_urgency", voice).to_owned(), gate(first)),
            Why::Age => (protocol.phrase("gate_age", voice).to_owned(), gate(first)),
            Why::Situation(at) => {
                let name = protocol.situations[at].name.say(voice);
                (self.words.say_one("session-held-for", "name", name), format!("step:{step}"))
            }
            Why::NotInPlan => (self.words.say("session-not-in-plan"), format!("step:{step}")),
            Why::Ticked => (self.words.say("session-ticked"), String::new()),
            Why::NotHers => (self.words.say("session-not-hers"), String::new()),
        };
        Told { text, grounds }
    }

    /// A line of the list at the door; none where it says nothing to her.
    fn line(&self, line: Line) -> Option<Told> {
        let protocol = &self.site.compiled().protocol;
        let voice = self.frame.voice;
        match line {
            Line::Exclusion(gate, at) => Some(self.why(Why::Exclusion(gate, at))),
            Line::Urgency => Some(Told { text: self.words.say("session-line-urgency"), ..self.why(Why::Urgency) }),
            Line::Situation(at) => {
                let text = numbers::capital(protocol.situations[at].name.say(voice));
                Some(Told { text, ..self.why(Why::Situation(at)) })
            }
            Line::Hold(at) => told::told(&self.session.hold[at], voice),
        }
    }

    /// What the plan offers instead, without what is behind the same door; the cold pack where there is no plan.
    fn instead(&self) -> Vec<Way> {
        let protocol = &self.site.compiled().protocol;
        let read = self.carried.reading(self.site);
        let offered: Vec<usize> = match &read {
            Some(read) => {
                let plan = read.plan().into_iter().filter(|planned| planned.place == Place::Offered);
                plan.map(|planned| planned.step).filter(|step| *step != self.session.step).collect()
            }
            None => Vec::new(),
        };
        let offered = offered.into_iter().map(|step| relief::row(&self.frame, step, String::new()));
        let cold = protocol.steps.iter().position(|step| step.id == "cold_pack" && step.id != self.session.id);
        let fallback = cold.filter(|_| read.is_none()).map(|step| relief::row(&self.frame, step, String::new()));
        offered.chain(fallback).collect()
    }

    /// The text that must be read: the card of the step.
    fn card(&self) -> Vec<Told> {
        let card = self.site.guide().cards.iter().find(|card| card.step == self.session.step);
        let said =
            card.into_iter().flat_map(|card| [&card.what, &card.how_long, &card.how_often, &card.not, &card.sure]);
        said.flat_map(|said| told::all(said, self.frame.voice)).collect()
    }

    fn intro(&self) -> Intro {
        let voice = self.frame.voice;
        // The longest act, the first of them: it is what the session is about.
        let moves: Vec<&Move> = self.session.moves_for(voice.baby).collect();
        let shown = moves.into_iter().rev().max_by_key(|one| one.duration_s.unwrap_or(0));
        Intro {
            // "Withheld until she has chosen it" is not so for her.
            lead: self.unlocked().map_or_else(|| told::all(&self.session.lead, voice), |one| vec![one]),
            sure: told::all(&self.session.sure, voice),
            mind: told::all(&self.session.mind, voice),
            time: relief::minutes(self.session, &self.words),
            picture: shown.map(|one| self.picture(one)).unwrap_or_default(),
            side: self.session.side,
        }
    }

    /// Who opened it for her.
    fn unlocked(&self) -> Option<Told> {
        let text = self.site.said_of_unlock(&self.words, self.session, self.now_s.saturating_mul(1_000))?;
        Some(Told { text, grounds: String::new() })
    }

    fn score(&self, after: bool, stopped: bool, error: &str) -> Stage {
        let lately = !after && self.session.pool.is_some() && self.carried.done.is_empty();
        Stage::Score { after, stopped, lately, error: error.to_owned() }
    }

    fn run(&self) -> Run {
        // The gate with the score before is the first step, the score after the last.
        let around = usize::from(self.session.score);
        let moves: Vec<&Move> = self.session.moves_for(self.frame.voice.baby).collect();
        Run {
            total: moves.len() + 2 * around,
            moves: moves.iter().enumerate().map(|(at, one)| self.act(at + 1 + around, one)).collect(),
            score: self.session.score,
        }
    }

    fn act(&self, number: usize, one: &Move) -> Act {
        let hands = [("hand", self.hand(true)), ("near", self.hand(false))];
        let hands: Vec<(&str, &str)> = hands.iter().map(|(name, hand)| (*name, hand.as_str())).collect();
        let say = told::all(&one.say, self.frame.voice).into_iter();
        Act {
            number,
            act: one.act.say(self.frame.voice).to_owned(),
            say: say.map(|said| Told { text: fill(&said.text, &hands), ..said }).collect(),
            duration_s: one.duration_s,
            time: one.duration_s.map(|s| format!("{}:{:02}", s / 60, s % 60)).unwrap_or_default(),
            picture: self.picture(one),
            optional: one.optional,
            once: one.once,
        }
    }

    fn picture(&self, one: &Move) -> String {
        picture::drawn(self.site.guide(), &one.picture, one.alt.say(self.frame.voice), self.carried.side)
    }

    /// The hand of the other side, or of the same.
    fn hand(&self, other: bool) -> String {
        let id = match (self.carried.side, other) {
            (None, true) => "hand-opposite",
            (None, false) => "hand-same",
            (Some(Side::Left), true) | (Some(Side::Right), false) => "hand-right",
            (Some(Side::Right), true) | (Some(Side::Left), false) => "hand-left",
        };
        self.words.say(id)
    }

    fn way_to(&self, session: &Session) -> Way {
        Way {
            path: format!("/session/{}", session.id),
            text: session.name.say(self.frame.voice).to_owned(),
            tag: relief::minutes(session, &self.words),
            ..Way::default()
        }
    }
}
