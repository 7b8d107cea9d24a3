// The simulation that judges the formulas: by itself, with any seed, in the worker or without one,
// never stale, and the same to the bit.
import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import {
  JUDGED, button, expect, figure, frames, less, more, referee, settled, slider, test, tabTo,
} from './page.mjs';

const panel = (page) => page.locator('#referee');
const row = (page, name) => panel(page).locator('tbody tr').filter({ hasText: name });
const back = (page) => page.locator('.ways tbody tr').filter({ hasText: 'Back-office centre' });

async function unfold(page) {
  await panel(page).locator('summary').click();
  await expect(panel(page).locator('.luck')).toBeVisible();
}

/** Two decimal numbers of a cell: the middle and the half-width. */
async function interval(page, name) {
  const text = await row(page, name).locator('td').nth(1).innerText();
  return text.replaceAll(',', '').match(/[\d.]+/g).map(Number);
}

test('it runs by itself, and says of each figure how formula and simulation stand', async ({ page, open }) => {
  await open();
  await settled(page);
  await expect(referee(page)).toHaveText('formula and simulation agree');
  await back(page).getByRole('button', { name: 'Back-office centre' }).click();
  await settled(page);
  await unfold(page);
  // MODELS: 33.0 simulated, nine in ten within 72.2.
  for (const [name, expected] of [['Mean turnaround', 33.0], ['Nine in ten', 72.2]]) {
    const [middle, half] = await interval(page, name);
    expect(Math.abs(middle - expected)).toBeLessThan(1.5 * half);
    expect(half).toBeLessThan(0.03 * middle);
  }
  await expect(panel(page)).toContainText('Why they may differ');
  await expect(panel(page)).toContainText(/back office: £[\d,]+ ± £[\d,]+ a month cheaper/i);
  await expect(panel(page)).toContainText(/\d+ replications of [\d,]+ tasks/);
});

test('the claims chain shows the ninetieth percentile that it has', async ({ page, open }) => {
  await open('#v=1&example=claims.1');
  await settled(page);
  await unfold(page);
  const [hours, half] = await interval(page, 'Nine in ten');
  expect(Math.abs(hours * 60 - 1092)).toBeLessThan(1.5 * half * 60);
});

test('another seed is one step: other luck, in the link, and undone', async ({ page, open }) => {
  await open();
  await settled(page);
  await unfold(page);
  const before = await panel(page).locator('tbody').innerText();
  await button(page, 'Try another seed').click();
  await frames(page);
  await settled(page);
  await expect(panel(page).locator('.luck')).toContainText('Seed 2');
  expect(await panel(page).locator('tbody').innerText()).not.toBe(before);
  await expect.poll(() => page.url()).toContain('simulation.seed=2');
  await button(page, 'Undo').click();
  await frames(page);
  await settled(page);
  expect(await panel(page).locator('tbody').innerText()).toBe(before);
});

test('what was simulated lies over the charts, in picture, table and words', async ({ page, open }) => {
  await open();
  const picture = () => figure(page, 'turnaround').locator('canvas').evaluate((canvas) => canvas.toDataURL());
  await settled(page);
  await expect(figure(page, 'turnaround')).toContainText('circles: simulated');
  const table = figure(page, 'turnaround');
  await table.getByRole('button', { name: 'Table' }).click();
  await expect(table.locator('thead')).toContainText('Simulated mean');
  await expect(table.locator('tbody tr').filter({ hasText: '23 min' })).toContainText('±');
  await table.getByRole('button', { name: 'Chart' }).click();
  await page.locator('#further-charts summary').click();
  await expect(figure(page, 'done')).toContainText('grey band: simulated');
  await expect(figure(page, 'busy')).toContainText('upright marks: simulated');
  expect((await picture()).length).toBeGreaterThan(1000);
});

test('without a worker the page computes the same', async ({ page, open, guard, stranger }) => {
  await open('#v=1&example=claims.1');
  await settled(page);
  await unfold(page);
  const table = await panel(page).locator('tbody').innerText();
  const other = await stranger();
  await other.route(/worker-\w+\.js$/, (route) => route.abort());
  await open('#v=1&example=claims.1', other);
  await expect(referee(other)).toHaveText(JUDGED, { timeout: 60_000 });
  await unfold(other);
  expect(await panel(other).locator('tbody').innerText()).toBe(table);
  // That the worker could not be fetched is all there is to complain about.
  guard.complaints = guard.complaints.filter((text) => !/Failed to load resource|ERR_FAILED/.test(text));
});

