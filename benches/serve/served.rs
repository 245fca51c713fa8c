//! A server of the program, and requests to it as a browser sends them.

use std::ffi::OsString;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

pub(crate) struct Served {
    child: Child,
    host: String,
    cookie: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Served {
    pub(crate) fn start(program: &OsString, folder: &Path) -> io::Result<Self> {
        let mut command = Command::new(program);
        command.args(["serve", "--no-open", "--today", "2026-11-28"]).current_dir(folder);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut line = String::new();
        let out = child.stdout.take().ok_or_else(|| io::Error::other("no output"))?;
        BufReader::new(out).read_line(&mut line)?;
        let address = line.trim().strip_prefix("Open http://").unwrap_or_default();
        let (host, path) = address.split_once('/').unwrap_or_default();
        let mut served = Self { child, host: host.to_owned(), cookie: String::new() };
        let (head, _) = served.ask("GET", &format!("/{path}"), "", &[])?;
        let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: "));
        served.cookie = cookie.and_then(|own| own.split(';').next()).unwrap_or_default().to_owned();
        Ok(served)
    }

    pub(crate) fn get(&self, path: &str) -> io::Result<String> {
        let (head, body) = self.ask("GET", path, "", &[])?;
        if head.starts_with("HTTP/1.1 200") {
            return Ok(body);
        }
        Err(io::Error::other(format!("{path}: {head}")))
    }

    /// Brings a paper in: its address.
    pub(crate) fn bring(&self, csrf: &str, name: &str, text: &str) -> io::Result<String> {
        let body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n--edge\r\n\
             Content-Disposition: form-data; name=\"papers\"; filename=\"{name}\"\r\n\r\n{text}\r\n--edge--\r\n"
        );
        let kind = "Content-Type: multipart/form-data; boundary=edge\r\n";
        let (head, _) = self.ask("POST", "/papers", kind, body.as_bytes())?;
        let to = head.lines().find_map(|line| line.strip_prefix("location: "));
        to.map(str::to_owned).ok_or_else(|| io::Error::other(head.clone()))
    }

    /// The most memory that it has taken so far, in bytes; 1 where nobody tells.
    pub(crate) fn memory(&self) -> io::Result<u64> {
        let Ok(status) = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))
        else {
            return Ok(1);
        };
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
        let kilobytes = line.trim().trim_end_matches("kB").trim().parse::<u64>();
        kilobytes.map(|kilobytes| kilobytes << 10).map_err(io::Error::other)
    }

    fn ask(
        &self,
        method: &str,
        path: &str,
        rest: &str,
        body: &[u8],
    ) -> io::Result<(String, String)> {
        let Self { host, cookie, .. } = self;
        let mut stream = TcpStream::connect(host)?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\n{rest}\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        )?;
        stream.write_all(body)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let text = String::from_utf8_lossy(&answer);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_default();
        Ok((head.to_owned(), body.to_owned()))
    }
}
