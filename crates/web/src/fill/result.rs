//! The result, filled from what the rules say.

use axum::http::StatusCode;
use axum::response::Response;
use protocol::assessment::Place;
use protocol::evaluate::Read;
use protocol::explain::{self, Explained, Told};
use protocol::interview::{Interview, Said};
use protocol::model::finding::{FindingId, Group};
use protocol::model::urgency::{Deadline, Urgency};

use super::{banner, kept, relief, told};
use crate::frame::{Frame, Visitor};
use crate::numbers::{self};
use crate::site::Site;
use crate::time::Clock;
use crate::view::result::{Also, ComeBack, CouldBe, Outcome, Plan, Reason, Step};
use crate::view::{Call, Foot, Source, When};
use crate::words::Words;

/// A result is old after so many hours (invariant 14 of the specification).
const OLD_HOURS: i64 = 12;
/// The same at `same_day` and above.
const OLD_GRAVE_HOURS: i64 = 2;

/// The page of a result, finished or not.
pub fn show(site: &Site, visitor: &Visitor, interview: &Interview) -> Response {
    let compiled = site.compiled();
    let voice = interview.answers.voice(&compiled.protocol);
    let region = numbers::region(compiled, &interview.answers).or_else(|| visitor.region(site));
    let frame = Frame { site, visitor, voice, region };
    let read = compiled.read(&interview.answers);
    let explained = read.explain(compiled);
    let page = Page {
        frame: &frame,
        clock: Clock::now(&frame.words()),
        words: frame.words(),
        interview,
        read: &read,
        explained: &explained,
    };
    crate::page::html(StatusCode::OK, &page.outcome())
}

struct Page<'p> {
    frame: &'p Frame<'p>,
    words: Words,
    interview: &'p Interview,
    read: &'p Read<'p>,
    explained: &'p Explained,
    clock: Clock,
}

