//! All rule packs together, and which of their rules are asked.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    Confirmation, Instrument, InstrumentId, Provision, Requirement, RequirementId, RuleFile,
    Vocabulary,
};
use crate::source::{Text, nearest};
use crate::standing::Warrant;

/// What a rulebook knows of and doesn't ask.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Unasked {
    instruments: Vec<InstrumentId>,
    requirements: Vec<RequirementId>,
}

/// All rule packs together, checked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rulebook {
    vocabulary: Vocabulary,
    instruments: Vec<Instrument>,
    provisions: Vec<Provision>,
    requirements: Vec<Requirement>,
    /// What each former id is called now.
    renamings: BTreeMap<RequirementId, Vec<RequirementId>>,
    #[serde(skip)]
    files: Vec<RuleFile>,
    /// Rows by those who hold the full texts; those that strike a rule have taken it out.
    #[serde(skip)]
    confirmations: Vec<Confirmation>,
    /// What was struck, with the title that it had.
    #[serde(skip)]
    struck: Vec<(Confirmation, String)>,
    /// What wasn't asked for.
    unasked: Unasked,
}

impl Rulebook {
    /// Puts together what was loaded, in its order.
    pub(super) fn new(
        vocabulary: Vocabulary,
        mut instruments: Vec<Instrument>,
        provisions: Vec<Provision>,
        mut requirements: Vec<Requirement>,
        files: Vec<RuleFile>,
    ) -> Self {
        instruments.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        // A requirement stands where its first version does, whatever its later ones rest on.
        let place = |requirement: &Requirement| {
            let instrument = instruments.iter().position(|i| i.id == requirement.instrument);
            let provision = provisions.iter().position(|p| requirement.is_under(p));
            (instrument, provision)
        };
        requirements.sort_by(|a, b| (&a.id, a.from).cmp(&(&b.id, b.from)));
        let mut groups: Vec<Vec<Requirement>> =
            requirements.chunk_by(|a, b| a.id == b.id).map(<[Requirement]>::to_vec).collect();
        groups.sort_by_cached_key(|versions| versions.first().map(place));
        let requirements: Vec<Requirement> = groups.into_iter().flatten().collect();
        Self {
            renamings: renamings(&requirements),
            vocabulary,
            instruments,
            provisions,
            requirements,
            files,
            confirmations: Vec::new(),
            struck: Vec::new(),
            unasked: Unasked::default(),
        }
    }

    /// Where among its files each rule has its text, in the order of [`Rulebook::texts_mut`].
    pub(super) fn places_of_texts(&self) -> Option<Vec<usize>> {
        let places: BTreeMap<&str, usize> =
            self.files.iter().enumerate().map(|(at, file)| (file.text.name(), at)).collect();
        self.clone().texts_mut().map(|text| places.get(text.name()).copied()).collect()
    }

    /// Gives a rulebook that was kept the files that it was read from, and its rules their texts.
    pub(super) fn attach(&mut self, files: Vec<RuleFile>, places: &[usize]) {
        for (text, file) in self.texts_mut().zip(places.iter().filter_map(|at| files.get(*at))) {
            *text = Arc::clone(&file.text);
        }
        self.files = files;
    }

    /// The text of each rule, of those that are kept without it.
    fn texts_mut(&mut self) -> impl Iterator<Item = &mut Arc<Text>> {
        let arrangements = self.vocabulary.arrangements_mut().iter_mut();
        let texts = self.requirements.iter_mut().map(|requirement| &mut requirement.text);
        let texts = texts.chain(self.provisions.iter_mut().map(|provision| &mut provision.text));
        texts.chain(arrangements.map(|arrangement| &mut arrangement.text))
    }

    /// What may be declared.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The instruments, in their order.
    #[must_use]
    pub fn instruments(&self) -> &[Instrument] {
        &self.instruments
    }

    /// The instrument under an id.
    #[must_use]
    pub fn instrument(&self, id: &str) -> Option<&Instrument> {
        self.instruments.iter().find(|instrument| instrument.id.as_str() == id)
    }

    /// The provisions of every instrument, in the order of the files.
    #[must_use]
    pub fn provisions(&self) -> &[Provision] {
        &self.provisions
    }

    /// The provision that a requirement rests on.
    #[must_use]
    pub fn provision_of(&self, requirement: &Requirement) -> Option<&Provision> {
        self.provisions.iter().find(|provision| requirement.is_under(provision))
    }

    /// Every version of every requirement, by instrument, provision and id; versions of one by
    /// date.
    #[must_use]
    pub fn requirements(&self) -> &[Requirement] {
        &self.requirements
    }

    /// Every requirement once, with all of its versions, oldest first.
    pub fn by_id(&self) -> impl Iterator<Item = &[Requirement]> {
        self.requirements.chunk_by(|a, b| a.id == b.id)
    }

