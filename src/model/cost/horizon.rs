//! Months ahead: discounting monthly costs, and spreading a set-up cost over them.

/// Present value of one pound a month for `months`: (1−(1+i)^−H)/i, or H without discount.
///
/// `yearly` is the discount a year; the monthly rate is i = (1+r)^(1/12) − 1.
pub fn annuity(months: f64, yearly: f64) -> f64 {
    const MONTHS_PER_YEAR: f64 = 12.0;
    let monthly = (yearly.ln_1p() / MONTHS_PER_YEAR).exp_m1();
    if monthly == 0.0 {
        months
    } else {
        -(-months * monthly.ln_1p()).exp_m1() / monthly
    }
}

/// Cost over the horizon: what is paid once, and what is paid each month.
pub fn total(set_up: f64, monthly: f64, months: f64, yearly: f64) -> f64 {
    set_up + monthly * annuity(months, yearly)
}
