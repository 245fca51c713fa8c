//! The file of a declaration, open to be answered: each change is checked before it is saved, and saved
//! whole or not at all.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Effect;
use crate::assessment::Assessment;
use crate::check::{Check, declaration_in};
use crate::declaration::{Declaration, Declared, Edit, edited};
use crate::output::{in_turn, replace};
use crate::rulebook::ArrangementId;
use crate::source::{Fault, Faults, Text};
use crate::standing::State;

/// The file of a declaration that is being answered.
#[derive(Clone)]
pub struct OpenDeclaration<'a> {
    check: &'a Check<'a>,
    opened: Arc<Opened>,
}

/// What a file was when it was last read or saved, with what it comes to.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Where it is.
    pub path: PathBuf,
    /// What stands in it.
    pub text: Arc<Text>,
    /// What it declares.
    pub declaration: Declaration,
    /// How it comes out.
    pub assessment: Assessment,
    /// What somebody should look at in it.
    pub warnings: Vec<Fault>,
}

/// What a change came to.
#[derive(Clone, Debug)]
pub struct Saved {
    /// What it changes.
    pub effect: Effect,
    /// The arrangement that was lowered to `partial`, since a detail limits it.
    pub lowered: Option<ArrangementId>,
}

impl<'a> OpenDeclaration<'a> {
    /// Opens a file.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn open(check: &'a Check<'a>, path: &Path) -> Result<Self, Vec<Fault>> {
        let text = check.files().text(path).map_err(|fault| vec![fault])?;
        let (declaration, warnings) = load(check, path, &text)?;
        let assessment = check.assessment(&declaration);
        let path = path.to_owned();
        Ok(Self::again(check, Arc::new(Opened { path, text, declaration, assessment, warnings })))
    }

    /// Opens again what was opened, without reading it: whether it changed since is found out when it is
    /// saved.
    #[must_use]
    pub fn again(check: &'a Check<'a>, opened: Arc<Opened>) -> Self {
        Self { check, opened }
    }

    /// What it is now.
    #[must_use]
    pub fn opened(&self) -> &Arc<Opened> {
        &self.opened
    }

    /// What it declares.
    #[must_use]
    pub fn declaration(&self) -> &Declaration {
        &self.opened.declaration
    }

    /// What it says of an arrangement.
    #[must_use]
    pub fn on(&self, arrangement: &ArrangementId) -> Option<&Declared> {
        self.declaration().on(arrangement.as_str())
    }

    /// How far an arrangement stands in it; nothing where it doesn't speak of it.
    #[must_use]
    pub fn state(&self, arrangement: &ArrangementId) -> Option<State> {
        self.on(arrangement).map(|declared| declared.state)
    }

    /// How it comes out.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        &self.opened.assessment
    }

    /// What somebody should look at in it.
    #[must_use]
    pub fn warnings(&self) -> &[Fault] {
        &self.opened.warnings
    }

    /// The text of its file.
    #[must_use]
    pub fn text(&self) -> &Arc<Text> {
        &self.opened.text
    }

    /// What edits would change, without saving them.
    ///
    /// # Errors
    ///
    /// Why they can't be made.
    pub fn would(&self, edits: &[Edit]) -> Result<Effect, Vec<Fault>> {
        let (_, declaration, ..) = self.with(edits)?;
        Ok(Effect::between(self.assessment().clone(), self.check.assessment(&declaration)))
    }

    /// Makes edits, and saves them: all or none.
    ///
    /// # Errors
    ///
    /// Why they can't be made: what they make of the file has faults, it was changed by somebody else
    /// meanwhile, or it can't be written.
    pub fn save(&mut self, edits: &[Edit]) -> Result<Saved, Vec<Fault>> {
        let (text, declaration, warnings, lowered) = self.with(edits)?;
        let path = self.opened.path.clone();
        if text.digest() != self.text().digest() {
            let read = self.text().digest();
            let write = || replace(&path, &text.with_mark(), read).map_err(|fault| vec![fault]);
            in_turn(&path, write)?;
        }
        let assessment = self.check.assessment(&declaration);
        let effect = Effect::between(self.assessment().clone(), assessment.clone());
        self.opened = Arc::new(Opened { path, text, declaration, assessment, warnings });
        Ok(Saved { effect, lowered })
    }

    #[expect(clippy::type_complexity, reason = "it is taken apart at once")]
    fn with(
        &self,
        edits: &[Edit],
    ) -> Result<(Arc<Text>, Declaration, Vec<Fault>, Option<ArrangementId>), Vec<Fault>> {
        let make = |edits: &[Edit]| {
            let body = edited(self.text(), edits)?;
            let text = Arc::new(Text::new(self.text().name(), body));
            load(self.check, &self.opened.path, &text).map(|(own, warnings)| (text, own, warnings))
        };
        match make(edits) {
            Ok((text, own, warnings)) => Ok((text, own, warnings, None)),
            Err(faults) => {
                // What is limited stands in part: who names the limit needn't know the word for it.
                let Some(of) = self.limited(edits, &faults) else { return Err(faults) };
                let lower = Edit::State { of: of.clone(), state: State::Partial };
                let edits: Vec<Edit> = edits.iter().cloned().chain([lower]).collect();
                let (text, own, warnings) = make(&edits)?;
                Ok((text, own, warnings, Some(of)))
            }
        }
    }

    fn limited(&self, edits: &[Edit], faults: &[Fault]) -> Option<ArrangementId> {
        let errors: Vec<&Fault> = faults.iter().filter(|fault| !fault.is_warning()).collect();
        let limit = |fault: &&Fault| fault.fault_code() == "declaration::beyond-its-limit";
        let (true, [_]) = (errors.iter().all(limit), errors.as_slice()) else { return None };
        edits.iter().find_map(|edit| match edit {
            Edit::State { of, .. } | Edit::Detail { of, .. } => Some(of.clone()),
            _ => None,
        })
    }
}

fn load(
    check: &Check<'_>,
    path: &Path,
    text: &Arc<Text>,
) -> Result<(Declaration, Vec<Fault>), Vec<Fault>> {
    let faults = Faults::new();
    let declaration = declaration_in(check, path, text, &faults);
    let faults = faults.into_sorted();
    declaration.map(|own| (own, faults.clone())).ok_or(faults)
}
