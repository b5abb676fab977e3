//! Places in the JSON of an entry: `bottles.0.amount`.

use serde_json::{Map, Value, json};

/// What stands at a path.
#[must_use]
pub fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(value, |value, part| match part.parse::<usize>() {
        Ok(place) => value.get(place),
        Err(_) => value.get(part),
    })
}

/// Puts something at a path; what is missing on the way is made.
pub fn put(value: &mut Value, path: &str, leaf: Value) {
    let Some((first, rest)) = path.split_once('.').map(|(first, rest)| (first, Some(rest))).or(Some((path, None)))
    else {
        return;
    };
    let slot = if let Ok(place) = first.parse::<usize>() {
        if !value.is_array() {
            *value = json!([]);
        }
        let Some(list) = value.as_array_mut() else { return };
        while list.len() <= place.min(9) {
            list.push(Value::Null);
        }
        &mut list[place.min(9)]
    } else {
        if !value.is_object() {
            *value = Value::Object(Map::new());
        }
        let Some(object) = value.as_object_mut() else { return };
        object.entry(first).or_insert(Value::Null)
    };
    match rest {
        Some(rest) => put(slot, rest, leaf),
        None => *slot = leaf,
    }
}

/// Takes away what holds nothing.
pub fn prune(value: &mut Value) {
    let empty = |value: &Value| {
        value.is_null() || value.as_array().is_some_and(Vec::is_empty) || value.as_object().is_some_and(Map::is_empty)
    };
    match value {
        Value::Object(object) => {
            object.values_mut().for_each(prune);
            object.retain(|_, value| !empty(value));
        }
        Value::Array(list) => {
            list.iter_mut().for_each(prune);
            list.retain(|value| !empty(value));
        }
        _ => {}
    }
}
