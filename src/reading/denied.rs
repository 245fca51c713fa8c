//! A label that the word behind it denies, with no sign between them, as the value of a field: "Modern slavery strategy No".

use super::status::{CellSays, strict};
use crate::document::{Block, Kind};
use crate::rulebook::GridWords;
use crate::standing::State;

/// The longest label that a word behind it denies, in words.
const LABEL: usize = 10;
/// Where a label ends that is denied by the word behind it, as a field's value is: "Modern slavery strategy No".
pub(super) fn denied(block: &Block, words: &GridWords) -> Option<usize> {
    let text = block.text().trim_end();
    let plain = matches!(block.kind, Kind::Paragraph | Kind::Item);
    if !plain || text.contains(['.', ':', '?', '!', ';', ',']) {
        return None;
    }
    // Most texts end with another word: nothing else is looked at then.
    let (label, last) = text.rsplit_once(' ')?;
    // "Vacant", "missing" and the like may be no answers, but go on from what stands before them.
    let nothing = last.trim_start_matches('£') == "0";
    let is_answer = nothing
        || words.denies.contains(&last.to_lowercase())
            && strict(last, words).and_then(CellSays::state) == Some(State::Absent);
    let is_label = || {
        (2..=LABEL).contains(&label.split_whitespace().count())
            && !label.split_whitespace().any(|word| words.no_label.contains(&word.to_lowercase()))
    };
    (is_answer && is_label()).then_some(label.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::open;

    #[test]
    fn a_word_behind_a_label_denies_it() {
        let mut words = GridWords::default();
        words.statuses.insert("no".into(), State::Absent);
        words.denies.insert("no".into());
        words.no_label.extend(["is", "do"].map(str::to_owned));
        let asks = |text: &str| {
            let document = open("t.txt", format!("Title\n\n- {text}\n").as_bytes()).unwrap();
            document.blocks.iter().find_map(|block| denied(block, &words))
        };
        assert_eq!(asks("Modern slavery strategy No"), Some(23));
        for text in [
            "There is no",
            "Modern slavery strategy: no",
            "Post of coordinator vacant",
            "Strategy no",
            "Say we do not or no",
        ] {
            assert_eq!(asks(text), None, "{text}");
        }
    }
}
