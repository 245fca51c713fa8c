//! Which cells of a table head others: by what the format says of them, by their look, or by their
//! words' shape.

use super::slot::{LONGEST_HEADING, Slot, TableRow};

/// Labels are no longer than this, in words.
const LABEL_WORDS: usize = 8;
/// Column headings that nothing but their words shows are no longer than this.
const PLAIN_WORDS: usize = 4;

/// What is known of the headings of a table while its rows are gone through.
pub(super) struct Headings {
    /// How many columns there are.
    width: usize,
    /// Whether cells that look like headings stand among others that don't.
    marks_tell: bool,
    /// Whether the first column's look tells it from the others.
    first_column_marked: bool,
    /// Whether the first column's words are labels.
    first_column_labels: bool,
    /// The row that heads the columns although nothing marks it.
    plain_row: Option<usize>,
    /// How many rows were gone through.
    row: usize,
    /// What heads each column by now.
    above: Vec<Option<String>>,
    /// A heading over the whole width.
    band: Option<String>,
    /// What heads the row, or the rows over which the label goes on.
    beside: Option<String>,
    after_header: bool,
}

/// What heads one cell.
#[derive(Debug, Default)]
pub(super) struct Heading {
    pub heads: bool,
    pub under: Option<String>,
    pub beside: Option<String>,
}

impl Headings {
    /// What can be said of a table as a whole.
    pub(super) fn of(rows: &[TableRow]) -> Self {
        let slots = || rows.iter().flat_map(|row| &row.slots);
        let width = slots().map(|slot| slot.columns().end).max().unwrap_or(0);
        let filled = || slots().filter(|slot| slot.is_filled());
        let mut headings = Self {
            width,
            marks_tell: filled().any(Slot::is_marked)
                && (!filled().all(Slot::is_marked) || rows.iter().skip(1).all(TableRow::is_empty)),
            first_column_marked: false,
            first_column_labels: false,
            plain_row: None,
            row: 0,
            above: vec![None; width],
            band: None,
            beside: None,
            after_header: false,
        };
        headings.plain_row = headings.find_plain_row(rows);
        headings.look_at_the_first_column(rows);
        headings
    }

    fn look_at_the_first_column(&mut self, rows: &[TableRow]) {
        let content = rows.iter().enumerate().filter(|(n, row)| {
            !self.is_header(*n, row) && row.slots.iter().filter(|slot| slot.is_filled()).count() > 1
        });
        let firsts: Vec<&Slot> = content
            .filter_map(|(_, row)| row.slots.first())
            .filter(|slot| slot.column == 0 && slot.is_filled())
            .collect();
        let marked = firsts.iter().filter(|slot| slot.is_marked()).count();
        let labels = firsts.iter().filter(|slot| is_label(slot, LABEL_WORDS)).count();
        self.first_column_marked = self.marks_tell && marked * 3 >= firsts.len() * 2;
        self.first_column_labels = labels * 3 >= firsts.len() * 2;
    }

    /// The first row, where it is made of labels over longer texts.
    fn find_plain_row(&self, rows: &[TableRow]) -> Option<usize> {
        let first = rows.iter().position(|row| row.slots.len() > 1)?;
        let row = rows.get(first)?;
        let below = rows.get(first + 1..)?;
        let short = |slot: &Slot| is_label(slot, PLAIN_WORDS) && !has_digit(slot);
        if below.is_empty() || !row.slots.iter().all(short) {
            return None;
        }
        // Two columns are as likely labels beside texts: the first one must not be made of labels.
        let column = if row.slots.len() == 2 { 0 } else { 1 };
        let long = below
            .iter()
            .filter(|row| {
                row.slots.iter().skip(column).any(|slot| {
                    slot.is_filled()
                        && !is_label(slot, PLAIN_WORDS)
                        && (column > 0 || slot.column == 0)
                })
            })
            .count();
        (long * 2 > below.len()).then_some(first)
    }

    /// Whether a row heads the columns below it.
    fn is_header(&self, n: usize, row: &TableRow) -> bool {
        let mut filled = row.slots.iter().filter(|slot| slot.is_filled()).peekable();
        if filled.peek().is_none() {
            return false;
        }
        if row.heads || self.plain_row == Some(n) {
            return true;
        }
        let many = row.slots.iter().filter(|slot| slot.is_filled()).count() > 1;
        many && (filled.all(|slot| {
            slot.place.heads
                || (self.marks_tell && slot.is_marked() && is_label(slot, 2 * LABEL_WORDS))
        }))
    }

