//! Fields of a form, by name.

use std::fmt;

/// What a form sent.
#[derive(Clone, Default)]
pub struct Fields(pub Vec<(String, String)>);

/// The names of the fields: what stands in them may be a password.
impl fmt::Debug for Fields {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

impl Fields {
    /// The first field of that name, trimmed; empty when there is none.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.maybe(name).unwrap_or_default()
    }

    /// The first field of that name, trimmed.
    #[must_use]
    pub fn maybe(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim())
    }

    /// Everything that stands in fields of that name, parted by blanks: several ids.
    pub fn all<'f>(&'f self, name: &str) -> impl Iterator<Item = &'f str> {
        let of_name = self.0.iter().filter(move |(key, _)| key == name);
        of_name.flat_map(|(_, value)| value.split_ascii_whitespace()).collect::<Vec<_>>().into_iter()
    }

    /// A field as it was typed, blanks and all: a password.
    #[must_use]
    pub fn exact(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Whether a field is there, such as a box that was ticked.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.maybe(name).is_some()
    }
}
