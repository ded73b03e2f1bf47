//! Starts the staff's part in the browser.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<frontend::StaffApp>::new().render();
}
