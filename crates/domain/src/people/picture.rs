//! Pictures of members: made anew from what was uploaded, so that nothing of the file is kept but what it shows.
//!
//! A picture has an address that cannot be guessed, which is told to those who may see it: pages show pictures
//! without saying who asks. A new picture, and one that fewer may see, gets a new address.

use std::io::Cursor;

use bytes::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits, Rgb, RgbImage};
use object_store::path::Path;
use object_store::{ObjectStoreExt, PutPayload};
use tokio::sync::Semaphore;

use crate::deps::Deps;
use crate::error::{Error, Result};

/// The media type of all pictures.
pub(crate) const MEDIA_TYPE: &str = "image/jpeg";
/// How wide and high a picture is, in pixels.
const SIDE: u32 = 320;
/// The widest and highest picture that is read, in pixels.
const LARGEST: u32 = 8_000;
/// How much memory reading one may take, in bytes.
const MEMORY: u64 = 192 * 1024 * 1024;
/// Pictures are read one at a time, because of the memory.
static READING: Semaphore = Semaphore::const_new(1);

/// The path that a picture is served at.
pub(super) fn path(key: &str) -> String {
    format!("/api/v1/pictures/{key}")
}

/// Where a picture is in the store: beside the files, whose names are as long and as random.
pub(super) fn place(key: &str) -> Path {
    Path::from(key)
}

/// A new address, which cannot be guessed.
pub(crate) fn new_key() -> Result<String> {
    let mut key = [0; 16];
    getrandom::fill(&mut key).map_err(|error| Error::internal("naming a picture", error.to_string()))?;
    Ok(hex::encode(key))
}

/// Makes a small square picture of an upload. Off the event loop.
pub(super) async fn remade(bytes: Vec<u8>) -> Result<Vec<u8>> {
    made_anew(bytes, |picture| picture.resize_to_fill(SIDE, SIDE, FilterType::Triangle)).await
}

/// Makes a picture anew that is no wider and no higher than a number of pixels. Off the event loop.
pub(crate) async fn remade_within(bytes: Vec<u8>, side: u32) -> Result<Vec<u8>> {
    made_anew(bytes, move |picture| {
        if picture.width() <= side && picture.height() <= side {
            return picture;
        }
        picture.resize(side, side, FilterType::Triangle)
    })
    .await
}

async fn made_anew(
    bytes: Vec<u8>,
    shape: impl FnOnce(DynamicImage) -> DynamicImage + Send + 'static,
) -> Result<Vec<u8>> {
    let _turn = READING.acquire().await.map_err(|error| Error::internal("waiting for a picture", error))?;
    tokio::task::spawn_blocking(move || remade_now(&bytes, shape))
        .await
        .map_err(|error| Error::internal("reading a picture", error))?
}

fn remade_now(bytes: &[u8], shape: impl FnOnce(DynamicImage) -> DynamicImage) -> Result<Vec<u8>> {
    let unknown = || Error::UnsupportedMediaType("Choose a picture that is a JPEG, PNG or WebP file.");
    let broken = |_| Error::field("picture", "invalid", "The picture cannot be read: choose another one.");
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| unknown())?;
    reader.format().ok_or_else(unknown)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST);
    limits.max_image_height = Some(LARGEST);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| match error {
        image::ImageError::Unsupported(_) => unknown(),
        image::ImageError::Limits(_) => Error::TooLarge,
        _ => broken(error),
    })?;
    // Cameras note which way up a picture is beside it; that note is not kept.
    let orientation = decoder.orientation().map_err(broken)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| match error {
        image::ImageError::Limits(_) => Error::TooLarge,
        _ => broken(error),
    })?;
    picture.apply_orientation(orientation);
    let picture = on_white(&shape(picture));
    let mut made = Vec::new();
    JpegEncoder::new_with_quality(&mut made, 85)
        .encode_image(&picture)
        .map_err(|error| Error::internal("writing a picture", error))?;
    Ok(made)
}

/// What is transparent becomes white.
fn on_white(picture: &DynamicImage) -> RgbImage {
    let picture = picture.to_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, alpha] = picture.get_pixel(x, y).0;
        let mixed = |colour: u8| {
            let sum = u32::from(colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
            u8::try_from(sum / 255).unwrap_or(u8::MAX)
        };
        Rgb([mixed(red), mixed(green), mixed(blue)])
    })
}

/// Keeps a picture, and gives its address.
pub(super) async fn keep(deps: &Deps, bytes: impl Into<Bytes>) -> Result<String> {
    let key = new_key()?;
    deps.files
        .put(&place(&key), PutPayload::from_bytes(bytes.into()))
        .await
        .map_err(|error| Error::internal("storing a picture", error))?;
    Ok(key)
}

/// Removes a picture that nobody is shown any more. One that stays behind is found by nobody.
pub(super) async fn remove(deps: &Deps, key: &str) {
    if let Err(error) = deps.files.delete(&place(key)).await {
        tracing::warn!(%error, "a picture that no member stands for could not be removed");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(picture: DynamicImage) -> DynamicImage {
        picture.resize_to_fill(SIDE, SIDE, FilterType::Triangle)
    }

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let picture = image::RgbaImage::from_pixel(width, height, image::Rgba([0, 0, 0, 0]));
        picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
        bytes
    }

    #[test]
    fn a_picture_is_made_small_and_square_on_white() {
        let made = image::load_from_memory(&remade_now(&png(900, 300), square).unwrap()).unwrap().to_rgb8();
        assert_eq!((made.width(), made.height()), (SIDE, SIDE));
        assert!(made.get_pixel(10, 10).0.iter().all(|colour| *colour > 250));
    }

    #[test]
    fn what_is_no_picture_or_too_wide_is_refused() {
        assert!(matches!(
            remade_now(b"<svg xmlns='http://www.w3.org/2000/svg'/>", square),
            Err(Error::UnsupportedMediaType(_))
        ));
        assert!(matches!(remade_now(&png(LARGEST + 1, 1), square), Err(Error::TooLarge)));
        let mut cut = png(200, 200);
        cut.truncate(60);
        assert!(matches!(remade_now(&cut, square), Err(Error::Invalid(_))));
    }
}
