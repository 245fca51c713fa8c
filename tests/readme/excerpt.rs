//! What a page shows of an output: some of its lines, with `[…]` where others are left out.

const LEFT_OUT: &str = "[…]\n";

/// The excerpt as it would be taken of an output: each part of it at the place that looks most like it,
/// whatever its numbers. Nothing where there is no such place.
pub(crate) fn renewed(excerpt: &str, printed: &str) -> Option<String> {
    let printed: Vec<&str> = printed.split_inclusive('\n').collect();
    let mut rest = printed.as_slice();
    let mut parts = Vec::new();
    for part in excerpt.split(LEFT_OUT) {
        let lines: Vec<&str> = part.split_inclusive('\n').collect();
        let Some(first) = lines.first() else {
            parts.push(String::new());
            continue;
        };
        let places = (0..rest.len()).filter(|at| alike(rest[*at], first));
        let place = places.rev().max_by_key(|at| {
            rest[*at..].iter().zip(&lines).filter(|(now, then)| alike(now, then)).count()
        })?;
        let taken = rest.get(place..place + lines.len())?;
        parts.push(taken.concat());
        rest = &rest[place + lines.len()..];
    }
    Some(parts.join(LEFT_OUT))
}

/// Whether two lines say the same of other numbers.
fn alike(one: &str, other: &str) -> bool {
    let words = |line: &str| -> String {
        line.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect()
    };
    words(one) == words(other)
}

#[test]
fn an_excerpt_follows_numbers_and_nothing_else() {
    let printed = "Head\n3 gaps\n  one\nnoise\n4 gaps\n  two\n9 in all\n";
    let excerpt = "[…]\n1 gaps\n  two\n[…]\n8 in all\n";
    assert_eq!(renewed(excerpt, printed).unwrap(), "[…]\n4 gaps\n  two\n[…]\n9 in all\n");
    assert_eq!(renewed("Foot\n", printed), None);
}
