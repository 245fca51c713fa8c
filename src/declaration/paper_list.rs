//! A list of papers: what each is, whose, of when, and where it was published. It says what a paper often
//! doesn't say of itself.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::address::read_address;
use super::future::read_date;
use crate::source::{Fault, Faults, Located, Table, Text, parse_toml};
use crate::standing::{Day, PartialDate};

/// A list of papers.
#[derive(Clone, Debug)]
pub struct PaperList {
    /// Its file.
    pub text: Arc<Text>,
    /// In the order of the file.
    pub papers: Vec<ListedPaper>,
}

/// What a list says of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPaper {
    /// Its file, taken from the folder of the list.
    pub file: PathBuf,
    /// The force that it is read for; nothing where the paper itself says.
    pub force: Option<String>,
    /// Its title, where the paper's own isn't to be shown.
    pub title: Option<String>,
    /// Where it is to be had.
    pub address: Option<String>,
    /// Its date, where the paper's own isn't to count.
    pub date: Option<PartialDate>,
}

impl PaperList {
    /// Reads a list. `today` judges its dates.
    ///
    /// # Errors
    ///
    /// Every fault of the text.
    pub fn read(text: &Arc<Text>, today: Day) -> Result<Self, Vec<Fault>> {
        let folder = Path::new(text.name()).parent().unwrap_or(Path::new(""));
        let faults = Faults::new();
        let parsed = parse_toml(text, &faults);
        let root = Table::root(&parsed, text, &faults);
        let (mut papers, mut listed) = (Vec::new(), HashSet::new());
        for table in root.tables("paper") {
            let file = table.required_text("file");
            let (force, title) = (table.text_of("force"), table.text_of("title"));
            let address = read_address(&table);
            let date = read_date(&table, "date", today);
            if let Some(file) = file {
                let path = folder.join(&file.value);
                if !listed.insert(path.clone()) {
                    let message = format!("`{}` is listed twice", file.value);
                    table.fault("papers::listed-twice", file.span.clone(), message, "again here");
                }
                let value = |of: Option<Located<String>>| of.map(|of| of.value);
                let (force, title) = (value(force), value(title));
                papers.push(ListedPaper { file: path, force, title, address, date });
            }
            table.finish();
        }
        root.finish();
        if faults.has_errors() {
            return Err(faults.into_sorted());
        }
        Ok(Self { text: Arc::clone(text), papers })
    }
}
