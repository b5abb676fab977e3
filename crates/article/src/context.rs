//! What stands around a sentence: headings above it, the words that lead to its list, the sentences before, myths and questions.

use std::collections::BTreeSet;

use crate::sentence::{Gap, Sentence};
use crate::text::{Block, Kind};
use crate::vocabulary::{Concept, Occurrence, Vocabulary};

/// How many sentences before are in sight.
const BEFORE: usize = 2;
/// A lead-in that says more than this in one sentence leads to nothing.
const LEAD_WORDS_MAX: usize = 14;

/// A sentence of so few words leans on what stands before it.
const SHORT_WORDS: usize = 12;
/// So many sentences before and behind tell what one is about; and so few alone are about our matter.
const TOPIC_NEAR: usize = 6;
const FEW: usize = 8;
/// A word among so many first ones that points back.
const POINTS_WITHIN: usize = 3;
const POINTING: &[&str] =
    &["it", "this", "that", "these", "those", "they", "them", "doing", "so", "then", "otherwise", "one", "yes", "no"];

/// The concepts that steer how a sentence is read.
#[derive(Debug, Clone)]
pub(crate) struct Steering {
    lead_against: Concept,
    myth: Concept,
    fact: Concept,
    hearsay: Concept,
    contrast: Concept,
    refutation: Concept,
    yes: Concept,
    no: Concept,
    pub(crate) research: Concept,
    pub(crate) narrative: Concept,
    pub(crate) recommends: Concept,
    pub(crate) topic: Concept,
    pub(crate) claim: Concept,
    pub(crate) wary: Concept,
    /// Another topic that has the same words.
    elsewhere: Concept,
}

/// How one sentence is to be read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Surroundings {
    pub(crate) seen: BTreeSet<Concept>,
    /// A myth is told here: what the sentence says is not so.
    pub(crate) turned: bool,
    /// It stands under "Avoid the following" or its like: it says no, whether it says "do not" once more or not.
    pub(crate) refused: bool,
    pub(crate) refuted_until: usize,
    pub(crate) doubtful: bool,
    /// A question that nobody answers.
    pub(crate) asked: bool,
    /// The sentences without which it may not be understood: the heading above, what leads to its list, the sentence before.
    pub(crate) leads: Vec<usize>,
    /// A heading of a text that has more than a few sentences.
    pub(crate) is_heading: bool,
    /// Nothing around it speaks of our matter.
    pub(crate) off_topic: bool,
    /// It, or the heading right above, speaks of another topic that has the same words: tear ducts, dough, cows.
    pub(crate) elsewhere: bool,
}

impl Steering {
    pub(crate) fn new(vocabulary: &Vocabulary) -> Result<Self, String> {
        let named = |name: &str| vocabulary.named(name).ok_or_else(|| format!("the concept `{name}` is missing"));
        Ok(Self {
            lead_against: named("lead-against")?,
            myth: named("myth")?,
            fact: named("fact")?,
            hearsay: named("hearsay")?,
            contrast: named("contrast")?,
            refutation: named("refutation")?,
            yes: named("answer-yes")?,
            no: named("answer-no")?,
            research: named("research")?,
            narrative: named("narrative")?,
            recommends: named("recommends")?,
            topic: named("topic")?,
            claim: named("claim-words")?,
            wary: named("wary")?,
            elsewhere: named("elsewhere")?,
        })
    }
}

/// The sentences of an article with their concepts, read in order.
pub(crate) struct Reading<'a> {
    pub(crate) steering: &'a Steering,
    pub(crate) blocks: &'a [Block],
    pub(crate) sentences: &'a [Sentence],
    pub(crate) found: &'a [Vec<Occurrence>],
}