impl Page<'_> {
    fn outcome(&self) -> Outcome {
        let compiled = self.frame.site.compiled();
        let protocol = &compiled.protocol;
        let banners = banner::banners(self.frame, &self.words, self.explained, &self.clock);
        let emergency = self.explained.headline() == Some(Urgency::EmergencyNow);
        let kept = kept(self.frame.site, self.interview, "result");
        let title = banners.first().map(|banner| banner.act.plain()).unwrap_or_default();
        Outcome {
            shell: self.frame.shell(&title, "/check", kept, self.foot(emergency)),
            calls: self.calls(emergency),
            checked: self.checked(),
            old_from: self.clock.after_hours(if self.explained.headline() >= Some(Urgency::SameDay) {
                OLD_GRAVE_HOURS
            } else {
                OLD_HOURS
            }),
            say_this: if emergency { self.say_this() } else { String::new() },
            regions: self.frame.region.is_none().then(|| self.frame.regions("/check")),
            could_be: self.could_be(),
            plan: self.plan(),
            check_again: self.check_again(),
            come_back: self.come_back(),
            also: self.also(),
            reasons: self.reasons(),
            reasons_open: self.explained.headline() >= Some(Urgency::SameDay),
            notes: self.notes(),
            contradictions: self
                .explained
                .contradictions
                .iter()
                .map(|at| protocol.contradictions[*at].say.say(self.frame.voice).to_owned())
                .collect(),
            unanswered: self
                .explained
                .assessment
                .unanswered
                .iter()
                .map(|id| protocol.finding(id).ask.say(self.frame.voice).to_owned())
                .collect(),
            milk: self.milk(),
            protocol: format!("{} {}", protocol.name, protocol.version),
            fingerprint: compiled.fingerprint.clone(),
            reviewed: false,
            words: self.words.clone(),
            banners,
        }
    }

    fn foot(&self, emergency: bool) -> Foot {
        let back = self.interview.before(self.frame.site.compiled(), None).is_some();
        match self.frame.emergency().into_iter().next() {
            Some(call) if emergency => Foot::Emergency { call, back },
            _ => Foot::Check { back },
        }
    }

    /// Whom to call at this level: emergency numbers, urgent advice, and the crisis line where a rule asks for it.
    fn calls(&self, emergency: bool) -> Vec<Call> {
        let compiled = self.frame.site.compiled();
        let patients = || [Some(&self.explained.parent), self.explained.baby.as_ref()].into_iter().flatten();
        let mut calls: Vec<Call> = Vec::new();
        let crisis =
            patients().any(|told| told.urgency == self.explained.headline() && numbers::wants_crisis(compiled, told));
        let only = patients()
            .filter(|told| told.urgency == self.explained.headline())
            .all(|told| numbers::only_crisis(compiled, told));
        if crisis {
            calls.extend(numbers::calls(
                compiled,
                self.frame.region.map(|region| &region.crisis),
                "any_crisis",
                self.frame.voice,
            ));
        }
        if emergency {
            calls.extend(self.frame.emergency().into_iter().skip(1));
        } else if self.explained.headline() >= Some(Urgency::SameDay) && !(crisis && only) {
            calls.extend(self.frame.urgent());
        }
        calls
    }

    /// When the numbers were last checked. At the lower levels no number is shown, so nothing is said.
    fn checked(&self) -> String {
        if self.explained.headline() < Some(Urgency::SameDay) {
            return String::new();
        }
        numbers::checked(self.frame.region, &self.words)
    }

    /// One sentence to read aloud, from the signs behind the reasons.
    fn say_this(&self) -> String {
        let compiled = self.frame.site.compiled();
        let mut signs: Vec<String> = Vec::new();
        for rule in &self.explained.reasons {
            for (id, level) in explain::because(compiled, self.read, &compiled.protocol.rules[*rule].when) {
                let sign = self.sign(id, level);
                if !signs.contains(&sign) {
                    signs.push(sign);
                }
            }
        }
        let baby = self.explained.baby.as_ref().is_some_and(|baby| baby.urgency == Some(Urgency::EmergencyNow));
        let parent = self.explained.parent.urgency == Some(Urgency::EmergencyNow);
        let id = match (parent, baby) {
            (false, true) => "say-this-baby",
            (true, true) => "say-this-both",
            _ => "say-this-parent",
        };
        self.words.say_one(id, "signs", &signs.join("; "))
    }

    fn sign(&self, id: FindingId, level: u8) -> String {
        let compiled = self.frame.site.compiled();
        exchange::result::sign(compiled, compiled.protocol.finding(id), level, self.frame.voice)
    }

    fn could_be(&self) -> Vec<CouldBe> {
        let compiled = self.frame.site.compiled();
        let of = |at: usize| {
            let one = &compiled.protocol.conditions[at];
            CouldBe {
                path: format!("/condition/{}", one.id),
                name: numbers::capital(one.name.say(self.frame.voice)),
                say: one.say.say(self.frame.voice).to_owned(),
                sources: self.sources(&one.sources),
            }
        };
        self.explained.conditions_shown(compiled).iter().map(|considered| of(considered.condition)).collect()
    }

    fn plan(&self) -> Plan {
        let of = |place: Place| -> Vec<Step> {
            let steps = self.explained.planned(place);
            steps.map(|step| self.step(step, place)).collect()
        };
        Plan {
            offered: of(Place::Offered),
            optional: of(Place::Optional),
            not_now: of(Place::NotNow),
            never: of(Place::Never),
        }
    }

    fn step(&self, at: usize, place: Place) -> Step {
        let compiled = self.frame.site.compiled();
        let one = &compiled.protocol.steps[at];
        let words = self.read.words_of_step(compiled, at, place, self.frame.voice).join("; ");
        let name = one.name.say(self.frame.voice);
        let text = if words.is_empty() { name.to_owned() } else { format!("{name} ({words})") };
        let row = relief::row(self.frame, at, String::new());
        Step { path: row.path, text, why: one.why.say(self.frame.voice).to_owned(), tag: row.tag }
    }

    /// The re-check of care at home: "sooner than this time if".
    fn check_again(&self) -> Option<When> {
        let protocol = &self.frame.site.compiled().protocol;
        let said = protocol.urgencies.iter().find(|one| Some(one.urgency) == self.explained.headline())?;
        matches!(said.deadline, Deadline::Recheck(_)).then(|| self.clock.deadline(said.deadline, None)).flatten()
    }

    fn come_back(&self) -> Vec<ComeBack> {
        let compiled = self.frame.site.compiled();
        let watch = |(id, level): &(FindingId, u8)| {
            exchange::result::watch(compiled, compiled.protocol.finding(*id), *level, self.frame.voice)
        };
        let lines = self.explained.come_back_if.iter();
        lines
            .map(|line| ComeBack {
                then: self.words.say(numbers::then(line.urgency)),
                whose: if line.group == Group::Baby { self.words.say("whose-baby") } else { String::new() },
                signs: line.signs.iter().map(watch).collect(),
            })
            .collect()
    }

    fn patients(&self) -> Vec<(String, &Told)> {
        let Some(baby) = &self.explained.baby else { return vec![(String::new(), &self.explained.parent)] };
        vec![(self.words.say("whose-parent"), &self.explained.parent), (self.words.say("whose-baby"), baby)]
    }

    fn also(&self) -> Vec<Also> {
        let compiled = self.frame.site.compiled();
        let mut also = Vec::new();
        for (whose, told) in self.patients() {
            for at in &told.also {
                let rule = &compiled.protocol.rules[*at];
                also.push(Also {
                    whose: whose.clone(),
                    head: numbers::head(compiled, rule.urgency, rule.days, self.frame.voice, &self.words),
                    text: format!("{}{}", rule.say.say(self.frame.voice), self.raised_said(*at)),
                });
            }
        }
        also
    }

    fn reasons(&self) -> Vec<Reason> {
        let protocol = &self.frame.site.compiled().protocol;
        let mut reasons = Vec::new();
        for (whose, told) in self.patients() {
            for at in &told.reasons {
                let rule = &protocol.rules[*at];
                let text =
                    format!("{}{}{}", rule.say.say(self.frame.voice), self.part_said(*at), self.raised_said(*at));
                reasons.push(Reason {
                    rule: rule.id.clone(),
                    whose: whose.clone(),
                    text,
                    sources: self.sources(&rule.sources),
                });
            }
        }
        reasons
    }

    /// The part of the question that was ticked, where a question has several.
    fn part_said(&self, rule: usize) -> String {
        let compiled = self.frame.site.compiled();
        let because = explain::because(compiled, self.read, &compiled.protocol.rules[rule].when);
        let said = because.into_iter().filter_map(|(id, _)| {
            let finding = compiled.protocol.finding(id);
            match self.interview.said.get(&id)? {
                Said::Line(at) if finding.lines.len() > 1 => {
                    finding.lines.get(*at).map(|line| line.text.say(self.frame.voice).to_owned())
                }
                Said::Number(typed) => Some(typed.clone()),
                _ => None,
            }
        });
        let said: Vec<String> = said.collect();
        if said.is_empty() {
            String::new()
        } else {
            format!(" {}", self.words.say_one("you-said", "said", &said.join("; ")))
        }
    }

    /// Who raised a rule for her.
    fn raised_said(&self, rule: usize) -> String {
        self.frame.site.said_of_raise(&self.words, rule).map(|said| format!(" {said}")).unwrap_or_default()
    }

    fn notes(&self) -> Vec<Reason> {
        let protocol = &self.frame.site.compiled().protocol;
        let voice = self.frame.voice;
        let reason = |text: &str, sources: &[String]| Reason {
            rule: String::new(),
            whose: String::new(),
            text: text.to_owned(),
            sources: self.sources(sources),
        };
        let raised = protocol.raises.iter().filter(|one| self.explained.assessment.raised.contains(one.finding));
        let raised = raised.map(|one| reason(one.say.say(voice), &one.sources));
        let notices = self
            .explained
            .notices
            .iter()
            .map(|at| &protocol.notices[*at])
            .map(|one| reason(one.say.say(voice), &one.sources));
        let advices = self
            .explained
            .advices
            .iter()
            .map(|at| &protocol.advices[*at])
            .map(|one| reason(one.say.say(voice), &one.sources));
        raised.chain(notices).chain(advices).filter(|one| !one.text.is_empty()).collect()
    }

    fn milk(&self) -> Vec<Reason> {
        let protocol = &self.frame.site.compiled().protocol;
        let holds = self.explained.holds.iter().map(|at| &protocol.holds[*at]);
        let told = holds.map(|one| Reason {
            rule: String::new(),
            whose: String::new(),
            text: one.say.say(self.frame.voice).to_owned(),
            sources: self.sources(&one.sources),
        });
        told.filter(|one| !one.text.is_empty()).collect()
    }

    fn sources(&self, ids: &[String]) -> Vec<Source> {
        told::cited(self.frame.site.ledger(), ids)
    }
}
