//! BE5 and BE6: temporary or permanent, by how long and how often somebody is needed.
//!
//! Money is for one person; weeks are working weeks. Everything is held against the output of one
//! permanent person, of whom m temporaries do the work of one.

/// How one kind of person is paid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// Pay of a week, h·w.
    pub week: f64,
    /// Hiring, training and learning, F.
    pub joining: f64,
    /// Letting go, X.
    pub leaving: f64,
    /// Output of a paid hour: (1−σ)·p∞.
    pub output: f64,
}

/// For which durations of need temporary staff are cheaper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tenure {
    /// For all.
    TemporaryAlways,
    /// For none.
    PermanentAlways,
    /// Up to so many weeks.
    TemporaryUpTo(f64),
    /// From so many weeks on.
    TemporaryFrom(f64),
}

/// m: temporaries for the output of one permanent person, (1−σ_P)p∞_P/((1−σ_T)p∞_T).
pub fn temporaries_for_one(permanent: &Terms, temporary: &Terms) -> f64 {
    permanent.output / temporary.output
}

/// BE5: D* = (F_P+X_P−m(F_T+X_T))/(m·h·w_T−h·w_P), and which side is cheaper before it.
pub fn tenure(permanent: &Terms, temporary: &Terms) -> Tenure {
    let m = temporaries_for_one(permanent, temporary);
    let once = permanent.joining + permanent.leaving - m * (temporary.joining + temporary.leaving);
    let weekly = m * temporary.week - permanent.week;
    match (once, weekly) {
        (once, weekly) if weekly > 0.0 && once > 0.0 => Tenure::TemporaryUpTo(once / weekly),
        (_, weekly) if weekly > 0.0 => Tenure::PermanentAlways,
        (once, _) if once >= 0.0 => Tenure::TemporaryAlways,
        (_, 0.0) => Tenure::PermanentAlways,
        (once, weekly) => Tenure::TemporaryFrom(once / weekly),
    }
}

/// The same where a temporary's pay changes after some weeks, as agency workers' does in the UK after
/// twelve (Agency Workers Regulations 2010): each side of that week on its own line.
pub fn tenure_with_parity(
    permanent: &Terms,
    temporary: &Terms,
    after_weeks: f64,
    week_then: f64,
) -> Tenure {
    let before = tenure(permanent, temporary);
    if let Tenure::TemporaryUpTo(weeks) | Tenure::TemporaryFrom(weeks) = before
        && weeks <= after_weeks
    {
        return before;
    }
    // From that week on the line is steeper; what was paid less before counts as paid once.
    let later = Terms {
        week: week_then,
        joining: temporary.joining - (week_then - temporary.week) * after_weeks,
        ..*temporary
    };
    match tenure(permanent, &later) {
        Tenure::TemporaryUpTo(weeks) | Tenure::TemporaryFrom(weeks) if weeks < after_weeks => {
            before
        }
        other => other,
    }
}

/// BE6: the share of weeks in which a post must be needed for it to be permanent,
/// f* = h·w_P/(m·h·w_T).
pub fn weeks_to_be_permanent(permanent: &Terms, temporary: &Terms) -> f64 {
    permanent.week / (temporaries_for_one(permanent, temporary) * temporary.week)
}

/// What one permanent person, or the temporaries for one, cost over `weeks` of need.
pub fn cost(terms: &Terms, people: f64, weeks: f64) -> f64 {
    people * (terms.joining + terms.leaving + weeks * terms.week)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The software upgrade: seven at £26 with 30 % away, temporaries at £30 with 20 %.
    fn upgrade() -> (Terms, Terms) {
        let hours = 37.5;
        let week = 26.0 * hours;
        let permanent = Terms {
            week,
            joining: 1_500.0 + 2.0 * week + 0.5 * 6.0 * week,
            leaving: week + 500.0,
            output: 0.7,
        };
        let week = 30.0 * hours;
        let temporary = Terms {
            week,
            joining: 400.0 + 0.5 * week + (1.0 - 0.4 / 0.85) * 3.0 * week,
            leaving: 0.0,
            output: 0.8 * 0.85,
        };
        (permanent, temporary)
    }

    #[test]
    fn the_upgrade_has_its_printed_figures() {
        let (permanent, temporary) = upgrade();
        assert!((temporary.joining - 2_749.0).abs() < 1.0);
        assert!((temporaries_for_one(&permanent, &temporary) - 1.029).abs() < 5e-4);
        let Tenure::TemporaryUpTo(weeks) = tenure(&permanent, &temporary) else {
            panic!("temporaries for a while");
        };
        assert!((weeks - 27.4).abs() < 0.05, "{weeks}");
        assert!((weeks_to_be_permanent(&permanent, &temporary) - 0.842).abs() < 5e-4);
    }

    #[test]
    fn both_sides_cost_the_same_at_the_duration_and_change_order_there() {
        let (permanent, temporary) = upgrade();
        let m = temporaries_for_one(&permanent, &temporary);
        let Tenure::TemporaryUpTo(at) = tenure(&permanent, &temporary) else {
            panic!("temporaries for a while");
        };
        let gap = |weeks| cost(&temporary, m, weeks) - cost(&permanent, 1.0, weeks);
        assert!(gap(at).abs() < 0.01);
        assert!(gap(at - 1.0) < 0.0 && gap(at + 1.0) > 0.0);
    }

    #[test]
    fn every_combination_of_signs_has_its_answer() {
        let terms = |week, joining| Terms {
            week,
            joining,
            leaving: 0.0,
            output: 1.0,
        };
        let permanent = terms(100.0, 500.0);
        assert_eq!(
            tenure(&permanent, &terms(90.0, 400.0)),
            Tenure::TemporaryAlways
        );
        assert_eq!(
            tenure(&permanent, &terms(110.0, 600.0)),
            Tenure::PermanentAlways
        );
        assert_eq!(
            tenure(&permanent, &terms(110.0, 400.0)),
            Tenure::TemporaryUpTo(10.0)
        );
        assert_eq!(
            tenure(&permanent, &terms(90.0, 600.0)),
            Tenure::TemporaryFrom(10.0)
        );
        assert_eq!(
            tenure(&permanent, &terms(100.0, 600.0)),
            Tenure::PermanentAlways
        );
    }

    #[test]
    fn parity_after_twelve_weeks_is_solved_on_each_side_of_it() {
        let terms = |week, joining| Terms {
            week,
            joining,
            leaving: 0.0,
            output: 1.0,
        };
        let permanent = terms(100.0, 1_500.0);
        // Dearer by 50 at first and by 100 after twelve weeks: 600 + 100·(D−12) = 1,100.
        let then = tenure_with_parity(&permanent, &terms(150.0, 400.0), 12.0, 200.0);
        assert_eq!(then, Tenure::TemporaryUpTo(17.0));
        // Before the twelfth week nothing changes.
        let then = tenure_with_parity(&permanent, &terms(250.0, 400.0), 12.0, 300.0);
        assert_eq!(then, Tenure::TemporaryUpTo(1_100.0 / 150.0));
        // Cheaper at first, dearer afterwards.
        let then = tenure_with_parity(&permanent, &terms(90.0, 1_500.0), 12.0, 130.0);
        assert_eq!(then, Tenure::TemporaryUpTo(16.0));
    }
}
