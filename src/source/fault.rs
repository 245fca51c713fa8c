//! What is wrong in a text: what, where, what was expected, the likely fix.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use miette::{Diagnostic, LabeledSpan, SourceCode};

use super::{Place, Span, Text, printable};

/// The longest message, label or help, in characters: the value that one quotes may be a whole file.
const LONGEST: usize = 600;

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// What was read stands, but somebody should look.
    Warning,
    /// What was read can't be used.
    Error,
}

/// One thing that is wrong, with its place. A miette diagnostic.
#[derive(Clone, Debug)]
pub struct Fault {
    code: &'static str,
    severity: Severity,
    message: String,
    text: Option<Arc<Text>>,
    labels: Vec<(Span, String)>,
    help: Option<String>,
}

impl Fault {
    /// An error about a span of a text. `label` says, at that place, what was expected.
    pub fn new(
        code: &'static str,
        text: &Arc<Text>,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Self {
        if text.is_veiled() {
            return Self::not_ours(text.name());
        }
        Self {
            code,
            severity: Severity::Error,
            message: told(&message.into()),
            text: Some(Arc::clone(text)),
            labels: vec![(span, told(&label.into()))],
            help: None,
        }
    }

    /// The one error about a text that may not be shown, whatever is wrong with it.
    fn not_ours(name: &str) -> Self {
        let message = format!("`{name}` isn't what it is named as, and nothing of it is shown");
        Self::whole("file::not-ours", message).help(
            "it isn't a file of msacheck, or a link leads to it: name the file itself, as `.toml`",
        )
    }

    /// An error about a file or an argument as a whole.
    pub fn whole(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: told(&message.into()),
            text: None,
            labels: Vec::new(),
            help: None,
        }
    }

    /// The same fault as a warning.
    #[must_use]
    pub fn into_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// Adds the likely fix.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        if !(self.code == "file::not-ours" && self.help.is_some()) {
            self.help = Some(told(&help.into()));
        }
        self
    }

    /// Adds the likely fix, if there is one.
    #[must_use]
    pub fn maybe_help(self, help: Option<String>) -> Self {
        match help {
            Some(help) => self.help(help),
            None => self,
        }
    }

    /// Adds a second place in the same text.
    #[must_use]
    pub fn also(mut self, span: Span, label: impl Into<String>) -> Self {
        if self.text.is_some() {
            self.labels.push((span, told(&label.into())));
        }
        self
    }

    /// The stable code of this kind of fault, such as `declaration::unknown-state`.
    #[must_use]
    pub fn fault_code(&self) -> &'static str {
        self.code
    }

    /// The likely fix, where there is one.
    #[must_use]
    pub fn advice(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// What was expected at its place, where it has one.
    #[must_use]
    pub fn expected(&self) -> Option<&str> {
        self.labels.first().map(|(_, label)| label.as_str())
    }

    /// How bad it is.
    #[must_use]
    pub fn how_bad(&self) -> Severity {
        self.severity
    }

    /// Whether what was read stands all the same.
    #[must_use]
    pub fn is_warning(&self) -> bool {
        self.severity == Severity::Warning
    }

    /// The span that it is about, in its text.
    #[must_use]
    pub fn span(&self) -> Option<&Span> {
        self.labels.first().map(|(span, _)| span)
    }

    /// The text that it is about; none where it is about a file as a whole.
    #[must_use]
    pub fn text(&self) -> Option<&Arc<Text>> {
        self.text.as_ref()
    }

    /// The same fault with its place in the message and nothing of the text shown: for a line that
    /// is too long to show, and for a cell of a workbook. What was expected, and further places, are
    /// part of the help then.
    #[must_use]
    pub fn without_text(&self) -> Self {
        let mut told: Vec<String> = Vec::new();
        if let Some(text) = self.text.as_ref().filter(|text| text.is_of_cells()) {
            let mut labels = self.labels.iter();
            told.extend(labels.next().map(|(_, label)| label.clone()));
            told.extend(labels.map(|(span, label)| format!("{label}: {}", text.place(span.start))));
        }
        told.extend(self.help.clone());
        let help = (!told.is_empty()).then(|| told.join("; "));
        Self { message: self.one_line(), text: None, labels: Vec::new(), help, ..self.clone() }
    }

    /// Every span that it is about, the first one first.
    pub fn spans(&self) -> impl Iterator<Item = &Span> {
        self.labels.iter().map(|(span, _)| span)
    }

    /// Where it stands: of a file as a whole, nowhere.
    fn place(&self) -> Option<Place> {
        self.text.as_ref().zip(self.span()).map(|(text, span)| text.place(span.start))
    }

    /// The message with its place in front, on one line.
    #[must_use]
    pub fn one_line(&self) -> String {
        match self.place() {
            Some(place) => format!("{place}: {}", self.message),
            None => self.message.clone(),
        }
    }
}

