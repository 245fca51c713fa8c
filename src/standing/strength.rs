//! How binding a requirement is, who bears it, and whether the words that ask it were read.

use super::words::words;

words! {
    /// How binding a requirement is *for the force*, weakest first.
    pub enum Strength {
        /// The force may do it.
        Power = "power",
        /// A strategy or guidance expects it.
        Expectation = "expectation",
        /// The force, or the police service, bound itself to it.
        Commitment = "commitment",
        /// The law obliges the force.
        Duty = "duty",
    }
}

words! {
    /// How a requirement follows from its provision.
    pub enum Derivation {
        /// Words of the source ask it.
        Express = "express",
        /// No words ask it: our reading of what the source takes to work.
        Implied = "implied",
        /// Words of statutory guidance ask it.
        Guidance = "guidance",
    }
}

words! {
    /// Whether the words that ask a requirement were read, weakest first. It speaks of the words that
    /// *ask*, not of the section that a reading hangs on: what is implied is never `seen`.
    pub enum Warrant {
        /// Nothing that was read bears it out: a draft.
        Recalled = "recalled",
        /// They weren't, or there are none: what was read is a heading, an aim, somebody's account, or a
        /// provision that doesn't ask it itself.
        Inferred = "inferred",
        /// They were, in the text or in an official statement of it.
        Seen = "seen",
    }
}

words! {
    /// How well a declared state is backed, weakest first.
    pub enum Basis {
        /// Nothing but the declaration itself.
        Asserted = "asserted",
        /// A source is named; its words weren't checked.
        Cited = "cited",
        /// The quoted words were found in the source.
        Quoted = "quoted",
    }
}

words! {
    /// Who made a promise or carries a duty.
    pub enum Bearer {
        /// Police forces.
        Forces = "forces",
        /// The Government as a whole.
        Government = "government",
        /// The Home Office and its Secretary of State.
        HomeOffice = "home-office",
        /// The National Crime Agency, and SOCA before it.
        Nca = "nca",
        /// The regional organised crime units.
        Rocu = "rocu",
        /// The College of Policing, and the NPIA before it.
        College = "college",
        /// The national policing lead for modern slavery.
        NationalPolicingLead = "national-policing-lead",
        /// The Crown Prosecution Service.
        Cps = "cps",
        /// The border agencies.
        Border = "border",
        /// Police and crime commissioners, and mayors in their place.
        Pcc = "pcc",
        /// Local authorities.
        Councils = "councils",
        /// Local partners together.
        Partners = "partners",
        /// The Independent Anti-slavery Commissioner.
        Commissioner = "commissioner",
        /// Courts.
        Courts = "courts",
        /// Commercial organisations.
        Businesses = "businesses",
    }
}
