//! Listening: on this machine alone, with limits on how much comes and how long it takes.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_LENGTH, CONTENT_TYPE, COOKIE, HOST, ORIGIN};
use hyper::service::service_fn;
use hyper::{Method, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::sync::{Notify, Semaphore};
use tokio::time::timeout;

use super::answer::Answer;
use super::folder::PAPERS;
use super::form::Fields;
use super::guard::{Guard, Refused};
use super::request::Request;
use super::upload::{self, REQUEST, Unfit};
use super::watched::{PassedOn, Watched};
use super::{route, work::Work};

/// How many browsers' connections are held at a time.
const CONNECTIONS: usize = 64;
/// How many pages are made at a time: one while another waits for a paper.
const THREADS: usize = 2;
/// How long the head of a request may take, and how long all of it.
const HEAD: Duration = Duration::from_secs(10);
const WHOLE: Duration = Duration::from_secs(120);
/// How large a form without files may be.
const FORM: usize = 1 << 20;

/// A server that listens, and answers nobody yet.
pub(crate) struct Listening {
    listener: TcpListener,
    served: Arc<Served>,
}

struct Served {
    work: Work,
    guard: Guard,
    ends: Notify,
}

/// Takes a place on this machine. Without a port any that is free.
pub(crate) fn listen(work: Work, port: u16) -> io::Result<Listening> {
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    let guard = Guard::new(port).ok_or_else(|| io::Error::other("no random numbers"))?;
    Ok(Listening { listener, served: Arc::new(Served { work, guard, ends: Notify::new() }) })
}

impl Listening {
    /// The address to open in a browser. It is good once.
    pub(crate) fn address(&self) -> String {
        self.served.guard.address().unwrap_or_default()
    }

    /// Answers until somebody ends it from a page.
    pub(crate) fn run(self) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .max_blocking_threads(THREADS)
            .enable_all()
            .build()?;
        runtime.block_on(async move {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            tokio::spawn(accept(listener, Arc::clone(&self.served)));
            self.served.ends.notified().await;
            // The last page is still on its way, and its style.
            tokio::time::sleep(Duration::from_millis(1000)).await;
            Ok(())
        })
    }
}

async fn accept(listener: tokio::net::TcpListener, served: Arc<Served>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    while let Ok(place) = Arc::clone(&places).acquire_owned().await {
        // A connection that broke off before it was taken is no reason to end; where there are no more to be
        // had, some end in a while.
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        let served = Arc::clone(&served);
        tokio::spawn(async move {
            let answer = service_fn(move |request| answer(Arc::clone(&served), request));
            let _ = hyper::server::conn::http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD)
                .max_buf_size(64 << 10)
                .serve_connection(TokioIo::new(stream), answer)
                .await;
            drop(place);
        });
    }
}

type Response = hyper::Response<Full<Bytes>>;

async fn answer(
    served: Arc<Served>,
    request: hyper::Request<Incoming>,
) -> Result<Response, Infallible> {
    let answer = match timeout(WHOLE, handle(&served, request)).await {
        Ok(answer) => answer,
        Err(_) => Answer::short(StatusCode::REQUEST_TIMEOUT, "That took too long."),
    };
    let mut response = hyper::Response::builder().status(answer.status);
    for (name, value) in answer.headers {
        response = response.header(name, value);
    }
    let response = response.body(Full::new(Bytes::from(answer.body)));
    Ok(response.unwrap_or_else(|_| hyper::Response::new(Full::new(Bytes::new()))))
}

