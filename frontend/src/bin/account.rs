//! Starts the app of one's own account in the browser.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<frontend::AccountApp>::new().render();
}
