//! Limits, in characters unless said otherwise. The forms show them, the server enforces them.

/// Longest e-mail address (RFC 5321, section 4.5.3.1.3).
pub const EMAIL: usize = 254;
/// Longest name of a person, place or body.
pub const NAME: usize = 120;
/// Longest one-line text.
pub const LINE: usize = 200;
/// Longest free text in a form.
pub const TEXT: usize = 2_000;
/// Longest telephone number.
pub const TELEPHONE: usize = 30;
/// Shortest password (NIST SP 800-63B-4, section 3.1.1.2).
pub const PASSWORD_MIN: usize = 15;
/// Longest password, in bytes: refused before any hashing.
pub const PASSWORD_MAX: usize = 1_024;
/// Longest secret that came in a link.
pub const TOKEN: usize = 200;
/// Longest code of a second factor, with what people put between its parts.
pub const CODE: usize = 40;
/// Shortest title of a question or resource.
pub const TITLE_MIN: usize = 10;
/// Longest title of a question or resource.
pub const TITLE: usize = 150;
/// Longest markdown text.
pub const MARKDOWN: usize = 20_000;
/// Longest comment.
pub const COMMENT: usize = 1_000;
/// Most tags on one thing.
pub const TAGS: usize = 5;
/// Most words that stand for one tag.
pub const SYNONYMS: usize = 20;
/// Longest tag.
pub const TAG: usize = 30;
/// Longest web address.
pub const URL: usize = 1_000;
/// Longest search text.
pub const SEARCH: usize = 400;
/// Longest cursor.
pub const CURSOR: usize = 200;
/// Most items on one page of a list.
pub const PAGE: u32 = 100;
/// Items on one page of a list unless asked otherwise.
pub const PAGE_DEFAULT: u32 = 20;
/// Largest uploaded file, in bytes.
pub const FILE_BYTES: usize = 20 * 1024 * 1024;
/// Largest register of libraries that can be imported, in bytes.
pub const IMPORT_BYTES: usize = 10 * 1024 * 1024;
/// The closest look at the map.
pub const ZOOM: u8 = 8;
/// Most questions of the network's own for one member type.
pub const FORM_QUESTIONS: usize = 50;
/// Most skills that a member offers, or wants.
pub const SKILLS: usize = 20;
/// Longest skill.
pub const SKILL: usize = 60;
/// Largest picture of a member, in bytes.
pub const PICTURE_BYTES: usize = 6 * 1024 * 1024;