async fn handle(served: &Arc<Served>, request: hyper::Request<Incoming>) -> Answer {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    let writes = match *request.method() {
        Method::GET | Method::HEAD => false,
        Method::POST => true,
        _ => return Answer::short(StatusCode::METHOD_NOT_ALLOWED, "Only GET and POST."),
    };
    // One header each: of two, who knows which another program looks at.
    let twice =
        [HOST, ORIGIN].iter().any(|name| request.headers().get_all(name).iter().count() > 1);
    let placed = served.guard.place(header(HOST), header(ORIGIN), writes);
    if let Some(refused) = placed.err().or(twice.then_some(Refused::Host)) {
        return refuse(refused);
    }
    let Some(path) = segments(request.uri().path()) else {
        return Answer::short(StatusCode::BAD_REQUEST, "That is no address of this server.");
    };
    let query = Fields::read(request.uri().query().unwrap_or_default().as_bytes());
    if path == ["open"] && !writes {
        return open(served, &query);
    }
    if let Err(refused) = served.guard.known(header(COOKIE)) {
        return refuse(refused);
    }
    let address = request.uri().path_and_query().filter(|_| !writes);
    let address = address.map_or_else(|| "/".to_owned(), ToString::to_string);
    let mut read = Request { writes, address, path, query, ..Request::default() };
    if writes {
        let kind = header(CONTENT_TYPE).unwrap_or_default().to_owned();
        let length = header(CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
        let came = match multer::parse_boundary(&kind) {
            Ok(boundary) => files(request, length, boundary).await,
            Err(_) => form(request).await,
        };
        (read.form, read.uploads) = match came {
            Ok(came) => came,
            Err(unfit) => return unfit_answer(unfit),
        };
        if let Err(refused) = served.guard.form(read.form.get("csrf")) {
            return refuse(refused);
        }
    }
    let working = Arc::clone(served);
    let answered = tokio::task::spawn_blocking(move || {
        route::answer(&working.work, working.guard.csrf(), read)
    });
    let answered = answered.await.unwrap_or_else(|_| route::Answered {
        answer: Answer::short(
            StatusCode::INTERNAL_SERVER_ERROR,
            "Something went wrong in the program. Nothing was changed by it.",
        ),
        ends: false,
    });
    if answered.ends {
        served.ends.notify_one();
    }
    answered.answer
}

/// Lets the browser in that brings the token. The page leads on by itself: a cookie that is for this site
/// alone isn't sent where another one leads here.
fn open(served: &Served, query: &Fields) -> Answer {
    match served.guard.admit(query.get("token").unwrap_or_default()) {
        Some(cookie) => {
            let mut answer = Answer::page(StatusCode::OK, super::pages::opening());
            answer.headers.push(("set-cookie", cookie));
            answer
        }
        None => refuse(Refused::Stranger),
    }
}

fn refuse(refused: Refused) -> Answer {
    let words = match refused {
        Refused::Host => {
            "This server answers on this machine alone, at the address that it printed."
        }
        Refused::Origin => "A page of another site can't ask for this.",
        Refused::Stranger => {
            "Open the address that msacheck printed when it was started. It is good once: in another browser, or \
             after the browser was closed, end msacheck and start it again."
        }
        Refused::Forged => {
            "That form isn't one of this session. Go back, load the page again, and try once more."
        }
    };
    let status = if refused == Refused::Host {
        StatusCode::MISDIRECTED_REQUEST
    } else {
        StatusCode::FORBIDDEN
    };
    Answer::short(status, words)
}

fn unfit_answer(unfit: Unfit) -> Answer {
    match unfit {
        Unfit::TooMuch => Answer::short(
            StatusCode::PAYLOAD_TOO_LARGE,
            "That is too much: at most 20 files, each of at most 96 MB. Nothing was kept.",
        ),
        Unfit::NoForm => Answer::short(StatusCode::BAD_REQUEST, "That is no form of this server."),
        Unfit::Unwritten => Answer::short(
            StatusCode::INSUFFICIENT_STORAGE,
            "The file couldn't be written. Is the disk full?",
        ),
    }
}

type Came = Result<(Fields, Vec<upload::Upload>), Unfit>;

async fn form(request: hyper::Request<Incoming>) -> Came {
    match Limited::new(request.into_body(), FORM).collect().await {
        Ok(body) => {
            let fields = Fields::read_few(&body.to_bytes()).ok_or(Unfit::TooMuch)?;
            Ok((fields, Vec::new()))
        }
        Err(error) if error.is::<LengthLimitError>() => Err(Unfit::TooMuch),
        Err(_) => Err(Unfit::NoForm),
    }
}

async fn files(request: hyper::Request<Incoming>, length: Option<u64>, boundary: String) -> Came {
    if length.is_some_and(|length| length > REQUEST) {
        return Err(Unfit::TooMuch);
    }
    let limits = multer::SizeLimit::new().whole_stream(REQUEST);
    let limits = multer::Constraints::new().size_limit(limits);
    let passed_on = PassedOn::default();
    let pieces = Watched::new(request.into_body(), passed_on.clone()).into_data_stream();
    let form = multer::Multipart::with_constraints(pieces, boundary, limits);
    upload::read(form, &passed_on, &PathBuf::from(PAPERS)).await
}

/// The parts of a path, decoded once. None leads up, is hidden or empty, or holds what a name doesn't.
fn segments(path: &str) -> Option<Vec<String>> {
    if path == "/" {
        return Some(Vec::new());
    }
    let parts = path.strip_prefix('/')?.split('/').map(|part| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        (part.chars().all(plain) && !part.is_empty() && !part.starts_with('.'))
            .then(|| part.to_owned())
    });
    parts.collect()
}
