//! A file of the program as tokens: every path that it names, and where.
//!
//! Tokens, since a path in the arguments of a macro is a path all the same, and no parser of items
//! sees it. Comments, strings and doc tests are no code.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

/// What one file names.
#[derive(Debug, Default)]
pub(crate) struct Code {
    /// Every path of two names or more, and every `use`.
    pub(crate) mentions: Vec<Mention>,
    /// The modules in files of their own that it declares, and whether only tests have them.
    pub(crate) children: BTreeMap<String, bool>,
    /// Every name outside `use`, and the line of its first place. Tests are left out.
    pub(crate) names: BTreeMap<String, usize>,
    /// Every name, and the line of its first place.
    pub(crate) words: BTreeMap<String, usize>,
    /// How it takes in files past the modules.
    pub(crate) takes_in: BTreeSet<&'static str>,
}

/// A path as it stands in a file.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    /// The modules within the file in which it stands.
    pub(crate) within: Vec<String>,
    pub(crate) segments: Vec<String>,
    pub(crate) line: usize,
    pub(crate) kind: Kind,
    /// Whether only tests have it.
    pub(crate) test: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Inline,
    /// `use`, under the name that it gets, and whether others may import it from here.
    Use {
        name: String,
        again: bool,
    },
    /// `use …::*`
    Glob,
}

impl Code {
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let tokens = TokenStream::from_str(text).map_err(|error| error.to_string())?;
        let mut code = Self::default();
        code.collect(tokens.clone());
        Walk { code: &mut code, within: Vec::new(), test: false }.walk(tokens);
        Ok(code)
    }

    fn collect(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.collect(group.stream()),
                TokenTree::Ident(name) => {
                    self.words.entry(plain(&name)).or_insert(name.span().start().line);
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
}

/// A walk through tokens that knows the module it is in.
struct Walk<'a> {
    code: &'a mut Code,
    within: Vec<String>,
    test: bool,
}

