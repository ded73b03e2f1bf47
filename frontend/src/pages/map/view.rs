//! Which part of the map is looked at, and how places become points of the drawing.
//!
//! The projection is that of `scripts/outline.mjs`, which makes the outline: equirectangular, with the parallel of
//! 54.5 degrees true to scale, a hundredth of a degree of latitude to the unit, and the origin at 8.75 W, 61 N.

use client::types::limits::ZOOM;
use client::types::membership::MapQuery;

/// The cosine of 54.5 degrees.
const NARROWING: f64 = 0.580_703;
/// The height of the part that is looked at first, in units: the four nations with some sea around them.
const WHOLE: f64 = 1180.0;
/// How much wider than high a part is.
const SHAPE: f64 = 0.8;
/// The middle of the four nations, in units.
const MIDDLE: (f64, f64) = (316.0, 562.0);

/// A part of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// The middle, in units.
    pub x: f64,
    /// The middle, in units.
    pub y: f64,
    /// How closely it is looked at: each step is half as high.
    pub zoom: u8,
}

impl Default for View {
    fn default() -> Self {
        Self { x: MIDDLE.0, y: MIDDLE.1, zoom: 0 }
    }
}

/// The point of a place.
pub fn point_of(latitude: f64, longitude: f64) -> (f64, f64) {
    ((longitude + 8.75) * 100.0 * NARROWING, (61.0 - latitude) * 100.0)
}

/// The place of a point.
fn place_of(x: f64, y: f64) -> (f64, f64) {
    (61.0 - y / 100.0, x / 100.0 / NARROWING - 8.75)
}

impl View {
    /// The part around a place.
    pub fn around(latitude: f64, longitude: f64, zoom: u8) -> Self {
        let (x, y) = point_of(latitude, longitude);
        Self { x, y, zoom }.kept()
    }

    /// The part that an address names: latitude, longitude and zoom with commas between.
    pub fn named(text: &str) -> Option<Self> {
        let mut parts = text.split(',');
        let mut next = || parts.next()?.trim().parse::<f64>().ok().filter(|number| number.is_finite());
        let (latitude, longitude, zoom) = (next()?, next()?, next()?);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is held within its limits")]
        let zoom = zoom.clamp(0.0, f64::from(ZOOM)) as u8;
        Some(Self::around(latitude, longitude, zoom))
    }

    /// The part as it stands in an address.
    pub fn name(&self) -> String {
        let (latitude, longitude) = place_of(self.x, self.y);
        format!("{latitude:.4},{longitude:.4},{}", self.zoom)
    }

    /// The height in units.
    pub fn height(&self) -> f64 {
        WHOLE / f64::from(1_u32 << self.zoom.min(ZOOM))
    }

    /// The width in units.
    pub fn width(&self) -> f64 {
        self.height() * SHAPE
    }

    /// The part as the drawing's frame.
    pub fn frame(&self) -> String {
        let (width, height) = (self.width(), self.height());
        format!("{:.2} {:.2} {width:.2} {height:.2}", self.x - width / 2.0, self.y - height / 2.0)
    }

    /// Whether a place is in the part.
    pub fn shows(&self, latitude: f64, longitude: f64) -> bool {
        self.holds(point_of(latitude, longitude))
    }

    /// Whether a point is in the part.
    pub fn holds(&self, (x, y): (f64, f64)) -> bool {
        (x - self.x).abs() <= self.width() / 2.0 && (y - self.y).abs() <= self.height() / 2.0
    }

    /// Moved by so many widths and heights of itself.
    pub fn moved(self, right: f64, down: f64) -> Self {
        Self { x: self.x + right * self.width(), y: self.y + down * self.height(), ..self }.kept()
    }

    /// Looked at so many steps more closely, or less, while a point stays where it is.
    pub fn zoomed(self, steps: i8, (x, y): (f64, f64)) -> Self {
        let zoom = self.zoom.saturating_add_signed(steps).min(ZOOM);
        let next = Self { zoom, ..self };
        let ratio = next.height() / self.height();
        Self { x: x + (self.x - x) * ratio, y: y + (self.y - y) * ratio, zoom }.kept()
    }

    /// The same with its middle over the four nations: beyond them is nothing to see.
    fn kept(self) -> Self {
        Self { x: self.x.clamp(0.0, 640.0), y: self.y.clamp(0.0, 1130.0), ..self }
    }

    /// The query with the edges of this part, rounded so that its answers can be kept.
    pub fn edges(&self, query: MapQuery) -> MapQuery {
        let (width, height) = (self.width() / 2.0, self.height() / 2.0);
        let (north, west) = place_of(self.x - width, self.y - height);
        let (south, east) = place_of(self.x + width, self.y + height);
        let rounded = |degrees: f64| Some((degrees * 1000.0).round() / 1000.0);
        MapQuery {
            west: rounded(west),
            south: rounded(south),
            east: rounded(east),
            north: rounded(north),
            zoom: Some(self.zoom),
            ..query
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_keeps_the_point_it_is_zoomed_at_and_its_name() {
        let cardiff = point_of(51.48, -3.18);
        let first = View::default();
        let close = first.zoomed(3, cardiff);
        let share = |view: View| ((cardiff.0 - view.x) / view.width(), (cardiff.1 - view.y) / view.height());
        assert!((share(first).0 - share(close).0).abs() < 1e-9 && (share(first).1 - share(close).1).abs() < 1e-9);
        assert!(close.holds(cardiff) && !close.holds(point_of(55.95, -3.19)));
        assert_eq!(View::named(&close.name()).unwrap().name(), close.name());
        assert_eq!(first.zoomed(-1, cardiff).zoom, 0);
        assert_eq!(first.zoomed(99, cardiff).zoom, ZOOM);
        for wrong in ["", "51", "51,x,3", "NaN,1,1"] {
            assert_eq!(View::named(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_first_view_holds_the_four_nations() {
        let query = View::default().edges(MapQuery::default());
        for (latitude, longitude) in [(60.85, -0.8), (49.9, -6.4), (52.5, 1.76), (54.5, -8.17)] {
            assert!(query.south.unwrap() < latitude && latitude < query.north.unwrap(), "{query:?}");
            assert!(query.west.unwrap() < longitude && longitude < query.east.unwrap(), "{query:?}");
        }
    }
}
