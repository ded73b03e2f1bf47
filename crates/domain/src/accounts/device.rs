//! The device that a session is on, in words that its owner knows it by.

/// What is known of a device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// Browser and system, such as "Firefox, Windows"; empty when neither is known.
    pub name: String,
    /// The network that it was last seen in: of an IPv4 address the first three numbers, of IPv6 the first four.
    pub network: String,
}

/// Marks of browsers in the User-Agent header, the more special before those whose mark they carry as well.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// Marks of systems, likewise.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];

impl Device {
    /// A device by the `User-Agent` header of its requests and the network that they come from.
    #[must_use]
    pub fn of(user_agent: &str, network: &str) -> Self {
        let known = |marks: &[(&str, &'static str)]| {
            marks.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
        };
        let parts = [known(&BROWSERS), known(&SYSTEMS)];
        let name = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        Self { name, network: network.to_owned() }
    }
}
