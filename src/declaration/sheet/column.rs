//! The columns of a sheet.

use crate::standing::words;

words! {
    /// A column of a sheet, in the order in which forms have them. Its word is its head.
    pub enum Column {
        /// What the row belongs to: `force`, `source 1`, or the id of an arrangement.
        Part = "Part",
        /// Which of its details the row asks for.
        Detail = "Detail",
        /// The question, for people. It is never read.
        Question = "Question",
        /// The answer.
        Answer = "Answer",
        /// The words that prove it.
        Quote = "Quote",
        /// The id of the source in which they stand.
        Source = "Source",
        /// The page of the source.
        Page = "Page",
        /// The line of the source.
        Line = "Line",
        /// The date of what is evidenced.
        Date = "Date",
        /// The first day of the period that is evidenced, where it is one.
        From = "From",
        /// The last day of that period.
        To = "To",
    }
}

impl Column {
    /// What speaks of evidence.
    pub(super) const EVIDENCE: [Self; 7] =
        [Self::Quote, Self::Source, Self::Page, Self::Line, Self::Date, Self::From, Self::To];
    /// Those that earlier forms don't have.
    pub(super) const LATER: [Self; 2] = [Self::From, Self::To];
    /// Those without which nothing can be read.
    pub(super) const NEEDED: [Self; 3] = [Self::Part, Self::Detail, Self::Answer];
}
