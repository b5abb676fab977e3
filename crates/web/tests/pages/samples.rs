//! Invented answers, shortened questions: enough to draw every part of every page.

use askama::Template;
use web::view::about::About;
use web::view::check::{Check, Choice, Glyph, Level, Progress, Reading, Row, Screen};
use web::view::help::Help;
use web::view::home::Home;
use web::view::result::{Also, ComeBack, CouldBe, Outcome, Plan, Reason, Step};
use web::view::safety::{Block, Safety};
use web::view::trouble::Trouble;
use web::view::{Banner, Call, Foot, Here, Regions, Sentence, Shell, Source, Theme, When};
use web::words::{ENGLISH, Words};

type Drawn = Vec<(&'static str, String)>;

pub fn all(theme: Option<Theme>) -> Drawn {
    let set = Set { theme, words: words() };
    vec![
        ("home", draw(&set.home())),
        ("who", draw(&set.who())),
        ("list", draw(&set.list(false))),
        ("list-ticked", draw(&set.list(true))),
        ("question", draw(&set.question())),
        ("question-again", draw(&set.question_again())),
        ("pain", draw(&set.pain())),
        ("temperature", draw(&set.temperature())),
        ("number", draw(&set.number())),
        ("emergency", draw(&set.emergency())),
        ("two-banners", draw(&set.two())),
        ("selfcare", draw(&set.selfcare())),
        ("incomplete", draw(&set.incomplete())),
        ("levels", draw(&set.levels())),
        ("help", draw(&set.help())),
        ("about", draw(&set.about())),
        ("safety", draw(&set.safety())),
        ("trouble", draw(&set.trouble())),
    ]
}

pub fn without_baby() -> Drawn {
    let set = Set { theme: None, words: words().voiced(true, false) };
    let mut help = set.help();
    help.baby.clear();
    vec![
        ("home", draw(&set.home())),
        ("pain", draw(&set.pain())),
        ("help", draw(&help)),
        ("about", draw(&set.about())),
        ("safety", draw(&set.safety())),
    ]
}

#[expect(clippy::expect_used, reason = "the shipped words are sound, or nothing can be drawn")]
fn words() -> Words {
    Words::read("en", ENGLISH).expect("sound words")
}

#[expect(clippy::expect_used, reason = "a page that cannot be drawn fails its test here")]
fn draw(page: &impl Template) -> String {
    page.render().expect("a page")
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn call(text: &str, dial: &str) -> Call {
    Call { text: text.to_owned(), dial: (!dial.is_empty()).then(|| dial.to_owned()) }
}

fn when(datetime: &str, words: &str) -> When {
    When { datetime: text(datetime), words: text(words) }
}

fn source(short: &str, read: bool) -> Source {
    Source { short: text(short), href: Some(text("/evidence")), read }
}

fn reason(said: &str, sources: &[(&str, bool)]) -> Reason {
    Reason {
        rule: text("D01"),
        whose: String::new(),
        text: text(said),
        sources: sources.iter().map(|(short, read)| source(short, *read)).collect(),
    }
}

fn banner(level: Option<u8>, head: &str, act: &str) -> Banner {
    Banner {
        level,
        whose: None,
        head: text(head),
        act: Sentence::timed(act, Some(when("2026-11-23T03:10:00Z", "Monday 03:10"))),
        say: String::new(),
        so_far: false,
        raised: Vec::new(),
        alert: false,
    }
}

fn regions(action: &str, chosen: &str) -> Regions {
    let list = [("UK", "United Kingdom"), ("US", "United States"), ("IE", "Ireland"), ("other", "Somewhere else")];
    Regions {
        action: text(action),
        list: list.iter().map(|(code, name)| (text(code), text(name), *code == chosen)).collect(),
    }
}

struct Set {
    theme: Option<Theme>,
    words: Words,
}

impl Set {
    fn shell(&self, title: &str, path: &str, foot: Foot) -> Shell {
        Shell {
            title: text(title),
            theme: self.theme,
            tone: None,
            path: text(path),
            kept: if path == "/check" {
                vec![(text("a_confused"), text("no")), (text("note"), text("\"<&"))]
            } else {
                Vec::new()
            },
            leave_to: text("https://www.bbc.co.uk/weather"),
            crisis: if path != "/help" {
                vec![call("Samaritans 116 123", "116123")]
            } else {
                vec![call("Samaritans 116 123", "116123"), call("111 (mental health option)", "111")]
            },
            foot,
            demo: false,
            version: text("1"),
        }
    }

    fn home(&self) -> Home {
        Home { words: self.words.clone(), shell: self.shell("Milkway", "/", Foot::Dock(Here::Home)) }
    }

    fn check(&self, ask: &str, help: &str, at: Option<(u8, usize)>, screen: Screen) -> Check {
        Check {
            words: self.words.clone(),
            shell: self.shell(ask, "/check", Foot::Check { back: at.is_some() }),
            progress: at.map(|(percent, left)| Progress { percent, left }),
            reached: Vec::new(),
            ask: text(ask),
            help: text(help),
            tell: String::new(),
            error: String::new(),
            screen,
        }
    }

    fn who(&self) -> Check {
        self.check("Who worries you?", "Answer for the one who worries you most.", None, Screen::Who { other: false })
    }

    fn list(&self, ticked: bool) -> Check {
        let lines = [
            "Newly confused, very drowsy or slurring",
            "So short of breath I cannot finish a sentence",
            "Fainted, or cannot stand up",
            "Skin or lips blue, grey or blotchy",
            "A rash that does not fade under a glass",
            "Breast skin turning black, blistered or numb",
            "Chest pain",
            "A pad soaked with blood in an hour",
        ];
        let rows = lines.iter().enumerate().map(|(at, line)| Row {
            name: format!("t_{at}"),
            value: text("yes"),
            text: text(line),
            ticked: ticked && (at == 1 || at == 2),
            levels_name: format!("l_{at}"),
            levels: if at == 1 {
                [("faster", "Faster than usual"), ("severe", "Cannot finish a sentence"), ("unsure", "Not sure")]
                    .iter()
                    .map(|(value, words)| Level {
                        value: text(value),
                        text: text(words),
                        chosen: ticked && *value == "severe",
                        unsure: *value == "unsure",
                    })
                    .collect()
            } else {
                Vec::new()
            },
        });
        let help = "Tick all that are true. If someone is with you, ask them to look too.";
        self.check("Right now, any of these?", help, Some((9, 31)), Screen::List(rows.collect()))
    }

    fn question(&self) -> Check {
        let choices = [
            ("no", "No", Glyph::Empty),
            ("small_patch", "Yes, a small patch", Glyph::Dot),
            ("wedge_or_large", "Yes, a wedge or large area", Glyph::Wedge),
            ("unsure", "Not sure", Glyph::Unsure),
        ];
        let help = "Touch first. On brown or black skin it may look darker, purple or shiny, not red.";
        let screen = Screen::Question { reading: None, choices: choices_of("heat_colour", &choices) };
        self.check("Is one area hot, or a different colour from the other breast?", help, Some((57, 7)), screen)
    }

    fn question_again(&self) -> Check {
        let mut page = self.question();
        page.reached = vec![Banner { so_far: true, ..banner(Some(4), "Today", "Call now, be seen today") }];
        page.tell = text("Lay the back of your fingers on both breasts. Is one place warmer? Look in daylight.");
        page.error = text("Choose one of the answers below.");
        if let Screen::Question { choices, .. } = &mut page.screen {
            choices[1].chosen = true;
        }
        page
    }

    fn pain(&self) -> Check {
        let choices = choices_of("pain", &[("unsure", "Not sure", Glyph::Unsure)]);
        let screen = Screen::Question { reading: Some(Reading::Scale { value: Some(4) }), choices };
        self.check(
            "How bad is the pain right now?",
            "Press one number. 10 is the worst you can think of.",
            Some((63, 6)),
            screen,
        )
    }

    fn temperature(&self) -> Check {
        let reading = Reading::Temperature {
            value: text("38.2"),
            fahrenheit: false,
            hint: text("Fever starts at 38.0\u{a0}°C"),
            aside: text("You took a painkiller in the last 6 hours. It can hide a fever."),
        };
        let choices = [
            ("feels_hot", "Not measured, feels hot", Glyph::Unsure),
            ("feels_normal", "Not measured, feels normal", Glyph::Unsure),
        ];
        let mut choices = choices_of("temp", &choices);
        for choice in &mut choices {
            choice.glyph = Glyph::Unsure;
        }
        let screen = Screen::Question { reading: Some(reading), choices };
        self.check("Highest temperature in the last 24 hours?", "", Some((17, 14)), screen)
    }

    fn number(&self) -> Check {
        let reading = Reading::Number {
            value: String::new(),
            unit: text("beats a minute"),
            hint: text("Count for 30 seconds and double it."),
        };
        let choices = [
            ("no", "Not racing", Glyph::Empty),
            ("fast", "Racing at rest", Glyph::Full),
            ("unsure", "Not sure", Glyph::Unsure),
        ];
        let screen = Screen::Question { reading: Some(reading), choices: choices_of("heart", &choices) };
        self.check("How fast is your heart at rest?", "", Some((30, 12)), screen)
    }

    fn result(&self, foot: Foot, banners: Vec<Banner>) -> Outcome {
        Outcome {
            checked: String::new(),
            old_from: None,
            words: self.words.clone(),
            shell: self.shell("Result", "/check", foot),
            banners,
            calls: Vec::new(),
            say_this: String::new(),
            regions: None,
            could_be: Vec::new(),
            plan: Plan::default(),
            check_again: None,
            come_back: Vec::new(),
            also: Vec::new(),
            reasons: Vec::new(),
            reasons_open: false,
            notes: Vec::new(),
            contradictions: Vec::new(),
            unanswered: Vec::new(),
            milk: Vec::new(),
            protocol: text("mastitis 0.1"),
            fingerprint: text("9f3a 41c0 77de"),
            reviewed: false,
        }
    }

    fn emergency(&self) -> Outcome {
        let first = Banner {
            say: text("Do not drive yourself. Bring the baby, or hand the baby to someone."),
            alert: true,
            so_far: true,
            raised: Vec::new(),
            ..banner(Some(6), "Emergency, now", "Call 999, or go to the emergency department")
        };
        let foot = Foot::Emergency { call: call("999", "999"), back: true };
        Outcome {
            say_this: text(
                "I gave birth 19 days ago. I have a sore breast, a fever of 38.6, my heart is at 112 and I cannot stop shivering. I am worried about sepsis.",
            ),
            reasons: vec![
                reason(
                    "A fever with two more danger signs can be sepsis.",
                    &[("NICE NG255", true), ("Acosta 2014", false)],
                ),
                reason("Shaking chills can be a sign of infection in the blood.", &[("NICE NG51", true)]),
            ],
            reasons_open: true,
            unanswered: vec![text("Is one area hot?"), text("How bad is the pain?")],
            ..self.result(foot, vec![first])
        }
    }

    fn two(&self) -> Outcome {
        let baby = Banner {
            whose: Some(text("The baby")),
            say: text("Call now. Say that the baby is under 3 months old and has a fever."),
            ..banner(Some(5), "Urgent, within the hour", "Phone 111 or your maternity unit")
        };
        let parent = Banner {
            whose: Some(text("You")),
            say: text("See someone by then, sooner if it gets worse."),
            ..banner(Some(3), "Within 24 hours", "Be seen by $time")
        };
        let milk =
            reason("Breast milk is safe for the baby with mastitis. Go on feeding if you can.", &[("ABM 36", true)]);
        Outcome {
            calls: vec![call("111", "111"), call("your maternity unit", "")],
            regions: Some(regions("/check", "")),
            also: vec![Also {
                whose: text("You"),
                head: text("Within 3 days"),
                text: text("A lump that has stayed for more than 3 days."),
            }],
            contradictions: vec![text("You said no pain, and a sore place. Both count.")],
            milk: vec![milk],
            notes: vec![reason("Ibuprofen can hide a fever for 6 hours.", &[])],
            ..self.result(Foot::Dock(Here::Check), vec![baby, parent])
        }
    }

    fn selfcare(&self) -> Outcome {
        let step = |words: &str, why: &str, tag: &str| Step {
            path: text("/relief/cold_pack"),
            text: text(words),
            why: text(why),
            tag: text(tag),
        };
        let plan = Plan {
            offered: vec![
                step("Feed or pump at your usual rhythm, both sides", "", ""),
                step("Cold pack over cloth", "", "10\u{a0}min"),
                step("Ibuprofen or paracetamol", "With food. Check the label.", "now"),
                step("Rest, and drink to thirst", "", ""),
            ],
            optional: vec![
                step("Light strokes to the armpit", "Comfort only: not proven", "5\u{a0}min"),
                step("Warm cloth just before a feed", "", "3\u{a0}min"),
            ],
            not_now: vec![step("Reverse pressure softening", "It is for an over-full breast, not for this", "")],
            never: vec![
                step("Deep massage or kneading", "", ""),
                step("Extra pumping to “empty” the breast", "", ""),
                step("Stopping feeds all at once", "", ""),
            ],
        };
        let sign =
            |sign: &str, then: &str| ComeBack { then: text(then), whose: String::new(), signs: vec![text(sign)] };
        Outcome {
            could_be: vec![CouldBe {
                path: text("/condition/duct_narrowing"),
                name: text("narrowed milk duct (“plugged duct”)"),
                say: text("A tender lump where milk flows less well."),
                sources: vec![source("ABM 36", true)],
            }],
            plan,
            check_again: Some(when("2026-11-22T15:10:00Z", "Sunday 15:10")),
            come_back: vec![
                sign("38.0\u{a0}°C or more", "be seen today"),
                sign("The area turns hot and gets worse", "be seen within 24 hours"),
                sign("Pus, or a lump soft in the middle", "be seen today"),
            ],
            reasons: vec![reason("A tender lump for less than two days, and no danger sign.", &[("ABM 36", true)])],
            ..self.result(Foot::Dock(Here::Check), vec![banner(Some(1), "Care at home", "Check again at $time")])
        }
    }

    fn incomplete(&self) -> Outcome {
        let open = ["Is there a fever?", "Is one area hot?", "How bad is the pain?"];
        Outcome {
            unanswered: open.iter().map(|line| text(line)).collect(),
            ..self.result(
                Foot::Check { back: true },
                vec![banner(None, "Not finished", "9 questions left. No level yet")],
            )
        }
    }

    fn levels(&self) -> Outcome {
        let banners = [
            (Some(6), "Emergency, now", "Call 999, or go to the emergency department"),
            (Some(5), "Urgent, within the hour", "Phone 111 or your maternity unit"),
            (Some(4), "Today", "Call now, be seen today"),
            (Some(3), "Within 24 hours", "Be seen by 03:10 tomorrow"),
            (Some(2), "Within 3 days", "Book a visit by Saturday"),
            (Some(1), "Care at home", "Check again in 12 hours, at 15:10"),
            (Some(0), "Nothing found", "No care needed. Help with feeding is here"),
            (None, "Not finished", "9 questions left. No level yet"),
        ];
        let banners = banners.iter().map(|(level, head, act)| banner(*level, head, act)).collect();
        self.result(Foot::Dock(Here::Check), banners)
    }

    fn help(&self) -> Help {
        let lines = |list: &[&str]| list.iter().map(|line| text(line)).collect();
        Help {
            words: self.words.clone(),
            shell: self.shell("Help now", "/help", Foot::Dock(Here::Help)),
            back_to: text("/check"),
            emergency: vec![call("999", "999")],
            urgent: vec![call("111", "111")],
            checked: text("These numbers are not verified yet."),
            parent: lines(&[
                "are newly confused or very drowsy",
                "cannot finish a sentence",
                "fainted or cannot stand",
            ]),
            baby: lines(&["is floppy or cannot be woken", "breathes fast, grunts or turns blue", "has a fit"]),
            regions: regions("/region", "UK"),
        }
    }

    fn about(&self) -> About {
        About {
            words: self.words.clone(),
            shell: self.shell("About Milkway", "/about", Foot::Dock(Here::More)),
            protocol: text("mastitis 0.1"),
            fingerprint: text("9f3a 41c0 77de"),
            reviewed: false,
        }
    }

    fn safety(&self) -> Safety {
        let hazard = |id: &str| (self.words.say(id), self.words.say(&format!("{id}-against")));
        let promise = |id: &str| (String::new(), self.words.say(id));
        Safety {
            words: self.words.clone(),
            shell: self.shell("Is it safe?", "/about/safety", Foot::Dock(Here::More)),
            blocks: vec![
                Block::Strong(self.words.say("not-reviewed")),
                Block::Heading(self.words.say("safety-proved-title")),
                Block::Text(text("There are 191 rules.")),
                Block::List(vec![promise("safety-proved-worse")]),
                Block::Small(text("Rules: mastitis 0.1, fingerprint 9f3a.")),
                Block::List(vec![hazard("hazard-h01"), hazard("hazard-h04")]),
            ],
        }
    }

    fn trouble(&self) -> Trouble {
        Trouble {
            words: self.words.clone(),
            shell: self.shell("Not here", "/", Foot::Dock(Here::Elsewhere)),
            status: 404,
            what: text("There is no page here"),
            next: text("The address may be old. Start from the beginning."),
        }
    }
}

fn choices_of(name: &str, list: &[(&str, &str, Glyph)]) -> Vec<Choice> {
    list.iter()
        .map(|(value, words, glyph)| Choice {
            name: text(name),
            value: text(value),
            text: text(words),
            glyph: *glyph,
            chosen: false,
        })
        .collect()
}
