//! What a person likely meant where a text isn't TOML: what to type in its place. Who fills in a form for
//! the first time has never heard of TOML, and slips in a few ways, each of which is told of once.

use super::Span;
use crate::standing::MONTHS;

/// What any syntax error may come from.
pub(super) const ANY: &str = "words stand in \"quotes\"; yes and no are `true` and `false`, in small letters; a date is \
                              2026-11-24; what follows a `#` isn't read";

/// What would be right, where the line of a place shows what was meant.
pub(super) fn likely(text: &str, at: &Span, message: &str) -> Option<String> {
    let line = line(text, at)?.trim();
    if message.starts_with("duplicate key") {
        return Some("it stands in this file already: keep one of the two".to_owned());
    }
    if message.starts_with("invalid date") {
        return Some("there is no such day: write one that exists".to_owned());
    }
    if let Some(begun) = unclosed(text, at) {
        return Some(format!(
            "the list in line {begun} has no end: write `]` behind its last item"
        ));
    }
    heading(line).or_else(|| comment(line)).or_else(|| colon(line)).or_else(|| value(line))
}

/// The same by what stands behind the sign.
fn value(line: &str) -> Option<String> {
    let (key, value) = line.split_once('=')?;
    let (key, value) = (key.trim(), value.trim());
    quotes(value)
        .or_else(|| date(value))
        .or_else(|| word_of_yes_or_no(key, value))
        .or_else(|| number(key, value))
        .or_else(|| list(key, value))
        .or_else(|| words(key, value))
}

/// The line of a place.
fn line<'a>(text: &'a str, at: &Span) -> Option<&'a str> {
    let start = text.get(..at.start)?.rfind('\n').map_or(0, |end| end + 1);
    text.get(start..)?.lines().next()
}

/// The line, counted from 1, in which a list begins that a heading or another key stands in.
pub(super) fn unclosed(text: &str, at: &Span) -> Option<usize> {
    // Of the line itself it can't be told: it may close the list behind the place.
    let begins = text.get(..at.start)?.rfind('\n').map_or(0, |end| end + 1);
    let before = text.get(..begins)?;
    let mut begun: Option<(usize, usize)> = None;
    for (number, line) in (1..).zip(before.lines()) {
        let bare = bare(line);
        let opens = bare.matches('[').count();
        let closes = bare.matches(']').count();
        let trimmed = bare.trim_start();
        match begun {
            None if trimmed.contains('=') && opens > closes => {
                begun = Some((number, opens - closes));
            }
            // A heading within the list, or a key, says that the list was never to go on.
            Some(_) if trimmed.starts_with('[') || trimmed.contains('=') => break,
            Some((from, open)) => {
                let open = (open + opens).saturating_sub(closes);
                begun = (open > 0).then_some((from, open));
            }
            None => {}
        }
    }
    let (number, _) = begun?;
    let bare = bare(line(text, at)?);
    (bare.trim_start().starts_with('[') || bare.contains('=')).then_some(number)
}

/// Whether an error follows from the one before it: a text that goes on in the next line, or what stands
/// under a heading that was there already.
pub(super) fn follows(text: &str, before: (&str, &Span), after: (&str, &Span)) -> bool {
    let between = text.get(before.1.start..after.1.start).unwrap_or_default();
    let under_a_heading =
        line(text, before.1).is_some_and(|line| line.trim_start().starts_with('['));
    let same = before.0.starts_with("duplicate key") && after.0.starts_with("duplicate key");
    let next_line = between.matches('\n').count() <= 1;
    (before.0.starts_with("invalid basic string") && next_line)
        || (same && under_a_heading && !between.lines().skip(1).any(|line| line.starts_with('[')))
}

/// A line without what stands in quotes, and without its comment.
fn bare(line: &str) -> String {
    let mut kept = String::new();
    let mut quote = None;
    for c in line.chars() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '#' => break,
            None if c == '"' || c == '\'' => quote = Some(c),
            None => kept.push(c),
        }
    }
    kept
}

