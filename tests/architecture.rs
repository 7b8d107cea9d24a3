//! The arrows of the house: which floor may know of which, read off the source itself.
//!
//! Every path that begins with `crate::`, `super::` or `self::` is resolved to a module of this
//! crate, wherever it stands in a file, and held against the table of its floor. What a table does
//! not name is forbidden.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// One file of the source.
struct Source {
    /// Its path below `src`, with forward slashes.
    path: String,
    /// The module it is: `["model", "queueing", "erlang"]`.
    module: Vec<String>,
    /// Its lines without comments; what follows `#[cfg(test)]` stands in `tests`.
    code: Vec<String>,
    /// The lines from `#[cfg(test)]` on.
    tests: Vec<String>,
    /// How many lines it has in all.
    length: usize,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            files(&entry, found);
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            found.push(entry);
        }
    }
}

/// A line without its comment and without what stands in quotes.
fn stripped(line: &str) -> String {
    let mut code = String::new();
    let mut quoted = false;
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' if quoted => {
                signs.next();
            }
            '"' => quoted = !quoted,
            '/' if !quoted && signs.peek() == Some(&'/') => break,
            _ if quoted => {}
            _ => code.push(sign),
        }
    }
    code
}

fn source(path: &Path) -> Source {
    let below = path.strip_prefix(root()).unwrap();
    let name = below.to_str().unwrap().replace('\\', "/");
    let stem = name.trim_end_matches(".rs");
    let module = match stem {
        "lib" => Vec::new(),
        _ => stem.split('/').map(str::to_owned).collect(),
    };
    let text = fs::read_to_string(path).unwrap();
    let lines: Vec<String> = text.lines().map(stripped).collect();
    let tests_from = lines
        .iter()
        .position(|line| line.trim() == "#[cfg(test)]")
        .unwrap_or(lines.len());
    let (code, tests) = lines.split_at(tests_from);
    Source {
        path: name,
        module,
        code: code.to_vec(),
        tests: tests.to_vec(),
        length: text.lines().count(),
    }
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    files(&root(), &mut found);
    assert!(found.len() > 50, "the source is where it was");
    found.iter().map(|path| source(path)).collect()
}

/// Splits `a::{b::c, d}` into `a::b::c` and `a::d`.
fn unfold(path: &str) -> Vec<String> {
    let Some((before, rest)) = path.split_once('{') else {
        return vec![path.to_owned()];
    };
    let mut depth = 1;
    let mut parts = vec![String::new()];
    for sign in rest.chars() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if sign == ',' && depth == 1 {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
    }
    let full = |part: &String| unfold(&format!("{before}{}", part.trim()));
    parts
        .iter()
        .filter(|part| !part.trim().is_empty())
        .flat_map(full)
        .collect()
}

/// The paths of this crate that begin at a keyword: `crate::…`, `super::…`, `self::…`.
fn paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for keyword in ["crate::", "counterbalance::", "super::", "self::"] {
        for (at, _) in code.match_indices(keyword) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|sign| sign.is_alphanumeric() || matches!(sign, '_' | ':' | '{'))
            {
                continue;
            }
            let mut depth = 0;
            let path: String = code[at..]
                .chars()
                .take_while(|sign| {
                    depth += i32::from(*sign == '{');
                    let more = depth > 0 || sign.is_alphanumeric() || matches!(sign, '_' | ':');
                    depth -= i32::from(*sign == '}');
                    more && depth >= 0
                })
                .collect();
            found.extend(unfold(&path));
        }
    }
    found
}

/// The module, or the thing within one, to which a path leads, from the crate's root.
fn resolved(path: &str, from: &[String]) -> Vec<String> {
    let mut place = from.to_vec();
    for (i, part) in path.split("::").map(str::trim).enumerate() {
        match part {
            "crate" | "counterbalance" if i == 0 => place.clear(),
            "self" => {}
            "super" => {
                place.pop();
            }
            "" => break,
            _ => place.push(part.split_whitespace().next().unwrap().to_owned()),
        }
    }
    place
}

