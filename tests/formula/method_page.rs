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
