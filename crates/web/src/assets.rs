//! The files that are served as they stand, held in the binary.

/// The stylesheet: tokens, pages, paper, in one file.
pub const STYLE: &str = concat!(
    include_str!("../static/tokens.css"),
    include_str!("../static/app.css"),
    include_str!("../static/print.css")
);

/// The styles of relief: skin and motion of the drawings, rows, sessions, the feed timer.
pub const RELIEF: &str =
    concat!(include_str!("../../../browser/drawings.css"), include_str!("../../../browser/relief.css"));

/// The drawings of icons, urgencies and levels that every page carries.
pub const SPRITE: &str = include_str!("../templates/sprite_partial.html");

/// The name of the house as a drawing.
pub const WORDMARK: &str = include_str!("../static/wordmark.svg");

/// Name under `/static/`, media type and content of every file.
pub const FILES: &[(&str, &str, &str)] = &[
    ("app.css", "text/css; charset=utf-8", STYLE),
    ("relief.css", "text/css; charset=utf-8", RELIEF),
    ("ledger.css", "text/css; charset=utf-8", include_str!("../../../browser/ledger.css")),
    ("find.js", "text/javascript; charset=utf-8", include_str!("../../../browser/find.js")),
    ("find_page.js", "text/javascript; charset=utf-8", include_str!("../../../browser/find_page.js")),
    ("carry.js", "text/javascript; charset=utf-8", include_str!("../../../browser/carry.js")),
    ("session.js", "text/javascript; charset=utf-8", include_str!("../../../browser/session.js")),
    ("session_end.js", "text/javascript; charset=utf-8", include_str!("../../../browser/session_end.js")),
    ("choice.js", "text/javascript; charset=utf-8", include_str!("../../../browser/choice.js")),
    ("forget.js", "text/javascript; charset=utf-8", include_str!("../../../browser/forget.js")),
    ("feed.js", "text/javascript; charset=utf-8", include_str!("../../../browser/feed.js")),
    ("painkillers.css", "text/css; charset=utf-8", include_str!("../../../browser/painkillers.css")),
    ("painkillers.js", "text/javascript; charset=utf-8", include_str!("../../../browser/painkillers.js")),
    ("doses.js", "text/javascript; charset=utf-8", include_str!("../../../browser/doses.js")),
    ("dose_log.js", "text/javascript; charset=utf-8", include_str!("../../../browser/dose_log.js")),
    ("dose_draw.js", "text/javascript; charset=utf-8", include_str!("../../../browser/dose_draw.js")),
    ("dose_cards.js", "text/javascript; charset=utf-8", include_str!("../../../browser/dose_cards.js")),
    ("dose_form.js", "text/javascript; charset=utf-8", include_str!("../../../browser/dose_form.js")),
    ("dose_time.js", "text/javascript; charset=utf-8", include_str!("../../../browser/dose_time.js")),
    ("leave.js", "text/javascript; charset=utf-8", include_str!("../static/leave.js")),
    ("clock.js", "text/javascript; charset=utf-8", include_str!("../static/clock.js")),
    ("old.js", "text/javascript; charset=utf-8", include_str!("../static/old.js")),
    ("print.js", "text/javascript; charset=utf-8", include_str!("../static/print.js")),
    ("step.js", "text/javascript; charset=utf-8", include_str!("../static/step.js")),
    ("icon.svg", "image/svg+xml", include_str!("../static/icon.svg")),
    ("wordmark.svg", "image/svg+xml", WORDMARK),
];

/// The content of every file, one after the other.
#[must_use]
pub fn all() -> String {
    FILES.iter().map(|(_, _, content)| *content).collect()
}
