//! The whole site as one list.

use axum::Router;
use axum::routing::{get, post};

use crate::demo;
use crate::guard;
use crate::page::home::{entry_undo, feed_press};
use crate::page::household::{
    babies, baby, export, gadget_revoke, household_add, household_delete, household_show, households,
    invitation_withdraw, invite, join, overrides, password, people_show, person_remove, person_show, privacy, recover,
    sessions, settings, sign_in, sign_out,
};
#[cfg(feature = "passkeys")]
use crate::page::household::{passkey_use, passkeys};
use crate::page::log::{bin_show, day_show, entry_add, entry_correct, kinds_show, notes_find};
use crate::page::sync::{live, pull, push};
use crate::page::{
    about_show, article_check, article_show, check_answer, check_show, claim_show, condition_show, disagreements_show,
    entry_show, evidence_show, feed_timer, help_show, home_show, manifest_show, milk_show, more_show, painkillers_log,
    painkillers_show, phone_choices, phone_part, read_show, region_choose, relief_card, relief_show, safety_show,
    session_show, source_show, static_show, theme_choose, thing_show, tone_choose, trouble, worker_show,
};
use crate::site::Site;

/// All routes, behind all guards.
pub fn router(site: Site) -> Router {
    let routes = with_passkeys(with_people(with_check(Router::new())))
        .route("/", get(home_show::handle))
        .route("/relief", get(relief_show::handle).post(relief_show::handle))
        .route("/relief/{step}", get(relief_card::handle).post(relief_card::handle))
        .route("/session/{id}", get(session_show::handle).post(session_show::handle))
        .route("/feed-timer", get(feed_timer::handle).post(feed_timer::handle))
        .route("/milk", get(milk_show::handle).post(milk_show::handle))
        .route("/read/{page}", get(read_show::handle).post(read_show::handle))
        .route("/condition/{id}", get(condition_show::handle).post(condition_show::handle))
        .route("/painkillers", get(painkillers_show::handle).post(painkillers_log::handle))
        .route("/evidence", get(evidence_show::handle).post(evidence_show::handle))
        .route("/evidence/disagreements", get(disagreements_show::handle).post(disagreements_show::handle))
        .route("/evidence/{id}", get(entry_show::handle).post(entry_show::handle))
        .route("/source/{id}", get(source_show::handle).post(source_show::handle))
        .route("/rests/{kind}/{id}", get(thing_show::handle).post(thing_show::handle))
        .route("/article", get(article_show::handle).post(article_show::handle))
        .route("/article/check", get(article_check::show).post(article_check::read))
        .route("/article/{id}", get(claim_show::handle).post(claim_show::handle))
        .route("/more", get(more_show::handle).post(more_show::handle))
        .route("/help", get(help_show::handle).post(help_show::handle_in_check))
        .route("/feed", post(feed_press::feed))
        .route("/pump-timer", post(feed_press::pump))
        .route("/undo", post(entry_undo::handle))
        .route("/log", get(kinds_show::handle))
        .route("/log/{kind}", get(entry_add::show).post(entry_add::handle))
        .route("/entry/{id}", get(entry_correct::show).post(entry_correct::handle))
        .route("/day", get(day_show::today).post(notes_find::handle))
        .route("/day/{day}", get(day_show::handle))
        .route("/bin", get(bin_show::handle))
        .route("/record/push", post(push::handle))
        .route("/record/pull", get(pull::handle))
        .route("/record/live", get(live::handle))
        .route("/about", get(about_show::handle))
        .route("/about/safety", get(safety_show::handle))
        .route("/theme", post(theme_choose::handle))
        .route("/tone", post(tone_choose::handle))
        .route("/region", post(region_choose::handle))
        .route("/static/{version}/{*name}", get(static_show::handle))
        .route("/manifest.webmanifest", get(manifest_show::handle))
        .fallback(trouble::unknown_page)
        .method_not_allowed_fallback(trouble::wrong_method)
        .with_state(site.clone());
    guard::around(match site.demo() {
        Some(owner) => demo::around(routes, site, owner),
        None => routes,
    })
}

/// What works out an answer for one person: the check, and the rules that a phone works with by itself.
fn with_check(routes: Router<Site>) -> Router<Site> {
    if crate::CHECK {
        routes
            .route("/check", get(check_show::handle).post(check_answer::handle))
            .route("/worker.js", get(worker_show::handle))
            .route("/phone/choices.json", get(phone_choices::handle))
            .route("/phone/{version}/{part}", get(phone_part::handle))
    } else {
        routes
    }
}

/// Accounts, people, babies, privacy and settings: pages that only the server has.
fn with_people(routes: Router<Site>) -> Router<Site> {
    routes
        .route("/keep", get(household_add::show).post(household_add::handle))
        .route("/sign-in", get(sign_in::show).post(sign_in::handle))
        .route("/sign-out", post(sign_out::handle))
        .route("/recover", get(recover::show).post(recover::handle))
        .route("/join/{token}", get(join::show).post(join::handle))
        .route("/household", get(household_show::handle))
        .route("/household/export", get(export::handle))
        .route("/household/delete", get(household_delete::show).post(household_delete::handle))
        .route("/household/undelete", post(household_delete::undo))
        .route("/households", get(households::show).post(households::add))
        .route("/households/open", post(households::open))
        .route("/people", get(people_show::handle))
        .route("/people/invite", get(invite::show).post(invite::handle))
        .route("/people/invitations/{id}/withdraw", post(invitation_withdraw::handle))
        .route("/people/gadgets/{id}/revoke", post(gadget_revoke::handle))
        .route("/people/{id}", get(person_show::show).post(person_show::handle))
        .route("/people/{id}/remove", get(person_remove::show).post(person_remove::handle))
        .route("/sessions", get(sessions::show))
        .route("/sessions/end-others", post(sessions::end_others))
        .route("/sessions/{id}/end", post(sessions::end))
        .route("/password", get(password::show).post(password::handle))
        .route("/codes", get(password::show_codes).post(password::renew_codes))
        .route("/babies", get(babies::show).post(babies::add))
        .route("/babies/add", get(babies::show_add))
        .route("/babies/before", get(babies::before))
        .route("/babies/{id}", get(baby::show).post(baby::change))
        .route("/babies/{id}/died", get(baby::show_died).post(baby::died))
        .route("/babies/{id}/take-back", post(baby::take_back))
        .route("/loss", get(baby::loss))
        .route("/privacy", get(privacy::show).post(privacy::handle))
        .route("/privacy/overrides/{id}/withdraw", post(privacy::withdraw))
        .route("/care", get(overrides::show))
        .route("/care/{person}", get(overrides::show_person))
        .route("/care/{person}/unlock", post(overrides::unlock))
        .route("/care/{person}/raise", post(overrides::raise))
        .route("/care/{person}/{id}/withdraw", post(overrides::withdraw))
        .route("/settings", get(settings::show).post(settings::handle))
}

/// What browsers make passkeys and sign in by.
#[cfg(feature = "passkeys")]
fn with_passkeys(routes: Router<Site>) -> Router<Site> {
    routes
        .route("/passkeys", get(passkeys::show).post(passkeys::add))
        .route("/passkeys/begin", post(passkeys::begin))
        .route("/passkeys/{id}/remove", post(passkeys::remove))
        .route("/sign-in/passkey", post(passkey_use::handle))
        .route("/sign-in/passkey/begin", post(passkey_use::begin))
}

/// This build has none.
#[cfg(not(feature = "passkeys"))]
fn with_passkeys(routes: Router<Site>) -> Router<Site> {
    routes
}
