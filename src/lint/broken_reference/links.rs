//! Links of a typed document to files beside it that aren't there. Nothing is fetched.

use crate::document::Spot;
use crate::lint::finding::{Finding, Sensitivity};
use crate::lint::page::Page;
use crate::source::Place;

/// A link, as the source has it.
struct Link<'a> {
    target: &'a str,
    /// Where it stands in the source, in bytes.
    at: usize,
}

/// The links that lead to no file.
pub(super) fn broken(page: &Page<'_>, check: &'static str) -> Vec<Finding> {
    let Some(source) = page.source else { return Vec::new() };
    let links = match page.document.format.word() {
        "markdown" => between(source, "](", &[')', ' ', '\n']),
        "html" => between(source, "href=\"", &['"']),
        _ => return Vec::new(),
    };
    let local = links.into_iter().filter_map(|link| Some((local(link.target)?, link)));
    let gone = local.filter(|(path, _)| !(page.beside)(path));
    gone.map(|(_, link)| finding(page, check, source, &link)).collect()
}

/// What stands behind each mark, up to one of some signs.
fn between<'a>(source: &'a str, mark: &str, ends: &[char]) -> Vec<Link<'a>> {
    let found = source.match_indices(mark).filter_map(|(at, _)| {
        let at = at + mark.len();
        let rest = source.get(at..)?;
        let target = rest.get(..rest.find(ends)?)?;
        Some(Link { target, at })
    });
    found.collect()
}

/// The path of a link within the file system; nothing where it leads elsewhere.
fn local(target: &str) -> Option<String> {
    let path = target.trim_start_matches('<').trim_end_matches('>');
    let path = path.split(['#', '?']).next().unwrap_or_default();
    let elsewhere = path.is_empty()
        || path.starts_with(['/', '\\', '{', '$'])
        || path.contains(':')
        || path.contains("//")
        || !path.contains('.');
    (!elsewhere).then(|| path.replace("%20", " "))
}

fn finding(page: &Page<'_>, check: &'static str, source: &str, link: &Link<'_>) -> Finding {
    let before = source.get(..link.at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |own| own.chars().count()) + 1;
    let block = block_of(page, line);
    Finding {
        check,
        sensitivity: Sensitivity::Default,
        place: Place { file: page.document.name.clone(), page: None, sheet: None, line, column },
        block,
        span: 0..0,
        quote: link.target.to_owned(),
        message: format!("there is no file `{}` beside the document", link.target),
        help: Some(
            "give the path from the folder of the document, or take the link out".to_owned(),
        ),
        fix: None,
    }
}

fn block_of(page: &Page<'_>, line: usize) -> usize {
    let blocks = page.document.blocks.iter();
    let before = blocks.take_while(|block| {
        let Spot { line: own, .. } = block.spot(0);
        own as usize <= line
    });
    before.count().saturating_sub(1)
}
