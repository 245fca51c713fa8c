//! The fields of a form, and of what stands behind the `?` of an address.

/// More fields than any form has.
const MOST: usize = 5_000;

/// Names with values, some several times.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads `name=value&…`.
    pub(super) fn read(encoded: &[u8]) -> Self {
        let pairs = form_urlencoded::parse(encoded);
        let mut fields = Self::default();
        pairs.for_each(|(name, value)| fields.add(name.into_owned(), &value));
        fields
    }

    /// The same of a body; nothing where it has more fields than a form.
    pub(super) fn read_few(encoded: &[u8]) -> Option<Self> {
        let pairs = encoded.iter().filter(|byte| **byte == b'&').count();
        (pairs < MOST).then(|| Self::read(encoded))
    }

    /// Whether it has as many fields as a form may.
    pub(super) fn is_full(&self) -> bool {
        self.0.len() >= MOST
    }

    /// Adds a field. Browsers end the lines of a text as Windows does.
    pub(super) fn add(&mut self, name: String, value: &str) {
        self.0.push((name, value.replace("\r\n", "\n").replace('\r', "\n")));
    }

    /// The first value of a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.pairs().find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    /// The first value of a name without white space around it; nothing where that leaves nothing.
    pub(super) fn filled(&self, name: &str) -> Option<&str> {
        self.get(name).map(str::trim).filter(|value| !value.is_empty())
    }

    /// Every name with its value, in their order.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}