impl Reading<'_> {
    /// The surroundings of every sentence.
    pub(crate) fn surroundings(&self) -> Vec<Surroundings> {
        let everywhere = self.everywhere();
        let mut all = Vec::with_capacity(self.sentences.len());
        let mut section = Section::default();
        for (at, sentence) in self.sentences.iter().enumerate() {
            section.enter(self, at);
            let mut here = Surroundings { seen: everywhere.clone(), ..Surroundings::default() };
            for near in section.in_sight().chain(at.saturating_sub(BEFORE)..=at) {
                here.seen.extend(self.found[near].iter().map(|one| one.concept));
            }
            here.turned = section.is_myth(self, at);
            here.refused = !here.turned && section.is_refused(self, at);
            self.hearsay(at, &mut here);
            here.doubtful |= !here.turned && section.is_under_myths(self, at);
            here.elsewhere = section
                .headings
                .last()
                .map(|(_, heading)| *heading)
                .into_iter()
                .chain([at])
                .any(|near| self.has(near, self.steering.elsewhere));
            here.leads = section.leads(self, at);
            here.off_topic = self.is_off_topic(at, &here);
            let kind = self.blocks[sentence.block].kind;
            here.is_heading = self.sentences.len() > FEW && matches!(kind, Kind::Heading(_));
            if sentence.is_question {
                match self.answer(at) {
                    Some(yes) => here.turned ^= !yes,
                    None => here.asked = true,
                }
            }
            all.push(here);
        }
        all
    }

    /// What the whole article is about: its first block and its highest headings.
    fn everywhere(&self) -> BTreeSet<Concept> {
        let is_title =
            |sentence: &Sentence| sentence.block == 0 || self.blocks[sentence.block].kind == Kind::Heading(1);
        let titles = self.sentences.iter().zip(self.found).filter(|(sentence, _)| is_title(sentence));
        titles.flat_map(|(_, found)| found.iter().map(|one| one.concept)).collect()
    }

    /// Whether neither titles nor headings nor any sentence near it speak of our matter. A few sentences alone are taken to do so.
    fn is_off_topic(&self, at: usize, here: &Surroundings) -> bool {
        let near = at.saturating_sub(TOPIC_NEAR)..(at + TOPIC_NEAR).min(self.sentences.len());
        self.sentences.len() > FEW
            && !here.seen.contains(&self.steering.topic)
            && !near.into_iter().any(|near| self.has(near, self.steering.topic))
    }

    fn has(&self, at: usize, concept: Concept) -> bool {
        self.found.get(at).is_some_and(|found| found.iter().any(|one| one.concept == concept))
    }

    fn begins(&self, at: usize, concept: Concept) -> bool {
        self.found.get(at).is_some_and(|found| found.iter().any(|one| one.concept == concept && one.from == 0))
    }

    /// "Some people believe …, but": refuted in this sentence or in the next.
    fn hearsay(&self, at: usize, here: &mut Surroundings) {
        let Some(told) = self.found[at].iter().find(|one| one.concept == self.steering.hearsay) else { return };
        // "Although some say …, it is": the other clause is the writer's own.
        let words = &self.sentences[at].words;
        let concedes = |word: &str| matches!(word, "although" | "though" | "while" | "whereas");
        if words[told.from.saturating_sub(1)..=told.from].iter().any(|word| concedes(&word.stem))
            && let Some(comma) = (told.to..words.len()).find(|at| words[*at].before >= Gap::Comma)
        {
            here.refuted_until = comma;
            return;
        }
        let contrast = |one: &&Occurrence| one.concept == self.steering.contrast && one.from >= told.to;
        if let Some(but) = self.found[at].iter().find(contrast) {
            here.refuted_until = but.from;
        } else if self.begins(at + 1, self.steering.contrast) || self.has(at + 1, self.steering.refutation) {
            here.refuted_until = self.sentences[at].words.len();
        } else {
            here.doubtful = true;
        }
    }

    /// What the sentence after a question answers: yes, no, or something else.
    fn answer(&self, at: usize) -> Option<bool> {
        let next = self.sentences.get(at + 1)?;
        let parted = |concept: Concept| {
            let one = self.found[at + 1].iter().find(|one| one.concept == concept && one.from == 0)?;
            let after = next.words.get(one.to);
            after.is_none_or(|word| word.before >= Gap::Comma).then_some(())
        };
        parted(self.steering.yes).map(|()| true).or_else(|| parted(self.steering.no).map(|()| false))
    }
}

/// Where in the article a sentence stands.
#[derive(Debug, Default)]
struct Section {
    /// The headings above, highest first: level and sentence.
    headings: Vec<(u8, usize)>,
    /// The last sentence before a list.
    lead: Option<usize>,
    block: Option<usize>,
    /// Since here a myth is told; a bare "Myth" as heading or first words of a block.
    in_myth: bool,
}

impl Section {
    fn enter(&mut self, reading: &Reading<'_>, at: usize) {
        let block = reading.sentences[at].block;
        let kind = reading.blocks[block].kind;
        let is_new = self.block != Some(block);
        if is_new && kind != Kind::Item && at > 0 {
            self.lead = None;
        }
        if is_new && kind == Kind::Item && self.lead.is_none() && at > 0 {
            self.lead = Some(at - 1);
        }
        if let Kind::Heading(level) = kind
            && is_new
        {
            // In plain text all headings look alike: one right below another is its part.
            let adjacent = |above: usize| above + 1 == at;
            self.headings.retain(|(above, heading)| *above < level || adjacent(*heading));
            self.headings.push((level, at));
        }
        let after_bare_myth = self.in_myth && is_bare(&reading.sentences[at.saturating_sub(1)]);
        let is_told = reading.begins(at, reading.steering.myth);
        if reading.begins(at, reading.steering.fact) {
            self.in_myth = false;
        } else if is_told {
            self.in_myth = true;
        } else if is_new && !after_bare_myth {
            self.in_myth = false;
        }
        self.block = Some(block);
    }