/// What a file uses of this crate, tests included, as paths from the root.
fn uses(source: &Source) -> BTreeSet<String> {
    let code = source.code.join(" ");
    let mut used: BTreeSet<String> = paths(&code)
        .iter()
        .map(|path| resolved(path, &source.module).join("::"))
        .collect();
    // `mod tests` is one level deeper.
    let mut inner = source.module.clone();
    inner.push("tests".into());
    let tests = source.tests.join(" ");
    used.extend(
        paths(&tests)
            .iter()
            .map(|path| resolved(path, &inner).join("::")),
    );
    used
}

fn lies_in(path: &str, module: &str) -> bool {
    path == module || path.starts_with(&format!("{module}::"))
}

/// A part of the house and what it may use beside itself.
struct Floor {
    module: &'static str,
    may_use: &'static [&'static str],
}

/// Files that may use more than their floor, and why.
struct Exception {
    file: &'static str,
    also: &'static [&'static str],
}

fn hold(floors: &[Floor], exceptions: &[Exception]) {
    let mut broken = Vec::new();
    let mut needed = BTreeSet::new();
    for source in sources() {
        let module = source.module.join("::");
        // The deepest floor in which the file lies.
        let Some(floor) = floors
            .iter()
            .filter(|floor| lies_in(&module, floor.module))
            .max_by_key(|floor| floor.module.len())
        else {
            continue;
        };
        for used in uses(&source) {
            let allowed = lies_in(&used, floor.module)
                || lies_in(&module, &used)
                || floor.may_use.iter().any(|other| lies_in(&used, other));
            if allowed {
                continue;
            }
            let excepted = exceptions.iter().any(|exception| {
                exception.file == source.path
                    && exception.also.iter().any(|other| lies_in(&used, other))
            });
            if excepted {
                needed.insert(source.path.clone());
            } else {
                broken.push(format!("{} uses {used}", source.path));
            }
        }
    }
    assert!(
        broken.is_empty(),
        "against the arrows:\n{}",
        broken.join("\n")
    );
    for exception in exceptions {
        assert!(
            needed.contains(exception.file),
            "{} needs no exception any more",
            exception.file
        );
    }
}

#[test]
fn floors_know_only_those_below() {
    let floors = [
        Floor {
            module: "model",
            may_use: &[],
        },
        Floor {
            module: "charts",
            may_use: &["model::order"],
        },
        Floor {
            module: "words",
            may_use: &["model"],
        },
        Floor {
            module: "figures",
            may_use: &["charts", "words", "model"],
        },
        Floor {
            module: "explain",
            may_use: &["words", "model"],
        },
        Floor {
            module: "draft",
            may_use: &["words", "model"],
        },
        Floor {
            module: "app",
            may_use: &["figures", "explain", "charts", "words", "model"],
        },
        // Loaded on demand: the page must not link it, so only this knows drafts.
        Floor {
            module: "app::panels",
            may_use: &["app", "draft", "words", "model"],
        },
        Floor {
            module: "terminal",
            may_use: &["figures", "charts", "words", "model"],
        },
        Floor {
            module: "worker",
            may_use: &["model"],
        },
        Floor {
            module: "bin",
            may_use: &["app", "terminal", "worker"],
        },
    ];
    hold(&floors, &[]);
}