/// Text as a fault may tell it: nothing that a terminal would obey, and of what is too long, the
/// middle left out.
fn told(text: &str) -> String {
    let text = printable(text);
    let length = text.chars().count();
    if length <= LONGEST {
        return text;
    }
    let head: String = text.chars().take(LONGEST / 2).collect();
    let tail: String = text.chars().skip(length - LONGEST / 2).collect();
    format!("{head} … {tail}")
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

impl Diagnostic for Fault {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Warning => miette::Severity::Warning,
            Severity::Error => miette::Severity::Error,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.text.as_deref().map(|text| text as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(
            self.labels
                .iter()
                .map(|(span, label)| LabeledSpan::new(Some(label.clone()), span.start, span.len())),
        ))
    }
}

impl SourceCode for Text {
    fn read_span<'a>(
        &'a self,
        span: &miette::SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn miette::SpanContents<'a> + 'a>, miette::MietteError> {
        let contents = self.shown().read_span(span, lines_before, lines_after)?;
        Ok(Box::new(miette::MietteSpanContents::new_named(
            printable(self.name()),
            contents.data(),
            *contents.span(),
            contents.line(),
            contents.column(),
            contents.line_count(),
        )))
    }
}

/// Faults as they come in: shared by everything that reads one set of files.
#[derive(Debug, Default)]
pub struct Faults {
    found: RefCell<Vec<Fault>>,
    damaged: RefCell<BTreeMap<String, usize>>,
}

impl Faults {
    /// No fault yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Records a fault; of a text that may not be shown, one.
    pub fn push(&self, fault: Fault) {
        let mut found = self.found.borrow_mut();
        let same = |known: &Fault| known.code == fault.code && known.message == fault.message;
        if fault.code != "file::not-ours" || !found.iter().any(same) {
            found.push(fault);
        }
    }

    /// Whether any of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.found.borrow().iter().any(|fault| fault.severity == Severity::Error)
    }

    /// Says that a file can't be understood from an offset on. What is missing from such a file,
    /// or wrong behind that place, may only be a consequence: it isn't reported.
    pub fn damaged(&self, text: &Text, from: usize) {
        self.damaged.borrow_mut().insert(text.name().to_owned(), from);
    }

    /// All of them, in the order of files and of places in each file.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Fault> {
        let damaged = self.damaged.into_inner();
        let mut faults = self.found.into_inner();
        faults.retain(|fault| {
            let from = fault.text.as_ref().and_then(|text| damaged.get(text.name()));
            let start = fault.span().map_or(0, |span| span.start);
            match fault.code {
                "toml::syntax" => true,
                "toml::missing-key" => from.is_none(),
                _ => from.is_none_or(|from| start < *from),
            }
        });
        // Stable, so that faults at one place stay in the order in which they were found.
        faults.sort_by_cached_key(Fault::place);
        faults
    }
}

impl Extend<Fault> for &Faults {
    fn extend<I: IntoIterator<Item = Fault>>(&mut self, faults: I) {
        faults.into_iter().for_each(|fault| self.push(fault));
    }
}
