//! What the fields of a form show, and where the next one begins.

use super::page::HtmlPage;
use super::tag::Tag;

impl HtmlPage<'_> {
    /// A label leads in what stands behind it: behind a field that was filled in it begins anew.
    pub(super) fn begins_label(&mut self, tag: &Tag) {
        if tag.name == b"label" && self.within.filled {
            self.flush();
        }
    }

    /// What a control shows: a box, or what was typed.
    pub(super) fn shows_control(&mut self, tag: &Tag) {
        let Some(shown) = tag.shows() else { return };
        let typed = !shown.starts_with(['☐', '☒']);
        // The label right behind a box is the box's.
        if !typed && self.within.filled {
            self.flush();
        }
        self.shows(" ");
        // "Team ☐" with the label first: the next label begins anew.
        let behind_its_label = tag.is_checkbox() && !self.paragraph.is_empty();
        self.shows(shown);
        self.within.filled |= behind_its_label || typed && !shown.trim().is_empty();
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[test]
    fn each_label_of_a_form_begins_anew_behind_a_field() {
        assert_eq!(
            told(
                "<form><label>The grant</label><input value='&pound;46,000'><label>The training</label>\
                 <textarea>Half of response.</textarea><label>The unit</label><select><option selected>Yes</select>\
                 <label>The lead</label><input type=radio checked><label>Yes</label><input type=radio><label>No</label>"
            ),
            [
                "Paragraph: The grant £46,000",
                "Paragraph: The training",
                "Paragraph: Half of response.",
                "Paragraph: The unit Yes",
                "Paragraph: The lead ☒ Yes ☐ No",
            ]
        );
    }

    #[test]
    fn a_box_behind_its_label_ends_what_the_label_begins() {
        assert_eq!(
            told(
                "<p><label>A team</label><input type=checkbox><label>Training</label><input type=checkbox checked>"
            ),
            ["Paragraph: A team ☐", "Paragraph: Training ☒"]
        );
    }
}