    /// The same rulebook without what must be asked for: optional instruments that aren't named
    /// in `packs`, and drafts, whose source nobody has seen, unless `drafts` is set.
    #[must_use]
    pub fn asked(mut self, packs: &[String], drafts: bool) -> Self {
        let left_out: Vec<InstrumentId> = self
            .instruments
            .iter()
            .filter(|instrument| instrument.optional)
            .filter(|instrument| !packs.iter().any(|pack| pack == instrument.id.as_str()))
            .map(|instrument| instrument.id.clone())
            .collect();
        self.instruments.retain(|instrument| !left_out.contains(&instrument.id));
        self.provisions.retain(|provision| !left_out.contains(&provision.instrument));
        let unasked = &mut self.unasked.requirements;
        self.requirements.retain(|requirement| {
            let asked = !left_out.contains(&requirement.instrument)
                && (drafts || requirement.warrant > Warrant::Recalled);
            if !asked {
                unasked.push(requirement.id.clone());
            }
            asked
        });
        self.unasked.instruments.extend(left_out);
        self
    }

    /// The same rulebook with what the holders of the full texts say: a rule that the text bears
    /// out counts as seen, one that it doesn't is switched off.
    #[must_use]
    pub fn confirmed(mut self, confirmations: Vec<Confirmation>) -> Self {
        for confirmation in confirmations {
            let own = |requirement: &Requirement| requirement.id == confirmation.requirement;
            if confirmation.bears_out {
                let confirmed = self.requirements.iter_mut().filter(|requirement| own(requirement));
                confirmed.for_each(|requirement| requirement.warrant = Warrant::Seen);
                self.confirmations.push(confirmation);
            } else {
                let title = self.requirements.iter().find(|requirement| own(requirement));
                let title = title.map(|requirement| requirement.title.clone()).unwrap_or_default();
                self.requirements.retain(|requirement| !own(requirement));
                self.struck.push((confirmation, title));
            }
        }
        self
    }

    /// The row that confirms a requirement.
    #[must_use]
    pub fn confirmation_of(&self, id: &RequirementId) -> Option<&Confirmation> {
        self.confirmations.iter().find(|confirmation| confirmation.requirement == *id)
    }

    /// The rows that struck a requirement, each with the title that it had.
    #[must_use]
    pub fn struck(&self) -> &[(Confirmation, String)] {
        &self.struck
    }

    /// The versions of the requirement under an id, oldest first; none where it isn't known.
    #[must_use]
    pub fn versions(&self, id: &str) -> &[Requirement] {
        self.by_id()
            .find(|versions| versions.first().is_some_and(|first| first.id.as_str() == id))
            .unwrap_or_default()
    }

    /// The ids of all requirements, those among them that aren't asked or were struck.
    pub fn known_requirements(&self) -> impl Iterator<Item = &str> {
        let asked = self.requirements.iter().map(|requirement| &requirement.id);
        let struck = self.struck.iter().map(|(row, _)| &row.requirement);
        asked.chain(&self.unasked.requirements).chain(struck).map(RequirementId::as_str)
    }

    /// Whether there is a requirement under an id, asked or not, or was one that has another now.
    #[must_use]
    pub fn knows(&self, requirement: &str) -> bool {
        self.known_requirements().any(|known| known == requirement)
            || !self.called_now(requirement).is_empty()
    }

    /// What a former id has become: the requirement that was renamed, or those that it was split
    /// into. None where it is no former id, or still is one.
    #[must_use]
    pub fn called_now(&self, former: &str) -> &[RequirementId] {
        self.renamings.get(former).map(Vec::as_slice).unwrap_or_default()
    }

    /// The requirement that a name which is none may mean: one that it lacks only the instrument of,
    /// else the nearest.
    #[must_use]
    pub fn nearest_requirement(&self, name: &str) -> Option<&str> {
        let own = |id: &&str| id.split_once('/').is_some_and(|(_, own)| own == name);
        let mut lacking = self.known_requirements().filter(own);
        lacking.next().or_else(|| nearest(name, self.known_requirements()))
    }

    /// The ids of all instruments, those among them that aren't asked.
    pub fn known_instruments(&self) -> impl Iterator<Item = &str> {
        let asked = self.instruments.iter().map(|instrument| &instrument.id);
        asked.chain(&self.unasked.instruments).map(InstrumentId::as_str)
    }

    /// The files that it was loaded from.
    #[must_use]
    pub fn files(&self) -> &[RuleFile] {
        &self.files
    }
}

/// What each former id is called now, asked or not.
fn renamings(requirements: &[Requirement]) -> BTreeMap<RequirementId, Vec<RequirementId>> {
    let mut now: BTreeMap<RequirementId, Vec<RequirementId>> = BTreeMap::new();
    for requirement in requirements {
        // What still is an id means itself.
        let is_former = |id: &&RequirementId| requirements.iter().all(|known| known.id != **id);
        for former in requirement.former.all().filter(is_former) {
            let called = now.entry(former.clone()).or_default();
            if !called.contains(&requirement.id) {
                called.push(requirement.id.clone());
            }
        }
    }
    now
}
