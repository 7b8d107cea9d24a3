// Where the work outruns the people the page says so, and at no end of any slider does it talk nonsense.
import {
  LABEL, NONSENSE, allText, button, expect, field, figure, frames, link, openFolds, settled, slider, test, verdict, way,
} from './page.mjs';

test('two people behind: overload, how fast it grows, and what cures it', async ({ page, open }) => {
  await open(link('back.staff=2'));
  await expect(way(page, 'Back-office centre')).toContainText('overload');
  const trouble = page.locator('.troubles li');
  await expect(trouble).toHaveCount(1);
  await expect(trouble).toContainText('9.5 more tasks');
  await expect(trouble).toContainText('week');
  await expect(trouble).toContainText('One more person cures it');
  // What falls behind has no cost of a month, and none that is less than today's.
  await way(page, 'Back-office centre').getByRole('button').click();
  await expect(page.locator('.figures')).toContainText('–');
  await expect(page.locator('.figures')).not.toContainText('£');
  await field(page, 'back.staff').fill('3');
  await expect(trouble).toHaveCount(0);
});

const EXTREMES = [
  'back.staff=0', 'back.staff=2', 'admin.rate=0', 'admin.rate=60', 'admin.unclear=0.9', 'back.shrinkage=0.9',
  'front.staff=0', 'front.staff=0&back.staff=0', 'admin.back_minutes=0', 'admin.front_minutes=0',
  'front.rate=0&back.rate=0', 'admin.service_scv=0', 'admin.promise=0', 'calendar.days_per_week=0',
];

test('at the edges of the model: no nonsense in words, charts or tables', async ({ page, open }) => {
  await open();
  const table = page.getByRole('button', { name: LABEL.table, exact: true });
  const chart = page.getByRole('button', { name: LABEL.chart, exact: true });
  for (const changes of EXTREMES) {
    await page.evaluate((hash) => { window.location.hash = hash; }, link(changes));
    await expect.poll(() => page.locator('.why').innerText(), changes).toContain('Changed from the example');
    expect(await allText(page), changes).not.toMatch(NONSENSE);
    await expect(verdict(page)).not.toBeEmpty();
    for (const toggle of [table, chart]) {
      for (const each of await toggle.all()) if (await each.isVisible()) await each.click();
      expect(await allText(page), changes).not.toMatch(NONSENSE);
    }
  }
});

test('nobody in the back office is told apart from too few', async ({ page, open }) => {
  await open(link('back.staff=0'));
  await expect(way(page, 'Back-office centre')).toContainText('nobody');
  await expect(way(page, 'Back-office centre')).not.toContainText(/\d min/);
});

test('no tasks at all is an answer too', async ({ page, open }) => {
  await open();
  await field(page, 'admin.rate').fill('0');
  expect(await allText(page)).not.toMatch(NONSENSE);
  await expect(verdict(page)).not.toBeEmpty();
});

/** Drives every slider in turn, or all of them, and returns what was said that should not be. */
const drive = (page, how) => page.evaluate(async ({ how, nonsense }) => {
  const bad = new RegExp(nonsense);
  const rest = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const said = [];
  const look = (where) => {
    const text = document.body.textContent;
    const found = text.match(bad);
    if (found) said.push(`${where}: …${text.slice(Math.max(0, found.index - 60), found.index + 40)}…`);
  };
  const put = (input, value) => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const reset = (input) => {
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keyup', { key: 'Delete', bubbles: true }));
  };
  const sliders = [...document.querySelectorAll('.controls input[type="range"]')];
  const ends = how.end ? [how.end] : ['0', '1000'];
  for (const end of ends) {
    for (const input of sliders) {
      put(input, end);
      await rest();
      look(`${input.getAttribute('aria-label')} at ${end}`);
      if (how.alone) reset(input);
    }
  }
  return { count: sliders.length, said };
}, { how, nonsense: NONSENSE.source });

test('every slider alone, at both ends, makes sense', async ({ page, open }) => {
  await open();
  await settled(page);
  const before = await page.getByRole('main').innerText();
  await openFolds(page);
  const { count, said } = await drive(page, { alone: true });
  expect(count).toBeGreaterThan(20);
  expect(said).toEqual([]);
  await expect(page.getByRole('main')).toHaveText(/£7,134/);
  await frames(page);
  await settled(page);
  expect(await page.getByRole('main').innerText()).toBe(before);
});

for (const [name, end] of [['least', '0'], ['most', '1000']]) {
  test(`all sliders together at their ${name} make sense, with the switches either way`, async ({ page, open }) => {
    await open();
    await openFolds(page);
    const { said } = await drive(page, { end });
    expect(said).toEqual([]);
    for (const box of await page.getByRole('switch').all()) {
      await box.click();
      expect(await allText(page)).not.toMatch(NONSENSE);
    }
    await expect(verdict(page)).not.toBeEmpty();
  });
}

test('absurd numbers typed into every field are taken at their limits and make sense', async ({ page, open }) => {
  test.slow();
  await open();
  await openFolds(page);
  const said = await page.evaluate(async (nonsense) => {
    const bad = new RegExp(nonsense);
    const found = [];
    const fields = [...document.querySelectorAll('.controls input[type="text"]')];
    for (const typed of ['1e15', '-1e15', '0', '1e-300', '99999999999999999999999']) {
      for (const input of fields) {
        const example = input.value;
        input.focus();
        for (const value of [typed, example]) {
          input.value = value;
          input.dispatchEvent(new Event('input', { bubbles: true }));
          await new Promise((resolve) => requestAnimationFrame(resolve));
          if (bad.test(document.body.textContent)) found.push(`${input.id}: ${value}`);
        }
        input.blur();
      }
    }
    return found;
  }, NONSENSE.source);
  expect(said).toEqual([]);
  await expect(verdict(page)).toContainText('£7,134');
});

test('the chart of people shows the overload it tells of', async ({ page, open }) => {
  await open(link('back.staff=2'));
  const chart = figure(page, 'turnaround');
  await chart.getByRole('button', { name: LABEL.table, exact: true }).click();
  await expect(chart.getByRole('table')).toContainText('overload');
  await slider(page, 'back.staff').press('ArrowRight');
  await expect(page.locator('.troubles')).toHaveCount(0);
  await button(page, LABEL.undo).click();
  await expect(page.locator('.troubles')).toHaveCount(1);
});
