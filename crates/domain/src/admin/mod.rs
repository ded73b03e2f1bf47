//! Admin: what the network is, and its settings.

mod get_network;
mod update_network;

pub use get_network::get_network;
pub(crate) use get_network::{network_goal, network_name};
pub use update_network::update_network;
