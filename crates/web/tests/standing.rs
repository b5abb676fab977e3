//! What stands still is the same however it travels: packed by us, packed by the layer, or as it is.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use web::assets;
use web::site::Site;

/// The layer leaves pictures alone.
const PIXELS: &str = "image/png";

type Fault = Box<dyn std::error::Error>;

/// A site on a socket of its own and its version; it ends with the tests.
fn open() -> Result<(SocketAddr, String), Fault> {
    let ledger = shipped::ledger()?;
    let compiled = shipped::protocol(&ledger)?;
    let guide = shipped::guide(&compiled.protocol, &ledger)?;
    let site = Site::new(compiled, ledger, guide, None, "/leave".to_owned());
    let version = site.version().to_owned();
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    std::thread::spawn(move || {
        tokio::runtime::Runtime::new()?.block_on(async {
            web::serve(tokio::net::TcpListener::from_std(listener)?, site, std::future::pending()).await
        })
    });
    Ok((address, version))
}

/// The head of an answer in small letters, and its body as it was sent.
fn ask(site: SocketAddr, path: &str, accept: &str) -> Result<(String, Vec<u8>), Fault> {
    let mut stream = TcpStream::connect(site)?;
    // 1.0: the body comes in one piece and ends with the connection.
    stream.write_all(format!("GET {path} HTTP/1.0\r\nHost: here\r\nAccept-Encoding: {accept}\r\n\r\n").as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or("no end of the head")?;
    let body = answer.split_off(end + 4);
    Ok((String::from_utf8(answer)?.to_ascii_lowercase(), body))
}

fn unpacked(packed: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut out = Vec::new();
    brotli::BrotliDecompress(&mut &*packed, &mut out)?;
    Ok(out)
}

#[test]
fn what_stands_still_is_the_same_packed_and_plain() -> Result<(), Fault> {
    let (site, version) = open()?;
    let texts = assets::files().into_iter().filter(|file| file.kind != PIXELS);
    let texts = texts.map(|file| (format!("/static/{version}/{}", file.name), file.kind, "immutable"));
    let book = (format!("/phone/{version}/book.json"), "application/json", "no-store");
    for (path, kind, kept) in texts.chain([book]) {
        let (plain_head, plain) = ask(site, &path, "identity")?;
        let (gzip_head, gzip) = ask(site, &path, "gzip, br;q=0")?;
        let (head, packed) = ask(site, &path, "gzip, deflate, br, zstd")?;
        for one in [&plain_head, &gzip_head, &head] {
            assert!(one.starts_with("http/1.0 200"), "{path}: {one}");
            assert!(one.contains(&format!("content-type: {kind}\r\n")), "{path}: {one}");
            assert!(one.contains(kept) && one.contains("x-content-type-options: nosniff"), "{path}: {one}");
            assert_eq!(one.matches("vary: accept-encoding").count(), 1, "{path}: {one}");
        }
        assert!(!plain_head.contains("content-encoding") && !plain.is_empty(), "{path}: {plain_head}");
        assert!(gzip_head.contains("content-encoding: gzip\r\n") && gzip.starts_with(&[0x1f, 0x8b]), "{path}");
        assert_eq!(head.matches("content-encoding: br\r\n").count(), 1, "{path}: {head}");
        assert!(head.contains(&format!("content-length: {}\r\n", packed.len())), "{path}: {head}");
        assert_eq!(unpacked(&packed)?, plain, "{path}");
        assert!(packed.len() < gzip.len(), "{path}: {} against {}", packed.len(), gzip.len());
        assert_eq!(ask(site, &path, "br")?.1, packed, "{path}: not the same a second time");
    }
    for assets::File { name, content, kind } in assets::files() {
        let path = format!("/static/{version}/{name}");
        assert_eq!(ask(site, &path, "identity")?.1, content, "{name}");
        if kind == PIXELS {
            let (head, body) = ask(site, &path, "gzip, br")?;
            let body = if head.contains("content-encoding: br\r\n") { unpacked(&body)? } else { body };
            assert_eq!(body, content, "{name}: {head}");
        }
    }
    Ok(())
}

#[test]
fn what_is_not_there_is_not_packed() -> Result<(), Fault> {
    let (site, version) = open()?;
    let none = format!("/static/{version}/none.css");
    for path in [&*none, "/static/other/app.css", "/phone/other/book.json"] {
        let (head, body) = ask(site, path, "br")?;
        assert!(head.starts_with("http/1.0 404") && !head.contains("content-encoding") && body.is_empty(), "{head}");
    }
    Ok(())
}

/// What a phone keeps for the check and relief, packed, in bytes (`docs/bench.md`).
const OFFLINE_MOST: usize = 150_000;

#[test]
fn what_a_phone_keeps_for_the_check_and_relief_is_small() -> Result<(), Fault> {
    let (site, version) = open()?;
    let mut bytes = 0;
    for part in ["book", "shelf"] {
        let (head, packed) = ask(site, &format!("/phone/{version}/{part}.json"), "br")?;
        assert!(head.contains("content-encoding: br\r\n"), "{head}");
        bytes += packed.len();
    }
    assert!(bytes <= OFFLINE_MOST, "{bytes} bytes: what only the record or the ledger needs travels with them");
    Ok(())
}

#[test]
fn what_comes_later_does_not_travel_twice() -> Result<(), Fault> {
    let (site, version) = open()?;
    let part = |name: &str| -> Result<serde_json::Value, Fault> {
        Ok(serde_json::from_slice(&ask(site, &format!("/phone/{version}/{name}.json"), "identity")?.1)?)
    };
    let names = |files: &serde_json::Value| -> Vec<String> {
        files.as_array().into_iter().flatten().map(|file| file["name"].to_string()).collect()
    };
    let (book, shelf, record, ledger) = (part("book")?, part("shelf")?, part("record")?, part("ledger")?);
    assert!(book["record"].is_null() && record["words"].is_object());
    let on_shelf = names(&shelf);
    for later in [&record, &ledger] {
        let files = names(&later["files"]);
        assert!(!files.is_empty());
        assert!(files.iter().all(|name| !on_shelf.contains(name)), "{files:?}");
    }
    Ok(())
}
