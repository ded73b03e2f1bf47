//! Starts the app in the browser.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<frontend::App>::new().render();
}
