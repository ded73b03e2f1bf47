//! Starts the app of joining in the browser.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<frontend::JoiningApp>::new().render();
}
