//! Starts the app of lists of threads and of asking in the browser.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<frontend::AskingApp>::new().render();
}
