//! The server: one message after the other, until the editor ends it or goes away.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use lsp_server::{ErrorCode, Message, Notification, Request, Response};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::actions;
use super::completion::Completion;
use super::definition::Definition;
use super::diagnostics::{Look, Seen};
use super::hover::Hover;
use super::kind::Kind;
use super::open::Open;
use super::queue::{Arrived, Queue};
use super::schemas::Schemas;
use super::shapes::{AtPlace, Changed, ForRange, OfDocument, Opened};
use super::symbols::symbols;
use super::text::{OpenText, Units};
use super::uri;
use super::wire::{self, Incoming};
use super::workspace::{Options, Workspace};
use crate::document;
use crate::source::Fault;

/// Serves an editor over two streams until it says that it is done, or goes away. Whether it said so.
///
/// # Errors
///
/// Every fault of the built-in rules.
pub fn serve(
    from: impl BufRead + Send + 'static,
    to: &mut dyn Write,
    options: Options,
) -> Result<bool, Vec<Fault>> {
    let (send, receive) = mpsc::channel();
    // It isn't waited for: it ends with its stream, or with the process.
    thread::spawn(move || {
        let mut from = from;
        while let Ok(Some(incoming)) = wire::read(&mut from) {
            if send.send(incoming).is_err() {
                break;
            }
        }
    });
    let mut server = Server::new(options)?;
    let mut queue = Queue::new(receive);
    // An editor that can't be written to is gone.
    Ok(server.run(&mut queue, to).unwrap_or(false))
}

/// How far the talk has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    New,
    Open,
    /// The editor asked for the end.
    Closing,
}

/// What is known of a document that is open.
struct Known {
    uri: String,
    language: String,
    kind: Kind,
    /// What was seen in it, unless it changed since.
    seen: Option<Seen>,
}

/// A server, with all that is open in one editor.
struct Server {
    options: Options,
    open: Open,
    workspace: Workspace,
    schemas: Schemas,
    documents: BTreeMap<PathBuf, Known>,
    /// What changed since the editor was told what is wrong with it.
    stale: BTreeSet<PathBuf>,
    units: Units,
    phase: Phase,
    /// The process of the editor.
    parent: Option<u32>,
}

type Answer = Result<Value, (ErrorCode, String)>;

impl Server {
    /// A server that nobody has spoken to.
    ///
    /// # Errors
    ///
    /// Every fault of the built-in rules.
    fn new(options: Options) -> Result<Self, Vec<Fault>> {
        let open = Open::of(PathBuf::from("."));
        let workspace = Workspace::load(&options, &open, None)?;
        Ok(Self {
            options,
            open,
            workspace,
            schemas: Schemas::default(),
            documents: BTreeMap::new(),
            stale: BTreeSet::new(),
            units: Units::default(),
            phase: Phase::New,
            parent: None,
        })
    }

    fn run(&mut self, queue: &mut Queue, to: &mut dyn Write) -> io::Result<bool> {
        loop {
            let incoming = match queue.waiting() {
                Some(incoming) => incoming,
                // Nobody is waiting: time to say what is wrong.
                None if self.tell_one(to)? => continue,
                None => match queue.next() {
                    Arrived::One(incoming) => incoming,
                    Arrived::Quiet if self.is_left_alone() => return Ok(false),
                    Arrived::Quiet => continue,
                    Arrived::End => return Ok(false),
                },
            };
            match incoming {
                Incoming::Malformed(why) => wire::refuse(to, &why)?,
                Incoming::Message(Message::Request(asked)) => {
                    let id = asked.id.clone();
                    let cancelled = queue.is_cancelled(&id);
                    let answer = match cancelled {
                        true => Err((ErrorCode::RequestCanceled, "cancelled".to_owned())),
                        false => self.answered(asked),
                    };
                    let response = match answer {
                        Ok(value) => Response { id, response_result: Ok(value) },
                        Err((code, why)) => Response::new_err(id, code as i32, why),
                    };
                    Message::Response(response).write(&mut &mut *to)?;
                }
                Incoming::Message(Message::Notification(told)) if told.method == "exit" => {
                    return Ok(self.phase == Phase::Closing);
                }
                Incoming::Message(Message::Notification(told)) => self.told(told, to)?,
                // We ask nothing that has an answer of interest.
                Incoming::Message(Message::Response(_)) => {}
            }
        }
    }

