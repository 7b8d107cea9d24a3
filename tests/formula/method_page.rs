//! The method page's terminal calls: each answers as the page shows.

use counterbalance::terminal::formula::print;

const PAGE: &str = include_str!("../../public/method.html");

/// A line with its runs of spaces made one, so that columns may be set as they like.
fn words(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

fn plain(html: &str) -> String {
    html.replace("&amp;", "&")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
}

#[test]
fn every_call_on_the_method_page_answers_as_shown() {
    let mut calls = 0;
    for block in PAGE.split("<kbd>counterbalance formula ").skip(1) {
        let Some((call, rest)) = block.split_once("</kbd><samp>") else {
            continue;
        };
        let shown = plain(rest.split_once("</samp>").unwrap().0);
        let call = plain(call).replace('\'', "");
        let mut arguments: Vec<String> = words(&call).into_iter().map(str::to_string).collect();
        let name = arguments.remove(0);
        let answer = print(&name, &arguments, false).unwrap();
        for line in shown.lines().filter(|line| !line.trim().is_empty()) {
            let wanted = words(line);
            let found = answer.lines().any(|line| words(line).starts_with(&wanted));
            assert!(found, "{call}: not {line} but\n{answer}");
        }
        calls += 1;
    }
    assert!(calls >= 14, "{calls} calls");
}

/// All texts of the repository that may link to a word, by their paths.
fn texts(folder: &std::path::Path, found: &mut Vec<(String, String)>) {
    const ENDINGS: [&str; 6] = ["html", "md", "rs", "mjs", "js", "css"];
    const LEFT_OUT: [&str; 4] = ["target", "dist", "node_modules", "test-results"];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with('.') || LEFT_OUT.contains(&name.as_str()) {
            continue;
        }
        let ending = path.extension().map(|ending| ending.to_string_lossy());
        if path.is_dir() {
            texts(&path, found);
        } else if ending.is_some_and(|ending| ENDINGS.contains(&&*ending)) {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push((path.display().to_string(), text));
        }
    }
}

/// The names that stand behind a mark: `word-loop` behind `id="`.
fn words_behind(text: &str, mark: &str) -> Vec<String> {
    let plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    let named = |rest: &str| rest.split(|sign| !plain(sign)).next().unwrap().to_owned();
    let all = text.split(mark).skip(1).map(named);
    all.filter(|name| name.starts_with("word-") && name.len() > "word-".len())
        .collect()
}

#[test]
fn every_word_stands_once_and_every_link_to_one_leads_there() {
    let words = words_behind(PAGE, "id=\"");
    let distinct: std::collections::BTreeSet<&String> = words.iter().collect();
    assert_eq!(distinct.len(), words.len(), "{words:?}");
    assert!(words.len() >= 40, "{} words", words.len());
    for wanted in [
        "occupancy",
        "erlang-c",
        "offered-load",
        "scv",
        "percentile",
        "promise",
        "visits",
        "loop",
        "hand-over",
        "touch",
        "monthly-run",
        "shrinkage",
        "overload",
        "set-up",
        "horizon",
        "displacement",
        "break-even",
        "first-contact",
    ] {
        assert!(
            words.contains(&format!("word-{wanted}")),
            "{wanted} is missing"
        );
    }
    let mut all = Vec::new();
    texts(std::path::Path::new(env!("CARGO_MANIFEST_DIR")), &mut all);
    let mut links = 0;
    for (path, text) in all
        .iter()
        .filter(|(path, _)| !path.ends_with("method_page.rs"))
    {
        for link in words_behind(text, "#") {
            assert!(
                words.contains(&link),
                "{path} links to {link}, which is nowhere"
            );
            links += 1;
        }
    }
    assert!(links > 0, "no link was found");
    // Each is a term with a definition of its own.
    for entry in PAGE.split("<div id=\"word-").skip(1) {
        let entry = entry.split("</div>").next().unwrap();
        assert!(entry.contains("<dt>") && entry.contains("<dd>"), "{entry}");
    }
}