test('the worker gives the outcome that is frozen, to the bit', async ({ page, open }) => {
  await open();
  await settled(page);
  const folder = new URL('../fingerprint/', import.meta.url);
  const job = await readFile(new URL('job.json', folder), 'utf8');
  const frozen = (await readFile(new URL('mod.rs', folder), 'utf8')).match(/OUTCOME: u64 = (\d+)/)[1];
  const outcome = await page.evaluate((text) => new Promise((resolve, reject) => {
    const worker = new Worker(document.querySelector('[data-worker]').dataset.worker, { type: 'module' });
    worker.onerror = reject;
    worker.onmessage = ({ data }) => {
      if (data === 'ready') worker.postMessage(text);
      else if (data.startsWith('{"Done":')) {
        worker.terminate();
        resolve(data.slice('{"Done":'.length, -1));
      }
    };
  }), job);
  let sum = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(outcome)) {
    sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
  }
  expect(String(sum)).toBe(frozen);
});

test('a worker that is killed in mid-run is begun again, once', async ({ page, open, guard }) => {
  const begun = [];
  page.on('worker', (worker) => begun.push(worker));
  await open('#v=1&example=claims.1&assessment.staff=10');
  await expect(referee(page)).toHaveText('simulating', { timeout: 20_000 });
  await expect.poll(() => begun.length).toBe(1);
  await begun[0].evaluate(() => self.close()).catch(() => {});
  await expect(referee(page)).toHaveText(JUDGED, { timeout: 30_000 });
  expect(begun.length).toBe(2);
  guard.complaints = guard.complaints.filter((text) => !/worker/i.test(text));
});

test('moved a hundred times, it shows nothing stale as fresh and keeps one worker', async ({ page, open }) => {
  test.setTimeout(90_000);
  let begun = 0;
  page.on('worker', () => { begun += 1; });
  await open();
  await settled(page);
  await unfold(page);
  // What is shown as fresh must be of the numbers as they stand.
  await page.evaluate(() => {
    window.freshBeforeSettled = 0;
    const look = () => {
      const line = document.querySelector('#referee > summary .line').textContent;
      const moving = performance.now() - window.moved < 300;
      if (moving && /agree|differ/.test(line) && !document.querySelector('#referee .stale')) window.freshBeforeSettled += 1;
      requestAnimationFrame(look);
    };
    window.moved = -1000;
    look();
  });
  const handle = slider(page, 'admin.rate');
  await handle.focus();
  for (let press = 0; press < 100; press += 1) {
    await page.keyboard.press(press % 2 ? 'ArrowLeft' : 'ArrowRight');
    await page.evaluate(() => { window.moved = performance.now(); });
    // Every tenth time long enough for a simulation to begin.
    await page.waitForTimeout(press % 10 === 9 ? 550 : 50);
  }
  await settled(page);
  expect(await page.evaluate(() => window.freshBeforeSettled)).toBe(0);
  expect(begun).toBe(1);
  expect(page.workers().length).toBe(1);
});

test('an overload never settles, and both say so', async ({ page, open }) => {
  await open('#v=1&example=consulting.1&back.staff=2');
  await settled(page);
  await back(page).getByRole('button', { name: 'Back-office centre' }).click();
  await settled(page);
  await unfold(page);
  await expect(panel(page)).toContainText(/never settles: [\d.]+ ± [\d.]+ more tasks are inside every week, over \d+ replications; the formula says 9\.5: they agree/);
});

test('nothing to simulate is said', async ({ page, open }) => {
  await open('#v=1&example=hotel.1&maintenance.staff=0');
  await settled(page);
  await unfold(page);
  await expect(panel(page)).toContainText('nobody on duty');
});

test('by keyboard alone', async ({ page, open }) => {
  await open();
  await settled(page);
  await tabTo(page, 'Checked by simulation');
  await page.keyboard.press('Enter');
  await expect(panel(page).locator('.luck')).toBeVisible();
  await tabTo(page, 'Try another seed', 3);
  await page.keyboard.press('Enter');
  await expect(panel(page).locator('.luck')).toContainText('Seed 2');
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 390]) {
    test.describe(`${colorScheme}, ${width} wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });
      test('axe finds nothing and nothing is cut off', async ({ page, open }) => {
        await open('#v=1&example=claims.1');
        await settled(page);
        await unfold(page);
        await less(page, 'assessment.staff').click();
        await more(page, 'assessment.staff').click();
        for (let look = 0; look < 2; look += 1) {
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
          await settled(page);
        }
        const past = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
        expect(past).toBe(0);
      });
    });
  }
}
