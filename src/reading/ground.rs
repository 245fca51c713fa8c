//! Why a statement counts.

use crate::standing::words;

words! {
    /// Why a statement counts: what in the text gives it leave to say how far something stands. Without one there is no
    /// statement, and the passage is handed to a person or says nothing.
    pub enum Ground {
        /// It answers what was asked.
        Answered = "it answers what was asked",
        /// It is the value of a label: of a cell, or of a line such as "Coordinator: vacant".
        Labelled = "it stands beside its label",
        /// An officer has it for a title: "Superintendent X, force lead for modern slavery".
        Titled = "an officer has it for a title",
        /// The force, its commissioner or "we" says it of itself.
        Asserted = "the force is said to have or to do it",
        /// The thing itself is said to be there, in a sentence of its own.
        Standing = "it is said to be there",
        /// A line of a list that counts what there is: "1 x Superintendent".
        Counted = "it is counted in a list",
        /// A person decided that it does.
        Decided = "a person decided so",
        /// It is only presupposed: "our team".
        Presupposed = "it is taken for granted",
    }
}