fn heading(line: &str) -> Option<String> {
    let bare = line.split('#').next()?.trim();
    let begins = bare.starts_with(['[', '(', '{']);
    let ends = bare.ends_with([']', ')', '}']);
    if bare.contains(['=', '"', ':', ',']) || !(begins || ends) {
        return None;
    }
    let name = bare.trim_matches(['[', ']', '(', ')', '{', '}', ' ']);
    let fit = |c: char| c.is_alphanumeric() || " -_./".contains(c);
    if name.is_empty() || !name.chars().all(fit) {
        return None;
    }
    let name = name.to_lowercase().replace([' ', '_', '/'], "-");
    Some(format!(
        "a heading stands alone in square brackets, its words joined by hyphens: [{name}]"
    ))
}

fn comment(line: &str) -> Option<String> {
    let said = ["//", "--", "/*", "%", ";"].iter().find_map(|mark| line.strip_prefix(mark))?;
    Some(format!("what isn't to be read begins with a `#`: # {}", said.trim()))
}

/// A colon, or nothing, where an equals sign belongs.
fn colon(line: &str) -> Option<String> {
    if line.contains('=') {
        return None;
    }
    let (key, value) = line.split_once(':')?;
    let (key, value) = (key.trim(), value.trim());
    let fit = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    (!key.is_empty() && key.chars().all(fit) && !value.is_empty())
        .then(|| format!("an equals sign stands between the two: {key} = {value}"))
}

fn quotes(value: &str) -> Option<String> {
    let typographic = |c: char| matches!(c, '“' | '”' | '„' | '‘' | '’' | '«' | '»');
    let inside = value.trim_start_matches(typographic);
    if inside.len() == value.len() {
        return None;
    }
    let inside = inside.split(typographic).next()?.trim_end_matches('"');
    Some(format!(
        "these quotes are the curly ones that Word makes: write \"{inside}\", with straight ones"
    ))
}

