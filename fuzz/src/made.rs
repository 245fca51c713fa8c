//! Declarations and needs made of fuzzed bytes: nearly right, so that what comes after parsing is reached.

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use msacheck::rulebook::{Arrangement, Field, FieldKind, Vocabulary};
use msacheck::standing::{State, Words};

/// What has a meaning somewhere: in TOML, in a need, in a terminal, in a log.
const ODD: [&str; 16] = [
    "is",
    "and",
    "where",
    "ideally",
    "at least",
    "within",
    "'",
    "\"",
    "\n[lead]\n",
    "\r",
    "\u{202e}",
    "::error::",
    "##[x]",
    "…",
    "",
    " ",
];

/// A declaration of some of the arrangements, most of it as the vocabulary has it.
pub fn declaration(bytes: &mut Unstructured<'_>, vocabulary: &Vocabulary) -> Result<String> {
    let mut out = String::from("[force]\nid = \"northmarch\"\n");
    out += &format!("kind = \"{}\"\n", bytes.choose(&["territorial", "transport", "national"])?);
    out += &format!("as_of = {}\n", day(bytes)?);
    for attribute in ["sea-port", "airport", "guardian-service", "publishes-statement"] {
        if bytes.ratio(1, 2)? {
            out += &format!("{attribute} = {}\n", bytes.arbitrary::<bool>()?);
        }
    }
    if bytes.ratio(1, 2)? {
        out += "\n[[source]]\nid = \"s\"\ntitle = \"S\"\nfile = \"s.txt\"\n";
        out += &format!("date = {}\n", date(bytes)?);
    }
    for _ in 0..bytes.int_in_range(0..=6)? {
        let arrangement = bytes.choose(vocabulary.arrangements())?;
        // A table that stands twice is a fault of its own, and hides all others.
        if out.contains(&format!("\n[{}]\n", arrangement.id)) {
            continue;
        }
        out += &format!("\n[{}]\nstate = {}\n", arrangement.id, state(bytes)?);
        for field in &arrangement.fields {
            if bytes.ratio(1, 2)? {
                out += &format!("{} = {}\n", field.id, value(bytes, field)?);
            }
        }
        if bytes.ratio(1, 4)? {
            out += &format!("note = {}\n", text(bytes)?);
        }
        if bytes.ratio(1, 4)? {
            let quote = quote(bytes)?;
            out += &format!("evidence = [{{ source = \"s\", quote = {quote}, line = 2 }}]\n");
        }
    }
    Ok(out)
}

/// The needs of a requirement, as TOML.
pub fn needs(bytes: &mut Unstructured<'_>, vocabulary: &Vocabulary) -> Result<String> {
    branches(bytes, vocabulary, 3)
}

fn branches(bytes: &mut Unstructured<'_>, vocabulary: &Vocabulary, depth: u8) -> Result<String> {
    let mut of = Vec::new();
    for _ in 0..bytes.int_in_range(if depth == 3 { 1..=3 } else { 0..=3 })? {
        of.push(need(bytes, vocabulary, depth)?);
    }
    Ok(format!("[{}]", of.join(", ")))
}

fn need(bytes: &mut Unstructured<'_>, vocabulary: &Vocabulary, depth: u8) -> Result<String> {
    let kind = if depth == 0 { 0 } else { bytes.int_in_range(0..=7)? };
    let mut inner = || branches(bytes, vocabulary, depth - 1);
    Ok(match kind {
        1 => format!("{{ any = {} }}", inner()?),
        2 => format!("{{ all = {} }}", inner()?),
        3 => {
            let of = inner()?;
            format!("{{ at-least = {}, of = {of} }}", bytes.int_in_range(0..=4)?)
        }
        4 => inner()?,
        _ => toml_text(&ask(bytes, vocabulary)?),
    })
}

/// One need in the need language.
fn ask(bytes: &mut Unstructured<'_>, vocabulary: &Vocabulary) -> Result<String> {
    let arrangement = bytes.choose(vocabulary.arrangements())?;
    let mut out = arrangement.id.to_string();
    for keyword in ["where", "ideally"] {
        for n in 0..bytes.int_in_range(0..=2)? {
            let joint = if n == 0 { keyword } else { "and" };
            out += &format!(" {joint} {}", condition(bytes, arrangement)?);
        }
    }
    Ok(out)
}

