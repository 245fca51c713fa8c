//! `serve`: who is let in, that nothing forged changes a file, and that a whole assessment can be made by
//! requests alone. What it looks like in a browser is tried by `.ci/by-hand/formats`.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Stdio};
use std::time::Duration;

use crate::workplace::Workplace;

/// A server that runs, and the cookie of the browser that opened it.
struct Served {
    child: Child,
    _out: BufReader<ChildStdout>,
    port: u16,
    token: String,
    cookie: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Reply {
    status: u16,
    head: String,
    body: String,
}

impl Reply {
    fn to(&self) -> &str {
        self.head.lines().find_map(|line| line.strip_prefix("location: ")).unwrap_or_default()
    }

    /// The value of a hidden field.
    fn hidden(&self, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let rest =
            self.body.split(&start).nth(1).unwrap_or_else(|| panic!("{name}: {}", self.body));
        rest.split('"').next().unwrap().to_owned()
    }
}

impl Served {
    fn start(place: &Workplace) -> Self {
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
    fn open(place: &Workplace) -> Self {
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

    fn raw(&self, request: &[u8]) -> Option<Reply> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        // A server that has seen enough closes; what it answered is still there.
        let _ = stream.write_all(request);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some(Reply { status, head: head.to_owned(), body: body.to_owned() })
    }

    fn get(&self, path: &str) -> Reply {
        let host = format!("127.0.0.1:{}", self.port);
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\nConnection: close\r\n\r\n",
            self.cookie
        );
        self.raw(request.as_bytes()).unwrap()
    }

    fn send(&self, path: &str, kind: &str, body: &[u8]) -> Reply {
        let host = format!("127.0.0.1:{}", self.port);
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {}\r\n\
             Content-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            self.cookie,
            body.len()
        );
        self.raw(&[head.as_bytes(), body].concat()).unwrap()
    }

    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let csrf = self.get("/new").hidden("csrf");
        let body = encoded(fields.iter().copied().chain([("csrf", csrf.as_str())]));
        self.send(path, "application/x-www-form-urlencoded", body.as_bytes())
    }

    fn bring(&self, name: &str, bytes: &[u8]) -> Reply {
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

fn encoded<'a>(fields: impl Iterator<Item = (&'a str, &'a str)>) -> String {
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

const FOI: &str = include_str!("../../samples/west-midlands-2017.txt");

#[test]
fn a_force_is_started_answered_and_reported_by_requests_alone() {
    let place = Workplace::new();
    let served = Served::open(&place);
    assert!(served.get("/").body.contains("No force is here yet"));
    let wrong = served.post("/new", &[("force", ""), ("as_of", "soon")]);
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("There is a problem") && wrong.body.contains("href=\"#as_of\""));
    let started = served.post("/new", &[("force", "west-midlands"), ("as_of", "2017-06-30")]);
    assert_eq!((started.status, place.names()), (303, vec!["west-midlands.toml".to_owned()]));
    let tasks = started.to().to_owned();
    let ask = format!("{tasks}/ask/lead");
    let seen = served.get(&ask).hidden("seen");
    let answer = |seen: &str, state: &str, capacity: &str| {
        let fields =
            [("seen", seen), ("state", state), ("detail-capacity", capacity), ("then", "stay")];
        served.post(&ask, &fields)
    };
    // What is limited is lowered, and said.
    assert_eq!(answer(&seen, "in place", "part-time").status, 303);
    assert!(served.get(&ask).body.contains("in place in part only"));
    let body = place.read("west-midlands.toml");
    assert!(body.contains("[lead]\nstate = \"partial\"\ncapacity = \"part-time\"\n"), "{body}");
    // Another tab that still shows the old answer is told, and writes nothing over it.
    let late = answer(&seen, "absent", "");
    assert_eq!(late.status, 422);
    assert!(late.body.contains("answered elsewhere meanwhile"), "{}", late.body);
    assert_eq!(place.read("west-midlands.toml"), body);
    let gaps = served.get(&format!("{tasks}/gaps"));
    assert!(gaps.body.contains("West Midlands Police: modern slavery"));
    assert_eq!(served.get(&format!("{tasks}/report/docx")).status, 200);
    let csv = served.get(&format!("{tasks}/report/csv"));
    assert_eq!(
        csv.body,
        place.run("check --format csv west-midlands.toml").done().out,
        "the same report"
    );
    // A new date is a copy; the old one stays.
    let new = served.post(&format!("{tasks}/date"), &[("as_of", "2018-06-30")]);
    assert_eq!(new.status, 303, "{}", new.body);
    let copy = place.read("west-midlands-2018-06-30.toml");
    assert_eq!(copy.replace("as_of = 2018-06-30", "as_of = 2017-06-30"), body);
    assert!(served.get(&format!("{}/compare", new.to())).body.contains("What changed"));
    assert!(served.post("/stop", &[]).body.contains("msacheck has stopped"));
}