    /// The heading over the whole width that a row is.
    fn band(&self, row: &TableRow) -> Option<String> {
        let mut filled = row.slots.iter().filter(|slot| slot.is_filled());
        let (Some(slot), None) = (filled.next(), filled.next()) else { return None };
        let alone = row.slots.len() == 1;
        let marked = self.marks_tell && slot.is_marked();
        let wide = self.width > 1 && slot.columns().len() == self.width;
        (is_label(slot, LABEL_WORDS)
            && (slot.place.heads || (alone && wide) || (marked && (alone || slot.column == 0))))
            .then(|| slot.label())
            .flatten()
    }

    /// What heads the cells of the next row, one for each.
    pub(super) fn of_row(&mut self, row: &TableRow) -> Vec<Heading> {
        let n = self.row;
        self.row += 1;
        if self.is_header(n, row) {
            return self.header(row);
        }
        self.after_header = false;
        if let Some(band) = self.band(row) {
            self.band = Some(band);
            self.beside = None;
            let own = |_: &Slot| Heading { heads: true, ..Heading::default() };
            return row.slots.iter().map(own).collect();
        }
        self.content(row)
    }

    fn header(&mut self, row: &TableRow) -> Vec<Heading> {
        // Rows of headings that follow one another are read together: "2017: planned".
        if !self.after_header {
            self.above = vec![None; self.width];
            self.beside = None;
        }
        for slot in &row.slots {
            let label = slot.label();
            for above in self.above.get_mut(slot.columns()).unwrap_or_default() {
                *above = match (above.take(), &label) {
                    (Some(over), Some(own))
                        if over != *own && over.len() + own.len() < LONGEST_HEADING =>
                    {
                        Some(format!("{over}: {own}"))
                    }
                    (over, own) => own.clone().or(over),
                };
            }
        }
        self.after_header = true;
        row.slots.iter().map(|_| Heading { heads: true, ..Heading::default() }).collect()
    }

    fn content(&mut self, row: &TableRow) -> Vec<Heading> {
        let first = row.slots.first();
        let goes_on = first.is_some_and(|slot| slot.place.follows || slot.column > 0);
        let mut own_label = None;
        if !goes_on {
            let label = first.filter(|slot| slot.column == 0 && self.is_row_label(slot, row));
            self.beside = label.and_then(Slot::label);
            // Under a heading of its own, what only reads like a label may be a statement.
            own_label = label.filter(|slot| {
                slot.place.heads
                    || self.first_column_marked
                    || self.above.first().is_none_or(Option::is_none)
            });
        }
        let own_label = own_label.map(|slot| slot.column);
        row.slots
            .iter()
            .map(|slot| {
                let is_label = own_label == Some(slot.column);
                let whole = slot.columns().len() == self.width && self.width > 1;
                let above = self.above.get(slot.column as usize).cloned().flatten();
                let under = if whole {
                    self.band.clone().or(above)
                } else {
                    above.or_else(|| self.band.clone())
                };
                let is_first = slot.column == 0;
                Heading {
                    heads: is_label || slot.place.heads,
                    under: under.filter(|_| !is_label),
                    beside: self.beside.clone().filter(|_| !is_first),
                }
            })
            .collect()
    }

    fn is_row_label(&self, slot: &Slot, row: &TableRow) -> bool {
        let others = row.slots.iter().skip(1).any(Slot::is_filled);
        let says = slot.blocks.iter().any(|block| says_something(block.text()));
        let marked = self.first_column_marked && slot.is_marked();
        slot.is_filled()
            && says
            && others
            && (slot.place.heads
                || marked
                || (self.first_column_labels && is_label(slot, LABEL_WORDS)))
    }
}

/// Whether a cell's words can be a label: few, with letters, and no sentence.
fn is_label(slot: &Slot, words: usize) -> bool {
    slot.label().is_some_and(|label| {
        label.split_whitespace().nth(words).is_none()
            && says_something(&label)
            && !label.ends_with(['.', '!', ';', ','])
    })
}

/// Whether a text is more than a number of its row: it has letters, or is a year.
fn says_something(text: &str) -> bool {
    let is_year = |digits: &str| digits.starts_with("19") || digits.starts_with("20");
    text.contains(char::is_alphabetic)
        || (text.len() >= 4
            && is_year(text)
            && text.chars().take(4).all(|c| c.is_ascii_digit())
            && !text.contains(','))
}

fn has_digit(slot: &Slot) -> bool {
    slot.blocks.iter().any(|block| block.text().contains(|c: char| c.is_ascii_digit()))
}
