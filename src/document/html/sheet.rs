//! The style sheets in a page, as far as they say what is seen: rules for classes, ids and elements.

use std::collections::{HashMap, HashSet};

use super::style::{StyleLook, look};

/// More rules than this aren't read.
const MOST_RULES: usize = 5_000;

/// A rule that does something to whether words are seen.
#[derive(Debug)]
struct Rule {
    /// The names that what has it has itself, beside the one that it is found by.
    own: Vec<String>,
    /// The names that something around it has.
    around: Vec<String>,
    look: StyleLook,
}

/// The rules of a page. Names are written as selectors write them: `p`, `.note`, `#id`.
#[derive(Debug, Default)]
pub(super) struct StyleSheet {
    rules: HashMap<String, Vec<Rule>>,
    /// Whether a name is asked for around something.
    around: HashSet<String>,
    count: usize,
}

impl StyleSheet {
    /// The rules of all style sheets in a page.
    pub(super) fn of(page: &str) -> Self {
        let mut sheet = Self::default();
        let mut rest = page;
        while let Some(at) = find(rest, "<style") {
            let after = rest.get(at + 6..).unwrap_or_default();
            let end = find(after, "</style").unwrap_or(after.len());
            let body = after.get(..end).unwrap_or_default();
            sheet.read(body.split_once('>').map_or("", |(_, body)| body));
            rest = after.get(end..).unwrap_or_default();
        }
        sheet
    }

    fn read(&mut self, text: &str) {
        let text = without_comments(text).to_ascii_lowercase();
        let mut rest = text.as_str();
        // Rules within what holds only under conditions, such as when the page is printed, aren't read.
        while let Some((selectors, after)) = rest.split_once('{') {
            let selectors = selectors.rsplit([';', '}']).next().unwrap_or_default().trim();
            if selectors.starts_with('@') {
                let shown = ["@media all", "@media screen"].contains(&selectors);
                rest = if shown { after } else { after_block(after) };
                continue;
            }
            let (style, after) = after.split_once('}').unwrap_or((after, ""));
            rest = after;
            let look = look(style);
            if look != StyleLook::default() {
                selectors.split(',').for_each(|selector| self.add(selector, look));
            }
        }
    }

    fn add(&mut self, selector: &str, look: StyleLook) {
        if self.count >= MOST_RULES || selector.contains([':', '[', '+', '~', '*']) {
            return;
        }
        let mut parts = selector.split(|c: char| c.is_whitespace() || c == '>');
        let Some(last) = parts.next_back() else { return };
        let mut own = names(last);
        let Some(key) = own.pop() else { return };
        let around: Vec<String> = parts
            .flat_map(names)
            .filter(|name| !matches!(name.as_str(), "html" | "body" | "main" | "div"))
            .collect();
        self.around.extend(around.iter().cloned());
        self.rules.entry(key).or_default().push(Rule { own, around, look });
        self.count += 1;
    }

    /// Whether nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Whether it matters that something has this name for what it holds.
    pub(super) fn asks_for(&self, name: &str) -> bool {
        self.around.contains(name)
    }

    /// How many rules are looked at for something with these names.
    pub(super) fn weight(&self, names: &[String]) -> usize {
        names.iter().filter_map(|name| self.rules.get(name)).map(Vec::len).sum()
    }

    /// What is said of something with these names, in something with others.
    pub(super) fn looks<'a>(
        &'a self,
        names: &'a [String],
        is_open: &'a dyn Fn(&str) -> bool,
    ) -> impl Iterator<Item = StyleLook> + 'a {
        names.iter().filter_map(|name| self.rules.get(name)).flatten().filter_map(move |rule| {
            let own = rule.own.iter().all(|name| names.contains(name));
            let around = rule.around.iter().all(|name| is_open(name));
            (own && around).then_some(rule.look)
        })
    }
}

/// The names that one part of a selector asks for: `p`, `.a` and `#b` of `p.a#b`.
fn names(part: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for c in part.chars() {
        match names.last_mut() {
            Some(name) if !matches!(c, '.' | '#') => name.push(c),
            _ => names.push(c.to_string()),
        }
    }
    names
}

/// What follows the block that has begun, whatever blocks are in it.
fn after_block(text: &str) -> &str {
    let mut depth = 1_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return text.get(at + 1..).unwrap_or_default();
        }
    }
    ""
}

fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

/// Where a word in lower case stands, however the text writes it.
fn find(text: &str, word: &str) -> Option<usize> {
    let starts = memchr::memchr_iter(b'<', text.as_bytes());
    starts.into_iter().find(|at| {
        let there = text.get(*at..at + word.len());
        there.is_some_and(|there| there.eq_ignore_ascii_case(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::left_out::Why;

    #[test]
    fn rules_reach_whom_they_name_and_hold_only_where_they_hold() {
        let page = "<STYLE>p, div.note { color: red } /* .z {display:none} */ .a, body #b { display:none } \
            @media print { .c{opacity:0} } .d:hover{opacity:0} .e .f {opacity: 0} p.g{opacity:0}</STYLE>";
        let sheet = StyleSheet::of(page);
        let why = |names: &[&str], around: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            let is_open = |name: &str| around.contains(&name);
            sheet.looks(&names, &is_open).find_map(|look| look.why)
        };
        assert_eq!(why(&["p", ".a"], &[]), Some(Why::Hidden));
        assert_eq!(why(&["#b"], &[]), Some(Why::Hidden));
        for names in [["p", ".c"], ["p", ".d"], ["p", ".z"], ["p", ".f"], ["div", ".g"]] {
            assert_eq!(why(&names, &[]), None, "{names:?}");
        }
        assert_eq!(why(&["p", ".f"], &[".e"]), Some(Why::Invisible));
        assert_eq!(why(&["p", ".g"], &[]), Some(Why::Invisible));
    }
}
