//! What nobody sees of a web page.

use html5gum::{Token, Tokenizer};

use super::style::{hides, hiding_names, takes_away};
use crate::source::Unseen;

/// Elements that have no end.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements whose words are none of the page's.
const NO_WORDS: [&str; 4] = ["script", "style", "template", "title"];

/// Elements that strike their words out.
const STRUCK: [&str; 3] = ["s", "strike", "del"];

/// An element that is open.
struct Open {
    name: String,
    how: How,
}

/// How an element's words can be seen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Seen,
    /// Not at all, and no reading takes them in.
    LeftOut,
    /// Not at all, and readings take them in: they can't tell.
    TakenIn,
}

/// The words that nobody sees, those of an element after those of another.
pub(super) fn unseen(page: &str) -> Unseen {
    let hiding = hiding_names(&style_sheets(page));
    let mut open: Vec<Open> = Vec::new();
    let mut words = Unseen::default();
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) => {
                let name = text(&tag.name).to_ascii_lowercase();
                let get = |key: &str| {
                    let own =
                        tag.attributes.iter().find(|(own, _)| own.as_slice() == key.as_bytes());
                    own.map(|(_, value)| text(value))
                };
                let class = get("class").unwrap_or_default();
                let mut names = class.split_whitespace().map(|class| format!(".{class}"));
                let id = get("id").map(|id| format!("#{id}"));
                let style = get("style").unwrap_or_default();
                let left_out = STRUCK.contains(&name.as_str())
                    || get("hidden").is_some_and(|how| how != "until-found")
                    || takes_away(&style);
                let taken_in = hides(&style)
                    || get("color").is_some_and(|colour| hides(&format!("color:{colour}")))
                    || names.any(|name| hiding.contains(&name))
                    || id.is_some_and(|id| hiding.contains(&id));
                let how = match (left_out, taken_in) {
                    (true, _) => How::LeftOut,
                    (false, true) => How::TakenIn,
                    (false, false) => How::Seen,
                };
                if !tag.self_closing && !VOID.contains(&name.as_str()) {
                    open.push(Open { name, how });
                }
            }
            Token::EndTag(tag) => {
                let name = text(&tag.name).to_ascii_lowercase();
                if let Some(at) = open.iter().rposition(|open| open.name == name) {
                    open.truncate(at);
                    words.left_out.push(' ');
                    words.taken_in.push(' ');
                }
            }
            Token::String(said) => {
                let no_words = |open: &Open| NO_WORDS.contains(&open.name.as_str());
                let is = |how: How| open.iter().any(|open| open.how == how);
                match (is(How::LeftOut), is(How::TakenIn)) {
                    _ if open.iter().any(no_words) => {}
                    (true, _) => words.left_out.push_str(&text(&said)),
                    (false, true) => words.taken_in.push_str(&text(&said)),
                    (false, false) => {}
                }
            }
            _ => {}
        }
    }
    words
}

/// The text of all style sheets in a page.
fn style_sheets(page: &str) -> String {
    let lower = page.to_ascii_lowercase();
    let mut sheets = String::new();
    for part in lower.split("<style").skip(1) {
        let sheet = part.split("</style").next().unwrap_or_default();
        sheets.push_str(sheet.split_once('>').map_or("", |(_, sheet)| sheet));
    }
    sheets
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
