//! A start tag, as far as it matters.

use crate::document::pictures::WIDE;
use crate::document::slot::CellProperties;

/// So many points are a pixel.
const POINTS_OF_A_PIXEL: f32 = 0.75;

/// A start tag.
#[derive(Default)]
pub(super) struct Tag {
    pub name: Vec<u8>,
    attribute: Vec<u8>,
    pub hidden: bool,
    pub role: Vec<u8>,
    pub columns: u32,
    pub rows: u32,
    /// How wide it is said to be, in pixels.
    width: f32,
    /// Its own style.
    pub style: String,
    class: String,
    id: String,
    /// The place on the page to which it leads: the name behind the `#`.
    pub leads_to: String,
    /// The colour of its words, where it isn't the style that says so.
    pub colour: String,
    /// Whether it has a ground, likewise.
    pub ground: bool,
    /// What kind of control it is, what is filled in, and whether it is ticked or chosen.
    pub kind: Vec<u8>,
    pub kind_as_written: String,
    /// With which number a list begins, and whether it counts down.
    pub start: Option<i64>,
    pub reversed: bool,
    value: String,
    pub chosen: bool,
    /// What a property of the page is called, and says.
    property: Vec<u8>,
    content: String,
    /// Whether it has words for those who don't see it, and they are none: the page calls it decoration.
    says_nothing: bool,
    /// Whether it ends itself as in XML.
    pub closed: bool,
}

impl Tag {
    pub(super) fn new(name: &[u8]) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// The name of its next attribute.
    pub(super) fn names_attribute(&mut self, name: &[u8]) {
        self.attribute.clear();
        self.attribute.extend(name);
        self.hidden |= name == b"hidden";
        self.chosen |= matches!(name, b"checked" | b"selected");
        self.reversed |= name == b"reversed";
        self.says_nothing |= name == b"alt";
    }

    /// The value of that attribute.
    pub(super) fn takes(&mut self, value: &[u8]) {
        let text = || String::from_utf8_lossy(value).into_owned();
        let number = || text().trim().parse().ok();
        match self.attribute.as_slice() {
            b"hidden" => self.hidden = !value.eq_ignore_ascii_case(b"until-found"),
            b"aria-hidden" => self.hidden |= value.eq_ignore_ascii_case(b"true"),
            b"style" => self.style = text(),
            b"class" => self.class = text().to_ascii_lowercase(),
            b"id" => self.id = text().to_ascii_lowercase(),
            b"href" => {
                let to = text();
                self.leads_to = to.strip_prefix('#').unwrap_or_default().to_ascii_lowercase();
            }
            b"color" => self.colour = text().trim().to_ascii_lowercase(),
            b"bgcolor" | b"background" => self.ground = true,
            b"type" => (self.kind, self.kind_as_written) = (value.to_ascii_lowercase(), text()),
            b"start" => self.start = text().trim().parse().ok(),
            b"value" => self.value = text(),
            b"name" | b"property" => self.property = value.to_ascii_lowercase(),
            b"content" => self.content = text(),
            b"aria-checked" => self.chosen |= value.eq_ignore_ascii_case(b"true"),
            b"alt" => self.says_nothing = value.trim_ascii().is_empty(),
            b"role" => self.role = value.to_ascii_lowercase(),
            b"colspan" => self.columns = number().unwrap_or(1),
            b"width" => self.width = text().trim().trim_end_matches("px").parse().unwrap_or(0.0),
            b"rowspan" => self.rows = number().unwrap_or(1),
            _ => {}
        }
    }

    /// The cell that begins with it.
    pub(super) fn cell(&self, heads: bool) -> CellProperties {
        let (columns, rows) = (self.columns, self.rows);
        CellProperties { columns, rows, heads, ..CellProperties::default() }
    }

    /// The names by which links lead to it.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        let name = std::str::from_utf8(&self.property).unwrap_or_default();
        [self.id.as_str(), if self.name == b"a" { name } else { "" }].into_iter()
    }

    /// Who made the page, where it is this element that says so.
    pub(super) fn maker(&self) -> Option<&str> {
        let names = matches!(
            self.property.as_slice(),
            b"author"
                | b"creator"
                | b"publisher"
                | b"dc.creator"
                | b"dc.publisher"
                | b"dcterms.creator"
                | b"dcterms.publisher"
                | b"article:author"
                | b"article:publisher"
                | b"og:site_name"
        );
        (self.name == b"meta" && names).then_some(self.content.as_str())
    }

    /// Whether it is a picture that is large enough for words, and that the page doesn't call decoration. A page needn't
    /// say how large one is.
    pub(super) fn is_wide_picture(&self) -> bool {
        let role = matches!(self.role.as_slice(), b"presentation" | b"none");
        let decorates = self.says_nothing || self.hidden || role;
        self.name == b"img" && self.width * POINTS_OF_A_PIXEL >= WIDE && !decorates
    }

    /// What is filled in.
    pub(super) fn value(&self) -> &str {
        &self.value
    }

    /// What a control shows: a box, ticked or empty, or what was typed.
    pub(super) fn shows(&self) -> Option<&str> {
        let ticks = if self.chosen { "☒ " } else { "☐ " };
        match (self.name.as_slice(), self.kind.as_slice()) {
            (b"input", b"checkbox" | b"radio") => Some(ticks),
            (b"input", b"" | b"text" | b"number" | b"date" | b"month") => Some(&self.value),
            (_, _) if matches!(self.role.as_slice(), b"checkbox" | b"radio") => Some(ticks),
            _ => None,
        }
    }

    /// Whether it is a box that is ticked for itself, and not one of several to choose from.
    pub(super) fn is_checkbox(&self) -> bool {
        self.name == b"input" && self.kind == b"checkbox"
    }

    /// The names by which rules of style sheets know it: `p`, `.note`, `#id`.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names = vec![String::from_utf8_lossy(&self.name).into_owned()];
        names.extend(self.class.split_whitespace().map(|class| format!(".{class}")));
        if !self.id.is_empty() {
            names.push(format!("#{}", self.id));
        }
        names
    }
}
