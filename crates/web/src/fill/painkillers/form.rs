//! What the form of the page brought along: doses and answers in hidden fields, and what was typed. The server keeps nothing of it.

use care::dose::{Answer, Cautions, DAY_S, Dose, HOUR_S, MINUTE_S, Product};
use protocol::model::plan::Substance;

use crate::arrival::Arrival;

/// The hidden field of the doses: `ibuprofen_uk:400:1795460400 other.paracetamol:500:1795478400 nsaid:0:1795402800`.
const TAKEN: &str = "taken";
/// The hidden field of the answers: `ibuprofen:none:1795460400`.
const SAID: &str = "said";
/// Doses are dropped after so many days.
const KEPT_S: i64 = 14 * DAY_S;
/// More than two weeks of anybody's doses; a longer list was not made here.
const MOST_DOSES: usize = 200;
/// The largest amount that is read, in milligrams.
const MOST_MG: u32 = 100_000;
/// The last second that is read, in the year 5138.
const LAST_S: i64 = 99_999_999_999;
/// An answer to the cautions is asked for again after so long.
const ANSWER_HOLDS_S: i64 = DAY_S;

/// What was answered to the cautions, and when.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Answers([Option<(Answer, i64)>; 2]);

impl Answers {
    /// As the arithmetic wants them.
    pub(super) fn cautions(self) -> Cautions {
        let mut cautions = Cautions::default();
        for (substance, said) in Substance::ALL.into_iter().zip(self.0) {
            cautions.set(substance, said.map_or(Answer::Open, |(answer, _)| answer));
        }
        cautions
    }

    /// Sets an answer that is not one of this form.
    pub(super) fn set(&mut self, substance: Substance, answer: Answer) {
        self.say(substance, answer, 0);
    }

    fn say(&mut self, substance: Substance, answer: Answer, at_s: i64) {
        for (known, said) in Substance::ALL.into_iter().zip(&mut self.0) {
            if known == substance && said.map(|(answer, _)| answer) != Some(answer) {
                *said = Some((answer, at_s));
            }
        }
    }
}

/// What is asked of the page.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// Nothing is logged.
    Look,
    /// Something typed cannot be read: the id of what to say.
    Refused(&'static str),
    /// A dose is to be logged; `sure` after a warning.
    Log {
        /// The dose.
        dose: Dose,
        /// The warning was read.
        sure: bool,
    },
}

/// What stands in the fields of the form.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    /// The product's word.
    pub(super) product: String,
    /// Milligrams.
    pub(super) amount: String,
    /// Hours ago.
    pub(super) hours: String,
    /// Minutes ago.
    pub(super) minutes: String,
}

/// Everything that came with the form.
#[derive(Debug, Clone)]
pub(super) struct Log {
    /// What was taken, in the order of logging.
    pub(super) doses: Vec<Dose>,
    /// What was answered.
    pub(super) answers: Answers,
    /// What stands in the fields.
    pub(super) typed: Typed,
    /// What is asked.
    pub(super) step: Step,
}

impl Log {
    /// Reads the form. None: its doses cannot be read, so nothing can be counted.
    pub(super) fn read(arrival: &Arrival, now_s: i64) -> Option<Self> {
        let field = |name: &str| arrival.field(name).unwrap_or_default().trim();
        let mut doses = read_doses(field(TAKEN))?;
        doses.retain(|dose| dose.at_s >= now_s - KEPT_S);
        let mut answers = read_answers(field(SAID), now_s);
        for substance in Substance::ALL {
            match field(&format!("answer.{}", substance.id())) {
                "none" => answers.say(substance, Answer::Clear, now_s),
                "some" => answers.say(substance, Answer::Held, now_s),
                _ => {}
            }
        }
        let typed = ["product", "amount", "hours", "minutes"].map(|name| field(name).chars().take(40).collect());
        let [product, amount, hours, minutes] = typed;
        let mut log = Self { doses, answers, typed: Typed { product, amount, hours, minutes }, step: Step::Look };
        match field("go") {
            "log" => log.step = log.typed.step(arrival, now_s, false),
            "save" => log.step = log.typed.step(arrival, now_s, true),
            "back" => log.typed = Typed::default(),
            "clear" => log.doses.clear(),
            _ => {}
        }
        Some(log)
    }

