//! Reading sessions and their moves.

use protocol::syntax::{Block, Line};

use super::block::Reader;
use crate::model::{Guide, Move, Session};

const SESSION: [&str; 15] = [
    "name", "step", "lead", "sure", "side", "score", "pool", "most", "gap", "longest", "hold", "mind", "then", "next",
    "unlock",
];
const MOVE: [&str; 9] = ["do", "say", "seconds", "picture", "alt", "needs", "prepares", "optional", "once"];

impl Reader<'_> {
    /// Reads a session.
    pub fn session(&mut self, block: &Block, guide: &mut Guide) {
        let [id, code] = self.head(block, "write `session ID CODE`");
        if guide.sessions.iter().any(|one| one.id == id || one.code == code) {
            self.fault(block.head.keyword.place, format!("the session `{id}` ({code}) is there already"), None);
        }
        let mut session = Session { id, code, ..Session::default() };
        for line in &block.lines {
            match line.keyword.text.as_str() {
                "name" => session.name = self.text(line),
                "step" => session.step = self.step_named(line).unwrap_or_default(),
                "lead" => session.lead.push(self.said(line)),
                "sure" => session.sure.push(self.said(line)),
                "side" => session.side = self.is(line, "asked"),
                "score" => session.score = self.is(line, "pain"),
                "pool" => session.pool = Some(self.word(line)),
                "most" => session.most = self.limit_named(line),
                "gap" => session.gap = self.limit_named(line),
                "longest" => session.longest = self.limit_named(line),
                "hold" => session.hold.push(self.said(line)),
                "mind" => session.mind.push(self.said(line)),
                "then" => session.then.push(self.said(line)),
                "next" => session.next = Some(self.word(line)),
                "unlock" => session.unlock = self.entry_named(line),
                _ => self.unknown(block, line, &SESSION),
            }
        }
        guide.sessions.push(session);
    }

    /// Reads a move into its session, which stands above it.
    pub fn step_of_session(&mut self, block: &Block, guide: &mut Guide) {
        let [of, id] = self.head(block, "write `move SESSION ID`");
        let mut step = Move { id, ..Move::default() };
        for line in &block.lines {
            match line.keyword.text.as_str() {
                "do" => step.act = self.text(line),
                "say" => step.say.push(self.said(line)),
                "seconds" => step.duration_s = self.number(line),
                "picture" => step.picture = self.word(line),
                "alt" => step.alt = self.text(line),
                "needs" => step.with_baby = self.needs(line),
                "prepares" => step.prepares = true,
                "optional" => step.optional = true,
                "once" => step.once = true,
                _ => self.unknown(block, line, &MOVE),
            }
        }
        match guide.sessions.iter_mut().find(|session| session.id == of) {
            Some(session) => session.moves.push(step),
            None => {
                let hint = Some("the session stands above its moves".to_owned());
                self.fault(block.head.keyword.place, format!("no session `{of}`"), hint);
            }
        }
    }

    fn is(&mut self, line: &Line, only: &str) -> bool {
        let yes = self.word(line) == only;
        if !yes {
            self.fault(line.end(), format!("only `{only}` may stand here"), None);
        }
        yes
    }

    fn needs(&mut self, line: &Line) -> Option<bool> {
        match self.word(line).as_str() {
            "baby" => Some(true),
            "no_baby" => Some(false),
            _ => {
                self.fault(line.end(), "only `baby` or `no_baby` may stand here", None);
                None
            }
        }
    }

    fn step_named(&mut self, line: &Line) -> Option<usize> {
        let id = self.word(line);
        let protocol = self.protocol;
        self.find(line.keyword.place, "step", &id, protocol.steps.iter().map(|step| step.id.as_str()))
    }

    fn limit_named(&mut self, line: &Line) -> Option<usize> {
        let id = self.word(line);
        let protocol = self.protocol;
        self.find(line.keyword.place, "limit", &id, protocol.limits.iter().map(|limit| limit.id.as_str()))
    }

    fn entry_named(&mut self, line: &Line) -> Option<String> {
        let id = self.word(line);
        let ledger = self.ledger;
        let known = ledger.all_evidence().iter().map(|entry| entry.id.as_str());
        self.find(line.keyword.place, "entry", &id, known).map(|_| id)
    }
}
