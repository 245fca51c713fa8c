//! XML as office programs write it, one piece at a time and without recursion.

use std::borrow::Cow;
use std::collections::HashMap;

use encoding_rs::{UTF_16BE, UTF_16LE};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::Prefix;
use quick_xml::{Reader, XmlVersion};

/// The vocabularies that matter here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ns {
    /// WordprocessingML.
    Word,
    /// Markup compatibility: what to show instead of what a program doesn't know.
    Compat,
    /// Mathematics in Word.
    Math,
    /// OpenDocument's text.
    Text,
    /// OpenDocument's tables.
    Table,
    /// OpenDocument's office documents.
    Office,
    /// OpenDocument's drawings.
    Draw,
    /// OpenDocument's styles.
    Style,
    /// OpenDocument's forms.
    Form,
    /// Everything else.
    Other,
}

/// Namespaces with the prefix that every known program gives them. Strict files have the second of
/// the two names of WordprocessingML.
const NAMESPACES: &[(&str, &str, Ns)] = &[
    ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main", Ns::Word),
    ("w", "http://purl.oclc.org/ooxml/wordprocessingml/main", Ns::Word),
    ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006", Ns::Compat),
    ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math", Ns::Math),
    ("m", "http://purl.oclc.org/ooxml/officeDocument/math", Ns::Math),
    ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0", Ns::Text),
    ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0", Ns::Table),
    ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0", Ns::Office),
    ("draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", Ns::Draw),
    ("form", "urn:oasis:names:tc:opendocument:xmlns:form:1.0", Ns::Form),
    ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0", Ns::Style),
];

/// An element that opens.
pub(super) struct XmlElement<'a> {
    start: BytesStart<'a>,
}

/// One piece of a part.
pub(super) enum XmlPiece<'a> {
    /// An element opens.
    Open(Ns, XmlElement<'a>),
    /// An element closes.
    Close(Ns, String),
    /// Text, its entities resolved.
    Text(Cow<'a, str>),
}

/// A part of a document, read from its beginning to its end.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    /// What each prefix stands for here.
    prefixes: HashMap<String, Ns>,
    /// What prefixes stood for outside the elements that are open, with the depth of those.
    shadowed: Vec<(usize, String, Option<Ns>)>,
    depth: usize,
    seen_root: bool,
}

/// Why a part can't be read.
pub(super) type Damage = &'static str;

/// How many elements may stand in one another: each that is open takes memory.
const DEEPEST: usize = 100_000;

/// How much text that is passed over is handed on, in bytes.
const LONGEST_SKIPPED: usize = 1_000_000;

const BROKEN: Damage = "isn't well-formed XML";
const SHORT: Damage = "ends in the middle";

/// Decodes a part: UTF-8 or UTF-16.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Damage> {
    let utf_16 = match bytes {
        [0xff, 0xfe, ..] | [b'<', 0, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] | [0, b'<', ..] => Some(UTF_16BE),
        _ => None,
    };
    match utf_16 {
        Some(encoding) => {
            let (text, bad) = encoding.decode_with_bom_removal(bytes);
            if bad { Err("isn't UTF-16") } else { Ok(text) }
        }
        None => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| "isn't UTF-8"),
    }
}

