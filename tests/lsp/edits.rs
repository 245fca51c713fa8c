//! Any number of changes come to what the text comes to that is left: as a fresh look at it does.

use serde_json::json;

use crate::editor::{Editor, place};

const TEXT: &str = "\
# Northmarch Police: “modern slavery” procedure

Review date: 31 March 2024. Officers may notify the Home Office.

- Send the MS1 form to UKHTC, or ask HMIC 𝄞.
- The section 45 duty to notify is kept; see Annex Z.

| year | referrals |\r\n| --- | --- |\r\n| 2024 | 12 |\r\n
[insert name]
";

/// What is written: halves of words, marks, breaks of every kind.
const PIECES: [&str; 16] = [
    "UKHTC",
    "HM",
    "IC ",
    "\n",
    "\r\n",
    "\r",
    "“",
    "”",
    "section 52",
    "31 June 2026",
    "𝄞",
    "é",
    "<!-- ",
    " -->",
    "[insert ",
    "TBC",
];

/// Chance that is the same on every run.
struct Chance(u64);

impl Chance {
    /// A number up to one, itself included.
    fn upto(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % (end as u64 + 1)).unwrap()
    }
}

#[test]
fn ten_thousand_changes_leave_what_a_fresh_look_sees() {
    let mut chance = Chance(7);
    let mut editor = Editor::on(&[]);
    editor.open("a.md", "markdown", TEXT);
    let mut text = TEXT.to_owned();
    let mut version = 1;
    for _ in 0..1_000 {
        // Ten at once, as an editor sends what was typed while it waited.
        let mut changes = Vec::new();
        for _ in 0..10 {
            let mut start = chance.upto(text.len());
            let mut end = (start + chance.upto(12)).min(text.len());
            // Whole characters, and no place between the two halves of a line's end: there is none there.
            let fits = |at: usize| text.is_char_boundary(at) && !text[at..].starts_with('\n');
            while start > 0 && !fits(start) {
                start -= 1;
            }
            while end < text.len() && (end < start || !fits(end)) {
                end += 1;
            }
            let piece = if text.len() > 2 * TEXT.len() { "" } else { PIECES[chance.upto(15)] };
            let range = json!({ "start": own(&text, start), "end": own(&text, end) });
            changes.push(json!({ "range": range, "text": piece }));
            text.replace_range(start..end, piece);
        }
        version += 1;
        editor.change("a.md", version, json!(changes));
    }
    let left = editor.diagnostics("a.md", version);
    let mut fresh = Editor::on(&[]);
    assert_eq!(left, fresh.open("a.md", "markdown", &text));
    // The whole talk was answered; it still talks.
    assert!(editor.end().success());
}

/// The place of a byte, where a lone `\r` ends a line, too.
fn own(text: &str, at: usize) -> serde_json::Value {
    let plain = text[..at].replace("\r\n", "\n").replace('\r', "\n");
    place(&plain, plain.len())
}
