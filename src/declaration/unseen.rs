//! Quotes that stand only where nobody sees them.

use std::sync::Arc;

use crate::source::{Fault, Located, Quotable, Table, Text};

/// Whether words stand in their source only where nobody sees them. They prove nothing, and whoever put
/// them there should be asked.
pub(super) fn is_unseen(table: &Table<'_>, quote: &Located<String>, source: &Quotable) -> bool {
    let Some(unseen) = source.text().unseen() else { return false };
    // What stands twice, once for all to see, is seen.
    let hidden = source.find(&quote.value).is_err() && {
        let words = Text::new(source.text().name(), unseen.to_owned());
        Quotable::new(Arc::new(words)).find(&quote.value).is_ok()
    };
    if hidden {
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
    hidden
}
