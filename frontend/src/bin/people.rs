//! Starts the app of joining and of one's account in the browser.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<frontend::PeopleApp>::new().render();
}