#[test]
fn what_a_person_decides_about_a_paper_counts_everywhere_and_can_be_taken_back() {
    let place = Workplace::new();
    let served = Served::open(&place);
    let started = served.post("/new", &[("force", "west-midlands"), ("as_of", "2017-06-30")]);
    assert_eq!(started.status, 303);
    let empty = place.read("west-midlands.toml");
    let paper = served.bring("foi.txt", FOI.as_bytes()).to().to_owned();
    assert_eq!(place.read("papers/foi.txt"), FOI);
    assert_eq!(served.bring("foi.txt", b"another").status, 422, "nothing is written over");
    assert_eq!(place.read("papers/foi.txt"), FOI);
    let page = served.get(&paper);
    let (of, digest) = (page.hidden("for"), page.hidden("paper"));
    let fields = |quote: &str, at: usize| {
        let own = page.body.split(quote).next().unwrap();
        let id = own.rsplit("<section class=\"suggestion\" id=\"s").next().unwrap();
        let _ = at;
        id.split('"').next().unwrap().to_owned()
    };
    let budget = "There is no specific budget for anti-trafficking activities.";
    let at = fields(&format!("“{budget}"), 0);
    let decide = |act: &str, at: &str, quote: &str, rest: &[(&str, &str)]| {
        let own =
            [("for", of.as_str()), ("paper", &digest), ("act", act), ("at", at), ("quote", quote)];
        served.post(&format!("{paper}/decide"), &[&own, rest].concat())
    };
    let team = "WMP currently has no dedicated investigative resource";
    let read = place.run("read --format json papers/foi.txt").done();
    assert!(read.out.contains(team), "{read}");
    // Without a reason nothing is rejected, and nothing is recorded.
    assert_eq!(decide("reject", &at, budget, &[]).status, 422);
    assert!(!place.names().contains(&"decisions.toml".to_owned()));
    let accepted = decide("accept", &at, budget, &[("state", "absent")]);
    assert_eq!(accepted.status, 303, "{}", accepted.body);
    let body = place.read("west-midlands.toml");
    assert!(body.contains("[budget]\nstate = \"absent\"\nevidence = [\n"), "{body}");
    assert!(
        place.read("decisions.toml").contains("suggested = \"absent: it answers what was asked\"")
    );
    // Another tab is told what was decided meanwhile.
    let twice = decide("reject", &at, budget, &[("reason", "no")]);
    assert_eq!(twice.status, 422);
    assert!(twice.body.contains("decided meanwhile, in another tab: accepted as absent"));
    let quote = "WMP currently has no dedicated investigative resource to deal with Slavery/Trafficking at this time.";
    let own = fields(&format!("“{quote}"), 0);
    assert_eq!(decide("reject", &own, quote, &[("reason", "another team is meant")]).status, 303);
    // The command line honours it: the paper doesn't declare it any more.
    let read = place.run("read --format json papers/foi.txt").done();
    assert!(!read.out.contains(team), "{read}");
    assert!(read.out.contains(budget), "{read}");
    let checked = place.run("check --as-of 2017-06-30 --format json papers/foi.txt");
    assert!(checked.out.contains("\"decisions\""), "the result says that it rests on them");
    // Each can be taken back.
    for (at, quote) in [("1", quote), ("0", budget)] {
        let own = [("for", of.as_str()), ("paper", &digest), ("at", at), ("quote", quote)];
        assert_eq!(served.post(&format!("{paper}/back"), &own).status, 303);
    }
    assert!(!place.read("decisions.toml").contains("[[decision]]"));
    let left = place.read("west-midlands.toml");
    // What the form had is there, line for line; the words are gone.
    let mut lines = left.lines();
    assert!(empty.lines().all(|line| lines.any(|own| own == line)), "{left}");
    assert!(!left.contains("evidence = [\n"), "{left}");
    assert!(left.contains("[budget]\nstate = \"not stated\"\n"), "{left}");
    // Words that nothing was suggested for can be marked.
    let words = [
        ("for", of.as_str()),
        ("paper", &digest),
        ("words", "no dedicated investigative resource"),
        ("arrangement", "training"),
        ("state", "planned"),
    ];
    assert_eq!(served.post(&format!("{paper}/mark"), &words).status, 303);
    let read = place.run("read --format json papers/foi.txt").done();
    assert!(read.out.contains("\"training\""), "{read}");
}

