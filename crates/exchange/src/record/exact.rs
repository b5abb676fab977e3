//! Whether a line says nothing but what is kept of it. A reader that skips what it does not know would lose it without a word.

use serde_json::Value;

/// The path of something in `said` that `kept` has not, or has otherwise; nothing when all of it is kept.
pub(super) fn lost(said: &Value, kept: &Value) -> Option<String> {
    match (said, kept) {
        (Value::Object(said), Value::Object(kept)) => said.iter().find_map(|(key, value)| match kept.get(key) {
            Some(kept) => lost(value, kept).map(|path| below(key, &path)),
            None => (!says_nothing(value)).then(|| key.clone()),
        }),
        (Value::Array(said), Value::Array(kept)) if said.len() == kept.len() => {
            let pairs = said.iter().zip(kept).enumerate();
            pairs.into_iter().find_map(|(at, (said, kept))| lost(said, kept).map(|path| below(&at.to_string(), &path)))
        }
        _ => (said != kept).then(String::new),
    }
}

fn below(key: &str, path: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{key}.{path}") }
}

/// What is left out when it is written is no loss.
fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) => false,
        Value::Number(number) => number.as_i64() == Some(0),
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::lost;
    use serde_json::json;

    #[test]
    fn what_would_be_lost_is_told_by_its_path() {
        let kept = json!({"a": {"b": [1, {"c": "x"}]}});
        assert_eq!(lost(&kept, &kept), None);
        assert_eq!(lost(&json!({"a": {"b": [1, {"c": "x", "d": 2}]}}), &kept).as_deref(), Some("a.b.1.d"));
        assert_eq!(lost(&json!({"a": {"b": [1, {"c": "y"}]}}), &kept).as_deref(), Some("a.b.1.c"));
        assert_eq!(lost(&json!({"a": {"b": [1]}}), &kept).as_deref(), Some("a.b"));
        assert_eq!(lost(&json!({"z": [], "y": 0, "x": false, "w": null, "v": ""}), &kept), None);
    }
}
