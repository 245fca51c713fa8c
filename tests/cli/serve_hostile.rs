//! `serve` and who means it no good: nobody who isn't let in learns or changes anything, nothing that comes in leads out
//! of the folder. What is made to take its time or memory stands in `tests/break/requests.rs`.

use crate::served::Served;
use crate::workplace::Workplace;

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
