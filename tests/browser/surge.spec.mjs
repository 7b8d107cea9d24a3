// A surge: the two examples, the weeks dragged, typed and pasted, plans taken, the chart, the
// simulation; a surge of one's own.
import AxeBuilder from '@axe-core/playwright';
import {
  LABEL, NONSENSE, allText, button, expect, figure, frames, test, verdict,
} from './page.mjs';

const at = (example, changes = '') => `#v=1&example=${example}.1${changes && `&${changes}`}`;
const SEARCHED = { timeout: 60_000 };
test.describe.configure({ timeout: 120_000 });

/** The planner, once it has unfolded itself and found the cheapest plans. */
async function planner(page) {
  const fold = page.locator('#surge');
  await expect(fold).toHaveAttribute('open', '', SEARCHED);
  await expect(fold).toContainText('plans tried', SEARCHED);
  return fold;
}

const remedy = (fold, name) => fold.locator('.remedies tbody tr').filter({ has: fold.page().locator(`strong:text-is("${name}")`) });
const weeks = (fold) => fold.locator('#surge-weekly');
const problem = (fold) => fold.locator('#surge-weekly-problem');

test('the onboarding surge: every remedy in money, peak and end, as worked out by hand', async ({ page, open }) => {
  await open(at('surge'));
  await expect(verdict(page)).toContainText('Six temporary staff for seven weeks from week 2');
  await expect(verdict(page)).toContainText('outlives the surge by 43 weeks');
  const fold = await planner(page);
  await expect(remedy(fold, 'Wait it out')).toContainText('270');
  await expect(remedy(fold, 'Temporary staff')).toContainText('£44,925');
  await expect(remedy(fold, 'Temporary staff')).toContainText('£54,051');
  await expect(remedy(fold, 'Front office helps')).toContainText('£81,000');
  await expect(remedy(fold, 'Temps and overtime')).toContainText('£51,953');
  await expect(remedy(fold, 'Temps and overtime')).toContainText('cheapest');
  await expect(fold).toContainText('5.69 weeks');
  // With chance in it, and why the two differ.
  await expect(fold).toContainText('Your plan, simulated', SEARCHED);
  await expect(fold).toContainText('no luck in it');
  expect(await allText(page)).not.toMatch(NONSENSE);
});

test('the software upgrade: temporary, permanent only if the need lasts', async ({ page, open }) => {
  await open(at('upgrade'));
  const fold = await planner(page);
  await expect(remedy(fold, 'Temporary staff')).toContainText('£104,349');
  await expect(remedy(fold, 'Temporary staff')).toContainText('week 9, for good week 14');
  await expect(fold).toContainText('up to 27.4 weeks; permanent only if the need lasts longer');
  await expect(fold).toContainText('84 % of weeks');
  // Its duration is among what decides.
  await page.locator('#further-charts > summary').click();
  await page.locator('#deciding-choice').selectOption({ label: 'How long the extra work lasts' });
  await expect(figure(page, 'deciding')).toContainText('27.4 weeks');
});

test('a bar is dragged: everything follows, and one step of undo takes it back', async ({ page, open }) => {
  await open(at('surge'));
  const fold = await planner(page);
  const headline = figure(page, 'weeks').locator('figcaption strong');
  const before = await headline.textContent();
  const bar = fold.getByRole('slider', { name: 'Week 3', exact: true });
  await bar.scrollIntoViewIfNeeded();
  const box = await bar.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 6, { steps: 6 });
  await frames(page);
  await expect(headline).not.toHaveText(before);
  await page.mouse.up();
  await expect(page).toHaveURL(/surge=50,90\*2,1\d\d/);
  await button(page, LABEL.undo).click();
  await expect(headline).toHaveText(before);
  // By keyboard the same.
  await bar.focus();
  await bar.press('ArrowUp');
  await expect(page).toHaveURL(/surge=50,90\*2,9[1-9]/);
});

