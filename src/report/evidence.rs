//! Words of a source on a terminal, with where they stand.

use super::layout::TerminalPage;
use super::words::{UNSEEN, time};
use crate::assessment::Cited;
use crate::standing::Basis;

/// The words, and under them their source.
pub(super) fn evidence(page: &mut TerminalPage, cited: &Cited, indent: &str) {
    if let Some(quote) = &cited.quote {
        page.paragraph(indent, &format!("“{quote}”"));
    }
    let mut place = vec![cited.title.clone()];
    if let Some(found) = &cited.place {
        place.push(format!("{}, line {}", found.file, found.line));
    } else {
        place.extend(cited.line.map(|line| format!("line {line}")));
    }
    place.extend(cited.page.map(|page| format!("p. {page}")));
    place.extend(time(cited));
    place.extend(cited.address.clone());
    if cited.unseen {
        place.push(UNSEEN.to_owned());
    } else if cited.basis < Basis::Quoted {
        place.push("words not checked".to_owned());
    }
    page.aside(&format!("{indent}  "), &place.join(", "));
}
