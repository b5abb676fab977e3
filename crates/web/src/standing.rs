//! What stays as it is while the site runs: packed once, as small as it goes, for whoever takes brotli.
//!
//! Others get it as it is, and the layer around all routes packs it for them at each request: quicker, and a little larger.

use std::sync::{Arc, OnceLock};

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, VARY};
use axum::response::{IntoResponse, Response};
use brotli::enc::BrotliEncoderParams;
use tokio::sync::Semaphore;

/// The highest step. It takes twice as long as the one below, once, and saves two bytes of a hundred of what every phone fetches.
const QUALITY: i32 = 11;

/// One after the other: each takes up to 15 MB while it is packed.
static TURN: Semaphore = Semaphore::const_new(1);

/// A content that does not change, and its brotli once somebody wanted it.
pub struct Standing {
    content: Bytes,
    /// Nothing inside when brotli would not be smaller.
    packed: OnceLock<Option<Bytes>>,
}

impl Standing {
    /// Packs nothing yet: a server that just starts has other things to do.
    pub fn new(content: impl Into<Bytes>) -> Arc<Self> {
        Arc::new(Self { content: content.into(), packed: OnceLock::new() })
    }

    /// The content as whoever asked takes it, and how it is encoded.
    pub async fn answer(self: &Arc<Self>, asked: &HeaderMap) -> Response {
        let packed = if takes_brotli(asked) { self.packed().await } else { None };
        match packed {
            Some(packed) => ([(CONTENT_ENCODING, "br"), (VARY, "accept-encoding")], packed).into_response(),
            None => self.content.clone().into_response(),
        }
    }

    /// Packing takes up to a second of work, so it is done beside the threads that answer. Who asks meanwhile waits for the same work.
    async fn packed(self: &Arc<Self>) -> Option<Bytes> {
        if let Some(packed) = self.packed.get() {
            return packed.clone();
        }
        let turn = TURN.acquire().await.ok()?;
        let standing = Arc::clone(self);
        let work = move || {
            let packed = standing.packed.get_or_init(|| pack(&standing.content)).clone();
            // Here, not with the request: who goes away meanwhile does not let a second one begin.
            drop(turn);
            packed
        };
        tokio::task::spawn_blocking(work).await.ok().flatten()
    }
}

fn pack(content: &[u8]) -> Option<Bytes> {
    // What is looked back at is the content itself: a larger window would only take memory.
    let window = content.len().next_power_of_two().ilog2().clamp(16, 20);
    let how = BrotliEncoderParams {
        quality: QUALITY,
        lgwin: i32::try_from(window).ok()?,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut packed, &how).ok()?;
    packed.shrink_to_fit();
    Some(Bytes::from(packed)).filter(|packed| packed.len() < content.len())
}

/// Whether brotli is named and not refused (`br;q=0`). A weight that cannot be read counts as refused: every client reads what is not packed.
fn takes_brotli(asked: &HeaderMap) -> bool {
    let lines = asked.get_all(ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).any(|one| {
        let (coding, weight) = one.split_once(';').unwrap_or((one, "q=1"));
        let weight = weight.trim().to_ascii_lowercase();
        let weight = weight.strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
        coding.trim().eq_ignore_ascii_case("br") && weight.is_some_and(|weight| weight > 0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(lines: &[&'static str]) -> HeaderMap {
        let named = |line: &&'static str| (ACCEPT_ENCODING, axum::http::HeaderValue::from_static(line));
        lines.iter().map(named).collect()
    }

    #[test]
    fn brotli_is_taken_only_where_it_is_named_and_not_refused() {
        for takes in [&["br"][..], &["gzip, deflate, br, zstd"], &["gzip;q=1.0,BR;q=0.1"], &["gzip", "br"]] {
            assert!(takes_brotli(&asked(takes)), "{takes:?}");
        }
        for not in [&[][..], &["gzip"], &["*"], &["br;q=0"], &["br; Q=0.000, gzip"], &["br;q=much"], &["brotli, xbr"]] {
            assert!(!takes_brotli(&asked(not)), "{not:?}");
        }
    }

    #[test]
    fn what_brotli_would_not_make_smaller_is_left() {
        assert_eq!(pack(b"a"), None);
        assert!(pack(&[b'a'; 100]).is_some_and(|packed| packed.len() < 100));
    }
}
