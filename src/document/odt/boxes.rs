//! Boxes of forms, as Word's are kept in an OpenDocument file.

use crate::document::xml::{Damage, Xml};

/// How the box is shown that a field is, whose element is open.
pub(super) fn field(xml: &mut Xml<'_>) -> Result<&'static str, Damage> {
    let mut ticked = false;
    xml.each_within(|_, inner| {
        let checked = inner.get("name").is_some_and(|name| name == "Checkbox_Checked");
        ticked |= checked && inner.get("value").is_some_and(|value| value == "true");
    })?;
    Ok(if ticked { "☒" } else { "☐" })
}
