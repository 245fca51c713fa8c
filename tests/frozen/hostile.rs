//! Text of others that is meant to do harm, as the reports for people show it.

use crate::check::{Check, table};
use crate::explained::{arrangement, requirement};
use crate::golden::fits;

/// Clears the screen, sets the title, turns the direction of the text; in C0 and in C1.
const RAW: &str = "N\u{9b}2Jo\u{202e}r\u{2066}t\u{9d}0;h\u{9c}";
/// The same where TOML wants escapes.
const ESCAPED: &str = "N\\u001b[2J\\u001b]0;owned\\u0007\\r\\b\\u009b2J\\u202eorth";

fn hostile(id: &str) -> String {
    format!(
        "[force]\nid = \"{id}\"\nname = \"{ESCAPED}{RAW}\"\nkind = \"territorial\"\n\
         note = \"{ESCAPED}{RAW}\"\nas_of = 2026-03-31\n\n\
         [[source]]\nid = \"{ESCAPED}\"\ntitle = \"{ESCAPED}{RAW}\"\nfile = \"{ESCAPED}.txt\"\n\n\
         [officer]\nstate = \"partial\"\nnote = \"{ESCAPED}{RAW}\"\n\
         evidence = [{{ source = \"{ESCAPED}\", quote = \"four words of {ESCAPED}{RAW}\" }}]\n\n\
         [handbook]\nstate = \"in place\"\ntopics = [\"{ESCAPED}{RAW}\"]\n\n\
         [fund]\nstate = \"absent\"\nnote = \"{ESCAPED}{RAW}\"\n\n\
         [[information]]\nnote = \"{ESCAPED}{RAW}\"\n"
    )
}

fn harmless(text: &str, name: &str) {
    let command = text.chars().find(|c| {
        (c.is_control() && *c != '\n')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    });
    assert_eq!(command, None, "a terminal would obey it: {text}");
    fits(80, text, name);
}

#[test]
fn names_and_notes_are_defused() {
    let one = Check::of(&[]).and("northmarch.toml", hostile("northmarch"));
    harmless(&table(&one, 80), "hostile-table.txt");
    harmless(&arrangement("officer", Some(&one)), "hostile-arrangement.txt");
    harmless(&requirement("county-plan/lead", Some(&one)), "hostile-requirement.txt");
    let two = one.and("eastmere.toml", hostile("eastmere"));
    harmless(&table(&two, 80), "hostile-several.txt");
}
