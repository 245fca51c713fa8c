//! Whether words of a Word file are seen: what their own properties, and those of their styles, say.

use crate::document::left_out::Why;
use crate::document::xml::XmlElement;

/// Half points: what is set smaller is read by nobody.
const SMALLEST: u32 = 4;

/// What is said of whether words are seen, where it is said.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct DocxSight {
    hidden: Option<bool>,
    struck: Option<bool>,
    struck_twice: Option<bool>,
    tiny: Option<bool>,
    white: Option<bool>,
    /// Whether they have a ground of their own.
    pub shaded: Option<bool>,
}

impl DocxSight {
    /// Takes in one property of a run.
    pub(super) fn take(&mut self, name: &str, element: &XmlElement<'_>) {
        match name {
            "vanish" => self.hidden = Some(element.is_on("val")),
            "strike" => self.struck = Some(element.is_on("val")),
            "dstrike" => self.struck_twice = Some(element.is_on("val")),
            "sz" => self.tiny = element.number("val").map(|size| size <= SMALLEST),
            "color" => {
                let value = element.get("val").unwrap_or_default();
                self.white = Some(value.eq_ignore_ascii_case("ffffff"));
            }
            "shd" => {
                let fill = element.get("fill").unwrap_or_default().to_ascii_lowercase();
                self.shaded = Some(!matches!(fill.as_str(), "" | "auto" | "ffffff"));
            }
            "highlight" => self.shaded = Some(element.is_on("val")),
            _ => {}
        }
    }

    /// What it says, and of what it doesn't, what another says.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
            struck_twice: self.struck_twice.or(other.struck_twice),
            tiny: self.tiny.or(other.tiny),
            white: self.white.or(other.white),
            shaded: self.shaded.or(other.shaded),
        }
    }

    /// Why the words aren't seen. What stands on a ground may be white.
    pub(super) fn why(self, on_a_ground: bool) -> Option<Why> {
        let is = |said: Option<bool>| said == Some(true);
        let white = is(self.white) && !is(self.shaded) && !on_a_ground;
        match () {
            () if is(self.hidden) => Some(Why::Hidden),
            () if is(self.struck) || is(self.struck_twice) => Some(Why::Struck),
            () if is(self.tiny) || white => Some(Why::Invisible),
            () => None,
        }
    }
}
