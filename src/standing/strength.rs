//! How binding a requirement is, who bears it, and how sure its source is.

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
        /// The words reach the force.
        Express = "express",
        /// Our reading of what the provision takes to work.
        Implied = "implied",
        /// Statutory guidance asks it.
        Guidance = "guidance",
    }
}

words! {
    /// How sure the source of a requirement is, weakest first.
    pub enum Warrant {
        /// Known but not seen: a draft.
        Recalled = "recalled",
        /// A heading, an aim, a summary or a second-hand restatement was seen.
        Inferred = "inferred",
        /// The text, or an official statement of it, was seen.
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
