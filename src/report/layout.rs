//! Laying text out in columns of a terminal: widths, wrapping, tables, colour.

use anstyle::{AnsiColor, Style as Ansi};
use comfy_table::{
    Cell, Color, ColumnConstraint, ContentArrangement, LineStyle, Table, Width, presets,
};
use unicode_width::UnicodeWidthStr;

use crate::source::{printable, without_commands};
use crate::standing::{Outcome, State};

/// What a piece of text means, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A heading.
    Heading,
    /// What is good.
    Good,
    /// What is there in part.
    Middling,
    /// What is missing.
    Bad,
    /// What matters less.
    Faint,
    /// Words that name an arrangement.
    Cue,
    /// Words that decide that its state is this one.
    Deciding(State),
}

impl From<State> for Tone {
    fn from(state: State) -> Self {
        match state {
            State::InPlace => Self::Good,
            State::Partial | State::Planned => Self::Middling,
            State::Absent | State::Withheld => Self::Bad,
            State::NotStated => Self::Faint,
        }
    }
}

impl From<Outcome> for Tone {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Met => Self::Good,
            Outcome::PartlyMet | Outcome::Planned => Self::Middling,
            Outcome::NotMet | Outcome::Withheld | Outcome::NotEvidenced => Self::Bad,
            Outcome::NotInForce | Outcome::NotApplicable => Self::Faint,
        }
    }
}

/// A column of a table: its head and the bounds of its content's width.
#[derive(Clone, Copy, Debug)]
pub struct TableColumn<'a> {
    /// The head.
    pub head: &'a str,
    /// The least width.
    pub least: usize,
    /// The most.
    pub most: usize,
}

impl<'a> TableColumn<'a> {
    /// A column of at least and at most so many characters.
    #[must_use]
    pub fn new(head: &'a str, least: usize, most: usize) -> Self {
        Self { head, least, most }
    }
}

/// The text of a cell and what it means.
#[derive(Clone, Debug)]
pub struct CellText(pub String, pub Option<Tone>);

impl<T: Into<String>> From<T> for CellText {
    fn from(text: T) -> Self {
        Self(text.into(), None)
    }
}

/// A page that is written line by line, no line wider than the terminal.
#[derive(Debug)]
pub struct TerminalPage {
    width: usize,
    colour: bool,
    out: String,
}

impl TerminalPage {
    /// A page of so many columns, with or without colour.
    #[must_use]
    pub fn new(width: usize, colour: bool) -> Self {
        Self { width: width.max(40), colour, out: String::new() }
    }

    /// How many columns it has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Whether it has colour.
    #[must_use]
    pub fn has_colour(&self) -> bool {
        self.colour
    }

    /// The page. It may be printed into the log of a job: no line of it is a command there.
    #[must_use]
    pub fn finish(self) -> String {
        without_commands(&self.out).into_owned()
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.out.push('\n');
    }

