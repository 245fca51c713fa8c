//! What can be said of a force itself, apart from its arrangements.

use super::words::words;

words! {
    /// What kind of force a declaration speaks for.
    pub enum ForceKind {
        /// A territorial force of England and Wales.
        Territorial = "territorial",
        /// The British Transport Police.
        Transport = "transport",
        /// Another special or national force.
        National = "national",
    }
}

words! {
    /// A yes or no about a force that decides whether a requirement reaches it.
    pub enum Attribute {
        /// Its area has a sea port.
        SeaPort = "sea-port",
        /// Its area has an airport.
        Airport = "airport",
        /// The child trafficking guardian service runs in its area: the independent advocates of
        /// section 48 of the Modern Slavery Act 2015.
        GuardianService = "guardian-service",
        /// It says that it publishes a slavery and human trafficking statement, as section 54 of the
        /// Act asks of commercial organisations.
        PublishesStatement = "publishes-statement",
    }
}
