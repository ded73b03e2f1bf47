//! Previewing markdown.

use api_types::forum::{NewPreview, Preview};

use crate::error::Result;
use crate::text;

/// Renders markdown as it would be when posted; an empty text is shown as nothing.
pub async fn preview_markdown(new: &NewPreview) -> Result<Preview> {
    if new.body.trim().is_empty() {
        return Ok(Preview { html: String::new() });
    }
    let rendered = text::render(&text::lines("body", &new.body)?).await?;
    Ok(Preview { html: rendered.html })
}
