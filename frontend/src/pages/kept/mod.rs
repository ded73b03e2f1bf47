//! What one keeps for oneself: bookmarks, and what one follows.

mod bookmarks;
mod follows;
mod tag;
mod unfollow;

pub use bookmarks::BookmarksPage;
pub use follows::FollowsPage;
pub use tag::TagPage;
pub use unfollow::UnfollowPage;
