//! Starts the app of the directory in the browser.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<frontend::NetworkApp>::new().render();
}
