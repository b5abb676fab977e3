//! The text files of the repository, read once. Every check after this is a pure function of them.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Folders that are built or fetched, never written by us.
const NOT_OURS: &[&str] = &[".git", "target", "node_modules", "milkway-data", "proptest-regressions"];

/// No text of ours comes near this; a file above it is data of some other kind.
const TEXT_BYTES_MAX: u64 = 2 * 1024 * 1024;

/// Path from the top, with `/`, and text.
#[derive(Default)]
pub(crate) struct Tree(BTreeMap<String, String>);

impl Tree {
    /// Reads every text file below `root`.
    pub(crate) fn read(root: &Path) -> Result<Self> {
        let mut tree = Self::default();
        tree.enter(root, "")?;
        Ok(tree)
    }

    /// A tree for a test.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }

    /// The same tree with one file written anew.
    #[cfg(test)]
    pub(crate) fn with(&self, path: &str, text: &str) -> Self {
        let mut files = self.0.clone();
        files.insert(path.to_owned(), text.to_owned());
        Self(files)
    }

    /// The same tree without one file.
    #[cfg(test)]
    pub(crate) fn without(&self, path: &str) -> Self {
        let mut files = self.0.clone();
        files.remove(path);
        Self(files)
    }

    pub(crate) fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    fn enter(&mut self, folder: &Path, prefix: &str) -> Result<()> {
        let listed = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
        for entry in listed {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
            let kind = entry.file_type()?;
            if kind.is_dir() && !NOT_OURS.contains(&name.as_str()) {
                self.enter(&entry.path(), &path)?;
            } else if kind.is_file() && entry.metadata()?.len() <= TEXT_BYTES_MAX {
                // What is not UTF-8 is a picture or a font.
                if let Ok(text) = String::from_utf8(fs::read(entry.path())?) {
                    self.0.insert(path, text);
                }
            }
        }
        Ok(())
    }
}

/// The part after the last dot.
pub(crate) fn extension(path: &str) -> &str {
    file_name(path).rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// The part after the last slash.
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
