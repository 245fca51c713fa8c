//! What a person likely meant where a text isn't TOML.

use super::Span;

/// What any syntax error may come from.
pub(super) const ANY: &str = "words stand in \"quotes\"; yes and no are `true` and `false`, in small letters; a date is \
                              2026-11-24; what follows a `#` isn't read";

/// What would be right, where the value at a place shows what was meant.
pub(super) fn likely(text: &str, at: &Span) -> Option<String> {
    let line = text.get(..at.start)?.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(line..)?.lines().next()?;
    let value = line.split_once('=')?.1.trim();
    quotes(value).or_else(|| date(value))
}

fn quotes(value: &str) -> Option<String> {
    let typographic = |c: char| matches!(c, '“' | '”' | '„' | '‘' | '’' | '«' | '»');
    let inside = value.trim_start_matches(typographic);
    if inside.len() == value.len() {
        return None;
    }
    let inside = inside.split(typographic).next()?;
    Some(format!(
        "these quotes are the curly ones that Word makes: write \"{inside}\", with straight ones"
    ))
}

/// A day that stands before its month, as in 31/03/2026.
fn date(value: &str) -> Option<String> {
    let value = value.split('#').next()?.trim();
    let mut parts = value.split(['/', '.', '-']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |text: &str, most: u16| {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u16>().ok().filter(|number| digits && (1..=most).contains(number))
    };
    let year = number(year, 9999).filter(|year| *year >= 1000 && parts.next().is_none())?;
    let (day, month) = (number(day, 31)?, number(month, 12)?);
    Some(format!(
        "a date is written year first, with hyphens and without quotes: {year}-{month:02}-{day:02}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_said() {
        for (text, says) in [
            ("[lead]\nstate = “in place”\n", "write \"in place\""),
            ("state = ‘in place’", "write \"in place\""),
            ("as_of = 31/03/2026 # the day", "2026-03-31"),
            ("as_of = 1.4.2026", "2026-04-01"),
        ] {
            let at = text.find('=').unwrap() + 2;
            let help = likely(text, &(at..at)).unwrap();
            assert!(help.contains(says), "{help}");
        }
        for text in
            ["rank = superintendent", "as_of = 31/13/2026", "as_of = 2026/03/31/1", "= “", "[lead"]
        {
            let at = text.len();
            assert_eq!(likely(text, &(at..at)).is_some(), text == "= “", "{text}");
        }
    }
}