    /// Adds a dose and empties the fields for the next one.
    pub(super) fn save(&mut self, dose: Dose) {
        self.doses.push(dose);
        self.doses.drain(..self.doses.len().saturating_sub(MOST_DOSES));
        self.typed = Typed::default();
    }

    /// The hidden fields that bring it along again.
    pub(super) fn fields(&self) -> Vec<(String, String)> {
        let mut fields = Vec::new();
        if !self.doses.is_empty() {
            let word = |dose: &Dose| format!("{}:{}:{}", product_word(&dose.product), dose.amount_mg, dose.at_s);
            fields.push((TAKEN.to_owned(), self.doses.iter().map(word).collect::<Vec<_>>().join(" ")));
        }
        let said = Substance::ALL.into_iter().zip(self.answers.0);
        let said: Vec<String> = said
            .filter_map(|(substance, said)| match said? {
                (Answer::Clear, at_s) => Some(format!("{}:none:{at_s}", substance.id())),
                (Answer::Held, at_s) => Some(format!("{}:some:{at_s}", substance.id())),
                (Answer::Open, _) => None,
            })
            .collect();
        if !said.is_empty() {
            fields.push((SAID.to_owned(), said.join(" ")));
        }
        fields
    }

    /// The doses, the latest first.
    pub(super) fn newest_first(&self) -> impl Iterator<Item = &Dose> {
        let mut doses: Vec<&Dose> = self.doses.iter().collect();
        doses.sort_by_key(|dose| std::cmp::Reverse(dose.at_s));
        doses.into_iter()
    }
}

impl Typed {
    /// What the fields ask for.
    fn step(&self, arrival: &Arrival, now_s: i64, sure: bool) -> Step {
        let Some(product) = read_product(&self.product).filter(|one| known(arrival, one)) else {
            return Step::Refused("painkillers-error-what");
        };
        let amount_mg = if product == Product::Nsaid { Some(0) } else { whole(&self.amount, 1, MOST_MG) };
        let Some(amount_mg) = amount_mg else { return Step::Refused("painkillers-error-amount") };
        let part = |text: &str| if text.is_empty() { Some(0) } else { whole(text, 0, 20_160) };
        let (Some(hours), Some(minutes)) = (part(&self.hours), part(&self.minutes)) else {
            return Step::Refused("painkillers-error-ago");
        };
        let at_s = now_s - i64::from(hours) * HOUR_S - i64::from(minutes) * MINUTE_S;
        Step::Log { dose: Dose { product, amount_mg, at_s }, sure }
    }
}

/// Whether a product is one of ours that has a dose.
fn known(arrival: &Arrival, product: &Product) -> bool {
    let medicines = &arrival.site.compiled().protocol.medicines;
    match product {
        Product::Medicine(id) => medicines.iter().any(|one| one.id == *id && one.dose_mg.is_some()),
        Product::Other(_) | Product::Nsaid => true,
    }
}

fn whole(text: &str, least: u32, most: u32) -> Option<u32> {
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}')).collect();
    digits.parse().ok().filter(|number| (least..=most).contains(number))
}

/// The word of a product in fields.
pub(super) fn product_word(product: &Product) -> String {
    match product {
        Product::Medicine(id) => id.clone(),
        Product::Other(substance) => format!("other.{}", substance.id()),
        Product::Nsaid => "nsaid".to_owned(),
    }
}

