//! The package that a Word file is: parts, and what they say of one another.

use crate::document::archive::{Archive, damaged};
use crate::document::properties::Makers;
use crate::document::xml::{self, Damage, Xml, XmlPiece};
use crate::source::Fault;

/// Where the text stands in files whose package doesn't say.
pub(super) const MAIN: &str = "word/document.xml";

/// The elements of its properties that name who made it.
const MAKERS: &[&str] = &["creator", "Company"];

/// What one part says of another.
pub(super) struct Relation {
    /// The last word of its type, such as `header`.
    pub kind: String,
    /// The other part's path in the archive.
    pub target: String,
}

/// The parts of a Word file.
pub(super) struct Package<'a> {
    name: &'a str,
    archive: Archive<'a>,
}

impl<'a> Package<'a> {
    pub(super) fn open(name: &'a str, bytes: &'a [u8]) -> Result<Self, Fault> {
        let archive = Archive::open(name, bytes)?;
        archive.refuse_duplicates()?;
        Ok(Self { name, archive })
    }

    /// The part that holds the text.
    pub(super) fn main(&mut self) -> Result<String, Fault> {
        let relations = self.relations("")?;
        let named = relations.into_iter().find(|relation| relation.kind == "officeDocument");
        let named = named.map(|relation| relation.target);
        Ok(named.filter(|part| self.archive.has(part)).unwrap_or_else(|| MAIN.to_owned()))
    }

    /// The parts that a part names; an empty name is the package.
    pub(super) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Fault> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let path = match folder {
            "" => format!("_rels/{file}.rels"),
            _ => format!("{folder}/_rels/{file}.rels"),
        };
        let mut relations = Vec::new();
        self.walk(&path, |text| {
            let mut xml = Xml::new(text);
            while let Some(piece) = xml.next()? {
                let XmlPiece::Open(_, element) = piece else { continue };
                let external = element.get("TargetMode").is_some_and(|mode| mode == "External");
                let (Some(kind), Some(target)) = (element.get("Type"), element.get("Target"))
                else {
                    continue;
                };
                if !external {
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    relations.push(Relation { kind, target: resolve(folder, &target) });
                }
            }
            Ok(())
        })?;
        Ok(relations)
    }

    /// Who made the document, by the parts that hold its properties.
    pub(super) fn makers(&mut self) -> Result<Makers, Fault> {
        let parts = self.relations("")?.into_iter();
        let parts = parts.filter(|part| part.kind.ends_with("-properties")).take(4);
        let mut makers = Makers::default();
        for part in parts.collect::<Vec<_>>() {
            self.walk(&part.target, |text| makers.read(text, MAKERS))?;
        }
        Ok(makers)
    }

    /// Has a part read that must be there.
    pub(super) fn needed(
        &mut self,
        part: &str,
        read: impl FnOnce(&str) -> Result<(), Damage>,
    ) -> Result<(), Fault> {
        let bytes = self.archive.needed_part(part)?;
        self.decoded(part, &bytes, read)
    }

    /// Has a part read, if it is there.
    pub(super) fn walk(
        &mut self,
        part: &str,
        read: impl FnOnce(&str) -> Result<(), Damage>,
    ) -> Result<(), Fault> {
        match self.archive.part(part)? {
            Some(bytes) => self.decoded(part, &bytes, read),
            None => Ok(()),
        }
    }

    fn decoded(
        &self,
        part: &str,
        bytes: &[u8],
        read: impl FnOnce(&str) -> Result<(), Damage>,
    ) -> Result<(), Fault> {
        xml::decode(bytes)
            .and_then(|text| read(&text))
            .map_err(|damage| damaged(self.name, &format!("its part `{part}` {damage}")))
    }
}

/// The path in the archive of what a part in a folder names.
fn resolve(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}
