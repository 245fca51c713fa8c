//! Several items in one cell: with semicolons between them, or each on a line of its own. What holds either
//! itself stands in quotes, as in CSV.

/// The items of a cell. Two quotes with nothing between them are a list without items.
pub(super) fn split(text: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut rest = text.trim_matches(is_between);
    while !rest.is_empty() {
        let (item, after) = match quoted(rest) {
            Some(found) => found,
            None => {
                let end = rest.find([';', '\n']).unwrap_or(rest.len());
                let (item, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                (item.trim().to_owned(), after)
            }
        };
        if !item.trim().is_empty() {
            items.push(item);
        }
        rest = after.trim_start_matches(is_between);
    }
    items
}

/// Items as one cell holds them.
pub(super) fn join(items: &[String]) -> String {
    if items.is_empty() {
        return "\"\"".to_owned();
    }
    let written = items.iter().map(|item| {
        let odd = item.contains([';', '\n', '"', '“', '”', '„']) || item.trim() != item;
        if odd { format!("\"{}\"", item.replace('"', "\"\"")) } else { item.clone() }
    });
    written.collect::<Vec<_>>().join("; ")
}

/// An item in quotes at the beginning of a text, and what follows it. Quotes that aren't closed before the
/// next item are part of the words.
fn quoted(text: &str) -> Option<(String, &str)> {
    let inside = text.strip_prefix(['"', '“', '”', '„'])?;
    let plain = text.starts_with('"');
    let mut item = String::new();
    let mut rest = inside;
    loop {
        let end = rest.find(if plain { &['"'][..] } else { &['"', '“', '”'][..] })?;
        let (before, after) = rest.split_at_checked(end)?;
        item.push_str(before);
        let sign = after.chars().next()?;
        let after = after.get(sign.len_utf8()..)?;
        match after.strip_prefix('"').filter(|_| plain) {
            Some(more) => {
                item.push('"');
                rest = more;
            }
            None => {
                let next = after.trim_start_matches(|c: char| c.is_whitespace() && c != '\n');
                let ends = next.is_empty() || next.starts_with([';', '\n']);
                return ends.then_some((item, next));
            }
        }
    }
}

fn is_between(c: char) -> bool {
    c == ';' || c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn items_are_taken_as_people_type_them() {
        assert_eq!(split("councils; health ;\ncharities\n"), ["councils", "health", "charities"]);
        assert_eq!(split("“a; b”; c"), ["a; b", "c"]);
        assert_eq!(split("the \"old\" team; c"), ["the \"old\" team", "c"]);
        assert_eq!(split("\"old\" team; c"), ["\"old\" team", "c"]);
        assert_eq!(split(" ; "), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn no_item_is_lost(items in prop::collection::vec("(?s)[a-c;\"“”\n ]{0,6}|.{1,8}", 0..5)) {
            let items: Vec<String> =
                items.into_iter().filter(|item| !item.trim().is_empty()).collect();
            prop_assert_eq!(split(&join(&items)), items);
        }
    }
}
