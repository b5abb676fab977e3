//! Settings: from the command line, else the environment, else a TOML file, else the default.

use std::collections::BTreeMap;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;
use web::record::Registration;
use web::record::place::Place;

use crate::args::Serve;

/// The port that README names.
const PORT: u16 = 4646;
/// The demo has another: what a phone keeps belongs to an address with its port, and must not meet invented data.
const DEMO_PORT: u16 = 4647;

/// Settings of a running server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where to listen.
    pub listen: SocketAddr,
    /// Where data is kept.
    pub data: PathBuf,
    /// The region to begin with.
    pub region: Option<String>,
    /// The language of the pages, as it was typed; none: English.
    pub language: Option<String>,
    /// Where *Leave* leads.
    pub leave: String,
    /// Who may make a household.
    pub registration: Registration,
    /// Whether a proxy in front is trusted to say from where somebody comes.
    pub behind_proxy: bool,
    /// Where browsers reach the server: passkeys belong to it.
    pub place: Place,
    /// Numbers that the self-hoster has entered, by region.
    pub numbers: BTreeMap<String, Numbers>,
}

/// Numbers of a region that take the place of the shipped ones. What is left out stays as shipped.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// Emergency numbers; the first leads.
    #[serde(default)]
    pub emergency: Vec<String>,
    /// Urgent advice.
    #[serde(default)]
    pub urgent: Vec<String>,
    /// Crisis lines.
    #[serde(default)]
    pub crisis: Vec<String>,
    /// The day on which someone last checked all numbers of this region, `YYYY-MM-DD`.
    pub checked: Option<String>,
}

/// The settings file. Unknown names are refused, so that a slip is seen.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    listen: Option<SocketAddr>,
    data: Option<PathBuf>,
    region: Option<String>,
    language: Option<String>,
    leave: Option<String>,
    registration: Option<String>,
    #[serde(default)]
    behind_proxy: bool,
    public_url: Option<String>,
    #[serde(default)]
    numbers: BTreeMap<String, Numbers>,
}

/// Gathers the settings.
///
/// # Errors
/// A file that cannot be read or says something unknown.
pub fn settings(said: &Serve) -> Result<Settings> {
    let default_data = PathBuf::from("milkway-data");
    let data = said.data.clone();
    let file = match &said.config {
        Some(path) => read(path)?,
        None if said.demo => File::default(),
        None => {
            let beside = data.as_ref().unwrap_or(&default_data).join("milkway.toml");
            if beside.exists() { read(&beside)? } else { File::default() }
        }
    };
    if said.demo && (data.is_some() || file.data.is_some()) {
        bail!("a demo keeps nothing and works on no data folder: leave out --data, MILKWAY_DATA and `data`");
    }
    let port = if said.demo { DEMO_PORT } else { PORT };
    let leave = said.leave.clone().or(file.leave).unwrap_or_else(|| "https://www.bbc.com/weather".to_owned());
    if !leave.starts_with("https://") && !leave.starts_with("http://") {
        bail!("`leave` must be a web address that begins with https://, not `{leave}`");
    }
    Ok(Settings {
        listen: said.listen.or(file.listen).unwrap_or_else(|| SocketAddr::from((Ipv4Addr::LOCALHOST, port))),
        data: data.or(file.data).unwrap_or(default_data),
        region: said.region.clone().or(file.region),
        language: said.language.clone().or(file.language),
        leave,
        registration: registration(said.registration.as_deref().or(file.registration.as_deref()))?,
        behind_proxy: said.behind_proxy || file.behind_proxy,
        place: place(said.public_url.as_deref().or(file.public_url.as_deref()))?,
        numbers: file.numbers,
    })
}

/// Who may make a household: unless it is said, the first owner alone.
fn registration(said: Option<&str>) -> Result<Registration> {
    let name = said.unwrap_or("first");
    Registration::named(name).ok_or_else(|| anyhow!("`registration` is first, invite or open, not `{name}`"))
}

/// Where browsers reach it: unless it is said, this machine alone.
fn place(said: Option<&str>) -> Result<Place> {
    said.map_or_else(|| Ok(Place::local()), Place::read).map_err(|wrong| anyhow!("`public_url` {wrong}"))
}

fn read(path: &Path) -> Result<File> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read the settings file {}", path.display()))?;
    toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        anyhow!("in the settings file {}, line {line}: {}", path.display(), error.message().replace('\n', ", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_wins_over_the_file_and_the_file_over_the_default() {
        let path = std::env::temp_dir().join(format!("milkway-settings-{}.toml", std::process::id()));
        fs::write(
            &path,
            "listen = \"127.0.0.1:1\"\nregion = \"UK\"\nlanguage = \"ar-XB\"\npublic_url = \"https://milk.example\"\n",
        )
        .unwrap();
        let said = Serve { config: Some(path.clone()), region: Some("IE".to_owned()), ..Serve::default() };
        let settings = settings(&said).unwrap();
        fs::remove_file(&path).unwrap();
        assert_eq!(settings.listen.port(), 1);
        assert_eq!(settings.region.as_deref(), Some("IE"));
        assert_eq!(settings.language.as_deref(), Some("ar-XB"));
        assert_eq!(settings.data, PathBuf::from("milkway-data"));
        assert_eq!(settings.place.origin, "https://milk.example");
    }

    #[test]
    fn where_no_address_is_said_passkeys_belong_to_this_machine_and_a_wrong_one_is_refused() {
        assert_eq!(place(None).unwrap(), Place::local());
        let told = place(Some("http://192.168.1.5:4646")).unwrap_err().to_string();
        assert!(told.starts_with("`public_url` must be the address that people type"), "{told}");
    }

    #[test]
    fn a_slip_in_the_file_is_refused() {
        assert!(toml::from_str::<File>("regoin = \"UK\"").is_err());
    }
}
