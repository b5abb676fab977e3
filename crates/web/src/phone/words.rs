//! The words of the pages as data: each message is a list of plain texts, names of values, and choices by the value of one.

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use serde_json::{Map, Value, json};

use crate::words::Words;

/// Messages of pages and doors that a phone does not have, by their first letters; those of the record come with the record, and the page
/// about safety with the ledger.
const ELSEWHERE: [&str; 9] =
    ["terminal-", "hazard-", "record-", "log-", "people-", "checker-", "safety-", "no-check-", "manifest-"];

/// The messages that pages of the record say on a phone.
pub fn of_record(words: &Words) -> Value {
    chosen(words, |id| ["record-", "log-"].iter().any(|beginning| id.starts_with(beginning)))
}

/// All messages that any phone has. What is no message (comments, terms) is left out; a test holds that pages say the same from this.
pub fn messages(words: &Words) -> Value {
    chosen(words, |id| !ELSEWHERE.iter().any(|other| id.starts_with(other)))
}

fn chosen(words: &Words, is_wanted: impl Fn(&str) -> bool) -> Value {
    let resource = FluentResource::try_new(words.text().to_owned()).unwrap_or_else(|(resource, _)| resource);
    let message = |entry: &Entry<&str>| match entry {
        Entry::Message(one) if is_wanted(one.id.name) => {
            Some((one.id.name.to_owned(), pattern(words, one.value.as_ref()?)))
        }
        _ => None,
    };
    resource.entries().filter_map(message).collect::<Map<_, _>>().into()
}

/// A message of one plain text is that text; any other is a list of its parts.
fn pattern(words: &Words, pattern: &Pattern<&str>) -> Value {
    match pattern.elements.as_slice() {
        [PatternElement::TextElement { value }] => json!(words.told(value)),
        elements => elements.iter().map(|element| part(words, element)).collect(),
    }
}

fn part(words: &Words, element: &PatternElement<&str>) -> Value {
    match element {
        PatternElement::TextElement { value } => json!(words.told(value)),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => this(inline),
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            let key = |key: &VariantKey<&str>| match key {
                VariantKey::Identifier { name } => (*name).to_owned(),
                VariantKey::NumberLiteral { value } => (*value).to_owned(),
            };
            let cases = variants.iter().map(|one| (key(&one.key), pattern(words, &one.value))).collect::<Map<_, _>>();
            let other = variants.iter().find(|one| one.default).map(|one| key(&one.key));
            json!({ "by": this(selector)["name"], "cases": cases, "other": other })
        }
    }
}

fn this(inline: &InlineExpression<&str>) -> Value {
    match inline {
        InlineExpression::VariableReference { id } => json!({ "name": id.name }),
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => json!(value),
        InlineExpression::Placeable { expression } => match expression.as_ref() {
            Expression::Inline(inline) => this(inline),
            Expression::Select { .. } => Value::Null,
        },
        _ => Value::Null,
    }
}
