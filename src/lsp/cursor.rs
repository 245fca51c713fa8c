//! Where a cursor stands in a TOML text, also in one that is half written: whoever types is always in the middle
//! of something that doesn't parse yet.

use crate::source::Span;

/// Where a cursor stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    /// The table that it stands in, by its keys from the top.
    pub table: Vec<String>,
    /// What is being written there.
    pub writes: Writes,
    /// What stands there up to the cursor, without its opening quote.
    pub begun: Span,
}

/// What is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Writes {
    /// The name of a table, in square brackets.
    Heading,
    /// A key.
    Key,
    /// A value, under keys from the table; within quotes or not.
    Value { keys: Vec<String>, quoted: bool },
}

/// Where a byte of a text stands; nothing in a comment, or between things.
pub(super) fn cursor(text: &str, at: usize) -> Option<Cursor> {
    let mut scan = Scan { text: text.get(..at)?, at: 0, heading: Vec::new(), within: Vec::new() };
    let mut next = Next::Key;
    loop {
        next = match next {
            Next::Key => scan.key(),
            Next::Value(keys) => scan.value(&keys),
            Next::Behind => scan.behind(),
            Next::End(found) => return found,
        };
    }
}

/// What a scan looks for next.
enum Next {
    Key,
    /// The value, or one of the values, of some keys.
    Value(Vec<String>),
    /// What stands behind a value.
    Behind,
    End(Option<Cursor>),
}

/// What a value is part of.
enum Within {
    List(Vec<String>),
    Table(Vec<String>),
}

struct Scan<'a> {
    /// The text up to the cursor.
    text: &'a str,
    at: usize,
    /// The heading under which it stands.
    heading: Vec<String>,
    within: Vec<Within>,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes over white space and comments. Whether the cursor stands in a comment.
    fn skip(&mut self) -> bool {
        loop {
            self.at = self.text.len() - self.rest().trim_start().len();
            if !self.rest().starts_with('#') {
                return false;
            }
            match self.rest().find('\n') {
                Some(end) => self.at += end,
                None => return true,
            }
        }
    }

    fn table(&self) -> Vec<String> {
        let inner = self.within.iter().flat_map(|within| match within {
            Within::Table(keys) => keys.clone(),
            Within::List(_) => Vec::new(),
        });
        self.heading.iter().cloned().chain(inner).collect()
    }

    fn end(&self, writes: Writes, from: usize) -> Next {
        Next::End(Some(Cursor { table: self.table(), writes, begun: from..self.text.len() }))
    }

    fn key(&mut self) -> Next {
        if self.skip() {
            return Next::End(None);
        }
        let from = self.at;
        let first = self.rest().chars().next();
        match first {
            None => return self.end(Writes::Key, from),
            Some('[') if self.within.is_empty() => return self.heading(),
            Some('}') => {
                self.at += 1;
                self.within.pop();
                return Next::Behind;
            }
            Some(',') => {
                self.at += 1;
                return Next::Key;
            }
            Some(_) => {}
        }
        let Some(end) = self.rest().find(['=', '\n']) else {
            let quote = self.rest().starts_with(['"', '\'']);
            return self.end(Writes::Key, from + usize::from(quote));
        };
        let written = self.rest().get(..end).unwrap_or_default();
        let keys = keys(written);
        let equals = self.rest().get(end..).is_some_and(|rest| rest.starts_with('='));
        self.at += end + 1;
        if equals { Next::Value(keys) } else { Next::Key }
    }

    fn heading(&mut self) -> Next {
        self.at += 1 + usize::from(self.rest().starts_with("[["));
        let from = self.at;
        let end = self.rest().find([']', '\n']);
        let Some(end) = end else {
            self.heading = Vec::new();
            let begun = self.rest();
            return self.end(Writes::Heading, from + (begun.len() - begun.trim_start().len()));
        };
        self.heading = keys(self.rest().get(..end).unwrap_or_default());
        self.at += end;
        Next::Behind
    }

    fn value(&mut self, keys: &[String]) -> Next {
        // A value stands in the line of its key, but for those in a list.
        let line_end = self.rest().len() - self.rest().trim_start_matches([' ', '\t']).len();
        if !matches!(self.within.last(), Some(Within::List(_)))
            && self.rest().get(line_end..).is_some_and(|rest| rest.starts_with(['\n', '\r', '#']))
        {
            self.at += line_end;
            return Next::Behind;
        }
        if self.skip() {
            return Next::End(None);
        }
        let from = self.at;
        let value = |quoted| Writes::Value { keys: keys.to_vec(), quoted };
        let Some(first) = self.rest().chars().next() else { return self.end(value(false), from) };
        match first {
            '"' | '\'' => {
                let long = [r#"""""#, "'''"].into_iter().find(|own| self.rest().starts_with(own));
                let quote = long.map_or_else(|| first.to_string(), str::to_owned);
                let start = from + quote.len();
                match string_end(self.text, start, &quote) {
                    Some(end) => {
                        self.at = end;
                        Next::Behind
                    }
                    None => self.end(value(true), start),
                }
            }
            '[' => {
                self.at += 1;
                self.within.push(Within::List(keys.to_vec()));
                Next::Value(keys.to_vec())
            }
            '{' => {
                self.at += 1;
                self.within.push(Within::Table(keys.to_vec()));
                Next::Key
            }
            ']' | '}' | ',' => Next::Behind,
            _ => match self.rest().find([',', ']', '}', '\n', '#']) {
                Some(end) => {
                    self.at += end;
                    Next::Behind
                }
                // Behind a space it is whole.
                None if self.rest().ends_with(char::is_whitespace) => Next::End(None),
                None => self.end(value(false), from),
            },
        }
    }

    fn behind(&mut self) -> Next {
        if self.within.is_empty() {
            return match self.rest().find('\n') {
                Some(end) => {
                    self.at += end;
                    Next::Key
                }
                None => Next::End(None),
            };
        }
        if self.skip() {
            return Next::End(None);
        }
        let first = self.rest().chars().next();
        self.at += first.map_or(0, char::len_utf8);
        match (first, self.within.last()) {
            (None, _) | (_, None) => Next::End(None),
            (Some(','), Some(Within::List(keys))) => Next::Value(keys.clone()),
            (Some(','), Some(Within::Table(_))) => Next::Key,
            (Some(']' | '}'), _) => {
                self.within.pop();
                Next::Behind
            }
            // Something is missing: what follows is taken for what could stand there.
            (Some(_), Some(Within::List(keys))) => Next::Value(keys.clone()),
            (Some(_), Some(Within::Table(_))) => Next::Key,
        }
    }
}

