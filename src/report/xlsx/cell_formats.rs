//! How cells look. A colour never says what no word says.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::standing::{Outcome, Words as _};

/// The formats of a workbook's cells: made once, for every cell.
pub(in crate::report) struct CellFormats {
    /// A text as any other.
    pub(in crate::report) plain: Format,
    /// A date, as the rest of the program writes dates.
    pub(in crate::report) day: Format,
    /// A number.
    pub(in crate::report) number: Format,
    /// The head of a column.
    pub(in crate::report) head: Format,
    /// The title of a sheet.
    pub(in crate::report) title: Format,
    /// The title of a part of it.
    pub(in crate::report) heading: Format,
    /// A name above what is of it.
    pub(in crate::report) name: Format,
    /// What mustn't be missed.
    pub(in crate::report) alarm: Format,
    outcomes: Vec<(Outcome, Format)>,
}

impl CellFormats {
    /// All of them.
    pub(in crate::report) fn new() -> Self {
        let plain = Format::new()
            .set_font_size(10)
            .set_align(FormatAlign::Top)
            .set_text_wrap()
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(Color::RGB(0x00d0_d6db));
        let tinted = |outcome: Outcome| {
            let bold = plain.clone().set_bold();
            bold.set_font_color(ink(outcome)).set_background_color(paper(outcome))
        };
        Self {
            day: plain.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            number: plain.clone().set_num_format("0").set_align(FormatAlign::Left),
            head: Format::new()
                .set_font_size(10)
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x0023_3446)),
            title: Format::new().set_font_size(16).set_bold(),
            heading: Format::new().set_font_size(12).set_bold(),
            name: plain.clone().set_bold().unset_text_wrap(),
            alarm: tinted(Outcome::NotMet).unset_text_wrap(),
            outcomes: Outcome::ALL.iter().map(|outcome| (*outcome, tinted(*outcome))).collect(),
            plain,
        }
    }

    /// That of an outcome, whose word stands in the cell.
    pub(in crate::report) fn outcome(&self, outcome: Outcome) -> &Format {
        let own = self.outcomes.iter().find(|(known, _)| *known == outcome);
        own.map_or(&self.plain, |(_, format)| format)
    }
}

/// The colours of the page, dark upon light: every pair has a contrast above 4.5.
fn ink(outcome: Outcome) -> Color {
    Color::RGB(match outcome {
        Outcome::Met => 0x0014_5a32,
        Outcome::PartlyMet => 0x0066_4d00,
        Outcome::Planned => 0x0018_4f8c,
        Outcome::Withheld => 0x0055_3a80,
        Outcome::NotMet => 0x0096_1f18,
        Outcome::NotEvidenced | Outcome::NotApplicable | Outcome::NotInForce => 0x0040_4a52,
    })
}

fn paper(outcome: Outcome) -> Color {
    Color::RGB(match outcome {
        Outcome::Met => 0x00e3_f4ea,
        Outcome::PartlyMet => 0x00fb_f3d6,
        Outcome::Planned => 0x00e3_eefa,
        Outcome::Withheld => 0x00ee_e8f8,
        Outcome::NotMet => 0x00fb_e5e3,
        Outcome::NotEvidenced => 0x00ea_edf0,
        Outcome::NotApplicable | Outcome::NotInForce => 0x00ff_ffff,
    })
}