#[test]
fn the_model_points_one_way() {
    const TEXTBOOK: &[&str] = &["model::units", "model::order"];
    const SCENARIO: &[&str] = &[
        "model::units",
        "model::arrival",
        "model::order",
        "model::decimal",
        "model::queueing",
        "model::cost",
    ];
    const WAYS: &[&str] = &[
        "model::units",
        "model::arrival",
        "model::order",
        "model::cost",
        "model::queueing",
        "model::scenario",
    ];
    const EVALUATION: &[&str] = &[
        "model::units",
        "model::arrival",
        "model::order",
        "model::queueing",
        "model::cost",
        "model::scenario",
        "model::accounts",
        "model::presets",
        "model::strategy",
    ];
    const SIMULATION: &[&str] = &[
        "model::units",
        "model::queueing",
        "model::cost",
        "model::scenario",
        "model::accounts",
    ];
    const MEANING: &[&str] = &[
        "model::units",
        "model::order",
        "model::cost",
        "model::scenario",
        "model::presets",
        "model::strategy",
        "model::evaluation",
    ];
    const FINDINGS: &[&str] = &[
        "model::units",
        "model::arrival",
        "model::order",
        "model::cost",
        "model::scenario",
        "model::presets",
        "model::strategy",
        "model::evaluation",
        "model::turning_points",
        "model::break_evens",
        "model::queueing",
    ];
    let floors = [
        Floor {
            module: "model::units",
            may_use: &[],
        },
        Floor {
            module: "model::order",
            may_use: &[],
        },
        Floor {
            module: "model::arrival",
            may_use: &[],
        },
        Floor {
            module: "model::decimal",
            may_use: &[],
        },
        Floor {
            module: "model::queueing",
            may_use: TEXTBOOK,
        },
        Floor {
            module: "model::cost",
            may_use: &["model::units", "model::order", "model::queueing"],
        },
        Floor {
            module: "model::scenario",
            may_use: SCENARIO,
        },
        Floor {
            module: "model::accounts",
            may_use: &[
                "model::units",
                "model::cost",
                "model::queueing",
                "model::scenario",
            ],
        },
        Floor {
            module: "model::simulation",
            may_use: SIMULATION,
        },
        Floor {
            module: "model::presets",
            may_use: WAYS,
        },
        Floor {
            module: "model::strategy",
            may_use: WAYS,
        },
        Floor {
            module: "model::evaluation",
            may_use: EVALUATION,
        },
        Floor {
            module: "model::desks",
            may_use: &[
                "model::units",
                "model::queueing",
                "model::scenario",
                "model::strategy",
                "model::evaluation",
                "model::simulation",
            ],
        },
        Floor {
            module: "model::job",
            may_use: &[
                "model::units",
                "model::desks",
                "model::optimise",
                "model::scenario",
                "model::strategy",
                "model::simulation",
                "model::surge",
            ],
        },
        Floor {
            module: "model::surge",
            may_use: &[
                "model::order",
                "model::units",
                "model::cost",
                "model::scenario",
                "model::strategy",
                "model::evaluation",
                "model::simulation",
            ],
        },
        Floor {
            module: "model::judgement",
            may_use: &["model::scenario", "model::evaluation", "model::simulation"],
        },
        Floor {
            module: "model::turning_points",
            may_use: MEANING,
        },
        Floor {
            module: "model::break_evens",
            may_use: FINDINGS,
        },
        Floor {
            module: "model::calibration",
            may_use: FINDINGS,
        },
        Floor {
            module: "model::guide",
            may_use: &[
                "model::order",
                "model::cost",
                "model::scenario",
                "model::presets",
                "model::strategy",
                "model::evaluation",
                "model::simulation",
            ],
        },
        Floor {
            module: "model::solve",
            may_use: MEANING,
        },
        Floor {
            module: "model::doctor",
            may_use: &[
                "model::units",
                "model::order",
                "model::scenario",
                "model::strategy",
                "model::evaluation",
                "model::solve",
            ],
        },
        Floor {
            module: "model::optimise",
            may_use: &[
                "model::order",
                "model::units",
                "model::queueing",
                "model::scenario",
                "model::strategy",
                "model::evaluation",
                "model::simulation",
            ],
        },
        Floor {
            module: "model::levers",
            may_use: MEANING,
        },
        Floor {
            module: "model::second_opinions",
            may_use: MEANING,
        },
        Floor {
            module: "model::findings",
            may_use: FINDINGS,
        },
    ];
    // Three files of the scenario look up the stack: a link starts from an example and names today's
    // strategy, and a file's strategy has to exist.
    let exceptions = [
        Exception {
            file: "model/scenario/permalink.rs",
            also: &["model::presets", "model::strategy"],
        },
        Exception {
            file: "model/scenario/validation.rs",
            also: &["model::strategy"],
        },
        Exception {
            file: "model/scenario/allotment.rs",
            also: &["model::strategy"],
        },
    ];
    hold(&floors, &exceptions);
}

