//! What must be said of set-up costs and of posts, in sentences.

use super::numbers::{count_word, money, number};
use super::sentences::Context;

/// When the set-up of a way is back.
pub(super) fn payback(
    context: &Context,
    against: usize,
    set_up: f64,
    on_run: Option<f64>,
    on_touch: Option<f64>,
) -> String {
    let months = |months: f64| match number(months, 1).as_str() {
        "1" => "1 month".to_owned(),
        figure => format!("{figure} months"),
    };
    let touch = match on_touch {
        Some(touch) => format!(" ({} counting the minutes alone)", months(touch)),
        None => " (never, counting the minutes alone)".to_owned(),
    };
    match on_run {
        Some(run) => format!(
            "Against {}, the {} of set-up is back in {}{touch}.",
            context.words(against).noun,
            money(set_up),
            months(run)
        ),
        None => format!("The {} of set-up never comes back.", money(set_up)),
    }
}

/// The answer if a team's posts were treated the other way.
pub(super) fn other_posts(
    team: &str,
    posts: f64,
    released: bool,
    pay: f64,
    winner: &str,
    by: f64,
) -> String {
    let one = posts == 1.0;
    let posts_words = if one { "post" } else { "posts" };
    let (they, their) = if one {
        ("it", "its")
    } else {
        ("they", "their")
    };
    let ending = if one { "s" } else { "" };
    let go = if one { "goes" } else { "go" };
    let count = count_word(posts);
    if released {
        format!(
            "This assumes that the {count} {team} {posts_words} {go} when the work goes. If {they} stay{ending}, {their} {} a month is spent either way and {winner} wins by {} a month.",
            money(pay),
            money(by)
        )
    } else {
        format!(
            "The {count} {team} {posts_words} stay{ending} whatever is decided, so {their} {} a month is left out of every option. If {they} went with the work, {winner} would win by {} a month.",
            money(pay),
            money(by)
        )
    }
}
