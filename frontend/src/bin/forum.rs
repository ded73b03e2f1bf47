//! Starts the app of the forum in the browser.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<frontend::ForumApp>::new().render();
}
