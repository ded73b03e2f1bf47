//! What one keeps for oneself: bookmarks, and what one follows.

mod bookmarks;
mod conduct;
mod follows;
mod tag;
mod unfollow;

pub use bookmarks::BookmarksPage;
pub use conduct::ConductPage;
pub use follows::FollowsPage;
pub use tag::TagPage;
pub use unfollow::UnfollowPage;
