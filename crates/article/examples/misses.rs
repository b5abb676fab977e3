#[path = "../tests/measure/labelled.rs"]
mod labelled;
fn main() {
    let read = |name: &str| std::fs::read_to_string(format!("protocols/{name}")).unwrap();
    let ledger = ledger::Ledger::parse(&read("sources.toml"), &read("evidence.toml"), &read("claims.toml")).unwrap();
    let mut files: Vec<(String, String)> = std::fs::read_dir("protocols/article").unwrap().map(|f| { let p = f.unwrap().path(); (p.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&p).unwrap()) }).collect();
    files.sort();
    let pairs: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let checker = article::Checker::read(&pairs, &ledger).unwrap_or_else(|f| panic!("{}", f.join("\n")));
    let half = labelled::Half::read("d", &std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap(), &ledger, &checker);
    println!("{}", half.misses());
    for v in ledger::Verdict::ALL.into_iter().rev().map(Some).chain([None]) { let s = half.score(v); println!("{v:?} {s:?} p {:.2} r {:.2}", s.precision(), s.recall()); }
    println!("{:?} {}", half.same_ids(), half.sentences.len());
}
