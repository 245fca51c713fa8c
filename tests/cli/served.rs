//! A server of the program that runs in a workplace, and requests to it as a browser sends them.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Stdio};
use std::time::Duration;

use crate::workplace::Workplace;

/// A server that runs, and the cookie of the browser that opened it.
pub(crate) struct Served {
    pub(crate) child: Child,
    _out: BufReader<ChildStdout>,
    pub(crate) port: u16,
    pub(crate) token: String,
    pub(crate) cookie: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Reply {
    pub(crate) fn to(&self) -> &str {
        self.head.lines().find_map(|line| line.strip_prefix("location: ")).unwrap_or_default()
    }

    /// The value of a hidden field.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let rest =
            self.body.split(&start).nth(1).unwrap_or_else(|| panic!("{name}: {}", self.body));
        rest.split('"').next().unwrap().to_owned()
    }
}

impl Served {
    pub(crate) fn start(place: &Workplace) -> Self {
        let mut command = place.with(&["serve", "--today", "2026-11-24"]).command();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("Open http://127.0.0.1:").unwrap();
        let (port, token) = address.split_once("/open?token=").unwrap();
        let (port, token) = (port.parse().unwrap(), token.to_owned());
        Self { child, _out: out, port, token, cookie: String::new() }
    }

    /// The same, opened as a browser does it.
    pub(crate) fn open(place: &Workplace) -> Self {
        let mut served = Self::start(place);
        let opened = served.get(&format!("/open?token={}", served.token));
        assert_eq!(opened.status, 200, "{}", opened.body);
        let cookie = opened.head.lines().find(|line| line.starts_with("set-cookie: ")).unwrap();
        for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        served.cookie =
            cookie.strip_prefix("set-cookie: ").unwrap().split(';').next().unwrap().to_owned();
        served
    }

    pub(crate) fn raw(&self, request: &[u8]) -> Option<Reply> {
        self.raw_for(request, Duration::from_secs(60))
    }

    /// What is answered within a time.
    pub(crate) fn raw_for(&self, request: &[u8], time: Duration) -> Option<Reply> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(time)).unwrap();
        // A server that has seen enough closes; what it answered is still there.
        let _ = stream.write_all(request);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some(Reply { status, head: head.to_owned(), body: body.to_owned() })
    }

    pub(crate) fn get(&self, path: &str) -> Reply {
        let host = format!("127.0.0.1:{}", self.port);
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\nConnection: close\r\n\r\n",
            self.cookie
        );
        self.raw(request.as_bytes()).unwrap()
    }

    pub(crate) fn send(&self, path: &str, kind: &str, body: &[u8]) -> Reply {
        let host = format!("127.0.0.1:{}", self.port);
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {}\r\n\
             Content-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            self.cookie,
            body.len()
        );
        self.raw(&[head.as_bytes(), body].concat()).unwrap()
    }

    pub(crate) fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let csrf = self.get("/new").hidden("csrf");
        let body = encoded(fields.iter().copied().chain([("csrf", csrf.as_str())]));
        self.send(path, "application/x-www-form-urlencoded", body.as_bytes())
    }

    /// The address of the first force of the folder.
    pub(crate) fn force(&self) -> String {
        let home = self.get("/").body;
        let own = home.split("href=\"/force/").nth(1).unwrap().split('"').next().unwrap();
        format!("/force/{own}")
    }

    pub(crate) fn bring(&self, name: &str, bytes: &[u8]) -> Reply {
        let csrf = self.get("/new").hidden("csrf");
        let mut body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n--edge\r\n\
             Content-Disposition: form-data; name=\"papers\"; filename=\"{name}\"\r\n\
             Content-Type: text/plain\r\n\r\n"
        )
        .into_bytes();
        body.extend(bytes);
        body.extend(b"\r\n--edge--\r\n");
        self.send("/papers", "multipart/form-data; boundary=edge", &body)
    }
}

pub(crate) fn encoded<'a>(fields: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut out = String::new();
    for (name, value) in fields {
        let escape = |text: &str| {
            let mut escaped = String::new();
            for byte in text.bytes() {
                match byte {
                    b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => {
                        escaped.push(char::from(byte));
                    }
                    other => write!(escaped, "%{other:02X}").unwrap(),
                }
            }
            escaped
        };
        write!(out, "{}{}={}", if out.is_empty() { "" } else { "&" }, escape(name), escape(value))
            .unwrap();
    }
    out
}
