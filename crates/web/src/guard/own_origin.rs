//! Only our own pages change anything: a form on another site, sent by a browser that is signed in here, is turned away.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Lets a request through unless it would change something and comes from another site.
///
/// Browsers say where a request comes from (`Sec-Fetch-Site`), older ones whose page it is (`Origin`); those that say neither still
/// send no cookie of ours along (`SameSite`). A program that is no browser sends neither.
pub async fn check(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_ours(request.headers()) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "This form came from another site. Open the page here and send it again.\n")
            .into_response()
    }
}

fn is_ours(headers: &HeaderMap) -> bool {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = header("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = header("origin") else { return true };
    let host = origin.split_once("://").map(|(_, host)| host);
    host.is_some() && host == header("x-forwarded-host").or_else(|| header("host"))
}

#[cfg(test)]
mod tests {
    use super::is_ours;
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    fn check(pairs: &[(&'static str, &'static str)], ours: bool) {
        let pairs = pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        assert_eq!(is_ours(&pairs.collect::<HeaderMap>()), ours);
    }

    #[test]
    fn another_site_changes_nothing() {
        check(&[("sec-fetch-site", "same-origin")], true);
        check(&[("sec-fetch-site", "none")], true);
        check(&[("sec-fetch-site", "cross-site")], false);
        check(&[("sec-fetch-site", "same-site")], false);
        check(&[("origin", "http://home:4646"), ("host", "home:4646")], true);
        check(&[("origin", "http://evil"), ("host", "home:4646")], false);
        check(&[("origin", "null"), ("host", "home:4646")], false);
        check(&[("host", "home:4646")], true);
    }
}
