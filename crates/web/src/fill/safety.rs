//! What Milkway is for, what was proved and what can go wrong, in the order of its page.

use protocol::model::Protocol;
use safety::{Fault, Figures, Hazard};

use crate::page::trouble::VOICE;
use crate::site::Site;
use crate::view::safety::Block;
use crate::words::Words;

/// What holds for everybody and stands in no block of the protocol: said in our words.
const PROVED: [&str; 4] = ["safety-proved-worse", "safety-proved-unsure", "safety-proved-open", "safety-proved-better"];
const NOT_FOR: [&str; 4] = ["safety-not-diagnosis", "safety-not-care", "safety-not-watch", "safety-not-device"];

/// The page.
///
/// # Errors
/// The fault of a safety file that cannot be read.
pub fn blocks(site: &Site, words: &Words) -> Result<Vec<Block>, &'static Fault> {
    let file = safety::shipped()?;
    let (built, unbuilt): (Vec<_>, Vec<_>) = file.hazards.iter().partition(|hazard| hazard.built);
    let said = |id: &str| words.say(id);
    let mut blocks = vec![Block::Strong(said("not-reviewed"))];
    if !crate::CHECK {
        blocks.push(Block::Strong(said("safety-no-check")));
    }
    blocks.extend([
        Block::Heading(said("safety-for-title")),
        Block::Text(said(if crate::CHECK { "safety-for" } else { "no-check-for" })),
        Block::Heading(said("safety-not-title")),
        list(NOT_FOR.map(said)),
        Block::Heading(said("safety-reviewed-title")),
        Block::Text(said("safety-reviewed")),
    ]);
    if crate::CHECK {
        blocks.extend(proof(site, words));
        let against = |hazard: &&Hazard| (said(&id(hazard)), said(&format!("{}-against", id(hazard))));
        blocks.extend([Block::Heading(said("safety-hazards-title")), Block::List(built.iter().map(against).collect())]);
    }
    blocks.extend([
        Block::Heading(said("safety-open-title")),
        list(std::iter::once(said("safety-open")).chain(unbuilt.iter().map(|one| said(&id(one))))),
        Block::Small(said("safety-more")),
    ]);
    Ok(blocks)
}

/// What was proved, in figures and a sentence each, and of which rules.
fn proof(site: &Site, words: &Words) -> [Block; 5] {
    let compiled = site.compiled();
    let (protocol, figures) = (&compiled.protocol, safety::figures());
    let ours = PROVED.iter().map(|id| words.say(id));
    let always = protocol.always.iter().map(|one| one.say.say(VOICE).to_owned());
    let rules = format!("{} {}", protocol.name, protocol.version);
    let prints =
        [("protocol", rules.as_str()), ("fingerprint", &compiled.fingerprint), ("behaviour", &figures.behaviour)];
    [
        Block::Heading(words.say("safety-proved-title")),
        Block::Text(proved(words, protocol, &figures)),
        list(ours.chain(always)),
        Block::Text(words.say("safety-proved-limit")),
        Block::Small(words.say_with("safety-prints", &prints)),
    ]
}

fn proved(words: &Words, protocol: &Protocol, figures: &Figures) -> String {
    let [rules, questions, digits] =
        [protocol.rules.len(), protocol.findings.len(), figures.inputs.len()].map(|number| number.to_string());
    words.say_with("safety-proved", &[("rules", &rules), ("questions", &questions), ("digits", &digits)])
}

fn list(lines: impl IntoIterator<Item = String>) -> Block {
    Block::List(lines.into_iter().map(|line| (String::new(), line)).collect())
}

/// The id of the words of a hazard; `cargo xtask safety` sees to it that they are there.
fn id(hazard: &Hazard) -> String {
    format!("hazard-{}", hazard.id.to_lowercase())
}