/// Where a string ends, behind its quotes; nothing where that lies behind the cursor. One of a single line ends
/// with its line.
fn string_end(text: &str, start: usize, quote: &str) -> Option<usize> {
    let body = text.get(start..)?;
    let mut rest = body.char_indices();
    while let Some((at, c)) = rest.next() {
        match c {
            '\\' if quote.starts_with('"') => {
                rest.next();
            }
            '\n' if quote.len() == 1 => return Some(start + at),
            _ if body.get(at..).is_some_and(|rest| rest.starts_with(quote)) => {
                return Some(start + at + quote.len());
            }
            _ => {}
        }
    }
    None
}

/// The parts of a dotted key.
fn keys(written: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quote = None;
    for c in written.trim().trim_start_matches('[').chars() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '.') => parts.push(String::new()),
            (None, ' ' | '\t') => {}
            _ => {
                if let Some(last) = parts.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found at the bar, as `table > what begun`.
    fn at(text: &str) -> String {
        let at = text.find('|').unwrap();
        let text = text.replace('|', "");
        let Some(found) = cursor(&text, at) else { return "nothing".to_owned() };
        let what = match &found.writes {
            Writes::Heading => "heading".to_owned(),
            Writes::Key => "key".to_owned(),
            Writes::Value { keys, quoted: true } => format!("\"{}\"", keys.join(".")),
            Writes::Value { keys, quoted: false } => keys.join("."),
        };
        format!("{} > {what} {}", found.table.join("."), text.get(found.begun).unwrap())
    }

    #[test]
    fn a_half_written_text_says_where_it_goes_on() {
        for (text, expected) in [
            ("|", " > key "),
            ("[le|", " > heading le"),
            ("[[sou|", " > heading sou"),
            ("[lead]\nsta|", "lead > key sta"),
            ("[lead]\nstate = |", "lead > state "),
            ("[lead]\nstate = \"in p|", "lead > \"state\" in p"),
            ("[lead]\nstate = \"in p|lace\"\n[x]", "lead > \"state\" in p"),
            ("[lead] # [x\nstate = 'a'\nra|", "lead > key ra"),
            ("[lead]\nstate =\nra|", "lead > key ra"),
            ("[a]\nx = \"a # [b]\"\ny = [\"p\", \"q|", "a > \"y\" q"),
            ("[a]\ny = [\n  \"p\", # p\n  \"|", "a > \"y\" "),
            ("[[a.evidence]]\nsource = \"f|", "a.evidence > \"source\" f"),
            ("[a]\nevidence = [{ source = \"foi\", quo|", "a.evidence > key quo"),
            ("[a]\nevidence = [{ source = \"foi\" }, { source = \"|", "a.evidence > \"source\" "),
            ("[gate.requirement]\n\"act|", "gate.requirement > key act"),
            ("gate.\"x.y\".z = \"|", " > \"gate.x.y.z\" "),
            ("a = 1 # no|", "nothing"),
            ("a = 1 |", "nothing"),
            ("t = \"\"\"\nline\nb = |", " > \"t\" \nline\nb = "),
            ("t = \"unclosed\nb = |", " > b "),
            ("t = \"a \\\" b|", " > \"t\" a \\\" b"),
        ] {
            assert_eq!(at(text), expected, "{text}");
        }
    }

    #[test]
    fn every_place_of_any_text_comes_to_an_end() {
        for text in ["[", "[[", "a = [[{[{", "}}]]=,", "\"\"\"", "a.b.'", "[a]]]]\n]=}", "é = [é"]
        {
            for at in 0..=text.len() {
                let _ = cursor(text, at);
            }
        }
    }
}