/// Every module of the model stands in the table above: a new one has to find its place.
#[test]
fn every_part_of_the_model_has_its_place() {
    let known = [
        "units",
        "order",
        "arrival",
        "desks",
        "decimal",
        "queueing",
        "cost",
        "scenario",
        "accounts",
        "presets",
        "strategy",
        "evaluation",
        "turning_points",
        "break_evens",
        "optimise",
        "calibration",
        "solve",
        "guide",
        "doctor",
        "levers",
        "second_opinions",
        "surge",
        "findings",
        "simulation",
        "job",
        "judgement",
    ];
    for source in sources() {
        if let [floor, part, ..] = &source.module[..]
            && floor == "model"
        {
            assert!(
                known.contains(&part.as_str()),
                "model::{part} has no place in the table"
            );
        }
    }
}

/// Whether a word stands in a line as a name of its own.
fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let sign = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !sign(line[..at].chars().next_back()) && !sign(line[at + word.len()..].chars().next())
    })
}

fn forbid(words: &[&str], allowed: impl Fn(&Source) -> bool) {
    for source in sources().iter().filter(|source| !allowed(source)) {
        for line in &source.code {
            for word in words {
                assert!(!names(line, word), "{} names {word}: {line}", source.path);
            }
        }
    }
}

#[test]
fn only_the_page_knows_the_browser() {
    let browser = [
        "leptos",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "wasm_bindgen_futures",
        "gloo_timers",
        "gloo_events",
        "plotters_canvas",
        "console_error_panic_hook",
    ];
    forbid(&browser, |source| {
        source.path.starts_with("app") || ["bin/app.rs", "worker.rs"].contains(&&*source.path)
    });
}

#[test]
fn only_the_terminal_knows_the_command_line() {
    forbid(&["clap"], |source| {
        source.path.starts_with("terminal") || source.path == "bin/counterbalance.rs"
    });
}

#[test]
fn the_model_has_no_clock_no_chance_and_no_outside() {
    let outside = [
        "SystemTime",
        "Instant",
        "thread_rng",
        "rand",
        "getrandom",
        "println",
        "eprintln",
        "print",
        "env",
        "fs",
        "plotters",
        "thread_local",
    ];
    // Only keyed draws, which have no state of their own, may use the traits of `rand`.
    let draws = "model/simulation/draws.rs";
    forbid(&outside, |source| {
        !source.path.starts_with("model") || source.path == draws
    });
}

/// Outside tests, what cannot fail says why it cannot.
#[test]
fn nothing_is_unwrapped() {
    for source in sources() {
        for line in &source.code {
            assert!(!line.contains(".unwrap()"), "{}: {line}", source.path);
        }
    }
}

#[test]
fn files_are_short() {
    const LONGEST: usize = 300;
    let mut long = Vec::new();
    for source in sources() {
        if source.length > LONGEST {
            long.push(format!("{}: {} lines", source.path, source.length));
        }
    }
    assert!(long.is_empty(), "too long:\n{}", long.join("\n"));
}

#[test]
fn paths_are_read_as_the_compiler_does() {
    let code =
        "use super::{Finding, cost::{a, b::c}}; let x = crate::model::order::sort(super::y);";
    let from = ["model", "findings"].map(str::to_owned);
    let mut found: Vec<String> = paths(code)
        .iter()
        .map(|path| resolved(path, &from).join("::"))
        .collect();
    found.sort();
    assert_eq!(
        found,
        [
            "model::Finding",
            "model::cost::a",
            "model::cost::b::c",
            "model::order::sort",
            "model::y",
        ]
    );
    assert_eq!(stripped("let a = \"//\"; // b"), "let a = ; ");
}
