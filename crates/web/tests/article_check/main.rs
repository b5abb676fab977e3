//! `/article/check`: what is found stands on the page, what is hostile gets a clear answer, and no other route receives as much.

mod socket;

use socket::{Answer, get, get_here, open, paste, pieces, post, send, serve};

const DEEP: &str = "Massage the lump as hard as you can.";
const SAFE: &str = "Keep breastfeeding through mastitis.";
/// Far above what a page of 200 claims and 400 KB of text needs.
const PAGE_BYTES_MAX: usize = 4 << 20;

fn refused(answer: &Answer, status: u16, says: &str) {
    assert_eq!(answer.status, status);
    assert!(answer.page.contains("role=\"alert\"") && answer.page.contains(says), "{says}");
    assert!(answer.page.contains("<textarea"), "the form is there again");
}

#[test]
fn the_form_says_that_it_is_on_trial_and_where_the_text_goes() {
    let page = get_here("/article/check").page;
    for says in
        ["On trial.", "It misses harmful advice", "not kept and not sent on", "multipart/form-data", "up to 10 MB"]
    {
        assert!(page.contains(says), "{says}");
    }
}

#[test]
fn what_is_pasted_is_judged_gravest_first_and_marked() {
    let answer = paste(&format!("{SAFE} {DEEP}\n\nMilk can go bad inside a swollen breast."));
    assert_eq!(answer.status, 200);
    assert!(answer.page.contains("<h1>3 claims found, "), "{}", answer.page);
    let (list, text) = answer.page.split_once("id=\"article\"").expect("claims, then the article");
    assert!(list.find(DEEP) < list.find(SAFE), "the harmful one first");
    assert!(list.contains("id=\"claim-2\"") && text.contains("id=\"mark-2\"") && text.contains("href=\"#claim-2\""));
    assert!(text.contains(&format!("<span class=\"marked m-harmful\" id=\"mark-2\">{DEEP}")));
    assert!(
        list.contains("can bruise tissue") && list.contains("href=\"/evidence/massage-deep-harm\""),
        "why, and from where"
    );
    assert!(list.contains("Found by:"), "the words it was found by");
    let onward: Vec<&str> =
        list.split("class=\"next btn soft\" href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(onward[0] == "#claim-2" && onward.last() == Some(&"#main") && onward.len() == 4, "{onward:?}");
    assert!(onward[1..3].iter().all(|to| ["#claim-1", "#claim-3"].contains(to)), "{onward:?}");
    assert!(answer.head.contains("cache-control: no-store") && !answer.head.contains("set-cookie"));
    assert!(answer.head.contains("script-src 'self'"));
}

#[test]
fn a_file_is_read_as_what_it_is_and_goes_before_a_pasted_text() {
    let html = format!("<p>{DEEP}</p><script>alert('Massage as hard as you can')</script>");
    for (name, content) in [("a.html", html.as_bytes()), ("a.txt", DEEP.as_bytes()), ("a.md", DEEP.as_bytes())] {
        let answer = send(&[("text", None, SAFE.as_bytes()), ("file", Some(name), content)]);
        assert!(answer.page.contains("<h1>1 claim found, 1 harmful</h1>"), "{name}");
        assert!(!answer.page.contains("alert("), "{name}");
    }
}

#[test]
fn what_looks_like_markup_in_a_text_stays_text() {
    let answer = paste(&format!(
        "\"Massage <script>alert(1)</script> <img src=x onerror=alert(2)> the lump as hard as you can.\" {SAFE}"
    ));
    assert_eq!(answer.status, 200);
    assert!(!answer.page.contains("<script>alert") && !answer.page.contains("<img"));
    assert!(answer.page.contains("&#60;script&#62;"));
    let answer = open("\"><script>x</script>.txt", DEEP.as_bytes());
    assert!(!answer.page.contains("<script>x"), "the name of a file is not shown");
}

#[test]
fn what_cannot_be_read_gets_a_reason_and_the_form() {
    refused(&paste(""), 422, "There are no words to check");
    refused(&paste(" \n\u{200b}\t"), 422, "There are no words to check");
    refused(
        &open("a.pdf", b"%PDF-1.7\n1 0 obj <</Length 99999999999 /Filter /FlateDecode>> stream\n\x00\xff"),
        422,
        "No text could be read",
    );
    refused(&open("a.pdf", b"no pdf"), 422, "No text could be read");
    refused(&open("a.bin", &[0, 159, 146, 150, 255, 254, 0, 0, 1]), 422, "This is no text");
    refused(&post("/article/check", "multipart/form-data; boundary=x", b"--x\r\nnothing"), 400, "did not arrive whole");
    refused(&post("/article/check", "multipart/form-data", b""), 400, "did not arrive whole");
    let many: Vec<_> = (0..1000).map(|_| ("more", None, b"x".as_slice())).collect();
    refused(&send(&many), 400, "did not arrive whole");
}

#[test]
fn too_much_is_refused_with_a_page_and_no_other_route_receives_it() {
    refused(&paste(&"a ".repeat((10 << 20) / 2 + 1)), 413, "larger than 10 MB");
    let piece = vec![b'a'; 1 << 20];
    refused(&pieces(&vec![piece.as_slice(); 100]), 413, "larger than 10 MB");
    assert_eq!(paste(&"a ".repeat(5 << 20)).status, 200, "ten megabytes are read");
    let form = format!("q={}", "a".repeat(600 << 10));
    for path in ["/article", "/evidence", "/milk", "/check"] {
        assert_eq!(post(path, "application/x-www-form-urlencoded", form.as_bytes()).status, 413, "{path}");
    }
}

#[test]
fn hostile_articles_are_answered_and_their_pages_stay_small() {
    let long = format!("{} never ends ", "massage deeply ".repeat(100_000));
    let articles = [
        ("deep", "a.html", "<div>".repeat(1_000_000) + DEEP),
        (
            "marks of direction",
            "a.txt",
            "\u{202e}Mas\u{200b}sage the \u{2066}lump as hard as you can.\u{202c}".to_owned(),
        ),
        ("one line", "a.txt", long),
        ("one word", "a.txt", "massage".repeat(400_000)),
        ("claims", "a.txt", format!("About mastitis. {}", format!("{DEEP} ").repeat(20_000))),
        ("headings", "a.html", format!("<h1>{DEEP}</h1>").repeat(20_000)),
    ];
    for (name, file, article) in &articles {
        let answer = open(file, article.as_bytes());
        assert_eq!(answer.status, 200, "{name}");
        assert!(answer.page.len() < PAGE_BYTES_MAX, "{name}: {}", answer.page.len());
        assert!(answer.page.ends_with("</html>") || answer.page.contains("</html>"), "{name}");
    }
    assert!(
        open("a.txt", articles[1].2.as_bytes()).page.contains("1 claim found, 1 harmful"),
        "nothing hides in marks that nobody sees"
    );
    assert!(open("a.txt", articles[2].2.as_bytes()).page.contains("Only its first part was read"));
    let claims = open("a.txt", articles[4].2.as_bytes()).page;
    assert_eq!(claims.matches("id=\"claim-").count(), 200);
    assert!(claims.contains("more are counted, but not shown"));
}

/// Each is read or told to come back; nobody waits for ever, and nothing breaks.
#[test]
fn many_at_once_are_all_answered() {
    let article = format!("{DEEP} ").repeat(500);
    let ask = || {
        let article = article.clone();
        std::thread::spawn(move || paste(&article))
    };
    let asked: Vec<_> = (0..12).map(|_| ask()).collect();
    for one in asked {
        let answer = one.join().expect("an answer");
        match answer.status {
            503 => refused(&answer, 503, "Many articles are being read now"),
            status => assert_eq!(status, 200),
        }
    }
}

#[test]
fn answers_do_not_come_along() {
    let kept = b"kept=who%3Dno_baby%3Bc.baby%3Dnone";
    for path in ["/article", "/evidence"] {
        let page = post(path, "application/x-www-form-urlencoded", kept).page;
        assert!(page.contains("name=\"kept\""), "{path} carries them");
        assert!(
            page.contains("<a class=\"way\" href=\"/article/check\"")
                || page.contains("<a class=\"btn\" href=\"/article/check\""),
            "{path} leads on without them"
        );
    }
    let form = post("/article/check", "application/x-www-form-urlencoded", kept);
    assert_eq!(form.status, 200);
    assert!(!form.page.contains("name=\"kept\""));
}

#[test]
fn a_site_without_a_checker_has_no_such_page() {
    assert_eq!(get(serve(false), "/article/check").status, 404);
}
