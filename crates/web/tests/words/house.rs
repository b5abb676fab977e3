//! What ships, read once for all tests of the words.

use std::sync::OnceLock;

use guide::Guide;
use ledger::Ledger;
use protocol::answers::{Answers, Given};
use protocol::compile::Compiled;
use protocol::model::Protocol;
use protocol::text::Voice;
use web::words::Words;

/// The ledger and the protocol.
fn shipped() -> &'static (Ledger, Compiled) {
    static SHIPPED: OnceLock<(Ledger, Compiled)> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
        let compiled = shipped::protocol(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
        (ledger, compiled)
    })
}

pub fn compiled() -> &'static Compiled {
    &shipped().1
}

pub fn protocol() -> &'static Protocol {
    &shipped().1.protocol
}

pub fn ledger() -> &'static Ledger {
    &shipped().0
}

/// The guide.
pub fn guide() -> &'static Guide {
    static GUIDE: OnceLock<Guide> = OnceLock::new();
    GUIDE.get_or_init(|| shipped::guide(protocol(), ledger()).unwrap_or_else(|broken| panic!("{broken}")))
}

/// The words of the pages in a voice.
pub fn words(voice: Voice) -> Words {
    web::english().voiced(voice.to_parent, voice.baby)
}

/// Sets an item of context by its words.
pub fn know(answers: &mut Answers, item: &str, value: &str) {
    let at = protocol().context_named(item).unwrap_or_else(|| panic!("no context `{item}`"));
    let value = protocol().context[at].value(value).unwrap_or_else(|| panic!("`{item}` is never `{value}`"));
    answers.know(at, value);
}

/// Makes a person speak in a voice.
pub fn speak(answers: &mut Answers, voice: Voice) {
    know(answers, "audience", if voice.to_parent { "parent" } else { "caregiver" });
    if !voice.baby {
        know(answers, "baby", "none");
    }
    assert_eq!(answers.voice(protocol()), voice);
}

/// Answers everything that is open at its mildest, so that the result is a finished one.
pub fn finish(answers: &mut Answers) {
    for (id, _) in protocol().each_finding() {
        if answers.given(id).is_none() {
            answers.answer(id, Given::Level(0));
        }
    }
}

/// A voice, for messages.
pub fn named(voice: Voice) -> String {
    let reader = if voice.to_parent { "parent" } else { "caregiver" };
    format!("{reader}, {}", if voice.baby { "baby" } else { "no baby" })
}
