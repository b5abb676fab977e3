//! What stands still is the same however it travels: packed by us, packed by the layer, or as it is.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use web::assets;
use web::site::Site;

/// The layer leaves pictures alone.
const PIXELS: &str = "image/png";

/// A site on a socket of its own; it ends with the tests.
fn open() -> (SocketAddr, String) {
    let (say, heard) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let ledger = shipped::ledger().expect("a sound ledger");
        let compiled = shipped::protocol(&ledger).expect("a sound protocol");
        let guide = shipped::guide(&compiled.protocol, &ledger).expect("a sound guide");
        let site = Site::new(compiled, ledger, guide, None, "/leave".to_owned());
        tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a socket");
            let address = listener.local_addr().expect("an address");
            say.send((address, site.version().to_owned())).expect("a listener");
            web::serve(listener, site, std::future::pending()).await
        })
    });
    heard.recv().expect("a site")
}

/// The head of an answer in small letters, and its body as it was sent.
fn ask(site: SocketAddr, path: &str, accept: &str) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(site).expect("a connection");
    // 1.0: the body comes in one piece and ends with the connection.
    let request = format!("GET {path} HTTP/1.0\r\nHost: here\r\nAccept-Encoding: {accept}\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("a request");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("an end of the head");
    let body = answer.split_off(end + 4);
    (String::from_utf8(answer).expect("a head in ASCII").to_ascii_lowercase(), body)
}

fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    brotli::BrotliDecompress(&mut &*packed, &mut out).expect("sound brotli");
    out
}

#[test]
fn what_stands_still_is_the_same_packed_and_plain() {
    let (site, version) = open();
    let texts = assets::files().into_iter().filter(|file| file.kind != PIXELS);
    let texts = texts.map(|file| (format!("/static/{version}/{}", file.name), file.kind, "immutable"));
    let book = (format!("/phone/{version}/book.json"), "application/json", "no-store");
    for (path, kind, kept) in texts.chain([book]) {
        let (plain_head, plain) = ask(site, &path, "identity");
        let (gzip_head, gzip) = ask(site, &path, "gzip, br;q=0");
        let (head, packed) = ask(site, &path, "gzip, deflate, br, zstd");
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
        assert_eq!(unpacked(&packed), plain, "{path}");
        assert!(packed.len() < gzip.len(), "{path}: {} against {}", packed.len(), gzip.len());
        assert_eq!(ask(site, &path, "br").1, packed, "{path}: not the same a second time");
    }
    for assets::File { name, content, kind } in assets::files() {
        let path = format!("/static/{version}/{name}");
        assert_eq!(ask(site, &path, "identity").1, content, "{name}");
        if kind == PIXELS {
            let (head, body) = ask(site, &path, "gzip, br");
            assert!(head.contains("content-encoding: br\r\n"), "{name}: {head}");
            assert_eq!(unpacked(&body), content, "{name}");
        }
    }
}

#[test]
fn what_is_not_there_is_not_packed() {
    let (site, version) = open();
    let none = format!("/static/{version}/none.css");
    for path in [&*none, "/static/other/app.css", "/phone/other/book.json"] {
        let (head, body) = ask(site, path, "br");
        assert!(head.starts_with("http/1.0 404") && !head.contains("content-encoding") && body.is_empty(), "{head}");
    }
}