/// A day as people write it: 31/03/2026, 31.3.2026, 3 March 2026.
pub(super) fn day(value: &str) -> Option<String> {
    let value = value.split('#').next()?.trim().trim_matches('"');
    let parts: Vec<&str> =
        value.split(['/', '.', '-', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let number = |text: &str, most: u16| {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u16>().ok().filter(|number| digits && (1..=most).contains(number))
    };
    let month = |text: &str| {
        let small = text.to_lowercase();
        let named = MONTHS.iter().position(|name| small.len() >= 3 && name.starts_with(&small));
        named.and_then(|at| u16::try_from(at + 1).ok()).or_else(|| number(text, 12))
    };
    let year = |text: &str| number(text, 9999).filter(|year| *year >= 1000);
    match parts.as_slice() {
        [of_month, of_year] if number(of_month, 12).is_none() => {
            Some(format!("\"{}-{:02}\"", year(of_year)?, month(of_month)?))
        }
        [of_day, of_month, of_year] => {
            let of_day = of_day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let (day, month, year) = (number(of_day, 31)?, month(of_month)?, year(of_year)?);
            Some(format!("{year}-{month:02}-{day:02}"))
        }
        _ => None,
    }
}

/// A day that stands before its month.
fn date(value: &str) -> Option<String> {
    let day = day(value)?;
    Some(format!("a date is written year first, with hyphens and without quotes: {day}"))
}

fn word_of_yes_or_no(key: &str, value: &str) -> Option<String> {
    let value = value.split('#').next()?.trim().to_lowercase();
    let means = match value.as_str() {
        "true" | "yes" | "y" => "true",
        "false" | "no" | "n" => "false",
        _ => return None,
    };
    Some(format!("yes and no are written in small letters, without quotes: {key} = {means}"))
}

/// A number with signs that people write around numbers.
pub(super) fn plain_number(value: &str) -> Option<String> {
    let value = value.split('#').next()?.trim().trim_matches('"');
    let signs = |c: char| "£€$%,. \u{a0}".contains(c);
    let digits: String = value.chars().filter(|c| !signs(*c)).collect();
    let other = value.chars().any(|c| !c.is_ascii_digit() && !signs(c));
    (!digits.is_empty() && !other && digits.len() < value.chars().count()).then_some(digits)
}

/// What would be right in place of a text in quotes, where a number or a yes is asked for.
pub(super) fn instead(key: &str, written: &str, asked: &str) -> Option<String> {
    let inside = written.strip_prefix('"')?.strip_suffix('"')?;
    match asked {
        "`true` or `false`" => word_of_yes_or_no(key, inside),
        asked if asked.contains("whole number") => number(key, inside),
        _ => None,
    }
}

fn number(key: &str, value: &str) -> Option<String> {
    let digits = plain_number(value)?;
    Some(format!("a number is digits alone: {key} = {digits}"))
}

fn list(key: &str, value: &str) -> Option<String> {
    let inside = value.trim_matches(['[', ']', ' ']);
    let items: Vec<&str> = inside.split('"').map(str::trim).collect();
    // Between two texts stands a comma or nothing; at the ends nothing does.
    let even = items.len() >= 5 && items.len() % 2 == 1;
    let between = items.iter().step_by(2).all(|part| part.is_empty() || *part == ",");
    let texts: Vec<String> =
        items.iter().skip(1).step_by(2).map(|item| format!("\"{item}\"")).collect();
    (even && between).then(|| {
        format!("a list stands in square brackets, with commas: {key} = [{}]", texts.join(", "))
    })
}

/// Words without quotes, with one quote, or none at all.
fn words(key: &str, value: &str) -> Option<String> {
    let value = value.split('#').next()?.trim();
    if value.is_empty() {
        return Some(format!(
            "nothing stands behind the sign: write a value, such as {key} = \"…\""
        ));
    }
    let inside = value.trim_matches(['"', '\'']).trim();
    let plain = inside.chars().all(|c| c.is_alphanumeric() || " -_,;()&/.".contains(c));
    (plain && inside.chars().any(char::is_alphabetic))
        .then(|| format!("words stand in straight quotes: {key} = \"{inside}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(text: &str) -> Option<String> {
        let at = text.find('=').map_or(0, |at| at + 2).min(text.len());
        likely(text, &(at..at), "unexpected")
    }

    #[test]
    fn what_was_meant_is_said() {
        for (text, right) in [
            ("state = “in place”\n", "write \"in place\""),
            ("state = ‘in place’", "write \"in place\""),
            ("state = “in place\"", "write \"in place\","),
            ("state = in place", "state = \"in place\""),
            ("state = \"in place", "state = \"in place\""),
            ("as_of = 31/03/2026 # the day", "2026-03-31"),
            ("as_of = 1.4.2026", "2026-04-01"),
            ("since = 3rd March 2025", "2025-03-03"),
            ("since = March 2025", "\"2025-03\""),
            ("amount = £250,000", "amount = 250000"),
            ("share = 50%", "share = 50"),
            ("dedicated = True", "dedicated = true"),
            ("dedicated = yes", "dedicated = true"),
            ("members = \"a\", \"b\"", "members = [\"a\", \"b\"]"),
            ("members = [\"a\" \"b\"]", "members = [\"a\", \"b\"]"),
            ("state =", "state = \"…\""),
            ("[case allocation]", "[case-allocation]"),
            ("[lead", "[lead]"),
            ("lead]", "[lead]"),
            ("(lead)", "[lead]"),
            ("// ours", "# ours"),
            ("state: \"absent\"", "state = \"absent\""),
        ] {
            let help = says(text).unwrap_or_else(|| panic!("{text}"));
            assert!(help.contains(right), "{text}: {help}");
        }
        for text in ["state = {", "note = \"a\" \"", "a b c"] {
            assert_eq!(says(text), None, "{text}");
        }
    }

    #[test]
    fn a_list_without_an_end_is_told_of_where_it_begins() {
        let text = "[a]\nmembers = [\"x\", \"y\"\n\n[b]\nstate = \"z\"\n";
        let at = text.find("[b]").unwrap();
        assert_eq!(unclosed(text, &(at..at)), Some(2));
        let closed = "[a]\nmembers = [\n  \"x\",\n]\n[b\n";
        let at = closed.find("[b").unwrap();
        assert_eq!(unclosed(closed, &(at..at)), None);
    }
}
