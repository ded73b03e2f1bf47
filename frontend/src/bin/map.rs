//! Starts the app of the map in the browser.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<frontend::MapApp>::new().render();
}
