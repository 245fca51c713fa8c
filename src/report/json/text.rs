//! JSON as text, for people or for programs. It may end up in a terminal or in the log of a job, and
//! what it quotes may be hostile: all that these would obey is written as escapes.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

use crate::source::{Fault, IN_A_LINE, is_command};

/// How JSON is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spacing {
    /// A line a value, for people.
    Indented,
    /// All on one line, without spaces, for programs.
    Compact,
}

/// Writes a value and ends its line.
///
/// # Errors
///
/// What `out` fails with.
pub(super) fn write_json(
    out: &mut dyn Write,
    value: &impl Serialize,
    spacing: Spacing,
) -> serde_json::Result<()> {
    match spacing {
        Spacing::Indented => {
            let formatter = Harmless(PrettyFormatter::new());
            value.serialize(&mut Serializer::with_formatter(&mut *out, formatter))?;
        }
        Spacing::Compact => {
            let formatter = Harmless(CompactFormatter);
            value.serialize(&mut Serializer::with_formatter(&mut *out, formatter))?;
        }
    }
    out.write_all(b"\n").map_err(serde_json::Error::io)
}

/// A value without spaces, line breaks or the end of a line.
pub(in crate::report) fn compact(value: &impl Serialize) -> Result<Vec<u8>, Fault> {
    let mut out = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut out, Harmless(CompactFormatter));
    value.serialize(&mut serializer).map_err(|error| no_json(&error))?;
    Ok(out)
}

/// The fault of a result that has no JSON form.
pub fn no_json(error: &serde_json::Error) -> Fault {
    Fault::whole("output::unwritten", format!("no JSON could be made: {error}"))
}

/// A value, with the end of its line.
pub(in crate::report) fn bytes(
    value: &impl Serialize,
    spacing: Spacing,
) -> serde_json::Result<Vec<u8>> {
    let mut out = Vec::new();
    write_json(&mut out, value, spacing)?;
    Ok(out)
}

/// The same as a text.
pub(in crate::report) fn text(
    value: &impl Serialize,
    spacing: Spacing,
) -> serde_json::Result<String> {
    // What serde writes is UTF-8, and what is added to it is ASCII.
    bytes(value, spacing).map(|bytes| String::from_utf8(bytes).unwrap_or_default())
}

/// Writes a part of a string without what a terminal would obey.
fn write_part<W: ?Sized + Write>(writer: &mut W, part: &str) -> io::Result<()> {
    // Of ASCII, JSON leaves one command as it is.
    if part.is_ascii() && memchr::memchr(0x7f, part.as_bytes()).is_none() {
        return writer.write_all(part.as_bytes());
    }
    let mut rest = part;
    while let Some((at, command)) = rest.char_indices().find(|(_, c)| is_command(*c)) {
        let (before, after) = rest.split_at(at);
        writer.write_all(before.as_bytes())?;
        write!(writer, "\\u{:04x}", u32::from(command))?;
        rest = after.strip_prefix(command).unwrap_or_default();
    }
    writer.write_all(rest.as_bytes())
}

/// Another way to lay out, in which strings hold nothing that a terminal would obey.
struct Harmless<F>(F);

impl<F: Formatter> Formatter for Harmless<F> {
    fn write_string_fragment<W>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        // The second sign of what a runner obeys is escaped, too: nothing is left of it.
        for (n, part) in fragment.split(IN_A_LINE).enumerate() {
            if n > 0 {
                writer.write_all(br"#\u0023[")?;
            }
            write_part(writer, part)?;
        }
        Ok(())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_escaped_and_reads_back() {
        let text = "a\u{1b}[2J\u{7f}\u{9b}31m\u{202e}é “b”\n\u{2069}";
        for spacing in [Spacing::Compact, Spacing::Indented] {
            let json = super::text(&[text], spacing).unwrap();
            assert!(json.contains(r"a\u001b[2J\u007f\u009b31m\u202eé “b”\n\u2069"), "{json}");
            assert_eq!(serde_json::from_str::<[String; 1]>(&json).unwrap(), [text]);
            let text = "a ##[add-mask]b ###[c";
            let json = super::text(&[text], spacing).unwrap();
            assert!(!json.contains("##["), "{json}");
            assert_eq!(serde_json::from_str::<[String; 1]>(&json).unwrap(), [text]);
        }
    }
}