    /// A heading with an empty line above it.
    pub fn heading(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.gap();
        }
        let words: Vec<(&str, Option<Tone>)> =
            text.split_whitespace().map(|word| (word, Some(Tone::Heading))).collect();
        self.wrapped("", &words, " ");
    }

    /// A paragraph, indented under `lead`, which stands on its first line.
    pub fn paragraph(&mut self, lead: &str, text: &str) {
        let words: Vec<(&str, Option<Tone>)> =
            text.split_whitespace().map(|word| (word, None)).collect();
        self.wrapped(lead, &words, " ");
    }

    /// The same in a faint colour.
    pub fn aside(&mut self, lead: &str, text: &str) {
        let words: Vec<(&str, Option<Tone>)> =
            text.split_whitespace().map(|word| (word, Some(Tone::Faint))).collect();
        self.wrapped(lead, &words, " ");
    }

    /// A command that can be pasted into a shell: quoted where that is needed, and continued on
    /// the next line where it is wider than the page.
    pub fn command(&mut self, words: &[String]) {
        let mut line = String::from(" ");
        for word in words {
            let word = printable(&shlex::try_quote(word).map_or_else(|_| word.clone(), Into::into));
            if line.width() + 1 + word.width() + 2 > self.width && !line.trim().is_empty() {
                line.push_str(" \\");
                self.line(&line);
                line = String::from("   ");
            }
            line.push(' ');
            line.push_str(&word);
        }
        self.line(&line);
    }

    /// Pieces one after the other, joined by `joint`, wrapped between pieces and indented under
    /// `lead`. A piece wider than the page is broken.
    pub fn wrapped(&mut self, lead: &str, pieces: &[(&str, Option<Tone>)], joint: &str) {
        let lead = printable(lead);
        let indent = lead.width();
        let room = self.width.saturating_sub(indent).max(8);
        let mut line = lead;
        let mut used = 0;
        for (index, (piece, tone)) in pieces.iter().enumerate() {
            let piece = printable(piece);
            let last = index + 1 == pieces.len();
            let joined = if last { piece.clone() } else { format!("{piece}{}", joint.trim_end()) };
            if used > 0 && used + 1 + joined.width() > room {
                self.line(&line);
                line = " ".repeat(indent);
                used = 0;
            }
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            if joined.width() <= room {
                line.push_str(&self.paint(&piece, *tone));
                line.push_str(joined.strip_prefix(piece.as_str()).unwrap_or_default());
                used += joined.width();
                continue;
            }
            for c in joined.chars() {
                let width = unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
                if used + width > room {
                    self.line(&line);
                    line = " ".repeat(indent);
                    used = 0;
                }
                line.push(c);
                used += width;
            }
        }
        self.line(&line);
    }

    /// A table with a head, no wider than the page.
    pub fn table(&mut self, columns: &[TableColumn<'_>], rows: Vec<Vec<CellText>>) {
        self.tabulate(columns, rows, true);
    }

    /// The same without lines between its rows: for rows that are short.
    pub fn list(&mut self, columns: &[TableColumn<'_>], rows: Vec<Vec<CellText>>) {
        self.tabulate(columns, rows, false);
    }

    fn tabulate(&mut self, columns: &[TableColumn<'_>], rows: Vec<Vec<CellText>>, lines: bool) {
        let widths = share(self.width, columns, &rows);
        let style = match lines {
            true => presets::UTF8_HORIZONTAL_ONLY,
            false => presets::UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none()),
        };
        let mut table = Table::new();
        table
            .load_style(style)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(self.width).unwrap_or(u16::MAX))
            .set_header(columns.iter().map(|column| Cell::new(column.head)));
        if self.colour {
            table.enforce_styling();
        } else {
            table.force_no_tty();
        }
        for row in rows {
            table.add_row(row.into_iter().map(|text| {
                let cell = Cell::new(printable(&text.0));
                match text.1.and_then(cell_colour) {
                    Some(colour) => cell.fg(colour),
                    None => cell,
                }
            }));
        }
        table.set_constraints(widths.into_iter().map(|width| {
            ColumnConstraint::Absolute(Width::Fixed(u16::try_from(width).unwrap_or(u16::MAX)))
        }));
        for line in table.lines() {
            self.line(&line);
        }
    }

    /// A line that was put together elsewhere, of text that is fit for a terminal.
    pub(super) fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    /// CellText in the colour of what it means.
    pub(super) fn paint(&self, text: &str, tone: Option<Tone>) -> String {
        let Some(tone) = tone.filter(|_| self.colour) else { return text.to_owned() };
        let ansi = match tone {
            Tone::Heading => Ansi::new().bold(),
            Tone::Good => AnsiColor::Green.on_default(),
            Tone::Middling => AnsiColor::Yellow.on_default(),
            Tone::Bad => AnsiColor::Red.on_default(),
            Tone::Faint => Ansi::new().dimmed(),
            Tone::Cue => Ansi::new().bold(),
            Tone::Deciding(state) => {
                let colour = match Tone::from(state) {
                    Tone::Good => AnsiColor::Green,
                    Tone::Middling => AnsiColor::Yellow,
                    _ => AnsiColor::Red,
                };
                colour.on_default().underline()
            }
        };
        format!("{ansi}{text}{ansi:#}")
    }
}

/// What a column takes beside its content: a space on either side.
const PADDING: usize = 2;

/// The width of each column, its padding included: as wide as its content, within its bounds, and
/// where that doesn't fit the page, its least and a share of what is left.
fn share(page: usize, columns: &[TableColumn<'_>], rows: &[Vec<CellText>]) -> Vec<usize> {
    let content = |index: usize, column: &TableColumn<'_>| {
        let cells = rows.iter().filter_map(|row| row.get(index)).map(|text| text.0.as_str());
        let lines = cells.chain([column.head]).flat_map(str::lines);
        lines.map(UnicodeWidthStr::width).max().unwrap_or(0).min(column.most)
    };
    let wanted: Vec<usize> =
        columns.iter().enumerate().map(|(index, column)| content(index, column)).collect();
    // Between two columns stands a separator.
    let room = page.saturating_sub(PADDING * columns.len() + columns.len().saturating_sub(1));
    let bounds = columns.iter().zip(&wanted).map(|(column, wanted)| column.least.min(*wanted));
    let asked: usize = bounds.clone().sum();
    // On a page too narrow even for the least, every column gives way alike.
    let least: Vec<usize> = bounds
        .map(|least| if asked > room { (least * room / asked).max(1) } else { least })
        .collect();
    let missing: usize = wanted.iter().zip(&least).map(|(wanted, least)| wanted - least).sum();
    let left = room.saturating_sub(least.iter().sum());
    let width = |(wanted, least): (&usize, &usize)| match missing {
        0 => *least,
        _ => least + ((wanted - least) * left.min(missing)) / missing,
    };
    wanted.iter().zip(&least).map(width).map(|width| width + PADDING).collect()
}

fn cell_colour(tone: Tone) -> Option<Color> {
    match tone {
        Tone::Good => Some(Color::Green),
        Tone::Middling => Some(Color::Yellow),
        Tone::Bad => Some(Color::Red),
        Tone::Faint => Some(Color::DarkGrey),
        Tone::Heading | Tone::Cue | Tone::Deciding(_) => None,
    }
}
