//! Lists of names without bullets: bodies, people, titles of documents, each on a line of its own.

use super::lines::PdfLine;

/// So many lines of names after one another are a list.
pub(super) const LIST: usize = 3;
/// A title in large or bold type may have so many lines.
pub(super) const TITLE: usize = 4;
/// A shorter word may be small within a name: "with", "of".
const LETTERS: usize = 5;
/// The share of a name's words that begin with a capital.
const CAPITALS: f32 = 0.75;

/// For each line of a chain how many lines of names stand there after one another.
pub(super) fn listed(chain: &[&PdfLine]) -> Vec<usize> {
    let mut listed = vec![0; chain.len()];
    let mut at = 0;
    while at < chain.len() {
        let rest = chain.get(at..).unwrap_or_default();
        let count = rest.iter().take_while(|line| is_named(&line.text)).count();
        let begun = rest.iter().take(count).filter(|line| begins_a_name(&line.text)).count();
        listed.iter_mut().skip(at).take(count).for_each(|own| *own = begun);
        at += count.max(1);
    }
    listed
}

/// Whether the line after one of a list is an entry of its own, and not what that had no room for.
pub(super) fn is_next(last: &PdfLine, next: &PdfLine) -> bool {
    let open = last.text.matches('(').count() > last.text.matches(')').count();
    begins_a_name(&next.text) && !open && !last.text.ends_with([',', '&', '-', '–', '/', ':'])
}

fn begins_a_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether a line has names alone, or the end of one.
fn is_named(text: &str) -> bool {
    // "(with annexes)" says something of a name.
    let outside = text.split(['(', ')']).step_by(2);
    let words = outside
        .flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’'));
    let long = words.filter(|word| word.chars().count() >= LETTERS);
    let (mut all, mut named) = (0_u16, 0_u16);
    for word in long {
        all += 1;
        named += u16::from(word.starts_with(|c: char| !c.is_lowercase()));
    }
    let ends = text.ends_with(['.', ';', '?', '!']) || text.contains(". ");
    all > 0 && !ends && f32::from(named) >= CAPITALS * f32::from(all)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::super::lines::tests::drawn;
    use super::*;

    /// How many lines of names stand together at each of some lines, and whether the next one is an entry of its own.
    fn of(texts: &[&str]) -> (Vec<usize>, Vec<bool>) {
        let words = (0_u8..).zip(texts).flat_map(|(n, text)| {
            drawn(text, 0.0, 20.0 + f32::from(n) * 12.0, usize::from(n) * 200)
        });
        let lines = lines(words.collect(), &[]);
        let chain: Vec<&PdfLine> = lines.iter().collect();
        let next = chain.iter().zip(chain.iter().skip(1)).map(|(last, next)| is_next(last, next));
        (listed(&chain), next.collect())
    }

    #[test]
    fn names_under_one_another_are_a_list_and_prose_is_none() {
        let names = [
            "Hope Harbour Trust",
            "Northmarch Anti-Slavery Network",
            "Red Lantern Project (with annexes)",
        ];
        assert_eq!(of(&names), (vec![3; 3], vec![true; 2]));
        let wrapped = [
            "Northmarch Anti-Slavery Partnership (Hope",
            "Harbour Trust)",
            "Eastmere City",
            "Council",
        ];
        assert_eq!(of(&wrapped), (vec![4; 4], vec![false, true, true]));
        let prose = [
            "The force has a lead for this work and",
            "Detective Superintendents who deputise when",
            "she is away.",
        ];
        assert_eq!(of(&prose).0, [0, 0, 0]);
    }
}
