//! What an uploaded file is, found in its first bytes. What browsers would run is never accepted.

/// What is accepted, for people.
pub(crate) const ACCEPTED: &str = "Upload a PDF, a Word or OpenDocument text (doc, docx, odt), a spreadsheet \
    (xls, xlsx, ods, csv), slides (ppt, pptx, odp), a picture (png, jpg, gif, webp) or plain text (txt).";

/// The ending of a name, the media type that must be found in the file, and how to look for it.
const TYPES: [(&str, &str, Look); 17] = [
    ("pdf", "application/pdf", Look::Known),
    ("doc", "application/msword", Look::Compound("WordDocument")),
    ("xls", "application/vnd.ms-excel", Look::Compound("Workbook")),
    ("ppt", "application/vnd.ms-powerpoint", Look::Compound("PowerPoint Document")),
    (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Look::Archive("word/document.xml"),
    ),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Look::Archive("xl/workbook.xml")),
    (
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        Look::Archive("ppt/presentation.xml"),
    ),
    ("odt", "application/vnd.oasis.opendocument.text", Look::Known),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet", Look::Known),
    ("odp", "application/vnd.oasis.opendocument.presentation", Look::Known),
    ("png", "image/png", Look::Known),
    ("jpg", "image/jpeg", Look::Known),
    ("jpeg", "image/jpeg", Look::Known),
    ("gif", "image/gif", Look::Known),
    ("webp", "image/webp", Look::Known),
    ("csv", "text/csv", Look::Text),
    ("txt", "text/plain", Look::Text),
];

/// How a type is told.
#[derive(Clone, Copy)]
enum Look {
    /// By its first bytes alone.
    Known,
    /// A ZIP archive with this file in it, whatever the order of its files.
    Archive(&'static str),
    /// A compound file of the older office programs with this stream in it.
    Compound(&'static str),
    /// By being text and not looking like a page or script.
    Text,
}

/// The media type of a file, if it is accepted and agrees with the ending of its name.
pub(crate) fn detect(name: &str, bytes: &[u8]) -> Option<&'static str> {
    let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
    let (_, media_type, look) = TYPES.into_iter().find(|(known, ..)| *known == ending)?;
    let found = infer::get(bytes).map(|found| found.mime_type());
    let agrees = match look {
        Look::Known => found == Some(media_type),
        Look::Archive(part) => {
            found == Some(media_type)
                || (bytes.starts_with(b"PK\x03\x04")
                    && contains(bytes, b"[Content_Types].xml")
                    && contains(bytes, part.as_bytes()))
        }
        Look::Compound(stream) => {
            let stream: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
            found == Some(media_type)
                || (bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") && contains(bytes, &stream))
        }
        Look::Text => is_text(bytes) && !TYPES.iter().any(|(_, known, _)| found == Some(known)),
    };
    agrees.then_some(media_type)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Whether it is text in UTF-8 that neither begins like HTML, XML or a script nor holds control signs.
fn is_text(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let start = text.trim_start_matches('\u{feff}').trim_start();
    !start.starts_with('<')
        && !start.starts_with("#!")
        && !text.chars().any(|character| character.is_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{c}'))
}
