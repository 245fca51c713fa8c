//! Quotes that stand only where nobody sees them.

use std::sync::Arc;

use crate::source::{Fault, Located, Quotable, Table, Text};

/// Whether words stand in their source only where nobody sees them. They prove nothing, and whoever put
/// them there should be asked.
pub(super) fn is_unseen(table: &Table<'_>, quote: &Located<String>, source: &Quotable) -> bool {
    let Some(unseen) = source.text().unseen() else { return false };
    let among = |words: &str| {
        let words = Text::new(source.text().name(), words.to_owned());
        Quotable::new(Arc::new(words)).find(&quote.value).ok()
    };
    let seen = match (source.find(&quote.value), among(&unseen.taken_in)) {
        // What stands twice, once for all to see, is seen.
        (Ok(found), Some(hidden)) => found.again && !hidden.again,
        (Ok(_), None) => true,
        (Err(_), hidden) => hidden.is_none() && among(&unseen.left_out).is_none(),
    };
    if !seen {
        table.push(
            Fault::new(
                "declaration::quote-unseen",
                table.text(),
                quote.span.clone(),
                format!(
                    "nobody who looks at `{}` sees these words: they are hidden, covered or struck out",
                    source.text().name()
                ),
                "they count as cited, not as quoted",
            )
            .help("quote what is there to be seen, and ask who hid the rest")
            .into_warning(),
        );
    }
    !seen
}
