//! The talk itself: what isn't a message, what is cancelled, and how it ends.

use serde_json::{Value, json};

use crate::editor::Editor;

#[test]
fn what_isnt_a_message_is_refused_and_the_next_is_read() {
    let mut editor = Editor::on(&[]);
    for bad in [
        "Content-Length: 5\r\n\r\n{\"a\":",
        "Content-Length: x\r\n\r\n",
        "Content-Length: 2\r\n\r\n[]",
        "nonsense\r\n\r\n",
    ] {
        editor.raw(bad.as_bytes());
        let refused =
            editor.wait(|message| message["id"].is_null() && message.get("error").is_some());
        assert_eq!(refused["error"]["code"], -32700, "{bad:?}");
    }
    let id = editor.ask_later("textDocument/hover", json!({ "position": 3 }));
    assert_eq!(editor.answer(id)["error"]["code"], -32602, "parameters of another form");
    let id = editor.ask_later("textDocument/rename", json!({}));
    assert_eq!(editor.answer(id)["error"]["code"], -32601, "a request that isn't known");
    editor.tell("textDocument/didChange", json!({ "textDocument": 1 }));
    editor.tell("$/setTrace", json!({ "value": "off" }));
    let unopened = json!({
        "textDocument": { "uri": editor.uri("none.md") },
        "position": { "line": 4_000_000_000_u32, "character": 0 },
    });
    assert_eq!(editor.ask("textDocument/hover", unopened), Value::Null);
    assert!(editor.end().success());
}

#[test]
fn nothing_is_answered_before_hello_and_after_goodbye() {
    let mut editor = Editor::silent(&[], &[]);
    let id = editor.ask_later("textDocument/hover", json!({}));
    assert_eq!(editor.answer(id)["error"]["code"], -32002);
    editor.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} }));
    let id = editor.ask_later("initialize", json!({}));
    assert_eq!(editor.answer(id)["error"]["code"], -32600);
    editor.ask("shutdown", Value::Null);
    let id = editor.ask_later("textDocument/hover", json!({}));
    assert_eq!(editor.answer(id)["error"]["code"], -32600);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.ended().code(), Some(0));
}

#[test]
fn what_is_cancelled_while_it_waits_isnt_worked_out() {
    let mut editor = Editor::on(&[]);
    let text = "Ask HMIC about section 52.\n".repeat(2_000);
    let uri = editor.uri("long.md");
    let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
    let range =
        json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } });
    let asked =
        json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] } });
    let at = json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": 20 } });
    let (first, second) = (101, 102);
    // All at once: the server is at work on the first while the others come in.
    editor.send_all(&[
        json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document } }),
        json!({ "jsonrpc": "2.0", "id": first, "method": "textDocument/codeAction", "params": asked }),
        json!({ "jsonrpc": "2.0", "id": second, "method": "textDocument/hover", "params": at.clone() }),
        json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": second } }),
        json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": "never asked" } }),
    ]);
    assert!(editor.answer(first)["result"].is_array());
    let answer = editor.answer(second);
    assert_eq!(answer["error"]["code"], -32800, "{answer}");
    assert!(editor.ask("textDocument/hover", at)["contents"].is_object(), "and it goes on");
}

#[test]
fn it_ends_with_its_editor() {
    let mut editor = Editor::on(&[]);
    editor.open("a.md", "markdown", "Ask HMIC.\n");
    editor.hang_up();
    assert_eq!(editor.ended().code(), Some(1), "it went without a word");
    let mut editor = Editor::on(&[]);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.ended().code(), Some(1), "nobody asked for the end");
    // In the middle of a message.
    let mut editor = Editor::on(&[]);
    editor.raw(b"Content-Length: 100\r\n\r\n{\"jsonrpc\"");
    editor.hang_up();
    assert_eq!(editor.ended().code(), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn it_ends_when_its_editor_is_gone_and_something_else_holds_its_streams_open() {
    let mut editor = Editor::silent(&[], &[]);
    let mut short = std::process::Command::new("true").spawn().unwrap();
    let gone = short.id();
    short.wait().unwrap();
    let hello = json!({ "processId": gone, "rootUri": null, "capabilities": {} });
    editor.ask("initialize", hello);
    assert_eq!(editor.ended().code(), Some(1));
}

#[test]
fn characters_count_as_both_sides_agree() {
    let mut editor = Editor::silent(&[], &[]);
    let root = editor.uri("");
    let capabilities = json!({ "general": { "positionEncodings": ["utf-32", "utf-8", "utf-16"] } });
    let hello = json!({ "processId": null, "rootUri": root, "capabilities": capabilities });
    let answer = editor.ask("initialize", hello);
    assert_eq!(answer["capabilities"]["positionEncoding"], "utf-8");
    let found = editor.open("a.md", "markdown", "Date: 3 May 2026\n\n𝄞 Ask HMIC.\n");
    assert_eq!(found[0]["range"]["start"], json!({ "line": 2, "character": 9 }));
}
