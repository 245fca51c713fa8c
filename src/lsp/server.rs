//! The server: one message after the other, until the editor ends it or goes away.

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use lsp_server::{ErrorCode, Message, Notification, Request, Response};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::actions;
use super::completion::Completion;
use super::definition::Definition;
use super::documents::Documents;
use super::hover::Hover;
use super::kind::Kind;
use super::queue::{Arrived, PAUSE, QUIET, Queue};
use super::shapes::{AtPlace, ForRange, OfDocument, Opened, Position};
use super::symbols::symbols;
use super::text::Units;
use super::uri;
use super::wire::{self, Incoming};
use super::workspace::Options;
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
    let documents = Documents::new(options)?;
    let mut server = Server { documents, phase: Phase::New, parent: None };
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

/// A server, with all that is open in one editor.
struct Server {
    documents: Documents,
    phase: Phase,
    /// The process of the editor.
    parent: Option<u32>,
}

type Answer = Result<Value, (ErrorCode, String)>;

impl Server {
    fn run(&mut self, queue: &mut Queue, to: &mut dyn Write) -> io::Result<bool> {
        loop {
            let incoming = match queue.waiting() {
                Some(incoming) => incoming,
                // Nobody is waiting: time to say what is wrong.
                None if self.documents.tell_one(to)? => continue,
                None => match queue.next(self.patience()) {
                    Arrived::One(incoming) => incoming,
                    Arrived::Quiet if self.documents.read_one(to)? => continue,
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

    /// How long a word is waited for: what rests on a whole reading is looked at once nobody types.
    fn patience(&self) -> Duration {
        if self.documents.has_unread() { PAUSE } else { QUIET }
    }

    /// Whether the editor is gone without a word, and something else holds its streams open.
    fn is_left_alone(&self) -> bool {
        self.parent.is_some_and(|parent| !(self.documents.options.runs)(parent))
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
                let Documents { workspace, open, schemas, .. } = own;
                Hover { workspace, open, schemas, path, kind }.at(place)
            }),
            "textDocument/completion" => self.placed(params, |own, path, kind, place| {
                let Documents { workspace, open, schemas, .. } = own;
                Completion { workspace, open, schemas, path, kind }.at(place)
            }),
            "textDocument/definition" => self.placed(params, |own, path, kind, place| {
                let Documents { workspace, open, units, options, .. } = own;
                let shown = &options.shown;
                let found = Definition { workspace, open, path, kind, units: *units, shown };
                json!(found.at(place))
            }),
            "textDocument/documentSymbol" => {
                let asked: OfDocument = read(params)?;
                let path = self.documents.open.path(&asked.document.uri);
                Ok(match (self.documents.get(&path), self.documents.open.get(&path)) {
                    (Some(known), Some(text)) => symbols(&path, &known.language, &known.kind, text),
                    _ => json!([]),
                })
            }
            "textDocument/codeAction" => {
                let asked: ForRange = read(params)?;
                let path = self.documents.open.path(&asked.document.uri);
                self.documents.look(&path);
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
        answer: impl FnOnce(&Documents, &Path, &Kind, Position) -> Value,
    ) -> Answer {
        let asked: AtPlace = read(params)?;
        let path = self.documents.open.path(&asked.document.uri);
        let known = self.documents.get(&path);
        let documents = &self.documents;
        Ok(known.map_or(Value::Null, |own| answer(documents, &path, &own.kind, asked.position)))
    }

    fn initialize(&mut self, params: &Value) -> Value {
        let folder = params.pointer("/workspaceFolders/0/uri").or_else(|| params.get("rootUri"));
        let folder = folder.and_then(Value::as_str).map(uri::path);
        let named = || params.get("rootPath").and_then(Value::as_str).map(PathBuf::from);
        let offered = params.pointer("/capabilities/general/positionEncodings");
        let mut offered = offered.and_then(Value::as_array).into_iter().flatten();
        let bytes = offered.any(|own| own.as_str() == Some(Units::Utf8.word()));
        let units = if bytes { Units::Utf8 } else { Units::Utf16 };
        let parent = params.get("processId").and_then(Value::as_u64);
        self.parent = parent.and_then(|own| u32::try_from(own).ok());
        self.phase = Phase::Open;
        self.documents.begin(folder.or_else(named), units);
        json!({
            "serverInfo": { "name": "msacheck", "version": env!("CARGO_PKG_VERSION") },
            "capabilities": {
                "positionEncoding": units.word(),
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
                    self.documents.opened(document);
                }
            }
            "textDocument/didChange" => {
                if let Ok(changed) = read(params) {
                    self.documents.typed(changed);
                }
            }
            "textDocument/didClose" => {
                if let Ok(OfDocument { document }) = read(params) {
                    self.documents.closed(&document.uri, to)?;
                }
            }
            // Any of them may bear on any document that is open.
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => {
                self.documents.reload();
            }
            _ => {}
        }
        Ok(())
    }
}

fn read<T: DeserializeOwned>(params: Value) -> Result<T, (ErrorCode, String)> {
    serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))
}
