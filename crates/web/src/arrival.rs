//! Someone who arrives at a page that may be opened with answers or without: by a link, or by a form that carries them.

use axum::extract::{Form, FromRequest, Request};
use axum::http::Method;
use axum::response::{IntoResponse, Response};

use crate::carry::Carried;
use crate::for_her;
use crate::form::Posted;
use crate::frame::{Frame, Visitor};
use crate::page::trouble;
use crate::site::Site;

/// Who arrives, and what she brings.
pub struct Arrival {
    /// The site.
    pub site: Site,
    /// What she has chosen before.
    pub visitor: Visitor,
    /// What travels with her.
    pub carried: Carried,
    /// The fields of her form; empty when she came by a link.
    pub fields: Vec<(String, String)>,
}

impl Arrival {
    /// One field of her form.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        Posted(&self.fields).field(name)
    }

    /// Who arrives without answers.
    #[must_use]
    pub fn bare(site: &Site, visitor: Visitor) -> Self {
        Self { site: site.clone(), visitor, carried: Carried::default(), fields: Vec::new() }
    }

    /// The frame of her page.
    #[must_use]
    pub fn frame(&self) -> Frame<'_> {
        self.carried.frame(&self.site, &self.visitor)
    }
}

impl FromRequest<Site> for Arrival {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Response> {
        let visitor = Visitor::of(request.headers(), site);
        let headers = request.headers().clone();
        let fields = if request.method() == Method::POST {
            let form = Form::<Vec<(String, String)>>::from_request(request, site).await;
            form.map_err(IntoResponse::into_response)?.0
        } else {
            Vec::new()
        };
        match Carried::read(site, &fields) {
            // Only answers are read by the rules, and every session that is withheld asks for them.
            Ok(carried) if carried.interview.is_some() => {
                Ok(Self { site: for_her::site_of(site, &headers).await, visitor, carried, fields })
            }
            Ok(carried) => Ok(Self { site: site.clone(), visitor, carried, fields }),
            Err(_) => Err(trouble::stale(site, &visitor)),
        }
    }
}
