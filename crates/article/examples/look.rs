use std::io::Read;
fn main() {
    let read = |name: &str| std::fs::read_to_string(format!("protocols/{name}")).unwrap();
    let ledger = ledger::Ledger::parse(&read("sources.toml"), &read("evidence.toml"), &read("claims.toml")).unwrap();
    let mut files: Vec<(String, String)> = std::fs::read_dir("protocols/article").unwrap().map(|f| { let p = f.unwrap().path(); (p.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&p).unwrap()) }).collect();
    files.sort();
    let pairs: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let checker = article::Checker::read(&pairs, &ledger).unwrap_or_else(|f| panic!("{}", f.join("\n")));
    let mut bytes = Vec::new();
    let arg = std::env::args().nth(1);
    match arg.as_deref() { Some("-") | None => { std::io::stdin().read_to_end(&mut bytes).unwrap(); } Some(p) => bytes = std::fs::read(p).unwrap() }
    let start = std::time::Instant::now();
    let checked = checker.check(&bytes, arg.as_deref().and_then(article::Format::of_name)).unwrap();
    eprintln!("{:?} {:?}", start.elapsed(), checked.format);
    for f in &checked.findings {
        println!("[{}] {}", f.verdict.map_or("-", |v| v.word()), checked.words(&f.range));
        for m in &f.matches { println!("      {} {}{} {:?} < {:?} turned {:?}", m.verdict, m.pattern, if m.denied {" DENIED"} else {""}, m.rests_on, m.words.iter().map(|r| checked.words(r)).collect::<Vec<_>>(), m.turned_by.iter().map(|r| checked.words(r)).collect::<Vec<_>>()); }
    }
}
