//! The files that are served as they stand, held in the binary.

/// The stylesheet: tokens, pages, paper, in one file.
pub const STYLE: &str = concat!(
    include_str!("../static/tokens.css"),
    include_str!("../static/app.css"),
    include_str!("../static/print.css")
);

/// Name under `/static/`, media type and content of every file.
pub const FILES: [(&str, &str, &str); 8] = [
    ("app.css", "text/css; charset=utf-8", STYLE),
    ("leave.js", "text/javascript; charset=utf-8", include_str!("../static/leave.js")),
    ("clock.js", "text/javascript; charset=utf-8", include_str!("../static/clock.js")),
    ("old.js", "text/javascript; charset=utf-8", include_str!("../static/old.js")),
    ("print.js", "text/javascript; charset=utf-8", include_str!("../static/print.js")),
    ("step.js", "text/javascript; charset=utf-8", include_str!("../static/step.js")),
    ("icon.svg", "image/svg+xml", include_str!("../static/icon.svg")),
    ("wordmark.svg", "image/svg+xml", include_str!("../static/wordmark.svg")),
];

/// A short mark that changes with the content of any file, so that browsers may keep each for ever.
#[must_use]
pub fn version() -> &'static str {
    static VERSION: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    VERSION.get_or_init(|| {
        let all: String = FILES.iter().map(|(_, _, content)| *content).collect();
        protocol::fingerprint_of(&all)
    })
}
