//! Reading a case of doses. Every fault names its field and what is allowed there.

use care::dose::{Answer, Cautions, Dose, Product};
use protocol::compile::Compiled;
use protocol::fault::did_you_mean;
use protocol::model::plan::Substance;
use serde_json::Value;

use super::json::{Fault, Fields, Json, short};
use crate::case::CaseFault;

/// The most doses of one case: two weeks of more than anybody takes.
const MOST_DOSES: usize = 1000;
/// The largest amount, a hundred grams: above it a unit was mistaken.
const MOST_MG: i64 = 100_000;
/// The last second that is read, in the year 5138; below the first lies no dose.
const LAST_S: i64 = 99_999_999_999;
/// The longest id that is echoed.
const LONGEST_ID: usize = 200;
/// What another product may be called that is of the ibuprofen kind and contains no ibuprofen.
const NSAID: &str = "nsaid";

/// A case that was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct DoseCase {
    /// Its id as given, to be echoed: a string, a number or nothing.
    pub id: Value,
    /// The code of the region whose labels count.
    pub region: String,
    /// The present, in seconds since 1970 (UTC).
    pub now_s: i64,
    /// What was answered to the cautions.
    pub cautions: Cautions,
    /// What was taken, in any order.
    pub doses: Vec<Dose>,
    /// A dose about to be logged.
    pub dose: Option<Dose>,
}

/// Reads a case.
pub(super) fn read(compiled: &Compiled, bytes: &[u8]) -> Result<DoseCase, CaseFault> {
    let told = |id, (field, message)| CaseFault { id, field, message };
    let json: Json =
        serde_json::from_slice(bytes).map_err(|fault| told(Value::Null, (String::new(), fault.to_string())))?;
    let id = id_of(&json);
    case(compiled, &json).map_err(|fault| told(id.unwrap_or(Value::Null), fault))
}

/// The id, if it is one that can be echoed.
fn id_of(json: &Json) -> Option<Value> {
    let Json::Object(fields) = json else { return None };
    let (_, Json::Plain(id)) = fields.iter().find(|(name, _)| name == "id")? else { return None };
    let short = id.as_str().is_some_and(|id| id.len() <= LONGEST_ID);
    (short || id.is_i64() || id.is_u64() || id.is_null()).then(|| id.clone())
}

fn case(compiled: &Compiled, json: &Json) -> Result<DoseCase, Fault> {
    let fields = json.fields("", &["id", "region", "now", "cautions", "doses", "dose"])?;
    if fields.get("id").is_some() && id_of(json).is_none() {
        return Err(fields.fault("id", format!("an id is a string of at most {LONGEST_ID} bytes or a whole number")));
    }
    Ok(DoseCase {
        id: id_of(json).unwrap_or(Value::Null),
        region: region(compiled, &fields)?,
        now_s: fields.whole("now", 0, LAST_S)?.ok_or_else(|| fields.fault("now", "is missing: seconds since 1970"))?,
        cautions: cautions(&fields)?,
        doses: doses(compiled, &fields)?,
        dose: fields.get("dose").map(|json| dose(compiled, json, "dose")).transpose()?,
    })
}

fn region(compiled: &Compiled, fields: &Fields) -> Result<String, Fault> {
    let codes: Vec<&str> = compiled.protocol.regions.iter().map(|one| one.code.as_str()).collect();
    let given = fields.word("region")?.unwrap_or_default();
    if codes.contains(&given) {
        return Ok(given.to_owned());
    }
    Err(fields.fault("region", format!("`{}` is no region; allowed: {}", short(given), codes.join(", "))))
}

/// Absent is open: not answered is not "none".
fn cautions(fields: &Fields) -> Result<Cautions, Fault> {
    let mut cautions = Cautions::default();
    let Some(json) = fields.get("cautions") else { return Ok(cautions) };
    let given = json.fields("cautions", &Substance::ALL.map(Substance::id))?;
    for substance in Substance::ALL {
        let answer = match given.word(substance.id())? {
            None => Answer::Open,
            Some("none") => Answer::Clear,
            Some("some" | "unsure") => Answer::Held,
            Some(other) => {
                let message = format!("`{}` is no answer; allowed: none, some, unsure", short(other));
                return Err(given.fault(substance.id(), message));
            }
        };
        cautions.set(substance, answer);
    }
    Ok(cautions)
}

fn doses(compiled: &Compiled, fields: &Fields) -> Result<Vec<Dose>, Fault> {
    match fields.get("doses") {
        None => Ok(Vec::new()),
        Some(Json::List(list)) if list.len() > MOST_DOSES => {
            Err(fields.fault("doses", format!("{} doses; at most {MOST_DOSES} are read", list.len())))
        }
        Some(Json::List(list)) => {
            list.iter().enumerate().map(|(at, json)| dose(compiled, json, &format!("doses[{at}]"))).collect()
        }
        Some(_) => Err(fields.fault("doses", "a list belongs here")),
    }
}

fn dose(compiled: &Compiled, json: &Json, path: &str) -> Result<Dose, Fault> {
    let fields = json.fields(path, &["medicine", "other", "amount_mg", "at"])?;
    let product = match (fields.word("medicine")?, fields.word("other")?) {
        (Some(id), None) => medicine(compiled, &fields, id)?,
        (None, Some(NSAID)) => Product::Nsaid,
        (None, Some(other)) => Product::Other(Substance::named(other).ok_or_else(|| {
            let message = format!("`{}` is no substance; allowed: ibuprofen, paracetamol, {NSAID}", short(other));
            fields.fault("other", message)
        })?),
        _ => return Err((path.to_owned(), "either `medicine` or `other` belongs here".to_owned())),
    };
    let amount_mg = fields.whole("amount_mg", 1, MOST_MG)?;
    let amount_mg = match (amount_mg, &product) {
        (Some(amount_mg), _) => u32::try_from(amount_mg).unwrap_or_default(),
        (None, Product::Nsaid) => 0,
        (None, _) => return Err(fields.fault("amount_mg", "is missing: milligrams")),
    };
    let at_s = fields.whole("at", 0, LAST_S)?.ok_or_else(|| fields.fault("at", "is missing: seconds since 1970"))?;
    Ok(Dose { product, amount_mg, at_s })
}

/// A medicine that may be taken: a ceiling over all products is none.
fn medicine(compiled: &Compiled, fields: &Fields, id: &str) -> Result<Product, Fault> {
    let dosed = compiled.protocol.medicines.iter().filter(|one| one.dose_mg.is_some()).map(|one| one.id.as_str());
    if dosed.clone().any(|known| known == id) {
        return Ok(Product::Medicine(id.to_owned()));
    }
    let hint =
        did_you_mean(id, dosed.clone()).unwrap_or_else(|| format!("allowed: {}", dosed.collect::<Vec<_>>().join(", ")));
    Err(fields.fault("medicine", format!("unknown medicine `{}`; {hint}", short(id))))
}
