//! A start tag, as far as it matters.

/// A start tag.
#[derive(Default)]
pub(super) struct Tag {
    pub name: Vec<u8>,
    attribute: Vec<u8>,
    pub hidden: bool,
    pub role: Vec<u8>,
    pub columns: u32,
    pub rows: u32,
    /// Its own style.
    pub style: String,
    class: String,
    id: String,
    /// The colour of its words, where it isn't the style that says so.
    pub colour: String,
    /// Whether it has a ground, likewise.
    pub ground: bool,
    /// What kind of control it is, what is filled in, and whether it is ticked or chosen.
    kind: Vec<u8>,
    value: String,
    pub chosen: bool,
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
            b"color" => self.colour = text().trim().to_ascii_lowercase(),
            b"bgcolor" | b"background" => self.ground = true,
            b"type" => self.kind = value.to_ascii_lowercase(),
            b"value" => self.value = text(),
            b"aria-checked" => self.chosen |= value.eq_ignore_ascii_case(b"true"),
            b"role" => self.role = value.to_ascii_lowercase(),
            b"colspan" => self.columns = number().unwrap_or(1),
            b"rowspan" => self.rows = number().unwrap_or(1),
            _ => {}
        }
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
