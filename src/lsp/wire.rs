//! Messages off a stream and onto one.
//!
//! The crate that gives messages their form ends at the first that it can't read, and makes room for as many
//! bytes as a header claims. An editor's slip mustn't take the server along: a message that isn't one is told of,
//! and the next is read.

use std::io::{self, BufRead, Read as _, Write};

use lsp_server::{ErrorCode, Message};
use serde_json::json;

/// What comes in.
#[derive(Debug)]
pub(super) enum Incoming {
    Message(Message),
    /// What isn't a message, and why.
    Malformed(String),
}

/// The longest message, in bytes.
const LONGEST: u64 = 128 << 20;

/// The longest line of a header.
const LONGEST_HEADER: u64 = 4 << 10;

/// The next message; nothing at the end of the stream.
pub(super) fn read(from: &mut dyn BufRead) -> io::Result<Option<Incoming>> {
    let (mut length, mut wrong) = (None, None);
    loop {
        let mut line = Vec::new();
        if from.take(LONGEST_HEADER).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_end_matches(['\r', '\n']);
        if line.is_empty() {
            break;
        }
        match line.split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                match value.trim().parse::<u64>() {
                    Ok(bytes) => length = Some(bytes),
                    Err(_) => wrong = Some(format!("`{}` is no length", value.trim())),
                }
            }
            Some(_) => {}
            None => wrong = Some("a header has no colon".to_owned()),
        }
    }
    let Some(length) = length else {
        let why = wrong.unwrap_or_else(|| "a message has no Content-Length".to_owned());
        return Ok(Some(Incoming::Malformed(why)));
    };
    let mut body = Vec::new();
    if length > LONGEST {
        io::copy(&mut from.take(length), &mut io::sink())?;
        return Ok(Some(Incoming::Malformed(format!("a message of {length} bytes is too long"))));
    }
    from.take(length).read_to_end(&mut body)?;
    if body.len() as u64 != length {
        return Ok(None);
    }
    Ok(Some(match serde_json::from_slice(&body) {
        Ok(message) => Incoming::Message(message),
        Err(error) => Incoming::Malformed(error.to_string()),
    }))
}

/// Says of something that came in that it isn't a message.
pub(super) fn refuse(to: &mut dyn Write, why: &str) -> io::Result<()> {
    let code = ErrorCode::ParseError as i32;
    let refusal =
        json!({ "jsonrpc": "2.0", "id": null, "error": { "code": code, "message": why } });
    let body = refusal.to_string();
    write!(to, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    to.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<Result<String, String>> {
        let mut from = bytes;
        let mut found = Vec::new();
        while let Some(incoming) = read(&mut from).unwrap() {
            found.push(match incoming {
                Incoming::Message(Message::Notification(told)) => Ok(told.method),
                Incoming::Message(other) => Ok(format!("{other:?}")),
                Incoming::Malformed(why) => Err(why),
            });
        }
        found
    }

    #[test]
    fn what_isnt_a_message_doesnt_end_the_stream() {
        let good = "Content-Length: 14\r\n\r\n{\"method\":\"a\"}";
        let sound = || Ok("a".to_owned());
        for bad in [
            "Content-Length: 3\r\n\r\n{\"a",
            "content-length: 2\r\nContent-Type: x\r\n\r\n[]",
            "Content-Length: -1\r\n\r\n",
            "Content-Length: 99999999999999999999\r\n\r\n",
            "nonsense\r\n\r\n",
            "\r\n",
            "Content-Length: 1\r\n\r\n\u{1}",
        ] {
            let found = all(format!("{bad}{good}{good}").as_bytes());
            assert_eq!(found.len(), 3, "{bad:?} {found:?}");
            assert!(found[0].is_err(), "{bad:?}");
            assert_eq!(found[1..], [sound(), sound()], "{bad:?}");
        }
    }

    #[test]
    fn what_is_cut_short_is_the_end() {
        assert!(all(b"Content-Length: 99\r\n\r\n{}").is_empty());
        assert!(all(b"").is_empty());
        assert!(all(format!("Content-Length: {}\r\n\r\n{{}}", u64::MAX).as_bytes())[0].is_err());
    }
}
