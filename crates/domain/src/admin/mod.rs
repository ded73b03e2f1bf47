//! Admin: what the network is, and its settings.

mod code_of_conduct;
mod get_network;
mod update_network;

pub use code_of_conduct::{get_code_of_conduct, update_code_of_conduct};
pub use get_network::get_network;
pub(crate) use get_network::{network_goal, network_name};
pub use update_network::update_network;