test('a bar is answered in the frame of its event', async ({ page, open }) => {
  await open(at('surge'));
  const fold = await planner(page);
  const changed = await fold.getByRole('slider', { name: 'Week 4', exact: true }).evaluate((input) => new Promise((resolve) => {
    const read = () => ({
      verdict: document.querySelector('h1').innerText,
      remedies: document.querySelector('.remedies').innerText,
      chart: document.querySelector('figure[data-chart="weeks"] canvas').toDataURL(),
    });
    requestAnimationFrame(() => {
      const before = read();
      // Asked for before the event, so it runs before any callback that the page asks for.
      requestAnimationFrame(() => {
        const after = read();
        resolve(Object.keys(before).filter((part) => before[part] !== after[part]));
      });
      input.value = String(Number(input.value) + 20);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }));
  expect(changed).toEqual(['verdict', 'remedies', 'chart']);
});

test('a row is pasted; what cannot be used is named, and loses nothing', async ({ page, open }) => {
  await open(at('surge'));
  const fold = await planner(page);
  const bars = fold.getByRole('slider', { name: /^Week \d+$/ });
  await expect(bars).toHaveCount(9);
  const said = [
    ['50\t\t90', 'nothing stands for week 1'],
    ['50\tmany\t90', '“many” for week 1 is not a number'],
    ['50\t-90', '90 for week 1 is less than nothing'],
    ['7\t'.repeat(4_999) + '7', '5,000 are too many; give at most 260'],
    ['', 'no number stands here'],
  ];
  for (const [text, sentence] of said) {
    await weeks(fold).fill(text);
    await weeks(fold).press('Tab');
    await expect(problem(fold)).toContainText(sentence);
    await expect(weeks(fold)).toHaveAttribute('aria-invalid', 'true');
    // What was there stays, and so does what was typed.
    await expect(bars).toHaveCount(9);
    await expect(weeks(fold)).toHaveValue(text);
  }
  await weeks(fold).fill('50\n90\n120\n');
  await weeks(fold).press('Tab');
  await expect(problem(fold)).toBeEmpty();
  await expect(bars).toHaveCount(3);
  await expect(weeks(fold)).toHaveValue('50, 90, 120');
  await expect(page).toHaveURL(/surge=50,90,120/);
});

test('what is pasted counts at once', async ({ page, open, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(at('surge'));
  const fold = await planner(page);
  await page.evaluate(() => navigator.clipboard.writeText('60\t60\t60\t80'));
  await weeks(fold).focus();
  await weeks(fold).press('ControlOrMeta+A');
  await weeks(fold).press('ControlOrMeta+V');
  await expect(fold.getByRole('slider', { name: /^Week \d+$/ })).toHaveCount(4);
  await expect(page).toHaveURL(/surge=60\*3,80/);
});

test('a remedy is taken as the plan, in one step', async ({ page, open }) => {
  await open(at('surge'));
  const fold = await planner(page);
  await remedy(fold, 'Overtime').getByRole('button').click();
  await expect(page).toHaveURL(/surge\.overtime=0\.2/);
  await expect(verdict(page)).toContainText('20 % overtime for 16 weeks');
  await expect(remedy(fold, 'Your plan')).toContainText('£92,906');
  // The verdict is about the cheapest, without chance, until the plan is the cheapest and simulated.
  const said = fold.locator('.answer');
  await expect(said).toContainText('A task that waits a week counts £');
  await expect(said).not.toContainText('With chance');
  await button(page, LABEL.undo).click();
  await remedy(fold, 'Temps and overtime').getByRole('button').click();
  await expect(said).toContainText(/With chance it is £\d+,\d+ ± £/, SEARCHED);
  await button(page, LABEL.undo).click();
  await expect(remedy(fold, 'Your plan')).toContainText('£54,051');
  const dial = fold.getByRole('slider', { name: 'Temporary staff' });
  await dial.focus();
  await dial.press('ArrowRight');
  await expect(page).toHaveURL(/surge\.temps=7/);
});

test('a surge of one’s own: planned, kept in the link, removed', async ({ page, open, guard }) => {
  await open();
  const fold = page.locator('#surge');
  await expect(fold).toBeVisible();
  await fold.locator('summary').first().click();
  await button(page, 'Plan a surge').click();
  await expect(page).toHaveURL(/surge=225,405\*8/);
  await expect(fold.locator('.remedies tbody tr')).toHaveCount(6, SEARCHED);
  await expect(page.locator('.controls')).toContainText('Time and surge');
  await guard.loading(page, () => page.reload());
  await expect(page.locator('#surge')).toHaveAttribute('open', '', SEARCHED);
  await button(page, 'Remove the surge').click();
  await expect(page).not.toHaveURL(/surge=/);
  await expect(button(page, 'Plan a surge')).toHaveCount(0);
});

test('one kind of work comes and goes alone: chosen, filled in, in the link, undone', async ({ page, open, guard }) => {
  await open(at('service', 'surge=1000,1800*8'));
  const fold = await planner(page);
  const choice = fold.getByLabel('Work that comes and goes');
  await expect(choice).toHaveValue('');
  const about = fold.locator('.accuracy').first();
  await expect(about).toContainText('all kinds of work together');
  await fold.getByLabel('Or fill in: times the usual').fill('2');
  await fold.getByLabel('for weeks').fill('six');
  await button(page, 'Fill in').click();
  await expect(fold).toContainText('Fill in: give how many times');
  await expect(weeks(fold)).toHaveValue('1000, 1800*8');
  await fold.getByLabel('for weeks').fill('6');
  await button(page, 'Fill in').click();
  await expect(fold).not.toContainText('Fill in: give how many times');
  const all = (14 + 6 + 5 + 4 + 1.5) * 37.5;
  await expect(weeks(fold)).toHaveValue(`${Math.round(all)}, ${Math.round(2 * all)}*6`);
  // Twice the usual demand stays twice the usual demand.
  await choice.selectOption({ label: 'Complaints' });
  await expect(weeks(fold)).toHaveValue('56, 113*6');
  await expect(page).toHaveURL(/surge=complaint:56,113\*6/);
  await expect(about).toContainText('Of complaints, 56.3 come in a usual week; all else stays as usual');
  await expect(fold).toContainText('plans tried', SEARCHED);
  await guard.loading(page, () => page.reload());
  await planner(page);
  await expect(choice).toHaveValue('complaint');
  await choice.selectOption({ label: 'All kinds, in their usual mix' });
  await expect(page).not.toHaveURL(/complaint:/);
  await button(page, 'Undo').click();
  await expect(choice).toHaveValue('complaint');
  expect(await allText(page)).not.toMatch(NONSENSE);
});

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
    test.describe(`${colorScheme}, ${viewport.width} wide`, () => {
      test.use({ colorScheme, viewport });
      test('nothing for axe, nothing wider than the page', async ({ page, open }) => {
        await open(at('upgrade'));
        const fold = await planner(page);
        await expect(fold).toContainText('Your plan, simulated', SEARCHED);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(viewport.width);
      });
    });
  }
}

test('another team that falls short is named, with those who would do; help beyond what is free too', async ({ page, open }) => {
  // Notices go half to the front: twice as many are too much for its two people.
  await open(at('office', 'tasks=request,notice&notice.name=Notices&notice.rate=2&notice.front_minutes=45&notice.back_minutes=30'
    + '&notice.ways=split*1&request.ways=back_office*1&front.staff=2&back.staff=3.2&surge=notice:75,150*6'));
  const fold = await planner(page);
  const said = fold.locator('.troubles');
  await expect(said).toContainText(/The front office falls short too: the week in which most comes brings it \d+ hours of work, and its people have 60; \w+ more would do\./);
  await expect(remedy(fold, 'Front office helps')).toHaveCount(0);
  const help = fold.getByRole('slider', { name: 'Front office helps, a week' });
  await help.focus();
  await help.press('ArrowRight');
  await expect(said).toContainText('hours of help would keep it from that work');
  // A phone shows it too.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(said).toBeVisible();
});
