//! An editor: it starts the server in a folder, and talks to it over its streams as the protocol has it.

use std::fs;
use std::io::{BufRead, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

/// How long an editor waits, at most.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Editor {
    pub(crate) child: Child,
    to: Option<ChildStdin>,
    from: Receiver<Value>,
    /// What the server told and nobody has asked for yet.
    told: Vec<Value>,
    folder: TempDir,
    last: i64,
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Editor {
    /// An editor on a folder with these files, that has said hello.
    pub(crate) fn on(files: &[(&str, &str)]) -> Self {
        Self::with(files, &[])
    }

    pub(crate) fn with(files: &[(&str, &str)], args: &[&str]) -> Self {
        let mut editor = Self::silent(files, args);
        let root = editor.uri("");
        let answer = editor.ask(
            "initialize",
            json!({
                "processId": std::process::id(),
                "rootUri": root.trim_end_matches('/'),
                "capabilities": { "general": { "positionEncodings": ["utf-16"] } },
            }),
        );
        assert_eq!(answer["serverInfo"]["name"], "msacheck");
        editor.tell("initialized", json!({}));
        editor
    }

    /// One that hasn't said anything.
    pub(crate) fn silent(files: &[(&str, &str)], args: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        for (name, body) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, body).unwrap();
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_msacheck"))
            .args(["lsp", "--today", "2026-11-24"])
            .args(args)
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let to = child.stdin.take();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let (send, from) = channel();
        thread::spawn(move || {
            while let Some(message) = message(&mut out) {
                if send.send(message).is_err() {
                    break;
                }
            }
        });
        Self { child, to, from, told: Vec::new(), folder, last: 0 }
    }

    pub(crate) fn uri(&self, name: &str) -> String {
        format!("file://{}/{name}", self.folder.path().display())
    }

    /// Bytes as they are.
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        let to = self.to.as_mut().unwrap();
        to.write_all(bytes).unwrap();
        to.flush().unwrap();
    }

    pub(crate) fn send(&mut self, message: &Value) {
        self.send_all(std::slice::from_ref(message));
    }

    /// Sends messages in one piece.
    pub(crate) fn send_all(&mut self, messages: &[Value]) {
        let framed = messages.iter().map(|message| {
            let body = message.to_string();
            format!("Content-Length: {}\r\n\r\n{body}", body.len())
        });
        self.raw(framed.collect::<String>().as_bytes());
    }

    pub(crate) fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks, and doesn't wait; the number of what was asked.
    pub(crate) fn ask_later(&mut self, method: &str, params: Value) -> i64 {
        self.last += 1;
        let id = self.last;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }

    /// Asks, and waits for what comes of it.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask_later(method, params);
        let answer = self.answer(id);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The whole answer to something that was asked.
    pub(crate) fn answer(&mut self, id: i64) -> Value {
        self.wait(|message| message["id"] == id)
    }

    /// The next message that is wanted; the others are kept.
    pub(crate) fn wait(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.told.iter().position(&wanted) {
            return self.told.remove(at);
        }
        loop {
            match self.from.recv_timeout(PATIENCE) {
                Ok(message) if wanted(&message) => return message,
                Ok(message) => self.told.push(message),
                Err(RecvTimeoutError::Timeout) => panic!("no answer; told: {:?}", self.told),
                Err(RecvTimeoutError::Disconnected) => panic!("the server is gone"),
            }
        }
    }

    pub(crate) fn open(&mut self, name: &str, language: &str, text: &str) -> Vec<Value> {
        let uri = self.uri(name);
        let document = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
        self.diagnostics(name, 1)
    }

    /// Changes a range, or the whole text.
    pub(crate) fn change(&mut self, name: &str, version: i64, changes: Value) {
        let document = json!({ "uri": self.uri(name), "version": version });
        let params = json!({ "textDocument": document, "contentChanges": changes });
        self.tell("textDocument/didChange", params);
    }

    /// What is said to be wrong with a state of a document, once that is said.
    pub(crate) fn diagnostics(&mut self, name: &str, version: i64) -> Vec<Value> {
        let uri = self.uri(name);
        let told = self.wait(|message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri.as_str()
                && message["params"]["version"] == version
        });
        told["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// Asks about the place of some words in a text, at a character of them.
    pub(crate) fn ask_at(&mut self, method: &str, name: &str, text: &str, words: &str) -> Value {
        let position = place(text, text.find(words).unwrap() + 1);
        let params = json!({ "textDocument": { "uri": self.uri(name) }, "position": position });
        self.ask(method, params)
    }

    /// What could stand where a text goes on behind some words.
    pub(crate) fn offers(&mut self, name: &str, text: &str, behind: &str) -> Vec<String> {
        let position = place(text, text.find(behind).unwrap() + behind.len());
        let params = json!({ "textDocument": { "uri": self.uri(name) }, "position": position });
        let found = self.ask("textDocument/completion", params);
        let items = found["items"].as_array().unwrap();
        items.iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
    }

    /// Ends as an editor does; how the server ended.
    pub(crate) fn end(&mut self) -> ExitStatus {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        self.ended()
    }

    /// Goes away without a word.
    pub(crate) fn hang_up(&mut self) {
        self.to = None;
    }

    /// How the server ended, if it does within reason.
    pub(crate) fn ended(&mut self) -> ExitStatus {
        for _ in 0..2_000 {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("the server goes on");
    }
}

/// The place of a byte of a text, in UTF-16.
pub(crate) fn place(text: &str, at: usize) -> Value {
    let before = &text[..at];
    let line = before.matches('\n').count();
    let own = before.rsplit('\n').next().unwrap();
    json!({ "line": line, "character": own.encode_utf16().count() })
}

/// The words of a text that a range covers.
pub(crate) fn words(text: &str, range: &Value) -> String {
    let offset = |place: &Value| {
        let line = place["line"].as_u64().unwrap() as usize;
        let start = text.split_inclusive('\n').take(line).map(str::len).sum::<usize>();
        let mut left = place["character"].as_u64().unwrap() as usize;
        let mut at = start;
        for c in text[start..].chars() {
            if left == 0 {
                break;
            }
            left -= c.len_utf16();
            at += c.len_utf8();
        }
        at
    };
    text[offset(&range["start"])..offset(&range["end"])].to_owned()
}

fn message(from: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if from.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", bytes)) => length = bytes.parse().unwrap(),
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).unwrap())
}
