//! Components: what pages are put together from.

mod attach;
mod combobox;
mod composer;
mod date;
mod entries;
mod errors;
mod fields;
mod follow;
mod gate;
mod link;
mod load;
mod mention;
mod parts;
mod shelves;
mod tags;
mod toast;
mod toolbar;
mod vote;

pub use combobox::{Choice, Combobox};
pub use composer::Composer;
pub use date::{date, day, time_of_day};
pub use entries::{OPEN_FORUM, ResourceEntry, ThreadEntry, file_words, person};
pub use errors::{ErrorSummary, FormErrors, error_text};
pub use fields::{CheckField, RadioField, SelectField, TextField};
pub use follow::{Follow, FollowButton};
pub use gate::Gate;
pub use link::{Link, go, query_of};
pub use load::{MissingCard, Skeleton, load};
pub use mention::{MentionArea, mention_of};
pub use parts::{Button, EmptyState, Notice, Pager, avatar_letters, facet, icon, markdown};
pub use shelves::{ShelfLabel, ShelvesProvider, shelf_name, use_shelves};
pub use tags::Tags;
pub use toast::{ToastProvider, use_toast};
pub use toolbar::Toolbar;
pub use vote::VoteButtons;
