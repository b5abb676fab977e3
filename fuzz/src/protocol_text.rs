//! A protocol text: faults can be found, the format is one and changes no meaning, and what is read runs alike in both readings.

use protocol::answers::{Answers, Given};
use protocol::check::warnings;
use protocol::fault::Fault;
use protocol::model::Protocol;
use protocol::naive::Plain;
use protocol::{compile, format, parse, syntax};

use crate::place;

/// Those that the small sound protocol cites.
const SOURCES: [&str; 2] = ["nice", "who"];

pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let read = parse(text, &SOURCES);
    if let Err(faults) = &read {
        assert!(!faults.is_empty(), "refused without a word");
        faults.iter().for_each(|fault| place::inside(fault, text));
    }
    formatted(text, &read);
    if let Ok(protocol) = read {
        runs(protocol, text);
    }
}

fn formatted(text: &str, read: &Result<Protocol, Vec<Fault>>) {
    let (blocks, rest, faults) = syntax::blocks(text);
    let once = format::canonical(&blocks, &rest);
    let (blocks, rest, _) = syntax::blocks(&once);
    assert_eq!(format::canonical(&blocks, &rest), once, "formatting twice is not formatting once");
    // A line that is no line is not printed again, so only a text of whole lines can mean the same.
    if faults.is_empty() {
        assert_eq!(meaning(&parse(&once, &SOURCES)), meaning(read), "formatting changed what is read");
        assert_eq!(protocol::fingerprint(&once), protocol::fingerprint(text), "formatting changed the fingerprint");
    }
}

/// What was read, or what is wrong with it; where it stands is for the format to change.
fn meaning(read: &Result<Protocol, Vec<Fault>>) -> String {
    match read {
        Ok(protocol) => format!("{protocol:?}"),
        Err(faults) => faults.iter().map(|fault| format!("{} ({:?})\n", fault.what, fault.hint)).collect(),
    }
}

fn runs(protocol: Protocol, text: &str) {
    warnings(&protocol, text).iter().for_each(|warning| place::inside(warning, text));
    let Ok(compiled) = compile(protocol, text) else { return };
    let protocol = &compiled.protocol;
    assert!(exchange::normal_form::export(&compiled).is_object());
    for answers in [silent(protocol), unsure(protocol), worst(protocol), mixed(protocol)] {
        let (plain, read) = (Plain::new(protocol, &answers), compiled.read(&answers));
        assert_eq!(plain.assess(), read.assess(), "two readings");
        assert_eq!(plain.plan(), read.plan(), "two plans");
        assert_eq!(plain.come_back_if(), read.come_back_if(), "two lists of signs");
    }
}

fn silent(_: &Protocol) -> Answers {
    Answers::default()
}

fn unsure(protocol: &Protocol) -> Answers {
    answered(protocol, |_, _| Given::Unsure)
}

fn worst(protocol: &Protocol) -> Answers {
    answered(protocol, |_, worst| Given::Level(worst))
}

fn mixed(protocol: &Protocol) -> Answers {
    answered(
        protocol,
        |at, worst| if at % 3 == 0 { Given::Unsure } else { Given::Level(worst.min(u8::from(at % 2 == 0))) },
    )
}

fn answered(protocol: &Protocol, say: impl Fn(usize, u8) -> Given) -> Answers {
    let mut answers = Answers::default();
    protocol.each_finding().for_each(|(id, finding)| answers.answer(id, say(id.index(), finding.worst())));
    answers
}
