//! States of arrangements and outcomes of requirements: one ordered chain.

use super::words::words;

words! {
    /// How far an arrangement stands, weakest first.
    ///
    /// `Absent` stands below `NotStated` as *false* stands below *unknown*: so "all of" is the
    /// minimum and "any of" the maximum, and what isn't stated never passes.
    pub enum State {
        /// The force doesn't have it, or no longer has it.
        Absent = "absent",
        /// Nothing is said about it.
        NotStated = "not stated",
        /// The force refuses to say.
        Withheld = "withheld",
        /// It will have it, is consulting on it or working towards it.
        Planned = "planned",
        /// It has it in part: part-time, shared, temporary, for some only.
        Partial = "partial",
        /// It has it.
        InPlace = "in place",
    }
}

words! {
    /// What a requirement came to for one force at one date, in the order of the chain.
    ///
    /// The first two say that the question didn't arise; the other six are the states of
    /// [`State`], one to one.
    pub enum Outcome {
        /// The requirement isn't in force at the assessment date.
        NotInForce = "not in force",
        /// The requirement doesn't reach this force.
        NotApplicable = "not applicable",
        /// What it asks is stated to be absent.
        NotMet = "not met",
        /// What it asks isn't stated.
        NotEvidenced = "not evidenced",
        /// The force refuses to say whether it has what is asked.
        Withheld = "withheld",
        /// What it asks is planned.
        Planned = "planned",
        /// What it asks is there in part.
        PartlyMet = "partly met",
        /// What it asks is in place.
        Met = "met",
    }
}

impl State {
    /// What it means, to whoever is asked how far something stands.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::InPlace => "it is there, and works as the question asks",
            Self::Partial => "it is there in part: part-time, for some, under review",
            Self::Planned => "it is decided or under way, and not there yet",
            Self::Withheld => "the force has been asked, and won't say",
            Self::NotStated => "nothing is said: nobody has looked, or nobody knows",
            Self::Absent => "the force looked, and hasn't got it",
        }
    }

    /// The step that it stands on when two days are compared. "No" and silence share the lowest: a
    /// force that was silent and now says "no" has told more and has no less, and silence must not be
    /// the better answer. (A stated "no" that goes silent shows as something that went silent.)
    #[must_use]
    pub fn rung(self) -> Self {
        self.max(Self::NotStated)
    }
}

impl From<State> for Outcome {
    fn from(state: State) -> Self {
        match state {
            State::Absent => Self::NotMet,
            State::NotStated => Self::NotEvidenced,
            State::Withheld => Self::Withheld,
            State::Planned => Self::Planned,
            State::Partial => Self::PartlyMet,
            State::InPlace => Self::Met,
        }
    }
}

impl Outcome {
    /// Whether the requirement was assessed at all: in force, and applicable to the force.
    #[must_use]
    pub fn is_assessed(self) -> bool {
        self >= Self::NotMet
    }

    /// The step that it stands on when two days are compared, as of a [`State`].
    #[must_use]
    pub fn rung(self) -> Self {
        self.max(Self::NotEvidenced)
    }

    /// Whether this is a gap: assessed, and weaker than met.
    #[must_use]
    pub fn is_gap(self) -> bool {
        self.is_assessed() && self < Self::Met
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standing::Words;

    #[test]
    fn the_two_chains_have_the_same_order() {
        let outcomes: Vec<Outcome> = State::ALL.iter().map(|state| Outcome::from(*state)).collect();
        assert!(outcomes.is_sorted());
        assert_eq!(outcomes, Outcome::ALL[2..]);
    }

    #[test]
    fn words_and_values_are_one_to_one() {
        for state in State::ALL {
            assert_eq!(State::from_word(state.word()), Some(*state));
        }
        assert_eq!(State::from_word("in-place"), None);
    }
}
