//! The pictures of an OpenDocument file that are large enough for words.

use crate::document::pictures::{HIGH, WIDE};
use crate::document::xml::XmlElement;

/// What was seen of drawings.
#[derive(Debug, Default)]
pub(super) struct OdtDrawings {
    /// Whether the frame that is open is large enough.
    wide: bool,
    /// How many hold a picture and are.
    pub pictures: usize,
}

impl OdtDrawings {
    /// Notes an element, which is a drawing's or not.
    pub(super) fn note(&mut self, element: &XmlElement<'_>) {
        match element.name() {
            "frame" => {
                let size = |key| element.get(key).and_then(|own| points(&own)).unwrap_or(0.0);
                let decorates = element.get("decorative").is_some_and(|own| own == "true");
                self.wide = size("width") >= WIDE && size("height") >= HIGH && !decorates;
            }
            // A frame may have the same picture in two forms.
            "image" => self.pictures += usize::from(std::mem::take(&mut self.wide)),
            _ => {}
        }
    }
}

/// A length in points: "15.2cm".
fn points(length: &str) -> Option<f32> {
    let unit = length.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-'));
    let number: f32 = length.strip_suffix(unit)?.parse().ok()?;
    let points = match unit {
        "cm" => 72.0 / 2.54,
        "mm" => 72.0 / 25.4,
        "in" => 72.0,
        "pc" => 12.0,
        "px" => 0.75,
        "pt" => 1.0,
        _ => return None,
    };
    Some(number * points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_units() {
        for length in ["2.54cm", "25.4mm", "1in", "6pc", "96px", "72pt"] {
            assert!((points(length).unwrap() - 72.0).abs() < 0.01, "{length}");
        }
        assert_eq!(points("50%"), None);
        assert_eq!(points("wide"), None);
    }
}
