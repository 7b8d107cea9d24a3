// Live contacts and work that can wait: the two examples, channels set by hand, the reserve, chasers.
import AxeBuilder from '@axe-core/playwright';
import {
  LABEL, NONSENSE, allText, button, expect, field, figure, settled, test, verdict, way,
} from './page.mjs';

const at = (example, changes = '') => `#v=1&example=${example}.1${changes && `&${changes}`}`;
const live = (page) => page.locator('#live');
const SIMULATED = { timeout: 40_000 };

test('one desk or two: both kinds of work side by side', async ({ page, open }) => {
  await open(at('desk'));
  await expect(verdict(page)).toContainText('Let the front office do it all: it costs the same as setting people apart, and only so are 80');
  await expect(live(page)).toContainText('exact');
  await expect(live(page)).toContainText('Apart, live contacts need 7 people and the other work 3: 10 in all. At one desk 9 are enough', SIMULATED);
  await expect(live(page)).toContainText('Live contacts always go first, and what can wait pays for it');
  await expect(figure(page, 'reserve')).toContainText('Three kept free answer enough calls');
  expect(await allText(page)).not.toMatch(NONSENSE);
});

test('help from the front: a bound, the truth, and why they differ', async ({ page, open }) => {
  await open(at('helping'));
  const row = live(page).getByRole('row').filter({ hasText: 'Front office helps behind' }).first();
  await expect(row).toContainText('at least 78');
  await expect(row).toContainText('bound');
  await expect(row).toContainText(/8[01]\.\d+ ± 0\.\d+/, SIMULATED);
  await expect(live(page)).toContainText('Trust the simulation; plan by the bound to be safe.');
});

test('a channel is set by its name, and what follows appears', async ({ page, open }) => {
  await open();
  const fold = page.locator('details.fold', { hasText: 'Live contacts and priorities' });
  await fold.locator('summary').first().click();
  await expect(field(page, 'admin.patience')).toBeHidden();
  await field(page, 'admin.channel').fill('phone');
  await field(page, 'admin.channel').press('Enter');
  await expect(field(page, 'admin.patience')).toBeVisible();
  await expect(live(page)).toContainText('answered at once here, since the team that takes them has no queue');
  await expect(page).toHaveURL(/admin\.channel=3/);
  await field(page, 'admin.channel').fill('pigeon');
  await expect(page.locator('#admin-channel-problem')).toContainText('“pigeon” is not');
  await field(page, 'admin.channel').press('Escape');
  await button(page, LABEL.undo).click();
  await expect(live(page)).not.toHaveAttribute('open');
});

test('chasers above the critical rate: a spiral, not a number', async ({ page, open }) => {
  await open(at('helping', 'case.chase_work_minutes=3&case.chase_rate=0.2'));
  await expect(way(page, 'Straight to the team behind')).toContainText('delay spiral');
  await expect(page.locator('.troubles')).toContainText('a delay spiral, without an end and without a number');
  await expect(live(page)).toContainText('the delay feeds itself above 0.124 chasers', SIMULATED);
});

/** The middle one of the times, in ms, that the page takes for a step of the reserve's slider. */
async function stepTime(page) {
  return page.evaluate(async () => {
    const slider = document.querySelector('[aria-label="Kept free for calls, slider"]');
    const times = [];
    for (let place = 0; place <= 1000; place += 50) {
      const began = performance.now();
      slider.value = String(place);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      // What follows from the scenario is worked out once the event is over.
      await new Promise((done) => { setTimeout(done); });
      times.push(performance.now() - began);
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  });
}

test('a desk of sixty follows the reserve as fast as one of eleven', async ({ page, open }) => {
  await open(at('helping'));
  const small = await stepTime(page);
  for (const [key, value] of [['front.staff', '60'], ['call.rate', '500']]) {
    await field(page, key).fill(value);
    await field(page, key).press('Enter');
  }
  const large = await stepTime(page);
  // The chain of sixty people takes a hundred times as long as that of eleven: it is no matter of a frame.
  expect(large / Math.max(small, 4)).toBeLessThan(4);
});

for (const scheme of ['light', 'dark']) {
  test(`axe finds nothing, ${scheme}`, async ({ page, open }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(at('desk'));
    await expect(live(page)).toContainText('Apart, live contacts need', SIMULATED);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0].html.slice(0, 120)}`)).toEqual([]);
  });
}

test('nothing is wider than a narrow phone', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(at('desk'));
  await expect(live(page)).toContainText('exact');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
});
