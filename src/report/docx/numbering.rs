//! The lists of the document: what their points are numbered by.

const NUMBERING: &str = include_str!("parts/numbering.xml");

/// The number by which paragraphs refer to a numbered list; 1 is what bullets have.
pub(super) fn list_number(list: usize) -> usize {
    list + 2
}

/// The lists: one of bullets, and a numbered one a force, each of which counts from one.
pub(super) fn numbering(forces: usize) -> String {
    let lists: String = (0..forces)
        .map(|list| {
            format!(
                "  <w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">\
                 <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>\n",
                list_number(list)
            )
        })
        .collect();
    NUMBERING.replace("</w:numbering>", &format!("{lists}</w:numbering>"))
}
