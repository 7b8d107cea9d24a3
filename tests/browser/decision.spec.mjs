// The decision: the best plan and its grid, what a target would take, the five principles, today.
import {
  LABEL, NONSENSE, allText, button, expect, test, verdict, way,
} from './page.mjs';

const at = (example, changes = '') => `#v=1&example=${example}.1${changes && `&${changes}`}`;
const SEARCHED = { timeout: 60_000 };
test.describe.configure({ timeout: 120_000 });

/** Unfolds a part of the decision and gives it. */
async function unfolded(page, id) {
  const fold = page.locator(`#${id}`);
  // The folds come once the page stands still.
  await expect(fold).toBeVisible();
  await fold.locator('summary').first().click();
  return fold;
}

test('a plan is found, proved and taken in one step', async ({ page, open }) => {
  await open();
  const fold = await unfolded(page, 'plan');
  await expect(fold).toContainText('The cheapest plan costs £13,800 a month', SEARCHED);
  await expect(fold).toContainText('Gap £0');
  // What the firm would not do is left out, and let in again.
  await fold.getByLabel('Front office with the tool').uncheck();
  await expect(fold).toContainText('The cheapest plan costs £23,400 a month', SEARCHED);
  await expect(fold).toContainText('Front office: its posts stay whatever is decided');
  await fold.getByRole('button', { name: 'Take this plan' }).click();
  await expect(page).toHaveURL(/admin\.ways=back_office\*0\.7,split\*0\.3/);
  await expect(page.locator('.ways')).toContainText('Shared out kind by kind');
  await button(page, LABEL.undo).click();
  await expect(page).not.toHaveURL(/ways=/);
  // All of it one way is that way, and no mix beside it.
  await fold.getByLabel('Front office with the tool').check();
  await expect(fold).toContainText('costs £13,800', SEARCHED);
  await expect(fold).toContainText('This plan is taken');
  await way(page, 'Back-office centre').getByRole('button').click();
  await fold.getByRole('button', { name: 'Take this plan' }).click();
  await expect(fold).toContainText('This plan is taken', SEARCHED);
  await expect(way(page, 'Front office with the tool').getByRole('button')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.ways')).not.toContainText('Shared out kind by kind');
  expect(await allText(page)).not.toMatch(NONSENSE);
});

test('the best plan is simulated, and searched for again where it misses a target', async ({ page, open }) => {
  const kinds = ['request', 'kind2', 'kind3'];
  const each = (field, values) => kinds.map((kind, i) => `${kind}.${field}=${values[i]}`).join('&');
  await open(at('office', [
    'today=back_office&tasks=request,kind2,kind3', each('rate', [12, 2, 1]),
    each('front_minutes', [6, 45, 60]), each('back_minutes', [4, 30, 40]), each('unclear', [0.167, 0.167, 0.167]),
    'kind2.promise=7.5&kind3.promise=7.5&front.rate=26&back.rate=22&front.staff=5&back.staff=6',
  ].join('&')));
  const fold = await unfolded(page, 'plan');
  await expect(fold.getByRole('progressbar', { name: 'Simulation of the best plan' })).toBeVisible(SEARCHED);
  await expect(fold).toContainText('The cheapest plan costs £25,196 a month');
  await expect(fold).toContainText('One cheaper plan missed a target there', SEARCHED);
  await expect(fold).toContainText('The cheapest plan costs £25,282 a month');
  await expect(fold).toContainText(/94\s%, asked 90\s%; simulated 92\.5 ± 0\.8\s%/);
  await expect(fold).toContainText('Its cost supposes that 6 posts go');
  // The headline knows only the ways for all work: beside it stands what the plan saves.
  await expect(page.locator('#unless')).toContainText('costs £6,979 a month less');
  await expect(fold.getByRole('progressbar')).toBeHidden();
  // What an assumed price of an error does to the plan is one step away, and one back.
  await fold.getByRole('button', { name: 'What if an error cost nothing?' }).click();
  await expect(page).toHaveURL(/request\.error_cost=0&.*kind3\.error_cost=0/);
  await expect(fold).toContainText('The cheapest plan costs £19,175 a month', SEARCHED);
  await expect(fold).not.toContainText('An error that reaches a customer');
  await button(page, LABEL.undo).click();
  await expect(fold).toContainText('The cheapest plan costs £25,', SEARCHED);
});

test('the line below the ways leads to the plan and to the surge, by keyboard too', async ({ page, open }) => {
  await open();
  for (const [name, id] of [[/^Search for the best plan/, 'plan'], ['What to do in a surge', 'surge']]) {
    await page.locator('.about-way').getByRole('button', { name }).press('Enter');
    const fold = page.locator(`#${id}`);
    await expect(fold).toHaveAttribute('open');
    await expect(fold.locator('summary').first()).toBeInViewport();
    // Tab goes on inside.
    await page.keyboard.press('Tab');
    await expect(fold.locator('summary').first()).toBeFocused();
  }
});

test('a first plan comes long before the proof, and the gap is told until then', async ({ page, open }) => {
  await open(at('service'));
  const fold = await unfolded(page, 'plan');
  await expect(fold).toContainText(/plan found costs £\d\d,\d\d\d a month/, SEARCHED);
  await expect(fold).toContainText(/Gap £/, SEARCHED);
  await expect(fold.locator('[data-chart="frontier"]')).toBeVisible(SEARCHED);
  await fold.getByRole('button', { name: 'Stop' }).click();
  await expect(fold.locator('progress')).toBeHidden();
  // What was found stays.
  await expect(fold).toContainText('Gap £');
});

test('a share in the grid is typed, and the rest follows', async ({ page, open }) => {
  await open(at('service'));
  const fold = await unfolded(page, 'plan');
  const cell = (way) => fold.getByRole('textbox', { name: `Quotes: share that goes to ${way}, per cent` });
  await expect(cell('the back office')).toHaveValue('100');
  await cell('the tool').fill('40');
  await cell('the tool').press('Tab');
  await expect(cell('the back office')).toHaveValue('60');
  await expect(page).toHaveURL(/quote\.ways=back_office\*0\.6,front_with_tool\*0\.4/);
  const slider = fold.getByRole('slider', { name: 'Quotes: share that goes to the tool, per cent' });
  await slider.focus();
  await slider.press('ArrowRight');
  await expect(cell('the tool')).toHaveValue('50');
  await button(page, LABEL.undo).click();
  await button(page, LABEL.undo).click();
  await expect(cell('the back office')).toHaveValue('100');
});

test('one number for a target, and what cures', async ({ page, open }) => {
  await open(at('consulting', 'back.staff=2'));
  await way(page, 'Back-office centre').getByRole('button').click();
  const fold = await unfolded(page, 'solve');
  await fold.getByLabel('Target').selectOption({ label: 'Mean turnaround at most' });
  await fold.getByLabel('By changing').selectOption({ label: 'People behind' });
  await fold.getByLabel('Value').fill('soon');
  await fold.getByLabel('Value').press('Tab');
  await expect(fold).toContainText('“soon” is not a value for this target');
  await fold.getByLabel('Value').fill('1h');
  await fold.getByLabel('Value').press('Tab');
  await expect(fold).toContainText('3 instead of 2 reaches', SEARCHED);
  await fold.getByRole('button', { name: 'Use this value' }).click();
  await expect(page).not.toHaveURL(/back\.staff=2/);
  await button(page, LABEL.undo).click();
  await expect(fold).toContainText('It does not keep up with the work', SEARCHED);
  await expect(fold.getByRole('button', { name: /^Apply: / }).first()).toBeVisible(SEARCHED);
});

test('principles beside the money: weights are one step of undo, pairs give weights', async ({ page, open }) => {
  await open();
  const fold = await unfolded(page, 'principles');
  await expect(fold.locator('h3').first()).toContainText(/money/i);
  await expect(fold.locator('[data-chart="principles"]')).toBeVisible();
  await fold.getByRole('slider', { name: 'Responsiveness' }).fill('90');
  await expect(page).toHaveURL(/principles=0\.2,0\.9/);
  await button(page, LABEL.undo).click();
  await expect(page).not.toHaveURL(/principles=/);
  await fold.getByText('Compare in pairs').click();
  await fold.getByLabel('Complexity and expertise counts …').first().selectOption({ index: 8 });
  await expect(fold).toContainText('Consistency ratio');
  await fold.getByRole('button', { name: 'Use these weights' }).click();
  await expect(page).toHaveURL(/principles=/);
  await expect(fold).toContainText('2,000 draws', SEARCHED);
});

test('what is observed names what is most likely off', async ({ page, open }) => {
  await open(at('consulting', 'today=back_office'));
  const fold = await unfolded(page, 'today');
  await fold.getByLabel('Mean turnaround, observed').fill('quick');
  await fold.getByLabel('Mean turnaround, observed').press('Tab');
  await expect(fold).toContainText('“quick” is not a figure of this kind');
  await fold.getByLabel('Mean turnaround, observed').fill('50 min');
  await fold.getByLabel('Mean turnaround, observed').press('Tab');
  await expect(fold).toContainText('Most likely off', SEARCHED);
  const before = await verdict(page).innerText();
  await fold.getByRole('button', { name: /^Apply: / }).first().click();
  await expect(fold).toContainText('The model says what you observe', SEARCHED);
  await button(page, LABEL.undo).click();
  await expect(verdict(page)).toHaveText(before);
});

test('today keeps its people when a plan is taken, and they can be put right', async ({ page, open }) => {
  await open(at('office', 'back.staff=8'));
  const fold = await unfolded(page, 'plan');
  await expect(fold).toContainText(/The cheapest plan costs £[\d,]+ a month, £[\d,]+ less than today/, SEARCHED);
  const [, saved] = /a month, (£[\d,]+ less than today)/.exec(await fold.innerText());
  await expect(fold).toContainText(/fewer than today/);
  await fold.getByRole('button', { name: 'Take this plan' }).click();
  await expect(page.locator('.figures')).toContainText(saved);
  await expect(fold).toContainText('This plan is taken', SEARCHED);
  await expect(fold.getByRole('button', { name: 'Take this plan' })).toHaveCount(0);
  await expect(page.locator('.conditions')).toContainText('Today is the back office with other people: front office 5, back office 8.');
  await expect(page.locator('.ways')).toContainText('today’s way');
  const today = await unfolded(page, 'today');
  const back = today.getByRole('textbox', { name: 'Back office', exact: true });
  await expect(back).toHaveValue('8');
  await back.fill('some');
  await back.press('Enter');
  await expect(today).toContainText('Back office today: “some” is no number of people; give one from 0 to 500, such as 5.');
  await expect(page.locator('.figures')).toContainText(saved);
  await back.fill('9');
  await back.press('Enter');
  await expect(page).toHaveURL(/today=back_office\*5,9/);
  await expect(page.locator('.figures')).not.toContainText(saved);
  await today.getByRole('button', { name: 'As many as planned' }).click();
  await expect(page).not.toHaveURL(/today=/);
  await expect(page.locator('.ways')).not.toContainText('today’s way');
});
