//! Writing TOML, apart from the program's own writer; and shuffling what has no order.

use std::fmt::Write as _;

/// A basic string that stands for any text.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => {
                let _ = write!(out, "\\U{:08X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A list of values.
pub(crate) fn list(values: &[String]) -> String {
    format!("[{}]", values.join(", "))
}

/// A table under its heading; its lines in any order.
pub(crate) fn table(heading: &str, mut lines: Vec<String>, order: &mut Order) -> String {
    order.shuffle(&mut lines);
    format!("{heading}\n{}\n", lines.join("\n"))
}

/// An order that is kept, or changed at random.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Order(Option<u64>);

impl Order {
    pub(crate) fn kept() -> Self {
        Self(None)
    }

    pub(crate) fn by(seed: u64) -> Self {
        Self(Some(seed))
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            if let Some(other) = self.number(last + 1) {
                items.swap(last, other);
            }
        }
    }

    /// A number below `end`. Any generator will do that reaches all orders of short lists: this is
    /// splitmix64.
    fn number(&mut self, end: usize) -> Option<usize> {
        let seed = self.0.as_mut()?;
        *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = *seed;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(end).ok()?).ok()
    }
}
