//! Where a server is reached. A passkey belongs to one place for ever, so it is said once, by whoever sets the server up, and never taken from a request.

use std::net::IpAddr;

use axum::http::Uri;

/// The machine itself: browsers trust it without https.
const LOCAL: &str = "localhost";

/// The place of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// As browsers name it: `https://milk.example`. Nothing after the port.
    pub origin: String,
    /// The host alone, to which passkeys belong.
    pub host: String,
    /// Whether any port of the host is this place: so it is where nobody has said another.
    pub any_port: bool,
}

impl Place {
    /// Where nobody has said another: this machine, at whatever port it listens.
    #[must_use]
    pub fn local() -> Self {
        Self { origin: format!("http://{LOCAL}"), host: LOCAL.to_owned(), any_port: true }
    }

    /// Reads a public address.
    ///
    /// # Errors
    /// What is wrong with it and what would be right, to follow its name.
    pub fn read(said: &str) -> Result<Self, String> {
        let uri: Uri = said.parse().map_err(|_| wrong(said, "is no web address"))?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(wrong(said, "does not begin with https://"));
        };
        let host = authority.host().to_ascii_lowercase();
        if host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok() {
            return Err(wrong(said, "is a number: passkeys belong to a name"));
        }
        if scheme != "https" && !(scheme == "http" && host == LOCAL) {
            return Err(wrong(said, "does not begin with https://, without which no browser has passkeys"));
        }
        if authority.as_str().contains('@') || !matches!(uri.path(), "" | "/") || uri.query().is_some() {
            return Err(wrong(said, "has more than a host and a port"));
        }
        // Browsers leave out the port that the scheme has anyway.
        let port =
            authority.port_u16().filter(|port| (scheme, *port) != ("https", 443) && (scheme, *port) != ("http", 80));
        let port = port.map_or_else(String::new, |port| format!(":{port}"));
        Ok(Self { origin: format!("{scheme}://{host}{port}"), host, any_port: false })
    }
}

fn wrong(said: &str, why: &str) -> String {
    format!("must be the address that people type, such as https://milk.example: `{said}` {why}")
}

#[cfg(test)]
mod tests {
    use super::Place;

    fn check(said: &str, origin: &str, host: &str) {
        let read = Place::read(said).unwrap();
        assert_eq!((read.origin.as_str(), read.host.as_str(), read.any_port), (origin, host, false), "{said}");
    }

    #[test]
    fn an_address_is_read_as_a_browser_names_it() {
        check("https://milk.example", "https://milk.example", "milk.example");
        check("https://Milk.Example/", "https://milk.example", "milk.example");
        check("https://milk.example:443", "https://milk.example", "milk.example");
        check("https://milk.example:8443", "https://milk.example:8443", "milk.example");
        check("http://localhost:4646", "http://localhost:4646", "localhost");
    }

    #[test]
    fn what_no_browser_has_passkeys_for_is_refused_with_the_reason() {
        for (said, why) in [
            ("milk.example", "does not begin with https://"),
            ("http://milk.example", "does not begin with https://"),
            ("https://192.168.1.5:4646", "is a number"),
            ("https://[::1]:4646", "is a number"),
            ("https://milk.example/home", "more than a host"),
            ("https://milk.example?a=1", "more than a host"),
            ("https://me:secret@milk.example", "more than a host"),
            ("a b", "is no web address"),
        ] {
            let told = Place::read(said).unwrap_err();
            assert!(told.contains(why) && told.contains("https://milk.example"), "{said}: {told}");
        }
    }
}
