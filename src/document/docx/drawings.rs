//! The pictures of a Word file that are large enough for words.

use crate::document::pictures::{HIGH, WIDE};
use crate::document::xml::XmlElement;

/// What Word counts sizes in: so many are a point.
const EMU: f32 = 12_700.0;

/// What was seen of drawings.
#[derive(Debug, Default)]
pub(super) struct Drawings {
    /// Whether the one that is open is large enough.
    wide: bool,
    /// How many hold a picture and are.
    pub pictures: usize,
}

impl Drawings {
    /// Notes an element, which is a drawing's or not. In headers and footers stand logos.
    pub(super) fn note(&mut self, element: &XmlElement<'_>, edges: bool) {
        match element.name() {
            "extent" => {
                let points = |key: &str| {
                    let own = element.get(key).and_then(|own| own.parse::<f32>().ok());
                    own.unwrap_or(0.0) / EMU
                };
                self.wide = points("cx") >= WIDE && points("cy") >= HIGH;
            }
            // What Word's writers mark as decoration.
            "decorative" => self.wide &= !element.is_on("val"),
            "blip" => self.pictures += usize::from(std::mem::take(&mut self.wide) && !edges),
            _ => {}
        }
    }
}
