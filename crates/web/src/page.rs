//! One handler a file, named by what it does.

pub mod about_show;
pub mod article_check;
pub mod article_show;
pub mod check_answer;
pub mod check_show;
pub mod claim_show;
pub mod condition_show;
pub mod disagreements_show;
pub mod entry_show;
pub mod evidence_show;
pub mod feed_timer;
pub mod help_show;
pub mod home;
pub mod home_show;
pub mod household;
pub mod log;
pub mod manifest_show;
pub mod milk_show;
pub mod more_show;
pub mod painkillers_log;
pub mod painkillers_show;
pub mod phone_choices;
pub mod phone_part;
pub mod read_show;
pub mod region_choose;
pub mod relief_card;
pub mod relief_show;
pub mod safety_show;
pub mod session_show;
pub mod source_show;
pub mod static_show;
pub mod sync;
pub mod theme_choose;
pub mod thing_show;
pub mod tone_choose;
pub mod trouble;
pub mod worker_show;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

/// A rendered template as a response.
pub fn html(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(page) => (status, Html(page)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page could not be drawn");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
