//! An article that is sent by a form: pasted or as a file. No more of it is held than is read.

use std::pin::Pin;
use std::time::Duration;

use article::{BYTES_MAX, Format};
use axum::body::{Body, HttpBody};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};

/// What stands around the article in a form: names, borders, the answers that travel.
const AROUND_BYTES: usize = 256 << 10;
/// The largest body of a form with an article, in bytes.
const BODY_BYTES_MAX: usize = BYTES_MAX + AROUND_BYTES;
/// So much of a larger body is received and dropped, so that the browser comes to read the answer.
const DROPPED_BYTES_MAX: usize = 256 << 20;
/// A slower sender is given up.
const WAIT: Duration = Duration::from_secs(120);
/// More fields are no form of ours.
const FIELDS_MAX: usize = 64;

/// What a form brought.
#[derive(Debug, Default)]
pub struct Upload {
    /// The article.
    pub article: Vec<u8>,
    /// What the name of its file says it is.
    pub format: Option<Format>,
}

/// Why a form was not received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failed {
    /// It is too large.
    TooLarge,
    /// It is no form, or broke off.
    Broken,
    /// It took too long.
    Slow,
}

/// Receives the form.
///
/// # Errors
/// Forms that are too large, broken or too slow.
pub async fn receive(request: Request) -> Result<Upload, Failed> {
    tokio::time::timeout(WAIT, received(request)).await.map_err(|_| Failed::Slow)?
}

async fn received(request: Request) -> Result<Upload, Failed> {
    let (parts, mut body) = request.into_parts();
    let bytes = whole(&mut body).await?;
    let mut request = Request::from_parts(parts, Body::from(bytes));
    // It has been counted, and here alone a body may be larger than elsewhere.
    DefaultBodyLimit::disable().apply(&mut request);
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Failed::Broken)?;
    let mut upload = Upload::default();
    let mut pasted = Vec::new();
    let mut count = 0;
    while let Some(field) = form.next_field().await.map_err(|_| Failed::Broken)? {
        count += 1;
        if count > FIELDS_MAX {
            return Err(Failed::Broken);
        }
        let name = field.name().unwrap_or_default().to_owned();
        let format = field.file_name().and_then(Format::of_name);
        let bytes = field.bytes().await.map_err(|_| Failed::Broken)?;
        match name.as_str() {
            "text" => pasted = bytes.to_vec(),
            "file" => (upload.article, upload.format) = (bytes.to_vec(), format),
            _ => {}
        }
    }
    // A file that was opened goes before a text that was pasted.
    if upload.article.is_empty() {
        (upload.article, upload.format) = (pasted, None);
    }
    if upload.article.len() > BYTES_MAX { Err(Failed::TooLarge) } else { Ok(upload) }
}

/// The body; of one that is too large nothing is kept.
async fn whole(body: &mut Body) -> Result<Vec<u8>, Failed> {
    let mut kept = Vec::new();
    let mut length = 0_usize;
    while let Some(frame) = std::future::poll_fn(|context| Pin::new(&mut *body).poll_frame(context)).await {
        let Ok(data) = frame.map_err(|_| Failed::Broken)?.into_data() else { continue };
        length = length.saturating_add(data.len());
        if length > DROPPED_BYTES_MAX {
            break;
        } else if length > BODY_BYTES_MAX {
            kept = Vec::new();
        } else {
            kept.extend_from_slice(&data);
        }
    }
    if length > BODY_BYTES_MAX { Err(Failed::TooLarge) } else { Ok(kept) }
}