fn read_product(word: &str) -> Option<Product> {
    match (word, word.strip_prefix("other.")) {
        ("", _) => None,
        ("nsaid", _) => Some(Product::Nsaid),
        (_, Some(substance)) => Substance::named(substance).map(Product::Other),
        (id, None) => Some(Product::Medicine(id.to_owned())),
    }
}

/// All doses of a line; none if a single one cannot be read.
fn read_doses(line: &str) -> Option<Vec<Dose>> {
    let one = |word: &str| {
        let mut parts = word.split(':');
        let (product, amount, at) = (parts.next()?, parts.next()?, parts.next()?);
        let amount_mg = amount.parse().ok().filter(|amount| *amount <= MOST_MG)?;
        let at_s = at.parse().ok().filter(|at_s| (0..=LAST_S).contains(at_s))?;
        let dose = Dose { product: read_product(product)?, amount_mg, at_s };
        parts.next().is_none().then_some(dose)
    };
    let doses: Option<Vec<Dose>> = line.split_ascii_whitespace().map(one).collect();
    doses.filter(|doses| doses.len() <= MOST_DOSES)
}

/// Answers that still hold. One that is too old, or dated later than now, is asked for again.
fn read_answers(line: &str, now_s: i64) -> Answers {
    let mut answers = Answers::default();
    for word in line.split_ascii_whitespace() {
        let parts: Vec<&str> = word.split(':').collect();
        let [substance, answer, at] = parts.as_slice() else { continue };
        let answer = match *answer {
            "none" => Answer::Clear,
            "some" => Answer::Held,
            _ => continue,
        };
        if let (Some(substance), Ok(at_s)) = (Substance::named(substance), at.parse::<i64>())
            && (now_s - ANSWER_HOLDS_S..=now_s).contains(&at_s)
        {
            answers.say(substance, answer, at_s);
        }
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(doses: Vec<Dose>) -> Log {
        Log { doses, answers: Answers::default(), typed: Typed::default(), step: Step::Look }
    }

    #[test]
    fn doses_survive_their_line_and_a_broken_one_is_not_read_as_fewer() {
        let doses = vec![
            Dose { product: Product::Medicine("ibuprofen_uk".to_owned()), amount_mg: 400, at_s: 9 },
            Dose { product: Product::Other(Substance::Paracetamol), amount_mg: 500, at_s: LAST_S },
            Dose { product: Product::Nsaid, amount_mg: 0, at_s: 0 },
        ];
        let fields = log(doses.clone()).fields();
        assert_eq!(read_doses(&fields[0].1), Some(doses));
        assert_eq!(read_doses(""), Some(Vec::new()));
        for broken in
            ["ibuprofen_uk:400", "a:b:c", "other.aspirin:1:1", "ibuprofen_uk:400:1 x", "a:1:1:1", "a:-1:1", "a:1:-1"]
        {
            assert_eq!(read_doses(broken), None, "{broken}");
        }
        assert_eq!(read_doses(&"nsaid:0:1 ".repeat(MOST_DOSES + 1)), None);
    }

    #[test]
    fn an_answer_holds_for_a_day_and_never_from_the_future() {
        let clear = |line: &str| read_answers(line, 100_000).cautions().ibuprofen;
        assert_eq!(clear("ibuprofen:none:99999"), Answer::Clear);
        assert_eq!(clear("ibuprofen:some:13600"), Answer::Held);
        for old in ["ibuprofen:none:13599", "ibuprofen:none:100001", "ibuprofen:maybe:99999", "ibuprofen:none", ""] {
            assert_eq!(clear(old), Answer::Open, "{old}");
        }
    }

    #[test]
    fn a_number_may_be_written_as_people_write_it() {
        assert_eq!(
            (whole("1,000", 1, 5000), whole("1 000", 1, 5000), whole("0", 1, 9)),
            (Some(1000), Some(1000), None)
        );
        assert_eq!((whole("4.5", 1, 9), whole("-4", 1, 9), whole("", 0, 9)), (None, None, None));
    }
}
