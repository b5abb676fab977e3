//! All names of a file, gathered before anything is read, so that a block may refer to one further down.

use crate::fault::{Fault, did_you_mean};
use crate::model::context::{ContextItem, ContextKind};
use crate::syntax::{Block, Line, Token};

/// The names that lines may refer to.
#[derive(Default)]
pub struct Names<'b> {
    /// Findings and inputs with the ids of their levels.
    pub findings: Vec<(&'b str, Vec<&'b str>)>,
    /// Derived terms, in an order in which each stands after those that it names.
    pub terms: Vec<&'b str>,
    /// Counts.
    pub counts: Vec<&'b str>,
    /// Items of context.
    pub context: Vec<ContextItem>,
    /// Advice.
    pub advices: Vec<&'b str>,
    /// Situations.
    pub situations: Vec<&'b str>,
    /// Regions.
    pub regions: Vec<&'b str>,
    /// Medicines.
    pub medicines: Vec<&'b str>,
    /// Gates.
    pub gates: Vec<&'b str>,
}

/// Kinds of blocks and the name space of their ids; two blocks of one space may not share an id.
const KINDS: [(&str, &str); 30] = [
    ("protocol", "protocol"),
    ("urgency", "urgency"),
    ("region", "region"),
    ("context", "context"),
    ("baby", "baby"),
    ("finding", "finding"),
    ("input", "finding"),
    ("term", "finding"),
    ("count", "finding"),
    ("answer", "answer"),
    ("raise", "raise"),
    ("rule", "rule"),
    ("advice", "advice"),
    ("notice", "notice"),
    ("contradiction", "contradiction"),
    ("condition", "condition"),
    ("situation", "situation"),
    ("step", "step"),
    ("gate", "gate"),
    ("stop", "stop"),
    ("limit", "limit"),
    ("hold", "hold"),
    ("medicine", "medicine"),
    ("caution", "caution"),
    ("never", "never"),
    ("prevention", "prevention"),
    ("table", "table"),
    ("phrase", "phrase"),
    ("screen", "screen"),
    ("always", "always"),
];

/// The id in the head of a block, if it has one.
pub fn id_of(block: &Block) -> Option<&str> {
    match block.head.tokens.first() {
        Some(Token::Word(word)) => Some(&word.text),
        _ => None,
    }
}

/// The words of a line, texts left out.
pub fn words_of(line: &Line) -> impl Iterator<Item = &str> {
    line.tokens.iter().filter_map(|token| match token {
        Token::Word(word) => Some(word.text.as_str()),
        Token::Text(_) => None,
    })
}

/// Gathers names; reports unknown kinds of blocks and ids that are given twice.
pub fn gather<'b>(blocks: &'b [Block], faults: &mut Vec<Fault>) -> Names<'b> {
    let mut names = Names::default();
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for block in blocks {
        let keyword = &block.head.keyword;
        let Some((_, space)) = KINDS.iter().find(|(kind, _)| *kind == keyword.text) else {
            let hint = did_you_mean(&keyword.text, KINDS.map(|(kind, _)| kind));
            faults.push(Fault { place: keyword.place, what: format!("unknown block `{}`", keyword.text), hint });
            continue;
        };
        let Some(id) = id_of(block) else { continue };
        if seen.contains(&(*space, id)) {
            let place = block.head.tokens[0].place();
            faults.push(Fault::new(place, format!("the id `{id}` is given twice")).hint("give each its own"));
            continue;
        }
        seen.push((*space, id));
        names.add(block, id);
    }
    order_terms(blocks, &mut names, faults);
    names
}

impl<'b> Names<'b> {
    fn add(&mut self, block: &'b Block, id: &'b str) {
        match block.head.keyword.text.as_str() {
            "finding" | "input" => {
                let levels = block.lines.iter().find(|line| line.keyword.text == "levels");
                let levels =
                    levels.map(|line| words_of(line).filter(|word| *word != "<").collect()).unwrap_or_default();
                self.findings.push((id, levels));
            }
            "term" => self.terms.push(id),
            "count" => self.counts.push(id),
            "advice" => self.advices.push(id),
            "situation" => self.situations.push(id),
            "region" => self.regions.push(id),
            "medicine" => self.medicines.push(id),
            "gate" => self.gates.push(id),
            "context" => {
                if let Some(item) = context_item(block, id) {
                    self.context.push(item);
                }
            }
            _ => {}
        }
    }

    /// The names of the findings and inputs.
    pub fn finding_ids(&self) -> impl Iterator<Item = &'b str> + Clone {
        self.findings.iter().map(|(id, _)| *id).collect::<Vec<_>>().into_iter()
    }

    /// The names of the items of context.
    pub fn context_ids(&self) -> Vec<&str> {
        self.context.iter().map(|item| item.id.as_str()).collect()
    }
}

/// Reads a context block as far as names need it; `levels.rs` reports what is wrong with it.
fn context_item(block: &Block, id: &str) -> Option<ContextItem> {
    let kind = block.lines.iter().find_map(|line| {
        let words: Vec<_> = words_of(line).collect();
        match (line.keyword.text.as_str(), words.as_slice()) {
            ("values", values) if !values.is_empty() => {
                Some(ContextKind::Values(values.iter().map(|v| (*v).to_owned()).collect()))
            }
            ("number", [min, "to", max, rest @ ..]) => Some(ContextKind::Number {
                min: min.parse().ok()?,
                max: max.parse().ok().filter(|max| *max < u16::MAX)?,
                over: match rest {
                    [] => None,
                    ["or", word] => Some((*word).to_owned()),
                    _ => return None,
                },
            }),
            _ => None,
        }
    })?;
    let empty = matches!(kind, ContextKind::Number { min, max, .. } if min > max);
    (!empty).then(|| ContextItem { id: id.to_owned(), kind, note: None })
}

/// Puts each term after the terms that it names; a ring of terms is a fault.
fn order_terms<'b>(blocks: &'b [Block], names: &mut Names<'b>, faults: &mut Vec<Fault>) {
    let mut waiting: Vec<&Block> =
        blocks.iter().filter(|block| block.head.keyword.text == "term" && id_of(block).is_some()).collect();
    let all = std::mem::take(&mut names.terms);
    while !waiting.is_empty() {
        let ready = waiting.iter().position(|block| {
            block.lines.iter().flat_map(words_of).all(|word| !all.contains(&word) || names.terms.contains(&word))
        });
        match ready {
            Some(at) => names.terms.extend(id_of(waiting.remove(at))),
            None => {
                for block in &waiting {
                    let what = format!("the term `{}` leads back to itself", id_of(block).unwrap_or_default());
                    faults.push(Fault::new(block.head.keyword.place, what));
                }
                names.terms.extend(waiting.drain(..).filter_map(id_of));
            }
        }
    }
}
