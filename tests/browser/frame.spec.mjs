// One input event changes words and charts before the next frame is drawn: never a stale picture.
import { expect, slider, test } from './page.mjs';

const CASES = [
  { key: 'back.staff', charts: ['cost', 'turnaround'] },
  { key: 'admin.rate', charts: ['cost', 'turnaround'] },
  { key: 'back.rate', charts: ['cost'] },
  { key: 'admin.promise', charts: ['turnaround'] },
];

for (const { key, charts } of CASES) {
  test(`${key} is answered in the frame of its event`, async ({ page, open }) => {
    await open();
    const changed = await slider(page, key).evaluate((input) => new Promise((resolve) => {
      const read = () => ({
        verdict: document.querySelector('h1').innerText,
        figures: document.querySelector('.figures').innerText,
        table: document.querySelector('.ways').innerText,
        ...Object.fromEntries([...document.querySelectorAll('figure[data-chart]')]
          .map((figure) => [figure.dataset.chart, figure.querySelector('canvas').toDataURL()])),
      });
      requestAnimationFrame(() => {
        const before = read();
        // Asked for before the event, so it runs before any callback that the page asks for.
        requestAnimationFrame(() => {
          const after = read();
          resolve(Object.keys(before).filter((part) => before[part] !== after[part]));
        });
        input.value = String(Number(input.value) + 150);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
    }));
    expect(changed).toEqual(expect.arrayContaining(charts));
    expect(changed.some((part) => ['verdict', 'figures', 'table'].includes(part))).toBe(true);
  });
}

test('every event of a quick drag is answered, none is put off', async ({ page, open }) => {
  await open();
  const pictures = await slider(page, 'back.staff').evaluate(async (input) => {
    const canvas = document.querySelector('figure[data-chart="turnaround"] canvas');
    const seen = new Set();
    for (let place = 100; place <= 600; place += 100) {
      input.value = String(place);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      seen.add(canvas.toDataURL());
    }
    return seen.size;
  });
  expect(pictures).toBe(6);
});