impl Walk<'_> {
    fn walk(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let outside = self.test;
        let mut again = false;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let rest = &tokens[at + 1..];
            at += 1;
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    if let Some(TokenTree::Group(group)) = rest.first() {
                        let attribute = group.stream().to_string().replace(' ', "");
                        self.test |= attribute == "cfg(test)";
                        if attribute.starts_with("path=") {
                            self.code.takes_in.insert("`#[path]`");
                        }
                    }
                }
                TokenTree::Punct(punct) => {
                    if punct.as_char() == ';' {
                        (self.test, again) = (outside, false);
                    }
                }
                TokenTree::Group(group) => {
                    self.walk(group.stream());
                    if group.delimiter() == Delimiter::Brace {
                        (self.test, again) = (outside, false);
                    }
                }
                TokenTree::Ident(word) if word == "pub" => {
                    again = true;
                    at += usize::from(rest.first().is_some_and(says_how_far));
                }
                TokenTree::Ident(word) if word == "use" && !begins_with(rest, '<') => {
                    let end = rest.iter().position(|token| is(token, ';')).unwrap_or(rest.len());
                    self.tree(&rest[..end], &[], again);
                    (self.test, again) = (outside, false);
                    at += end + 1;
                }
                TokenTree::Ident(word) if word == "mod" => {
                    at += self.module(rest);
                    (self.test, again) = (outside, false);
                }
                TokenTree::Ident(word) if word == "extern" && called(rest.first(), "crate") => {
                    let end = rest.iter().position(|token| is(token, ';')).unwrap_or(rest.len());
                    self.renamed_crate(&rest[1..end]);
                    at += end;
                }
                TokenTree::Ident(word) => at += self.path(word, rest),
                TokenTree::Literal(_) => {}
            }
        }
        self.test = outside;
    }

    /// A module, from behind `mod`: how many tokens it takes.
    fn module(&mut self, rest: &[TokenTree]) -> usize {
        match rest {
            [TokenTree::Ident(name), TokenTree::Group(body), ..] => {
                self.within.push(plain(name));
                self.walk(body.stream());
                self.within.pop();
                2
            }
            [TokenTree::Ident(name), after, ..] if is(after, ';') => {
                self.code.children.insert(plain(name), self.test);
                2
            }
            _ => 0,
        }
    }

    /// A name, and the path that it begins: how many further tokens that takes.
    fn path(&mut self, first: &Ident, rest: &[TokenTree]) -> usize {
        let line = first.span().start().line;
        let (segments, taken) = segments(first, rest);
        if !self.test {
            for segment in &segments {
                self.code.names.entry(segment.clone()).or_insert(line);
            }
        }
        if segments.last().is_some_and(|name| name == "include") && begins_with(&rest[taken..], '!')
        {
            self.code.takes_in.insert("`include!`");
        }
        if segments.len() > 1 {
            self.mention(segments, line, Kind::Inline);
        }
        taken
    }

    /// The tree of a `use`, with the path that leads to it.
    fn tree(&mut self, tokens: &[TokenTree], before: &[String], again: bool) {
        let tokens = match tokens {
            [first, second, rest @ ..] if is(first, ':') && is(second, ':') => rest,
            all => all,
        };
        match tokens {
            [TokenTree::Group(group)] => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                for branch in
                    inner.split(|token| is(token, ',')).filter(|branch| !branch.is_empty())
                {
                    self.tree(branch, before, again);
                }
            }
            [TokenTree::Punct(star)] if star.as_char() == '*' => {
                self.mention(before.to_vec(), star.span().start().line, Kind::Glob);
            }
            [TokenTree::Ident(name), rest @ ..] => {
                let path = [before, &[plain(name)]].concat();
                if begins_with(rest, ':') {
                    self.tree(rest, &path, again);
                } else {
                    let path =
                        if name == "self" && !before.is_empty() { before.to_vec() } else { path };
                    let name = match rest {
                        [_, TokenTree::Ident(alias)] => plain(alias),
                        _ => path.last().cloned().unwrap_or_default(),
                    };
                    let line = tokens[0].span().start().line;
                    self.mention(path, line, Kind::Use { name, again });
                }
            }
            _ => {}
        }
    }

    /// `extern crate self as it;` is a name for the whole program.
    fn renamed_crate(&mut self, tokens: &[TokenTree]) {
        if let [TokenTree::Ident(of), .., TokenTree::Ident(name)] = tokens {
            let segment = if of == "self" { "crate".to_owned() } else { plain(of) };
            let kind = Kind::Use { name: plain(name), again: false };
            self.mention(vec![segment], of.span().start().line, kind);
        }
    }

    fn mention(&mut self, segments: Vec<String>, line: usize, kind: Kind) {
        let (within, test) = (self.within.clone(), self.test);
        self.code.mentions.push(Mention { within, segments, line, kind, test });
    }
}

/// The names that `::` joins, from the first on, and how many tokens stand behind the first. What is
/// no name, a parameter of a macro for one, is a segment `$`.
fn segments(first: &Ident, rest: &[TokenTree]) -> (Vec<String>, usize) {
    let (mut segments, mut at) = (vec![plain(first)], 0);
    while let [one, two, next, ..] = rest.get(at..).unwrap_or_default()
        && is(one, ':')
        && is(two, ':')
    {
        match next {
            TokenTree::Ident(name) => segments.push(plain(name)),
            TokenTree::Punct(punct) if punct.as_char() == '$' => {
                segments.push("$".to_owned());
                break;
            }
            _ => break,
        }
        at += 3;
    }
    (segments, at)
}

/// Whether it is what may stand behind `pub`: that imports nothing.
fn says_how_far(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    let inner: Vec<String> = group.stream().into_iter().map(|token| token.to_string()).collect();
    let inner: Vec<&str> = inner.iter().map(String::as_str).collect();
    group.delimiter() == Delimiter::Parenthesis
        && matches!(inner[..], ["in", ..] | ["crate" | "super" | "self"])
}

fn plain(name: &Ident) -> String {
    let name = name.to_string();
    name.strip_prefix("r#").unwrap_or(&name).to_owned()
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn begins_with(tokens: &[TokenTree], sign: char) -> bool {
    tokens.first().is_some_and(|token| is(token, sign))
}

fn called(token: Option<&TokenTree>, word: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(name)) if name == word)
}
