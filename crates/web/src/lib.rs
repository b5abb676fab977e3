//! Milkway's face: pages, words and style. Decisions are made elsewhere.

mod arrival;
pub mod assets;
mod carry;
pub mod direction;
mod fill;
mod form;
pub mod frame;
mod guard;
pub mod language;
pub mod numbers;
mod page;
mod phone;
pub mod reading_room;
pub mod record;
pub mod rests;
pub mod router;
pub mod site;
mod standing;
pub mod time;
mod upload;
pub mod view;
pub mod words;

/// Whether this build has the check of one person. Without it there are no questions, no urgency, and no door that needs them.
pub const CHECK: bool = cfg!(feature = "check");

use std::future::Future;

use axum::serve::ListenerExt;
use site::Site;
use words::Words;

/// The English words. They are part of the binary and tested, so reading them cannot fail; a broken file would show ids.
#[must_use]
pub fn english() -> Words {
    Words::read("en", words::ENGLISH).unwrap_or_else(|_| Words::silent())
}

/// Serves the site until `stopped` resolves.
///
/// # Errors
/// When the socket fails.
pub async fn serve(
    listener: tokio::net::TcpListener,
    site: Site,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    // An answer is small and whole: it need not wait for more to send.
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    axum::serve(listener, router::router(site)).with_graceful_shutdown(stopped).await
}
