//! What somebody probably meant.

/// How alike two words must be (Jaro–Winkler, 0 to 1) before one is offered for the other.
const ALIKE: f64 = 0.8;

/// The candidate nearest to a word, if any is near enough to be offered.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = word.to_lowercase().replace([' ', '_'], "-");
    candidates
        .into_iter()
        .map(|candidate| {
            let likeness =
                strsim::jaro_winkler(&folded, &candidate.to_lowercase().replace(' ', "-"));
            (likeness, candidate)
        })
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn offers_the_nearest_and_nothing_far_off() {
        let known = ["lead", "coordinator", "partnership"];
        assert_eq!(nearest("co-ordinater", known), Some("coordinator"));
        assert_eq!(nearest("Partnerships", known), Some("partnership"));
        assert_eq!(nearest("zebra", known), None);
        assert_eq!(nearest("in-place", ["in place", "partial"]), Some("in place"));
    }
}
