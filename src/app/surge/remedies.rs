//! The remedies side by side, what they say in sentences, and what chance makes of the plan.

use super::planner::Planner;
use crate::app::reactive::{items, part, part_if, pressed};
use crate::model::surge::answer::{Offer, Remedy};
use crate::words::numbers::{money, number};
use crate::words::surge as words;
use leptos::prelude::*;

/// The cheapest of all, as a headline.
pub(super) fn verdict(planner: Planner) -> AnyView {
    part(move || {
        let said = match (planner.answer(), planner.mixed()) {
            (Some(answer), Some(_)) => {
                let is_best = answer
                    .best()
                    .is_some_and(|best| best.plan == answer.yours.plan);
                let rehearsed = planner.chance().filter(|_| is_best);
                let chance = rehearsed.map(|found| words::with_chance(&found.chance));
                [words::verdict(&answer), chance.unwrap_or_default()].concat()
            }
            (Some(_), None) => "Looking for the cheapest plan.".to_owned(),
            _ => return ().into_any(),
        };
        view! { <p class="answer" role="status">{said}</p> }.into_any()
    })
    .into_any()
}

/// Every remedy with its money, its peak and its end.
pub(super) fn table(planner: Planner) -> AnyView {
    part_if(move || {
        let answer = planner.answer()?;
        let stale = planner.mixed().is_some_and(|(_, stale)| stale);
        let best = answer.best().map(|best| best.remedy);
        let loses = !answer.terms.late.is_empty();
        let offers = [&answer.yours].into_iter().chain(&answer.offers);
        let rows: Vec<AnyView> = offers
            .map(|offer| row(planner, offer, best == Some(offer.remedy), stale, loses))
            .collect();
        let lost = loses.then(|| view! { <th scope="col">"Customers lost"</th> }.into_any());
        Some(
            view! {
                <h3>"Side by side"</h3>
                <div class="scroll" tabindex="0" role="group" aria-label="Remedies side by side">
                    <table class="data remedies">
                        <thead><tr>
                            <th scope="col">"Remedy, each at its cheapest"</th>
                            <th scope="col">"Pay and hiring"</th><th scope="col">"Backlog"</th>{lost}
                            <th scope="col">"In all"</th><th scope="col">"Peak"</th>
                            <th scope="col">"Oldest"</th><th scope="col">"Gone, end of"</th>
                            <th scope="col">"In 8 of 10"</th><th scope="col"><span class="visually-hidden">"Take"</span></th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
            .into_any(),
        )
    })
    .into_any()
}

fn row(planner: Planner, offer: &Offer, best: bool, stale: bool, loses: bool) -> AnyView {
    let name = words::remedy(offer.remedy);
    let (bill, run, plan) = (offer.bill, &offer.run, offer.plan);
    let searched = !matches!(
        offer.remedy,
        Remedy::Yours | Remedy::Nothing | Remedy::Front
    );
    let lost = loses.then(|| view! { <td>{money(bill.lost)}</td> }.into_any());
    let take = (offer.remedy != Remedy::Yours).then(|| {
        let label = format!("Take: {}", words::plan(&plan));
        view! { <button class="quiet" aria-label=label on:click=pressed(move || planner.take(plan))>"Take"</button> }
            .into_any()
    });
    let mark = best.then(|| view! { " "<small class="cheapest">"cheapest"</small> }.into_any());
    view! {
        <tr class:best=best class:stale=stale && searched>
            <th scope="row"><strong>{name}</strong>{mark}<small class="plan-line">{words::plan(&plan)}</small></th>
            <td>{money(bill.paid())}</td><td>{money(bill.backlog)}</td>{lost}
            <td><strong>{money(bill.total())}</strong></td>
            <td>{number(run.peak.0, 0)}</td>
            <td>{format!("{} wk", number(run.oldest, 1))}</td>
            <td>{words::cleared(offer)}</td>
            <td>{words::cleared_band(offer)}</td>
            <td>{take}</td>
        </tr>
    }
    .into_any()
}

/// For how long temporary pays, how much is base load, what was examined.
pub(super) fn sentences(planner: Planner) -> AnyView {
    part_if(move || {
        let answer = planner.answer()?;
        let mut said = vec![words::tenure(&answer), words::base_load(&answer)];
        said.extend(words::ends(&answer));
        said.extend(words::closed_form(&answer));
        said.extend(
            planner
                .mixed()
                .map(|(searched, _)| words::examined(&searched.mixed)),
        );
        Some(view! { <ul>{items(said)}</ul> }.into_any())
    })
    .into_any()
}

/// The plan with chance in it, beside the weeks without.
pub(super) fn simulated(planner: Planner) -> AnyView {
    part_if(move || {
        let answer = planner.answer()?;
        let rehearsed = planner.chance()?;
        let (fluid, chance) = (&answer.yours, &rehearsed.chance);
        let with = |estimate: crate::model::simulation::Estimate| {
            format!("{} ± {}", money(estimate.mean), money(estimate.half))
        };
        let gone = words::gone_after(fluid.run.clearing.map(|at| at.moment));
        let found = words::gone_by_chance(chance);
        let why = words::why_apart(fluid.bill.total() - fluid.bill.lost, chance);
        Some(
            view! {
                <h3>"Your plan, simulated"</h3>
                <p>{format!("{} times through the weeks, task by task. ± is luck: in nineteen cases of twenty the true mean lies within.", chance.replications)}</p>
                <div class="scroll" tabindex="0" role="group" aria-label="Weeks without chance and simulated">
                    <table class="data">
                        <thead><tr><th scope="col">"Figure"</th><th scope="col">"Without chance"</th><th scope="col">"Simulated"</th></tr></thead>
                        <tbody>
                            <tr><th scope="row">"Pay and hiring"</th><td>{money(fluid.bill.paid())}</td><td>{with(chance.paid)}</td></tr>
                            <tr><th scope="row">"Backlog"</th><td>{money(fluid.bill.backlog)}</td><td>{with(chance.backlog)}</td></tr>
                            <tr><th scope="row">"Both"</th><td>{money(fluid.bill.paid() + fluid.bill.backlog)}</td><td>{with(chance.total)}</td></tr>
                            <tr><th scope="row">"Nobody waits for the first time after"</th><td>{gone}</td><td>{found}</td></tr>
                        </tbody>
                    </table>
                </div>
                <ul>{items(why)}</ul>
            }
            .into_any(),
        )
    })
    .into_any()
}
