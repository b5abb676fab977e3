//! The cookie of a signed-in browser.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;

/// Its name.
pub const NAME: &str = "session";
/// A browser that comes back within so long stays signed in.
pub const LIFE_MS: i64 = 90 * 24 * 60 * 60 * 1_000;

/// The token that a request brings.
#[must_use]
pub fn token(headers: &HeaderMap) -> Option<String> {
    named(headers, NAME)
}

/// The value of a cookie.
#[must_use]
pub fn named(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}

/// Sets it: no script reads it, no other site sends it.
#[must_use]
pub fn set(token: &str, headers: &HeaderMap) -> String {
    let secure = if came_by_https(headers) { "; Secure" } else { "" };
    format!("{NAME}={token}; Path=/; Max-Age={}; SameSite=Lax; HttpOnly{secure}", LIFE_MS / 1_000)
}

/// The name of the one that binds a passkey's challenge to the browser that asked for it.
pub const CHALLENGE: &str = "passkey";

/// Sets that one: for the pages of signing in alone, and for so long.
#[must_use]
pub fn set_challenge(token: &str, life_ms: i64, headers: &HeaderMap) -> String {
    let secure = if came_by_https(headers) { "; Secure" } else { "" };
    format!("{CHALLENGE}={token}; Path=/sign-in; Max-Age={}; SameSite=Strict; HttpOnly{secure}", life_ms / 1_000)
}

/// Takes it away.
#[must_use]
pub fn clear() -> String {
    format!("{NAME}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly")
}

/// What stands before us says so; by itself the server speaks http.
fn came_by_https(headers: &HeaderMap) -> bool {
    headers.get("x-forwarded-proto").is_some_and(|value| value.as_bytes() == b"https")
}
