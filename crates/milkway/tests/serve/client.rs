//! A browser's or a phone's side of HTTP, as plain as it goes: a connection a request, HTTP/1.0, so that no answer comes in chunks.

use std::io::{Read, Write};
use std::net::TcpStream;

/// An answer.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    /// A header, by its name in small letters.
    pub fn headers<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(':'));
        lines.filter(move |(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|why| panic!("{why}: {} {}", self.status, self.body))
    }

    /// `name=value` of a cookie that it sets.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let begins = format!("{name}=");
        let set = self.headers("set-cookie").find(|set| set.starts_with(&begins))?;
        set.split(';').next().map(str::to_owned)
    }
}

/// Who speaks to which server, with which cookie.
#[derive(Debug, Clone)]
pub struct Client {
    pub port: u16,
    pub cookie: String,
}

impl Client {
    pub fn get(&self, path: &str) -> Option<Answer> {
        self.ask("GET", path, "", "")
    }

    pub fn form(&self, path: &str, fields: &[(&str, &str)]) -> Option<Answer> {
        let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        self.ask("POST", path, "application/x-www-form-urlencoded", &pairs.join("&"))
    }

    pub fn json(&self, path: &str, body: &serde_json::Value) -> Option<Answer> {
        self.ask("POST", path, "application/json", &body.to_string())
    }

    /// Opens a connection and sends the request; whoever holds it may read the answer, or wait.
    pub fn send(&self, method: &str, path: &str, kind: &str, body: &str) -> std::io::Result<TcpStream> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        let mut head = format!("{method} {path} HTTP/1.0\r\nHost: localhost:{}\r\n", self.port);
        if !self.cookie.is_empty() {
            head.push_str(&format!("Cookie: {}\r\n", self.cookie));
        }
        if method == "POST" {
            head.push_str(&format!("Content-Type: {kind}\r\nContent-Length: {}\r\n", body.len()));
        }
        stream.write_all(format!("{head}\r\n{body}").as_bytes())?;
        Ok(stream)
    }

    /// None when the server has gone before the answer was whole.
    fn ask(&self, method: &str, path: &str, kind: &str, body: &str) -> Option<Answer> {
        answer(self.send(method, path, kind, body).ok()?)
    }
}

/// The answer on a connection; none when it broke off.
pub fn answer(mut stream: TcpStream) -> Option<Answer> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let answer = Answer { status, head: head.to_owned(), body: body.to_owned() };
    let length = answer.headers("content-length").next().map(|length| length.parse::<usize>().unwrap());
    length.is_none_or(|length| length == body.len()).then_some(answer)
}

fn encoded(value: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    value.bytes().map(byte).collect()
}
