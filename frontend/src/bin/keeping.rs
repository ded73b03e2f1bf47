//! Starts the app of what members keep for themselves in the browser.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<frontend::KeepingApp>::new().render();
}