    /// Whether the editor is gone without a word, and something else holds its streams open.
    fn is_left_alone(&self) -> bool {
        self.parent.is_some_and(|parent| !(self.options.runs)(parent))
    }

    /// An answer; a request on which the program itself fails takes nothing along.
    fn answered(&mut self, asked: Request) -> Answer {
        let method = asked.method.clone();
        document::caught(|| self.answer(asked)).unwrap_or_else(|place| {
            let why = format!("this is a fault of msacheck: `{method}` failed at {place}");
            Err((ErrorCode::InternalError, why))
        })
    }

    fn answer(&mut self, asked: Request) -> Answer {
        let Request { method, params, .. } = asked;
        match (self.phase, method.as_str()) {
            (Phase::New, "initialize") => return Ok(self.initialize(&params)),
            (Phase::New, _) => {
                let why = "the first request must be `initialize`".to_owned();
                return Err((ErrorCode::ServerNotInitialized, why));
            }
            (Phase::Closing, _) | (_, "initialize") => {
                let why = format!("`{method}` can't be asked any more");
                return Err((ErrorCode::InvalidRequest, why));
            }
            (Phase::Open, "shutdown") => {
                self.phase = Phase::Closing;
                return Ok(Value::Null);
            }
            (Phase::Open, _) => {}
        }
        match method.as_str() {
            "textDocument/hover" => self.placed(params, |own, path, kind, place| {
                let Self { workspace, open, schemas, .. } = own;
                Hover { workspace, open, schemas, path, kind }.at(place)
            }),
            "textDocument/completion" => self.placed(params, |own, path, kind, place| {
                let Self { workspace, open, schemas, .. } = own;
                Completion { workspace, open, schemas, path, kind }.at(place)
            }),
            "textDocument/definition" => self.placed(params, |own, path, kind, place| {
                let Self { workspace, open, units, options, .. } = own;
                let shown = &options.shown;
                let found = Definition { workspace, open, path, kind, units: *units, shown };
                json!(found.at(place))
            }),
            "textDocument/documentSymbol" => {
                let asked: OfDocument = read(params)?;
                let path = self.open.path(&asked.document.uri);
                Ok(match (self.documents.get(&path), self.open.get(&path)) {
                    (Some(known), Some(text)) => symbols(&path, &known.language, &known.kind, text),
                    _ => json!([]),
                })
            }
            "textDocument/codeAction" => {
                let asked: ForRange = read(params)?;
                let path = self.open.path(&asked.document.uri);
                self.look(&path);
                let seen = self.documents.get(&path).and_then(|known| known.seen.as_ref());
                Ok(seen.map_or_else(|| json!([]), |seen| actions::actions(&asked, seen)))
            }
            _ => Err((ErrorCode::MethodNotFound, format!("`{method}` isn't known"))),
        }
    }

    /// An answer about a place in a document that is open; `null` of any other.
    fn placed(
        &self,
        params: Value,
        answer: impl FnOnce(&Self, &Path, &Kind, super::shapes::Position) -> Value,
    ) -> Answer {
        let asked: AtPlace = read(params)?;
        let path = self.open.path(&asked.document.uri);
        let known = self.documents.get(&path);
        Ok(known.map_or(Value::Null, |known| answer(self, &path, &known.kind, asked.position)))
    }

    fn initialize(&mut self, params: &Value) -> Value {
        let folder = params.pointer("/workspaceFolders/0/uri").or_else(|| params.get("rootUri"));
        let folder = folder.and_then(Value::as_str).map(uri::path);
        let named = || params.get("rootPath").and_then(Value::as_str).map(PathBuf::from);
        if let Some(root) = folder.or_else(named) {
            self.open = Open::of(root);
        }
        let offered = params.pointer("/capabilities/general/positionEncodings");
        let offered = offered.and_then(Value::as_array).into_iter().flatten();
        if offered.filter_map(Value::as_str).any(|own| own == Units::Utf8.word()) {
            self.units = Units::Utf8;
        }
        let parent = params.get("processId").and_then(Value::as_u64);
        self.parent = parent.and_then(|own| u32::try_from(own).ok());
        self.phase = Phase::Open;
        self.reload();
        json!({
            "serverInfo": { "name": "msacheck", "version": env!("CARGO_PKG_VERSION") },
            "capabilities": {
                "positionEncoding": self.units.word(),
                "textDocumentSync": { "openClose": true, "change": 2, "save": true },
                "hoverProvider": true,
                "completionProvider": { "triggerCharacters": ["\"", "[", "/", "=", "."] },
                "definitionProvider": true,
                "documentSymbolProvider": true,
                "codeActionProvider": { "codeActionKinds": actions::KINDS },
            },
        })
    }

