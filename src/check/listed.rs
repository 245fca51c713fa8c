//! The list of papers of a check: the file that was named, else the one that the settings name.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::files::Files;
use super::inside::named_by_settings;
use crate::declaration::{ListedPaper, PaperList};
use crate::project::Project;
use crate::source::Fault;
use crate::standing::Day;

/// What a list says of papers, by what is the same however they are named.
#[derive(Clone, Debug)]
pub struct AskedPapers {
    list: PaperList,
    /// Whether somebody named the list, and not the settings.
    named: bool,
    /// The paper of each identity.
    at: HashMap<PathBuf, usize>,
}

impl AskedPapers {
    /// The list that was named, else that of the settings, if either names one. `today` judges its dates.
    ///
    /// # Errors
    ///
    /// Every fault of its file, and a fault for each paper that isn't there.
    pub fn of(
        named: Option<&Path>,
        project: Option<&Project>,
        files: &dyn Files,
        today: Day,
    ) -> Result<Option<Self>, Vec<Fault>> {
        let by_settings = || project.and_then(|own| Some((own.papers.as_deref()?, Some(own))));
        let Some((path, settings)) = named.map(|path| (path, None)).or_else(by_settings) else {
            return Ok(None);
        };
        let text = files.text(path).map_err(|fault| vec![fault])?;
        let text = match settings {
            Some(project) => named_by_settings(files, project, path, text),
            None => text,
        };
        let list = PaperList::read(&text, today)?;
        let missing = list.papers.iter().filter(|paper| !files.exists(&paper.file));
        let missing: Vec<Fault> = missing.map(|paper| lacking(paper, text.name())).collect();
        if !missing.is_empty() {
            return Err(missing);
        }
        let mut at = HashMap::new();
        for (index, paper) in list.papers.iter().enumerate() {
            at.entry(files.identity(&paper.file)).or_insert(index);
        }
        Ok(Some(Self { list, named: named.is_some(), at }))
    }

    /// What is checked where no input is: the papers of a list that somebody named, in its order.
    pub(super) fn inputs(&self) -> Option<Vec<PathBuf>> {
        let files = self.list.papers.iter().map(|paper| paper.file.clone());
        self.named.then(|| files.collect())
    }

    /// The file of the list.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        PathBuf::from(self.list.text.name())
    }

    /// What it says of a paper.
    pub(super) fn on(&self, files: &dyn Files, path: &Path) -> Option<&ListedPaper> {
        self.list.papers.get(*self.at.get(&files.identity(path))?)
    }
}

fn lacking(paper: &ListedPaper, list: &str) -> Fault {
    let message = format!("`{list}` lists `{}`, and it isn't there", paper.file.display());
    Fault::whole("papers::not-there", message).help("paths are taken from the folder of the list")
}
