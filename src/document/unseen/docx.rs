//! What nobody sees of a Word document.

use crate::document::archive::Archive;
use crate::document::xml::{self, Ns, Xml, XmlPiece};
use crate::source::Unseen;

/// The parts that hold words.
const PARTS: [&str; 3] = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"];

/// Half points: what is set smaller is read by nobody.
const SMALLEST: u32 = 4;

/// The words that nobody sees, a paragraph a line; nothing where the document can't be read.
pub(super) fn unseen(bytes: &[u8]) -> Option<Unseen> {
    let mut archive = Archive::open("", bytes).ok()?;
    let mut words = Unseen::default();
    for part in PARTS {
        let Some(bytes) = archive.part(part).ok()? else { continue };
        let text = xml::decode(&bytes).ok()?;
        of_part(&text, &mut words)?;
    }
    Some(words)
}

/// What is said of the run that is open.
#[derive(Default)]
struct Run {
    hidden: bool,
    tiny: bool,
    white: bool,
    shaded: bool,
}

fn of_part(text: &str, words: &mut Unseen) -> Option<()> {
    let mut xml = Xml::new(text);
    let mut run: Option<Run> = None;
    // In a cell the ground may be dark, and in text that was taken out all is struck.
    let (mut cells, mut deleted, mut in_text) = (0_u32, 0_u32, false);
    while let Some(piece) = xml.next().ok()? {
        match piece {
            XmlPiece::Open(Ns::Word, element) => match element.name() {
                "r" => run = Some(Run::default()),
                "rPr" if run.is_some() => run = Some(properties(&mut xml)?),
                "t" | "delText" => in_text = true,
                "tc" => cells += 1,
                "del" | "moveFrom" => deleted += 1,
                _ => {}
            },
            XmlPiece::Close(Ns::Word, name) => match name.as_str() {
                "r" => run = None,
                "t" | "delText" => in_text = false,
                "tc" => cells = cells.saturating_sub(1),
                "del" | "moveFrom" => deleted = deleted.saturating_sub(1),
                "p" => {
                    words.left_out.push('\n');
                    words.taken_in.push('\n');
                }
                _ => {}
            },
            XmlPiece::Text(said) => {
                let own = run.as_ref();
                let white = own.is_some_and(|run| run.white && !run.shaded) && cells == 0;
                let left_out = deleted > 0 || own.is_some_and(|run| run.hidden);
                let taken_in = white || own.is_some_and(|run| run.tiny);
                match (left_out, taken_in) {
                    (true, _) if in_text => words.left_out.push_str(&said),
                    (false, true) if in_text => words.taken_in.push_str(&said),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    Some(())
}

fn properties(xml: &mut Xml<'_>) -> Option<Run> {
    let mut run = Run::default();
    xml.each_within(|name, element| match name {
        "vanish" | "strike" | "dstrike" => run.hidden |= element.is_on("val"),
        "sz" => run.tiny |= element.number("val").is_some_and(|size| size <= SMALLEST),
        "color" => {
            run.white |= element.get("val").is_some_and(|val| val.eq_ignore_ascii_case("ffffff"));
        }
        "shd" | "highlight" => run.shaded = true,
        _ => {}
    })
    .ok()?;
    Some(run)
}
