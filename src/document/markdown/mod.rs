//! Markdown: CommonMark with tables. Every character keeps its place in the source.

mod front_matter;
mod text;
mod unread;

use self::text::MarkdownText;
use super::encoding::decode;
use super::format::{Contents, Format, megabytes};
use crate::source::Fault;

pub(super) static FORMAT: Format = Format {
    name: "Markdown",
    word: "markdown",
    endings: &["md", "markdown"],
    always_told: None,
    // The parser holds it several times over.
    largest: megabytes(4),
    recognises: |_| false,
    read: |name, bytes| read(name, &bytes),
};

/// How deep lists and quotations may stand within one another: each line is compared with all that
/// are open.
const DEEPEST: usize = 64;

fn read(name: &str, bytes: &[u8]) -> Result<Contents, Fault> {
    let text = decode(name, bytes)?;
    if let Some(line) = text.lines().position(|line| depth(line) > DEEPEST) {
        let message = format!(
            "`{name}` puts lists or quotations within more than {DEEPEST} others in line {}",
            line + 1
        );
        return Err(Fault::whole("document::too-deep", message)
            .help("take out the marks (`>`, `-`, `1.`) at the beginning of that line"));
    }
    let mut markdown = MarkdownText::new(&text);
    let blocks = markdown.read();
    markdown.excess(name)?;
    let unread = markdown.unread().then(|| {
        Fault::whole("document::part-unread", format!("`{name}` holds HTML, which isn't read"))
            .help("write it as Markdown, or save the page as HTML and read that")
            .into_warning()
    });
    let left_out = markdown.take_left_out();
    let mut faults: Vec<Fault> = unread.into_iter().collect();
    faults.extend(left_out.faults(name, "line"));
    Ok(Contents {
        blocks,
        faults,
        pages: None,
        left_out: left_out.into_text(),
        ..Contents::default()
    })
}

/// How many lists and quotations begin with a line.
fn depth(line: &str) -> usize {
    let mut rest = line.trim_start();
    for depth in 0.. {
        let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let mark = match rest.strip_prefix('>') {
            Some(after) => Some(after),
            None if number.len() < rest.len() => number.strip_prefix(['.', ')']),
            None => rest.strip_prefix(['-', '*', '+']),
        };
        match mark {
            Some(after) if rest.starts_with('>') || after.starts_with([' ', '\t']) => {
                rest = after.trim_start();
            }
            _ => return depth,
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::block::{Block, Kind, Spot};

    fn blocks(text: &str) -> Vec<Block> {
        read("t.md", text.as_bytes()).unwrap().blocks
    }

    fn told(text: &str) -> Vec<String> {
        let kind = |kind: &Kind| match kind {
            Kind::Cell(_) => "Cell".to_owned(),
            other => format!("{other:?}"),
        };
        blocks(text)
            .iter()
            .map(|block| format!("{}: {}", kind(&block.kind), block.text()))
            .collect()
    }

    #[test]
    fn headings_paragraphs_and_items() {
        assert_eq!(
            told(
                "# The *plan*\n\nThe force has\na lead.\n\n- One\n  more\n- Two\n  1. Three\n\nEnd\n---\n"
            ),
            [
                "Heading(1): The plan",
                "Paragraph: The force has a lead.",
                "Item: One more",
                "Item: Two",
                "Item: Three",
                "Heading(2): End",
            ]
        );
    }

    #[test]
    fn quotations_and_code_are_not_the_papers_own_words() {
        assert_eq!(
            told("> Forces should.\n\n```\nCode one.\nCode two.\n```\n\nWe do.\n"),
            [
                "Quotation: Forces should.",
                "Quotation: Code one.",
                "Quotation: Code two.",
                "Paragraph: We do.",
            ]
        );
    }

    #[test]
    fn what_isnt_shown_is_left_out() {
        assert_eq!(
            told(
                "---\ntitle: No\n---\n<!-- no -->\nYes <b>and</b> ![no](n.png)~~no~~ [yes](n)[^1].\n\n[^1]: A note.\n"
            ),
            ["Paragraph: Yes and yes.", "Paragraph: A note."]
        );
        assert_eq!(
            told("---\n\nA rule: no settings.\n\n---\n"),
            ["Paragraph: A rule: no settings."]
        );
    }

    #[test]
    fn html_with_words_is_told() {
        let contents = read("t.md", b"Text\n\n<div>\nThe force has a lead.\n</div>\n").unwrap();
        assert_eq!(contents.faults.len(), 1);
        let contents = read("t.md", b"Text\n\n<!-- words -->\n\n<br>\n").unwrap();
        assert!(contents.faults.is_empty());
    }

    #[test]
    fn cells_know_their_headings() {
        let blocks = blocks("| Area | Position |\n|---|---|\n| Lead | In *post* |\n");
        let Kind::Cell(cell) = &blocks[3].kind else { panic!("{blocks:?}") };
        assert_eq!(cell.under.as_deref(), Some("Position"));
        assert_eq!(cell.beside.as_deref(), Some("Lead"));
        assert_eq!(blocks[3].text(), "In post");
    }

    #[test]
    fn every_character_knows_where_the_source_has_it() {
        let blocks = blocks("# A\r\n\r\nThe **lead** &amp; `its` anti-\r\ntrafficking\\* team\r\n");
        let text = blocks[1].text();
        assert_eq!(text, "The lead & its anti-trafficking* team");
        let at = |words: &str| blocks[1].spot(text.find(words).unwrap());
        let spot = |line, column| Spot { page: None, line, column };
        assert_eq!(at("lead"), spot(3, 7));
        assert_eq!(at("&"), spot(3, 14));
        assert_eq!(at("its"), spot(3, 21));
        assert_eq!(at("trafficking"), spot(4, 1));
        assert_eq!(at("* team"), spot(4, 13));
        assert_eq!(at("team"), spot(4, 15));
        assert_eq!(blocks[1].joints().len(), 1);
    }
}