    /// What the editor tells of. What can't be understood is passed over: there is nobody to answer.
    fn told(&mut self, told: Notification, to: &mut dyn Write) -> io::Result<()> {
        let Notification { method, params } = told;
        match method.as_str() {
            "textDocument/didOpen" => {
                if let Ok(Opened { document }) = read(params) {
                    let path = self.open.path(&document.uri);
                    let text = OpenText::new(document.version, document.text, self.units);
                    self.open.insert(path.clone(), text);
                    let language = document.language;
                    let kind = Kind::of(&path, &language, &self.workspace, &self.open);
                    let known = Known { uri: document.uri, language, kind, seen: None };
                    self.documents.insert(path.clone(), known);
                    self.changed(&path);
                }
            }
            "textDocument/didChange" => {
                if let Ok(Changed { document, changes }) = read(params) {
                    let path = self.open.path(&document.uri);
                    if let Some(text) = self.open.get_mut(&path) {
                        let version = document.version.unwrap_or(text.version);
                        text.change(version, changes);
                        self.changed(&path);
                    }
                }
            }
            "textDocument/didClose" => {
                if let Ok(OfDocument { document }) = read(params) {
                    let path = self.open.path(&document.uri);
                    self.open.remove(&path);
                    self.stale.remove(&path);
                    if let Some(known) = self.documents.remove(&path) {
                        publish(to, &known.uri, None, &Seen::default())?;
                        if known.kind.bears_on_others() {
                            self.reload();
                        }
                    }
                }
            }
            // Any of them may bear on any document that is open.
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => self.reload(),
            _ => {}
        }
        Ok(())
    }

    /// A document changed: it is to be looked at again, and so is what is held against it.
    fn changed(&mut self, path: &Path) {
        let Some(known) = self.documents.get_mut(path) else { return };
        known.seen = None;
        if known.kind.bears_on_others() {
            self.reload();
            return;
        }
        known.kind = Kind::of(path, &known.language, &self.workspace, &self.open);
        self.stale.insert(path.to_owned());
    }

    /// Reads settings and rules anew; all that is open is to be looked at again.
    fn reload(&mut self) {
        // The built-in rules loaded once, and do again.
        if let Ok(workspace) = Workspace::load(&self.options, &self.open, Some(&self.workspace)) {
            self.workspace = workspace;
        }
        self.schemas.clear();
        for (path, known) in &mut self.documents {
            known.kind = Kind::of(path, &known.language, &self.workspace, &self.open);
            known.seen = None;
            self.stale.insert(path.clone());
        }
    }

    /// Looks at a document, unless what was seen in it still holds.
    fn look(&mut self, path: &Path) {
        let Self { workspace, open, documents, .. } = self;
        if let Some(known) = documents.get_mut(path).filter(|known| known.seen.is_none()) {
            let Known { language, kind, .. } = &*known;
            let look = Look { workspace, open, path, language, kind };
            known.seen = Some(document::caught(|| look.seen()).unwrap_or_default());
        }
    }

    /// Tells what is wrong with one document that changed. Whether there was one.
    fn tell_one(&mut self, to: &mut dyn Write) -> io::Result<bool> {
        let Some(path) = self.stale.pop_first() else { return Ok(false) };
        self.look(&path);
        if let Some(known) = self.documents.get(&path)
            && let Some(seen) = &known.seen
        {
            let version = self.open.get(&path).map(|text| text.version);
            publish(to, &known.uri, version, seen)?;
        }
        Ok(true)
    }
}

fn publish(to: &mut dyn Write, uri: &str, version: Option<i64>, seen: &Seen) -> io::Result<()> {
    let mut params = json!({ "uri": uri, "diagnostics": seen.diagnostics });
    if let (Some(version), Some(params)) = (version, params.as_object_mut()) {
        params.insert("version".to_owned(), json!(version));
    }
    let method = "textDocument/publishDiagnostics".to_owned();
    Message::Notification(Notification { method, params }).write(&mut &mut *to)
}

fn read<T: DeserializeOwned>(params: Value) -> Result<T, (ErrorCode, String)> {
    serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))
}
