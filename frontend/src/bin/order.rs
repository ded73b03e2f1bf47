//! Starts the app that keeps the forum in order in the browser.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<frontend::OrderApp>::new().render();
}
