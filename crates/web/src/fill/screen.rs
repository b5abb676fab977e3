//! A screen of the check, filled from the interview.

use axum::http::StatusCode;
use axum::response::Response;
use protocol::answers::Given;
use protocol::interview::{Interview, Refused, Said, Stop};
use protocol::model::finding::{Finding, FindingId, ReadingKind};
use protocol::model::screen::ScreenKind;
use protocol::model::urgency::Urgency;
use protocol::number::AskAgain;

use super::{banner, kept};
use crate::frame::{Frame, Visitor};
use crate::numbers;
use crate::site::Site;
use crate::view::Foot;
use crate::view::check::{Check, Choice, Glyph, Level, Progress, Reading, Row, Screen};
use crate::words::Words;

/// What was posted and why it was refused, so that nothing typed is lost.
type Again<'a> = (&'a Refused, &'a [(String, String)]);

/// One screen.
pub fn show(
    site: &Site,
    visitor: &Visitor,
    interview: &Interview,
    stop: Stop,
    again: Option<(&Refused, &Vec<(String, String)>)>,
) -> Response {
    let again: Option<Again> = again.map(|(refused, fields)| (refused, fields.as_slice()));
    let compiled = site.compiled();
    let voice = interview.answers.voice(&compiled.protocol);
    let region = numbers::region(compiled, &interview.answers).or_else(|| visitor.region(site));
    let frame = Frame { site, visitor, voice, region };
    let page = Page { frame: &frame, words: frame.words(), interview, stop, again };
    crate::page::html(StatusCode::OK, &page.check())
}

struct Page<'p> {
    frame: &'p Frame<'p>,
    words: Words,
    interview: &'p Interview,
    stop: Stop,
    again: Option<Again<'p>>,
}

