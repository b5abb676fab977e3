//! The door: statements go in with `$1…$n`, rows of five kinds of value come out. Nothing outside knows which database is behind it.

use crate::fault::Fault;

/// A value in a statement or a row. Booleans cross as integers.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Value {
    Null,
    Int(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
}

/// One row, read by position.
#[derive(Debug, Clone, PartialEq)]
pub struct Row(pub Vec<Value>);

/// One transaction.
pub trait Tx {
    /// All rows of a statement.
    ///
    /// # Errors
    /// What the database says.
    fn rows(&self, sql: &str, values: &[Value]) -> Result<Vec<Row>, Fault>;

    /// Runs a statement; how many rows it changed.
    ///
    /// # Errors
    /// What the database says.
    fn run(&self, sql: &str, values: &[Value]) -> Result<usize, Fault>;

    /// The first row of a statement.
    ///
    /// # Errors
    /// What the database says.
    fn first(&self, sql: &str, values: &[Value]) -> Result<Option<Row>, Fault> {
        Ok(self.rows(sql, values)?.into_iter().next())
    }
}

impl Row {
    /// An integer.
    ///
    /// # Errors
    /// When it is none.
    pub fn int(&self, at: usize) -> Result<i64, Fault> {
        match self.0.get(at) {
            Some(Value::Int(value)) => Ok(*value),
            other => Err(odd(at, "an integer", other)),
        }
    }

    /// An integer, or nothing.
    ///
    /// # Errors
    /// When it is something else.
    pub fn maybe_int(&self, at: usize) -> Result<Option<i64>, Fault> {
        if self.0.get(at) == Some(&Value::Null) { Ok(None) } else { self.int(at).map(Some) }
    }

    /// A truth.
    ///
    /// # Errors
    /// When it is none.
    pub fn bool(&self, at: usize) -> Result<bool, Fault> {
        self.int(at).map(|value| value != 0)
    }

    /// A text.
    ///
    /// # Errors
    /// When it is none.
    pub fn text(&self, at: usize) -> Result<&str, Fault> {
        match self.0.get(at) {
            Some(Value::Text(value)) => Ok(value),
            other => Err(odd(at, "a text", other)),
        }
    }

    /// A text, or nothing.
    ///
    /// # Errors
    /// When it is something else.
    pub fn maybe_text(&self, at: usize) -> Result<Option<&str>, Fault> {
        if self.0.get(at) == Some(&Value::Null) { Ok(None) } else { self.text(at).map(Some) }
    }

    /// Bytes, such as a hash.
    ///
    /// # Errors
    /// When it is none.
    pub fn bytes(&self, at: usize) -> Result<&[u8], Fault> {
        match self.0.get(at) {
            Some(Value::Bytes(value)) => Ok(value),
            other => Err(odd(at, "bytes", other)),
        }
    }

    /// A text that parses, such as an id.
    ///
    /// # Errors
    /// When it is none or does not parse.
    pub fn parsed<T: std::str::FromStr>(&self, at: usize) -> Result<T, Fault>
    where
        T::Err: std::fmt::Display,
    {
        self.text(at)?.parse().map_err(|why: T::Err| Fault::Other(format!("column {at}: {why}")))
    }

    /// A document in JSON. A fault says where it does not read, never what stands there.
    ///
    /// # Errors
    /// When it is none.
    pub fn json<T: serde::de::DeserializeOwned>(&self, at: usize) -> Result<T, Fault> {
        let told = |why: serde_json::Error| {
            Fault::Other(format!("the document in column {at} does not read at its byte {}", why.column()))
        };
        serde_json::from_str(self.text(at)?).map_err(told)
    }
}

/// Says the type of what is there, never the value: a fault may be logged.
fn odd(at: usize, wanted: &str, found: Option<&Value>) -> Fault {
    let found = match found {
        None => "not there",
        Some(Value::Null) => "nothing",
        Some(Value::Int(_)) => "an integer",
        Some(Value::Real(_)) => "a fraction",
        Some(Value::Text(_)) => "a text",
        Some(Value::Bytes(_)) => "bytes",
    };
    Fault::Other(format!("column {at} is not {wanted} but {found}"))
}

/// A document as a value.
///
/// # Errors
/// When it cannot be written as JSON, which no document of ours is.
pub fn json(document: &impl serde::Serialize) -> Result<Value, Fault> {
    serde_json::to_string(document).map(Value::Text).map_err(|why| Fault::Other(why.to_string()))
}

/// An id, or anything else that prints, as a value.
pub fn text(printed: impl std::fmt::Display) -> Value {
    Value::Text(printed.to_string())
}

/// A text that may be missing, as a value.
pub fn maybe<T: std::fmt::Display>(printed: Option<T>) -> Value {
    printed.map_or(Value::Null, text)
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Int(value.into())
    }
}

impl From<Option<i64>> for Value {
    fn from(value: Option<i64>) -> Self {
        value.map_or(Self::Null, Self::Int)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}
