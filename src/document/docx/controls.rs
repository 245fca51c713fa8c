//! What is filled in of a Word file: symbols that are boxes, old form fields, and what was chosen from a list.

use crate::document::xml::{Damage, Xml, XmlElement};

/// A box that is ticked, and one that isn't.
pub(super) const TICKED: &str = "☒";
pub(super) const EMPTY: &str = "☐";

/// What a symbol of a font of signs shows, where it is one that people tick with.
pub(super) fn symbol(element: &XmlElement<'_>) -> &'static str {
    let font = element.get("font").unwrap_or_default().to_ascii_lowercase();
    let code = element.get("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
    // Fonts of signs have them in the private use area, or where letters are.
    let code = code.map(|code| code & 0xff);
    match (font.as_str(), code) {
        ("wingdings", Some(0xa8 | 0x6f | 0x71 | 0x72)) => EMPTY,
        ("wingdings", Some(0xfe)) => "☑",
        ("wingdings", Some(0xfd | 0x78)) => TICKED,
        ("wingdings", Some(0xfc)) => "✓",
        ("wingdings", Some(0xfb)) => "✗",
        ("wingdings 2", Some(0x2a | 0x30 | 0xa3)) => EMPTY,
        ("wingdings 2", Some(0x52)) => "☑",
        ("wingdings 2", Some(0x51 | 0x53 | 0x54)) => TICKED,
        ("wingdings 2", Some(0x50)) => "✓",
        ("wingdings 2", Some(0x4f)) => "✗",
        ("zapfdingbats", Some(0x33 | 0x34)) => "✓",
        ("zapfdingbats", Some(0x37 | 0x38)) => "✗",
        ("zapfdingbats", Some(0x6f | 0x71)) => EMPTY,
        _ => " ",
    }
}

/// What an old form field shows that its text doesn't say: a box, or what was chosen from its list.
pub(super) fn form_field(xml: &mut Xml<'_>) -> Result<String, Damage> {
    let (mut is_box, mut checked, mut by_default) = (false, None, false);
    let (mut entries, mut result): (Vec<String>, usize) = (Vec::new(), 0);
    xml.each_within(|name, element| match name {
        "checkBox" => is_box = true,
        "checked" => checked = Some(element.is_on("val")),
        "default" => by_default = is_box && element.is_on("val"),
        "result" => {
            result = element.number("val").and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        }
        "listEntry" if entries.len() < 1000 => entries.push(element.get("val").unwrap_or_default()),
        _ => {}
    })?;
    if is_box {
        return Ok(if checked.unwrap_or(by_default) { TICKED } else { EMPTY }.to_owned());
    }
    Ok(entries.get(result).cloned().unwrap_or_default())
}
