//! What a file says of itself beside its text: who made it.

use super::xml::{Damage, Xml, XmlPiece};

/// The longest property that is kept, in characters: a name is shorter.
const LONGEST: usize = 200;
/// How many properties are kept.
const MOST: usize = 16;

/// The names that a file gives for its author, their organisation and its publisher, as it gives them. A person's name,
/// or that of a program, may be among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Makers(Vec<String>);

impl Makers {
    /// Adds a name, unless it says nothing.
    pub(super) fn add(&mut self, name: &str) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let short = name.chars().count() <= LONGEST && name.contains(char::is_alphabetic);
        if short && self.0.len() < MOST && !self.0.contains(&name) {
            self.0.push(name);
        }
    }

    /// Adds what elements of some names hold in a part of a package.
    pub(super) fn read(&mut self, part: &str, elements: &[&str]) -> Result<(), Damage> {
        let mut xml = Xml::new(part);
        while let Some(piece) = xml.next()? {
            if let XmlPiece::Open(_, element) = piece
                && elements.contains(&element.name())
            {
                self.add(&xml.skip_text()?);
            }
        }
        Ok(())
    }

    /// The names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_once_and_what_is_none_not_at_all() {
        let mut makers = Makers::default();
        for name in ["Northmarch  Police", "Northmarch Police", " ", "12", &"a".repeat(300)] {
            makers.add(name);
        }
        assert_eq!(makers.names().collect::<Vec<_>>(), ["Northmarch Police"]);
    }
}