impl XmlElement<'_> {
    /// Its name without a prefix.
    pub(super) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// The value of an attribute, whatever its prefix.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        // The check compares each attribute with all others.
        let found = attributes.with_checks(false).flatten();
        let found = found.into_iter().find(|found| found.key.local_name().into_inner() == name)?;
        Some(
            found
                .normalized_value(XmlVersion::Implicit1_0)
                .map_or_else(|_| found.value.to_string(), Cow::into_owned),
        )
    }

    /// An attribute that is a whole number.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.trim().parse().ok()
    }

    /// An attribute that switches something on unless it says otherwise.
    pub(super) fn is_on(&self, name: &str) -> bool {
        !matches!(self.get(name).as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

impl<'a> Xml<'a> {
    /// Reads a part's text.
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        reader.config_mut().expand_empty_elements = true;
        let prefixes = NAMESPACES.iter().map(|(prefix, _, ns)| ((*prefix).to_owned(), *ns));
        Self {
            reader,
            prefixes: prefixes.collect(),
            shadowed: Vec::new(),
            depth: 0,
            seen_root: false,
        }
    }

    /// The next piece; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<XmlPiece<'a>>, Damage> {
        loop {
            let piece = match self.reader.read_event().map_err(|_| BROKEN)? {
                Event::Start(_) if self.depth >= DEEPEST => {
                    return Err("puts more than 100,000 elements in one another");
                }
                Event::Start(start) => {
                    self.depth += 1;
                    self.seen_root = true;
                    self.declare(&start);
                    XmlPiece::Open(
                        self.namespace(start.name().prefix().map(Prefix::into_inner)),
                        XmlElement { start },
                    )
                }
                Event::End(end) => {
                    let name = end.name();
                    let ns = self.namespace(name.prefix().map(Prefix::into_inner));
                    let local = name.local_name().into_inner().to_owned();
                    self.forget();
                    self.depth = self.depth.saturating_sub(1);
                    XmlPiece::Close(ns, local)
                }
                Event::Text(text) => XmlPiece::Text(text.into_inner()),
                Event::CData(text) => XmlPiece::Text(text.into_inner()),
                Event::GeneralRef(name) => XmlPiece::Text(Cow::Owned(resolve(&name)?.to_string())),
                Event::Eof if self.depth > 0 => return Err(SHORT),
                Event::Eof if !self.seen_root => return Err("holds nothing"),
                Event::Eof => return Ok(None),
                _ => continue,
            };
            return Ok(Some(piece));
        }
    }

    /// Where the last piece ends, in bytes of the text without its byte-order mark.
    pub(super) fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// Goes on behind the end of the innermost element that is open.
    pub(super) fn skip(&mut self) -> Result<(), Damage> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.next()?.is_none() {
                return Err(SHORT);
            }
        }
        Ok(())
    }

    /// The same, with the text that is passed over.
    pub(super) fn skip_text(&mut self) -> Result<String, Damage> {
        let outside = self.depth.saturating_sub(1);
        let mut text = String::new();
        while self.depth > outside {
            match self.next()? {
                Some(XmlPiece::Text(more)) if text.len() < LONGEST_SKIPPED => text.push_str(&more),
                Some(_) => {}
                None => return Err(SHORT),
            }
        }
        Ok(text)
    }

    /// Gives each element within the innermost one that is open, up to its end, to a function.
    pub(super) fn each_within(
        &mut self,
        mut see: impl FnMut(&str, &XmlElement<'a>),
    ) -> Result<(), Damage> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            match self.next()? {
                // How it was before somebody changed it.
                Some(XmlPiece::Open(_, element)) if element.name().ends_with("Change") => {
                    self.skip()?;
                }
                Some(XmlPiece::Open(_, element)) => see(element.name(), &element),
                Some(_) => {}
                None => return Err(SHORT),
            }
        }
        Ok(())
    }

    fn namespace(&self, prefix: Option<&str>) -> Ns {
        self.prefixes.get(prefix.unwrap_or_default()).copied().unwrap_or(Ns::Other)
    }

    /// Takes in what an element says of prefixes.
    fn declare(&mut self, start: &BytesStart<'_>) {
        if !start.contains("xmlns") {
            return;
        }
        for attribute in start.attributes().with_checks(false).flatten() {
            let prefix = match attribute.key.into_inner() {
                "xmlns" => "",
                key => match key.strip_prefix("xmlns:") {
                    Some(prefix) => prefix,
                    None => continue,
                },
            };
            let known = NAMESPACES.iter().find(|(_, uri, _)| *uri == attribute.value);
            let ns = known.map_or(Ns::Other, |(_, _, ns)| *ns);
            let before = self.prefixes.insert(prefix.to_owned(), ns);
            self.shadowed.push((self.depth, prefix.to_owned(), before));
        }
    }

    /// Undoes what the element that closes said of prefixes.
    fn forget(&mut self) {
        while let Some((_, prefix, before)) =
            self.shadowed.pop_if(|(depth, ..)| *depth == self.depth)
        {
            match before {
                Some(ns) => self.prefixes.insert(prefix, ns),
                None => self.prefixes.remove(&prefix),
            };
        }
    }
}

/// The character that a reference stands for. Office programs declare no entities of their own, so
/// nothing is ever expanded.
fn resolve(name: &quick_xml::events::BytesRef<'_>) -> Result<char, Damage> {
    if let Some(c) = name.resolve_char_ref().map_err(|_| BROKEN)? {
        return Ok(c);
    }
    match &**name {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err("names an entity that XML doesn't have"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of a part in short.
    fn told(text: &str) -> Result<String, Damage> {
        let mut xml = Xml::new(text);
        let mut told = String::new();
        while let Some(piece) = xml.next()? {
            match piece {
                XmlPiece::Open(ns, element) => told += &format!("<{ns:?} {}>", element.name()),
                XmlPiece::Close(..) => told += "</>",
                XmlPiece::Text(text) => told += &text,
            }
        }
        Ok(told)
    }

    #[test]
    fn namespaces_count_and_not_prefixes() {
        let uri = "http://purl.oclc.org/ooxml/wordprocessingml/main";
        assert_eq!(
            told(&format!("<x:p xmlns:x='{uri}'><w:r/></x:p>")),
            Ok("<Word p><Word r></></>".to_owned())
        );
        let shadowed = format!("<p xmlns='{uri}'><m xmlns='urn:else'><t/></m><t/></p>");
        assert_eq!(
            told(&shadowed),
            Ok("<Word p><Other m><Other t></></><Word t></></>".to_owned())
        );
    }

    #[test]
    fn references_are_resolved_and_entities_never() {
        assert_eq!(told("<a>b &amp; c&#8217;s &lt;</a>"), Ok("<Other a>b & c’s <</>".to_owned()));
        let bomb = "<!DOCTYPE a [<!ENTITY b 'bbbb'>]><a>&b;</a>";
        assert_eq!(told(bomb), Err("names an entity that XML doesn't have"));
    }

    #[test]
    fn what_ends_early_or_holds_nothing_is_damaged() {
        assert_eq!(told("<a><b>text"), Err(SHORT));
        assert_eq!(told("<a></b></a>"), Err(BROKEN));
        assert_eq!(told(""), Err("holds nothing"));
        assert_eq!(told("words"), Err("holds nothing"));
    }

    #[test]
    fn utf_16_is_decoded_and_bad_bytes_are_not() {
        let text = "<a>The Force’s</a>";
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&units).unwrap(), text);
        let marked = [
            &[0xfe, 0xff][..],
            &text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>(),
        ]
        .concat();
        assert_eq!(decode(&marked).unwrap(), text);
        assert_eq!(decode(b"<a>\xff\xe9</a>"), Err("isn't UTF-8"));
    }
}
