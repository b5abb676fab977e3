//! The whole site as one list.

use axum::Router;
use axum::routing::{get, post};

use crate::guard;
use crate::page::{
    about_show, check_answer, check_show, help_show, home_show, region_choose, static_show, theme_choose, trouble,
};
use crate::site::Site;

/// All routes, behind all guards.
pub fn router(site: Site) -> Router {
    let routes = Router::new()
        .route("/", get(home_show::handle))
        .route("/check", get(check_show::handle).post(check_answer::handle))
        .route("/help", get(help_show::handle).post(help_show::handle_in_check))
        .route("/about", get(about_show::handle))
        .route("/theme", post(theme_choose::handle))
        .route("/region", post(region_choose::handle))
        .route("/static/{name}", get(static_show::handle))
        .fallback(trouble::unknown_page)
        .method_not_allowed_fallback(trouble::wrong_method)
        .with_state(site);
    guard::around(routes)
}
