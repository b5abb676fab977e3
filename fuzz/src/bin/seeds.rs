//! `seeds NAME FOLDER`: writes where the search begins, a file each.

use std::io::{Error, Result};
use std::path::Path;

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let (name, folder) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let target = fuzz::named(&name).ok_or_else(|| Error::other(format!("`{name}` is no target")))?;
    std::fs::create_dir_all(&folder)?;
    for (at, seed) in (target.seeds)().iter().enumerate() {
        std::fs::write(Path::new(&folder).join(format!("{at:03}")), seed)?;
    }
    Ok(())
}
