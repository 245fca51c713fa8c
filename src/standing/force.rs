//! What can be said of a force itself, apart from its arrangements.

use super::strength::Bearer;
use super::words::words;

words! {
    /// What kind of force a declaration speaks for.
    pub enum ForceKind {
        /// A territorial force of England and Wales.
        Territorial = "territorial",
        /// The British Transport Police.
        Transport = "transport",
        /// The National Crime Agency.
        Agency = "agency",
        /// The Ministry of Defence Police.
        Defence = "defence",
        /// The Civil Nuclear Constabulary.
        Nuclear = "nuclear",
        /// What once stood for a defence or a nuclear force: it is read, and no longer written.
        National = "national",
    }
}

impl ForceKind {
    /// The kinds that are written.
    pub const WRITTEN: [Self; 5] =
        [Self::Territorial, Self::Transport, Self::Agency, Self::Defence, Self::Nuclear];

    /// The kinds that one may stand for: itself, but for the old word.
    #[must_use]
    pub fn stands_for(self) -> &'static [Self] {
        match self {
            Self::Territorial => &[Self::Territorial],
            Self::Transport => &[Self::Transport],
            Self::Agency => &[Self::Agency],
            Self::Defence => &[Self::Defence],
            Self::Nuclear => &[Self::Nuclear],
            Self::National => &[Self::Defence, Self::Nuclear],
        }
    }

    /// As whom a force of this kind bears a duty.
    #[must_use]
    pub fn bearer(self) -> Bearer {
        match self {
            Self::Agency => Bearer::Nca,
            _ => Bearer::Forces,
        }
    }

    /// Whether it is, or may be, one of these kinds.
    #[must_use]
    pub fn is_among(self, kinds: &[Self]) -> bool {
        let own = self.stands_for();
        kinds.iter().flat_map(|kind| kind.stands_for()).any(|kind| own.contains(kind))
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
