//! Starts the staff's app of growth in the browser.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<frontend::GrowthApp>::new().render();
}