impl Page<'_> {
    fn check(&self) -> Check {
        let compiled = self.frame.site.compiled();
        let protocol = &compiled.protocol;
        let screen = &protocol.screens[self.stop.screen];
        let alone = self.interview.asked_alone(compiled, self.stop);
        let finding = alone.map(|id| protocol.finding(id));
        let (ask, help) = match finding {
            Some(finding) => (&finding.ask, &finding.help),
            None => (&screen.ask, &screen.help),
        };
        let tell = finding
            .filter(|_| alone.is_some_and(|id| self.interview.once.contains(id)))
            .and_then(|one| one.tell.as_ref());
        let at = finding.map_or_else(|| screen.id.clone(), |finding| format!("{}.{}", screen.id, finding.id));
        let at = if self.stop.closer.is_none() { screen.id.clone() } else { at };
        let back = self.interview.before(compiled, Some(self.stop)).is_some();
        let title = ask.say(self.frame.voice);
        Check {
            shell: self.frame.shell(title, "/check", kept(self.frame.site, self.interview, &at), Foot::Check { back }),
            progress: self.progress(),
            reached: self.reached(),
            ask: title.to_owned(),
            help: match (&screen.kind, help) {
                (_, Some(text)) => text.say(self.frame.voice).to_owned(),
                (ScreenKind::Who, None) => self.words.say("who-promise"),
                (_, None) => String::new(),
            },
            tell: tell.map(|text| text.say(self.frame.voice).to_owned()).unwrap_or_default(),
            error: self.again.map(|(refused, _)| refused_in_words(refused, &self.words)).unwrap_or_default(),
            screen: match (&screen.kind, alone) {
                (_, Some(id)) => self.question(id),
                (ScreenKind::Who, None) => Screen::Who { other: !self.frame.voice.to_parent },
                (ScreenKind::Choose { context, choices }, None) => self.choose(*context, choices),
                (ScreenKind::List(_) | ScreenKind::Question(_), None) => Screen::List(self.rows()),
            },
            words: self.words.clone(),
        }
    }

    /// None on the first screen: nothing is behind her, and what is ahead depends on her answer.
    fn progress(&self) -> Option<Progress> {
        let compiled = self.frame.site.compiled();
        let done = self.interview.path(compiled).iter().filter(|(_, done)| *done).count();
        let left = self.interview.left_at_most(compiled);
        let percent = u8::try_from(done * 100 / (done + left).max(1)).unwrap_or(100);
        (done > 0).then_some(Progress { percent, left })
    }

    /// What has been reached so far, where someone must see her today or sooner.
    fn reached(&self) -> Vec<crate::view::Banner> {
        let mut banners = banner::reached(self.frame, &self.words, &self.interview.answers);
        banners.iter_mut().for_each(|banner| {
            banner.alert = banner.level.is_some_and(|level| level >= Urgency::UrgentCallNow.number())
        });
        banners
    }

    fn choose(&self, context: usize, choices: &[(u16, protocol::text::Text)]) -> Screen {
        let item = &self.frame.site.compiled().protocol.context[context];
        let known = self.interview.answers.known(context);
        let button = |(value, text): &(u16, protocol::text::Text)| Choice {
            name: "value".to_owned(),
            value: item.written(*value),
            text: text.say(self.frame.voice).to_owned(),
            glyph: Glyph::None,
            chosen: known == Some(*value),
        };
        let mut choices: Vec<Choice> = choices.iter().map(button).collect();
        choices.push(self.not_sure("value", "?", self.interview.passed >> context & 1 == 1));
        Screen::Question { reading: None, choices }
    }

    fn not_sure(&self, name: &str, value: &str, chosen: bool) -> Choice {
        Choice {
            name: name.to_owned(),
            value: value.to_owned(),
            text: self.words.say("not-sure"),
            glyph: Glyph::Unsure,
            chosen,
        }
    }

    fn rows(&self) -> Vec<Row> {
        let compiled = self.frame.site.compiled();
        let shown = self.interview.shown_on(compiled, self.stop.screen);
        shown.into_iter().flat_map(|id| self.rows_of(id, compiled.protocol.finding(id))).collect()
    }

    /// The lines of one finding. A tick opens its levels and "not sure".
    fn rows_of(&self, id: FindingId, finding: &Finding) -> Vec<Row> {
        let said = self.interview.said.get(&id);
        let level = self.interview.answers.level_known(finding, id);
        let unsure = self.interview.answers.given(id) == Some(Given::Unsure) || self.interview.once.contains(id);
        let any = level > 0 || unsure || self.interview.ticked.contains(id);
        let lines = finding.lines.iter().enumerate();
        lines
            .map(|(at, line)| {
                let value = format!("{}.{at}", finding.id);
                let this = match said {
                    Some(Said::Line(line)) => *line == at,
                    _ => at == 0,
                };
                let ticked = match self.again {
                    Some((_, fields)) => fields.iter().any(|(name, ticked)| name == "tick" && *ticked == value),
                    None => any && this,
                };
                let levels_name = format!("level.{value}");
                Row {
                    text: line.text.say(self.frame.voice).to_owned(),
                    levels: self.levels(finding, &levels_name, said, unsure && this),
                    name: "tick".to_owned(),
                    ticked,
                    levels_name,
                    value,
                }
            })
            .collect()
    }

    /// The levels under a line: as chosen before, or as sent with an answer that was refused.
    fn levels(&self, finding: &Finding, name: &str, said: Option<&Said>, unsure: bool) -> Vec<Level> {
        let chosen = |value: &str, before: bool| match self.again {
            Some((_, fields)) => fields.iter().any(|(key, sent)| key == name && sent == value),
            None => before,
        };
        let choices = finding.choices.iter().enumerate().filter(|(_, choice)| choice.level > 0);
        let mut levels: Vec<Level> = choices
            .map(|(at, choice)| Level {
                value: at.to_string(),
                text: choice.text.say(self.frame.voice).to_owned(),
                chosen: chosen(&at.to_string(), said == Some(&Said::Choice(at))),
                unsure: false,
            })
            .collect();
        levels.push(Level {
            value: "unsure".to_owned(),
            text: self.words.say("not-sure"),
            chosen: chosen("unsure", unsure),
            unsure: true,
        });
        levels
    }

    fn question(&self, id: FindingId) -> Screen {
        let finding = self.frame.site.compiled().protocol.finding(id);
        let given = self.interview.answers.given(id);
        let said = self.interview.said.get(&id);
        let reading = self.reading(finding, said);
        let levels: Vec<u8> = finding.choices.iter().map(|choice| choice.level).collect();
        let steps = levels.iter().collect::<std::collections::BTreeSet<_>>();
        let glyph = |level: u8| Glyph::level(steps.iter().position(|known| **known == level).unwrap_or(0), steps.len());
        let beside_reading = |at: usize, level: u8| match reading {
            Some(Reading::Scale { .. }) => false,
            Some(Reading::Temperature { .. }) => level == 0 && levels.iter().position(|first| *first == 0) != Some(at),
            _ => true,
        };
        let wanted = finding.choices.iter().enumerate().filter(|(at, choice)| beside_reading(*at, choice.level));
        let mut choices: Vec<Choice> = wanted
            .map(|(at, choice)| Choice {
                name: "choice".to_owned(),
                value: at.to_string(),
                text: choice.text.say(self.frame.voice).to_owned(),
                glyph: glyph(choice.level),
                chosen: match said {
                    Some(Said::Choice(chosen)) => *chosen == at,
                    Some(_) => false,
                    None => given == Some(Given::Level(choice.level)),
                },
            })
            .collect();
        choices.push(self.not_sure(
            "choice",
            "unsure",
            given == Some(Given::Unsure) || self.interview.once.contains(id),
        ));
        if let Some(skip) = &finding.skip {
            let text = skip.say(self.frame.voice).to_owned();
            choices.push(Choice {
                name: "choice".to_owned(),
                value: "skip".to_owned(),
                text,
                glyph: Glyph::Unsure,
                chosen: false,
            });
        }
        Screen::Question { reading, choices }
    }

    /// A number may be typed where there is more to say than yes or no.
    fn reading(&self, finding: &Finding, said: Option<&Said>) -> Option<Reading> {
        let field = |name: &str| {
            let fields = self.again.map(|(_, fields)| fields)?;
            fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
        };
        let typed = field("reading").or_else(|| match said {
            Some(Said::Number(typed)) => Some(typed.clone()),
            _ => None,
        });
        let value = typed.unwrap_or_default();
        if finding.levels.len() < 4 {
            return None;
        }
        match finding.reading? {
            ReadingKind::Temperature => {
                let fahrenheit = field("unit").as_deref() == Some("f") || value.ends_with(['f', 'F']);
                // A unit that was typed stands in the radios; what could not be read is shown as it was typed.
                let number = match self.again {
                    Some(_) => value,
                    None => value.trim_end_matches(|last: char| !last.is_ascii_digit()).to_owned(),
                };
                Some(Reading::Temperature {
                    value: number,
                    fahrenheit,
                    hint: self.words.say("fever-hint"),
                    aside: String::new(),
                })
            }
            ReadingKind::Scale => Some(Reading::Scale { value: value.parse().ok() }),
            ReadingKind::Count => None,
            kind => Some(Reading::Number { value, unit: self.words.say(unit(kind)), hint: String::new() }),
        }
    }
}

fn unit(kind: ReadingKind) -> &'static str {
    match kind {
        ReadingKind::PerMinute => "unit-per-minute",
        ReadingKind::Hours => "unit-hours",
        ReadingKind::Days => "unit-days",
        _ => "unit-percent",
    }
}

/// Why an answer was not taken, and what to do.
pub fn refused_in_words(refused: &Refused, words: &Words) -> String {
    match refused {
        Refused::NothingTicked => words.say("refused-nothing"),
        Refused::NoneAndTicked => words.say("refused-both"),
        Refused::NotHere => words.say("refused-not-here"),
        Refused::Number(AskAgain::Outside { meant: Some(meant), least, most }) => {
            words.say_with("number-meant", &[("meant", meant), ("least", least), ("most", most)])
        }
        Refused::Number(AskAgain::Outside { meant: None, least, most }) => {
            words.say_with("number-outside", &[("least", least), ("most", most)])
        }
        Refused::Number(AskAgain::NotWhole) => words.say("number-whole"),
        Refused::Number(_) => words.say("number-unclear"),
    }
}