fn condition(bytes: &mut Unstructured<'_>, arrangement: &Arrangement) -> Result<String> {
    let field = bytes.choose(&arrangement.fields)?;
    if bytes.ratio(1, 16)? {
        return Ok(format!("{} {}", field.id, words(bytes)?));
    }
    let id = &field.id;
    Ok(match (&field.kind, bytes.int_in_range(0..=3)?) {
        (_, 0) => id.to_string(),
        (FieldKind::YesNo, _) => format!("not {id}"),
        (FieldKind::Text, _) => format!("{id} is '{}'", words(bytes)?.replace('\'', "")),
        (FieldKind::Choice(of) | FieldKind::List(Some(of)), _) => {
            format!("{id} is {}", bytes.choose(of)?)
        }
        (FieldKind::List(None), _) => format!("{id} is '{}'", words(bytes)?.replace('\'', "")),
        (FieldKind::Ordered(of), _) => format!("{id} is at least {}", bytes.choose(of)?),
        (FieldKind::Number, _) => format!("{id} is at least {}", bytes.int_in_range(0..=20)?),
        (FieldKind::Rank, _) => {
            format!(
                "{id} is at least {}",
                bytes.choose(&["sergeant", "superintendent", "commander"])?
            )
        }
        (FieldKind::Date, _) => format!("{id} within {} months", bytes.arbitrary::<u16>()?),
    })
}

/// A value of a field: mostly one that it may have.
fn value(bytes: &mut Unstructured<'_>, field: &Field) -> Result<String> {
    if bytes.ratio(1, 16)? {
        return text(bytes);
    }
    Ok(match &field.kind {
        FieldKind::Text => text(bytes)?,
        FieldKind::YesNo => bytes.arbitrary::<bool>()?.to_string(),
        FieldKind::Date => date(bytes)?,
        FieldKind::Number => match bytes.int_in_range(0..=3)? {
            0 => bytes.arbitrary::<u32>()?.to_string(),
            1 => format!("\"{}-{}\"", bytes.arbitrary::<u8>()?, bytes.arbitrary::<u16>()?),
            2 => format!("\"at least {}\"", bytes.arbitrary::<u32>()?),
            _ => format!("\"at most {}\"", bytes.arbitrary::<u32>()?),
        },
        FieldKind::Choice(of) | FieldKind::Ordered(of) => toml_text(bytes.choose(of)?),
        FieldKind::Rank => {
            toml_text(bytes.choose(&["D/Supt", "inspector", "police staff grade 3"])?)
        }
        FieldKind::List(of) => {
            let mut items = Vec::new();
            for _ in 0..bytes.int_in_range(0..=3)? {
                items.push(match of {
                    Some(of) => toml_text(bytes.choose(of)?),
                    None => text(bytes)?,
                });
            }
            format!("[{}]", items.join(", "))
        }
    })
}

fn state(bytes: &mut Unstructured<'_>) -> Result<String> {
    Ok(toml_text(bytes.choose(State::ALL)?.word()))
}

/// A date to the day, the month or the year.
fn date(bytes: &mut Unstructured<'_>) -> Result<String> {
    let day = day(bytes)?;
    Ok(match bytes.int_in_range(0..=3)? {
        0 => format!("\"{}\"", &day[..4]),
        1 => format!("\"{}\"", &day[..7]),
        _ => day,
    })
}

fn day(bytes: &mut Unstructured<'_>) -> Result<String> {
    let year = bytes.int_in_range(1999..=2027)?;
    let month = bytes.int_in_range(1..=12)?;
    Ok(format!("{year:04}-{month:02}-{:02}", bytes.int_in_range(1..=31)?))
}

fn quote(bytes: &mut Unstructured<'_>) -> Result<String> {
    Ok(toml_text(bytes.choose(&["one lead officer for this", "Two.", "not there at all, ever"])?))
}

/// Words of which some mean something.
fn words(bytes: &mut Unstructured<'_>) -> Result<String> {
    let mut words = Vec::new();
    for _ in 0..bytes.int_in_range(1..=4)? {
        let odd = bytes.ratio(1, 2)?;
        words.push(if odd { *bytes.choose(&ODD)? } else { bytes.arbitrary::<&str>()? });
    }
    Ok(words.join(" "))
}

fn text(bytes: &mut Unstructured<'_>) -> Result<String> {
    Ok(toml_text(&words(bytes)?))
}

/// A text as TOML has it.
fn toml_text(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out += &format!("\\U{:08x}", u32::from(c)),
            c => out.push(c),
        }
    }
    out + "\""
}