#[test]
fn whoever_is_not_let_in_changes_and_learns_nothing() {
    let place = Workplace::new().declared("northmarch.toml", "[lead]\nstate = \"planned\"\n");
    let place = place.file("papers/plan.txt", "Our secret plan is this.\n").file(".hidden", "x");
    let served = Served::open(&place);
    let before = (place.names(), place.read("northmarch.toml"));
    let port = served.port;
    let host = format!("127.0.0.1:{port}");
    let csrf = served.get("/new").hidden("csrf");
    let good = format!("csrf={csrf}&force=kent&as_of=2017-01-01");
    let mut sent: Vec<(String, Vec<u16>)> = Vec::new();
    // Reading: wrong hosts, no cookie, forged cookies, a token that was used, paths that lead out.
    for name in [
        "evil.example",
        "127.0.0.1",
        "127.0.0.1:1",
        "[::1]",
        "localhost.evil.example",
        "",
        "169.254.1.1",
    ] {
        let name = if name.contains("evil") { format!("{name}:{port}") } else { name.to_owned() };
        let cookie = &served.cookie;
        sent.push((format!("GET / HTTP/1.1\r\nHost: {name}\r\nCookie: {cookie}\r\n"), vec![421]));
    }
    for cookie in ["", "msacheck=", "msacheck=0", "other=1", "msacheck=%00", "MSACHECK=x"] {
        for path in ["/", "/new", "/compare", "/settings", "/page.css", "/force/x", "/paper/x"] {
            sent.push((
                format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n"),
                vec![403],
            ));
        }
    }
    for token in [served.token.as_str(), "", "0", "%00"] {
        sent.push((format!("GET /open?token={token} HTTP/1.1\r\nHost: {host}\r\n"), vec![403]));
    }
    for path in [
        "/../northmarch.toml",
        "/%2e%2e/northmarch.toml",
        "/..%2fnorthmarch.toml",
        "/northmarch.toml",
        "/papers/plan.txt",
        "/paper/..%5c..%5cplan.txt",
        "/force/../../etc/passwd",
        "//etc/passwd",
        "/.hidden",
        "/force/.hidden",
        "/paper/papers/plan.txt",
        "/force/northmarch.toml",
        "/paper/0000000000000000",
        "/force/0/report/../csv",
        "/%00",
        "/force/%0d%0aX",
        "/page.css/",
        "/force//ask/lead",
        "/?../..",
        "/new/..",
        "/~",
        "/C:/x",
        "/paper/x/decide",
        "/proc/self/environ",
    ] {
        let cookie = &served.cookie;
        let expected = if path.starts_with("/?") { vec![200] } else { vec![400, 404] };
        sent.push((
            format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n"),
            expected,
        ));
    }
    // Writing: wrong origins, no origin, no cookie, forged forms, methods that there aren't.
    let post = |path: &str, origin: &str, cookie: &str, body: &str| {
        let origin =
            if origin.is_empty() { String::new() } else { format!("Origin: {origin}\r\n") };
        format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\n{origin}Cookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
    };
    let own = format!("http://{host}");
    let mut posts: Vec<(String, Vec<u16>)> = Vec::new();
    let targets =
        ["/new", "/stop", "/papers", "/force/x/ask/lead", "/paper/x/decide", "/force/x/date"];
    for path in targets {
        for origin in [
            "",
            "null",
            "https://evil.example",
            "http://127.0.0.1",
            "http://127.0.0.1:1",
            "file://",
        ] {
            posts.push((post(path, origin, &served.cookie, &good), vec![403]));
        }
        posts.push((post(path, &own, "", &good), vec![403]));
        for body in ["", "csrf=", "csrf=0", "csrf=%00&force=kent", "force=kent&as_of=2017-01-01"] {
            posts.push((post(path, &own, &served.cookie, body), vec![403]));
        }
    }
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
        let cookie = &served.cookie;
        sent.push((
            format!("{method} / HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n"),
            vec![405],
        ));
    }
    let heads = sent
        .into_iter()
        .map(|(head, expected)| (format!("{head}Connection: close\r\n\r\n"), expected));
    let mut count = 0;
    for (request, expected) in heads.chain(posts) {
        let reply =
            served.raw(request.as_bytes()).unwrap_or_else(|| panic!("no answer to {request}"));
        assert!(expected.contains(&reply.status), "{} for {request}", reply.status);
        assert!(
            !reply.body.contains("secret plan") && !reply.body.contains("as_of ="),
            "{request}"
        );
        for guard in [
            "content-security-policy: ",
            "x-content-type-options: nosniff",
            "x-frame-options: DENY",
        ] {
            assert!(reply.head.contains(guard), "{guard} {request}");
        }
        count += 1;
    }
    // What is no HTTP, and too much of it.
    for garbage in [
        b"\0\x01\x02\x03\r\n\r\n".to_vec(),
        b"GET / HTTP/9.9\r\n\r\n".to_vec(),
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n".to_vec(),
        [b"GET /".to_vec(), vec![b'a'; 200_000], b" HTTP/1.1\r\n\r\n".to_vec()].concat(),
        [b"GET / HTTP/1.1\r\nX: ".to_vec(), vec![b'a'; 200_000], b"\r\n\r\n".to_vec()].concat(),
        b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: y\r\nConnection: close\r\n\r\n".to_vec(),
        format!("POST /new HTTP/1.1\r\nHost: {host}\r\nOrigin: {own}\r\nCookie: {}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1073741824\r\nConnection: close\r\n\r\n", served.cookie).into_bytes(),
        format!("POST /new HTTP/1.1\r\nHost: {host}\r\nOrigin: {own}\r\nCookie: {}\r\nContent-Length: 2000000\r\nConnection: close\r\n\r\n{}", served.cookie, "a".repeat(2_000_000)).into_bytes(),
    ] {
        if let Some(reply) = served.raw(&garbage) {
            assert!((400..=431).contains(&reply.status), "{}", reply.status);
        }
        count += 1;
    }
    // Names that lead elsewhere, hide something, or aren't papers.
    for name in [
        "../x.toml",
        "..\\\\x.toml",
        "x.toml",
        "msacheck.toml",
        "a.exe",
        ".txt",
        "..",
        "x.html.sh",
        "/etc/x",
    ] {
        let reply = served.bring(name, b"[force]\n");
        assert!([422, 400].contains(&reply.status), "{name}: {}", reply.status);
        count += 1;
    }
    for name in
        ["../../up.txt", "C:\\\\up2.txt", "a\u{202e}txt.txt", &format!("{}.txt", "n".repeat(300))]
    {
        assert_eq!(served.bring(name, b"Northmarch Police has a plan.").status, 303, "{name}");
        count += 1;
    }
    assert_eq!(served.bring("bomb.docx", b"PK\x03\x04 no archive").status, 303);
    assert_eq!(served.get("/").status, 200, "it is still up");
    assert!(count > 150, "{count}");
    assert_eq!((place.names(), place.read("northmarch.toml")), before);
    let mut papers: Vec<String> = std::fs::read_dir(place.path("papers"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    papers.sort();
    let long = format!("{}.txt", "n".repeat(120));
    assert_eq!(papers, ["a txt.txt", "bomb.docx", &long, "plan.txt", "up.txt", "up2.txt"]);
}

#[test]
fn killed_in_the_middle_of_saves_it_loses_nothing_that_was_acknowledged() {
    let place =
        Workplace::new().declared("northmarch.toml", "# ours\n[lead]\nstate = \"planned\"\n");
    let mut last = String::new();
    for round in 0..12 {
        let mut served = Served::open(&place);
        let tasks = served.get("/");
        let key = tasks.body.split("href=\"/force/").nth(1).unwrap().split('"').next().unwrap();
        let ask = format!("/force/{key}/ask/lead");
        for save in 0..3 {
            let seen = served.get(&ask).hidden("seen");
            let note = format!("round {round}, save {save}");
            let fields =
                [("seen", seen.as_str()), ("state", "planned"), ("note", &note), ("then", "stay")];
            assert_eq!(served.post(&ask, &fields).status, 303);
            last = note;
        }
        // One more is on its way when it is killed.
        let seen = served.get(&ask).hidden("seen");
        let csrf = served.get("/new").hidden("csrf");
        let body = encoded(
            [("csrf", csrf.as_str()), ("seen", &seen), ("state", "planned"), ("note", "unheard")]
                .into_iter(),
        );
        let host = format!("127.0.0.1:{}", served.port);
        let mut stream = TcpStream::connect(&host).unwrap();
        write!(
            stream,
            "POST {ask} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            served.cookie,
            body.len()
        )
        .unwrap();
        std::thread::sleep(Duration::from_millis(round * 3));
        served.child.kill().unwrap();
        served.child.wait().unwrap();
        let text = place.read("northmarch.toml");
        assert!(text.contains(&last) || text.contains("unheard"), "{text}");
        place.run("check northmarch.toml").done();
    }
    assert!(place.read("northmarch.toml").contains("# ours\n[lead]\n"), "{last}");
}

#[test]
fn a_folder_that_is_not_there_cannot_be_worked_on() {
    Workplace::new().run("serve nowhere").wrong().golden("serve/no-folder");
}
