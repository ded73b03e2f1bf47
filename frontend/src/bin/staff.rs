//! Starts the staff's app in the browser.

fn main() {
    #[cfg(feature = "csr")]
    yew::Renderer::<frontend::StaffApp>::new().render();
}
