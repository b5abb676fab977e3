//! The rules as a decision of the other engine: counts as expressions, then a table for each patient, one row a cube, one column a name.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Map, Value, json};

/// Which rows of a table are told. Rows stand with the highest level first, so the first that holds decides.
#[derive(Clone, Copy)]
pub enum HitPolicy {
    First,
    Collect,
}

pub fn finding(id: &str) -> String {
    format!("f_{id}")
}

pub fn context(id: &str) -> String {
    format!("x_{id}")
}

fn count(id: &str) -> String {
    format!("n_{id}")
}

/// The whole decision, from the normal form of a protocol.
pub fn decision(export: &Value, policy: HitPolicy) -> Result<Value> {
    let edge = |from: &str, to: &str| json!({ "id": format!("{from}-{to}"), "sourceId": from, "targetId": to });
    Ok(json!({
        "nodes": [
            { "id": "in", "name": "in", "type": "inputNode", "content": {} },
            { "id": "counts", "name": "counts", "type": "expressionNode", "content": counts(export)? },
            { "id": "parent", "name": "parent", "type": "decisionTableNode", "content": table(export, "parent", policy)? },
            { "id": "baby", "name": "baby", "type": "decisionTableNode", "content": table(export, "baby", policy)? },
            { "id": "out", "name": "out", "type": "outputNode", "content": {} },
        ],
        "edges": [
            edge("in", "counts"), edge("counts", "parent"), edge("counts", "baby"), edge("parent", "out"), edge("baby", "out"),
        ],
    }))
}

/// How many signs of each count are there.
fn counts(export: &Value) -> Result<Value> {
    let mut expressions = Vec::new();
    for one in list(export, "counts")? {
        let signs = list(one, "of")?.iter().map(|sign| {
            let levels = levels_from(export, text(sign, "finding")?, text(sign, "at_least")?)?;
            Ok(format!("({} in [{levels}] ? 1 : 0)", finding(text(sign, "finding")?)))
        });
        let sum = signs.collect::<Result<Vec<_>>>()?.join(" + ");
        let id = text(one, "id")?;
        expressions.push(json!({ "id": id, "key": count(id), "value": sum }));
    }
    Ok(json!({ "expressions": expressions, "passThrough": true }))
}

/// The levels of a finding from one on, as words.
fn levels_from(export: &Value, id: &str, least: &str) -> Result<String> {
    let known = list(export, "findings")?.iter().find(|one| one["id"] == id).with_context(|| format!("no `{id}`"))?;
    let from = list(known, "levels")?.iter().skip_while(|level| **level != least);
    let levels = words(&from.cloned().collect::<Vec<_>>());
    ensure!(!levels.is_empty(), "`{id}` has no level `{least}`");
    Ok(levels)
}

/// The rules of one patient.
fn table(export: &Value, patient: &str, policy: HitPolicy) -> Result<Value> {
    let mut rows: Vec<(u64, Cells)> = Vec::new();
    for rule in list(export, "rules")?.iter().filter(|rule| rule["subject"] == patient) {
        let level = rule["level"].as_u64().context("a rule without a level")?;
        for cube in list(rule, "cubes")? {
            let cells = cells(cube).with_context(|| format!("rule {}", rule["id"]))?;
            rows.push((level, cells));
        }
    }
    rows.sort_by_key(|(level, _)| std::cmp::Reverse(*level));
    let mut columns: Vec<&String> = rows.iter().flat_map(|(_, cells)| cells.keys()).collect();
    columns.sort_unstable();
    columns.dedup();
    let rules = rows.iter().enumerate().map(|(at, (level, cells))| {
        let mut row: Map<_, _> = cells.iter().map(|(column, cell)| (column.clone(), json!(cell))).collect();
        row.insert("_id".to_owned(), json!(at.to_string()));
        row.insert("level".to_owned(), json!(level.to_string()));
        Value::Object(row)
    });
    Ok(json!({
        "hitPolicy": match policy { HitPolicy::First => "first", HitPolicy::Collect => "collect" },
        "inputs": columns.iter().map(|name| json!({ "id": name, "name": name, "field": name })).collect::<Value>(),
        "outputs": [{ "id": "level", "name": "level", "field": "level" }],
        "rules": rules.collect::<Value>(),
        "outputPath": patient,
    }))
}

/// What must hold of each column.
type Cells = BTreeMap<String, String>;

fn cells(cube: &Value) -> Result<Cells> {
    let mut levels: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    let mut cells = Cells::new();
    for test in cube.as_array().context("no cube")? {
        if let Some(id) = test["finding"].as_str() {
            // Tests of one finding share a column: what all of them allow.
            let allowed = list(test, "levels")?;
            levels.entry(id).or_insert_with(|| allowed.clone()).retain(|level| allowed.contains(level));
            continue;
        }
        let (column, cell) = match (test["count"].as_str(), test["context"].as_str()) {
            (Some(id), _) => (count(id), format!(">= {}", test["at_least"])),
            (_, Some(id)) => (context(id), compared(test)?),
            _ => bail!("a test of another kind: {test}"),
        };
        ensure!(cells.insert(column, cell).is_none(), "two tests in one column: {cube}");
    }
    cells.extend(levels.into_iter().map(|(id, allowed)| (finding(id), words(&allowed))));
    Ok(cells)
}

fn compared(test: &Value) -> Result<String> {
    let signs = [("under", "<"), ("at_most", "<="), ("at_least", ">=")];
    let compared = signs.iter().find_map(|(name, sign)| Some(format!("{sign} {}", test.get(*name)?)));
    compared
        .or_else(|| Some(format!("'{}'", test["is"].as_str()?)))
        .with_context(|| format!("a test of another kind: {test}"))
}

fn words(levels: &[Value]) -> String {
    levels.iter().filter_map(Value::as_str).map(|level| format!("'{level}'")).collect::<Vec<_>>().join(", ")
}

fn list<'v>(value: &'v Value, name: &str) -> Result<&'v Vec<Value>> {
    value[name].as_array().with_context(|| format!("no list `{name}`"))
}

fn text<'v>(value: &'v Value, name: &str) -> Result<&'v str> {
    value[name].as_str().with_context(|| format!("no `{name}` in {value}"))
}
