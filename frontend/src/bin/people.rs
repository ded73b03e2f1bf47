//! Starts the app of people, organisations and libraries in the browser.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<frontend::PeopleApp>::new().render();
}
