//! Pages of people and their household.

use askama::Template;

use super::Shell;
use crate::record::place::Place;
use crate::record::secret::Secret;
use crate::words::Words;

/// `GET /keep`: a new household.
#[derive(Template, Debug, Clone)]
#[template(path = "household/keep.html")]
pub struct Keep {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// What is wrong; empty when nothing is.
    pub error: String,
    /// Whether nobody has an account yet: the code of the server is asked for.
    pub first: bool,
    /// The code as typed.
    pub code: Secret,
    /// Her name as typed.
    pub name: String,
    /// What she signs in with, as typed.
    pub login: String,
    /// The baby's name as typed.
    pub baby: String,
    /// The day of birth as typed.
    pub born: String,
    /// Whether US units are chosen.
    pub us: bool,
    /// Code, name, whether it is chosen.
    pub regions: Vec<(String, String, bool)>,
    /// No day of birth lies after it.
    pub today: String,
}

/// The recovery codes, shown once.
#[derive(Template, Debug, Clone)]
#[template(path = "household/codes.html")]
pub struct Codes {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The codes.
    pub codes: Vec<Secret>,
}

/// `GET /sign-in`
#[derive(Template, Debug, Clone)]
#[template(path = "household/sign_in.html")]
pub struct SignIn {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The name as typed.
    pub login: String,
    /// What is wrong; empty when nothing is.
    pub error: String,
    /// Where passkeys work; none: this server has none.
    pub place: Option<Place>,
}