    /// Sentences that lead to this one.
    fn in_sight(&self) -> impl Iterator<Item = usize> {
        self.headings.iter().map(|(_, at)| *at).chain(self.lead)
    }

    /// The sentences without which this one may not be understood: what is short or an item leans on its heading, what points back on the
    /// sentence before.
    fn leads(&self, reading: &Reading<'_>, at: usize) -> Vec<usize> {
        let sentence = &reading.sentences[at];
        let points_back = sentence.words.iter().take(POINTS_WITHIN).any(|word| POINTING.contains(&word.stem.as_str()));
        let is_item = reading.blocks[sentence.block].kind == Kind::Item;
        let leans = is_item || points_back || sentence.words.len() <= SHORT_WORDS;
        let heading = self.headings.last().map(|(_, heading)| *heading).filter(|_| leans);
        let before = at.checked_sub(1).filter(|_| points_back || sentence.words.len() <= SHORT_WORDS);
        let mut leads: Vec<usize> = heading.into_iter().chain(self.lead).chain(before).collect();
        leads.sort_unstable();
        leads.dedup();
        leads.retain(|lead| *lead != at);
        leads
    }

    /// Whether the sentence is told as a myth.
    fn is_myth(&self, reading: &Reading<'_>, at: usize) -> bool {
        let steering = reading.steering;
        if reading.has(at, steering.myth) || reading.begins(at, steering.fact) {
            return false;
        }
        if self.in_myth {
            return true;
        }
        let under_myths = self.is_under_myths(reading, at);
        let told_below = reading.blocks[reading.sentences[at].block].kind != Kind::Paragraph;
        let lead = self.lead.is_some_and(|lead| {
            reading.has(lead, steering.myth) && reading.sentences[lead].words.len() <= LEAD_WORDS_MAX
        });
        (under_myths || lead) && told_below
    }

    /// Whether a heading above says that myths are told here. In a paragraph nobody can say which sentence tells one and which the truth.
    fn is_under_myths(&self, reading: &Reading<'_>, at: usize) -> bool {
        let myths = |heading: usize| heading != at && reading.has(heading, reading.steering.myth);
        self.headings.iter().any(|(_, above)| myths(*above) && is_plain_title(&reading.sentences[*above]))
    }

    /// Whether what leads to the sentence says no to it.
    fn is_refused(&self, reading: &Reading<'_>, at: usize) -> bool {
        if reading.begins(at, reading.steering.fact) {
            return false;
        }
        let heading = self.headings.last().filter(|(_, heading)| *heading != at).map(|(_, heading)| *heading);
        let against = |lead: usize| leads_against(reading, lead) && !reading.has(lead, reading.steering.myth);
        match reading.blocks[reading.sentences[at].block].kind {
            // "What to avoid", and right below, or as its sub-heading: "Firm massage".
            Kind::Heading(_) => {
                let above = self.headings.iter().rev().map(|(_, above)| *above).find(|above| *above != at);
                above.is_some_and(|above| against(above) && !is_command(&reading.sentences[above]))
            }
            Kind::Item => self.lead.or(heading).is_some_and(against) || heading.is_some_and(against),
            Kind::Paragraph => {
                heading.is_some_and(|heading| against(heading) && !is_command(&reading.sentences[heading]))
            }
        }
    }
}

/// "Myth", "Myth 3", "Myth 1 (not true!)": a heading that leaves the myth to the next block.
fn is_bare(sentence: &Sentence) -> bool {
    let labels =
        |word: &str| matches!(word, "myth" | "not" | "true" | "untrue" | "false" | "busted" | "debunked" | "wrong");
    let words = &sentence.words;
    words.len() <= 2
        || (words.len() <= 5
            && words.iter().all(|word| labels(&word.stem) || word.stem.bytes().all(|byte| byte.is_ascii_digit())))
}

/// "Do not let your baby feed too often": a heading that is advice itself, and what stands below explains it.
fn is_command(heading: &Sentence) -> bool {
    const SHORT: usize = 4;
    let begins = heading.words.first().map(|word| word.stem.as_str());
    heading.words.len() > SHORT && matches!(begins, Some("do" | "never"))
}

/// "Myths about mastitis": the myths are below; "Myth 1: you must stop" is one itself.
fn is_plain_title(sentence: &Sentence) -> bool {
    sentence.words.len() <= 8 && sentence.words.iter().all(|word| word.before != Gap::Strong)
}

/// "Avoid the following:", "What not to do": the words stand at the beginning or the end of a short lead.
fn leads_against(reading: &Reading<'_>, lead: usize) -> bool {
    let words = &reading.sentences[lead].words;
    let against =
        |one: &Occurrence| one.concept == reading.steering.lead_against && (one.from <= 1 || one.to == words.len());
    words.len() <= LEAD_WORDS_MAX && reading.found[lead].iter().any(against)
}
