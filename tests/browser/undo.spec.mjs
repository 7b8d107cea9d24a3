// Every gesture can be taken back whole, and no control takes more than it was given.
import {
  LABEL, button, dragSlider, expect, field, less, link, more, openFolds, settled, slider, snapshot, test, words,
} from './page.mjs';

const STAFF = 'back.staff';
const undo = (page) => button(page, LABEL.undo);
const redo = (page) => button(page, LABEL.redo);

test('a drag is one step; undo restores all of the page, redo brings it back', async ({ page, open }) => {
  await open();
  await expect(undo(page)).toBeDisabled();
  await expect(redo(page)).toBeDisabled();
  const before = await snapshot(page);
  await dragSlider(page, STAFF, 0.6);
  const after = await snapshot(page);
  expect(after.answer).not.toBe(before.answer);
  await undo(page).click();
  expect(await snapshot(page)).toEqual(before);
  await expect(undo(page)).toBeDisabled();
  await redo(page).click();
  expect(await snapshot(page)).toEqual(after);
  await expect(redo(page)).toBeDisabled();
});

test('a drag that comes back to where it began is no step', async ({ page, open }) => {
  await open();
  await slider(page, STAFF).evaluate((input) => {
    const start = input.value;
    for (const value of ['700', '900', start]) {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(field(page, STAFF)).toHaveValue('3');
  await expect(undo(page)).toBeDisabled();
});

test('steps are taken back in turn, and a new change forgets what was undone', async ({ page, open }) => {
  await open();
  const states = [await words(page)];
  for (const press of [() => more(page, STAFF).click(), () => more(page, 'front.staff').click(),
    () => less(page, 'back.rate').click()]) {
    await press();
    states.push(await words(page));
  }
  for (const state of states.slice(0, -1).reverse()) {
    await undo(page).click();
    expect(await words(page)).toEqual(state);
  }
  await redo(page).click();
  expect(await words(page)).toEqual(states[1]);
  await more(page, 'back.rate').click();
  await expect(redo(page)).toBeDisabled();
});

test('Ctrl+Z and Ctrl+Y work outside fields; in a field they are the field’s own', async ({ page, open }) => {
  await open();
  await more(page, STAFF).click();
  await expect(field(page, STAFF)).toHaveValue('4');
  await page.keyboard.press('Control+z');
  await expect(field(page, STAFF)).toHaveValue('3');
  await page.keyboard.press('Control+y');
  await expect(field(page, STAFF)).toHaveValue('4');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(field(page, STAFF)).toHaveValue('4');
  await field(page, 'front.staff').click();
  await page.keyboard.press('Control+z');
  await expect(field(page, STAFF)).toHaveValue('4');
});

test('Ctrl+Z takes back a drag while the slider has the focus', async ({ page, open }) => {
  await open();
  await dragSlider(page, STAFF, 0.7);
  await page.keyboard.press('Control+z');
  await expect(field(page, STAFF)).toHaveValue('3');
});

test('minus and plus move by one step each', async ({ page, open }) => {
  await open();
  await more(page, STAFF).click();
  await more(page, STAFF).click();
  await expect(field(page, STAFF)).toHaveValue('5');
  await less(page, STAFF).click();
  await expect(field(page, STAFF)).toHaveValue('4');
  await undo(page).click();
  await expect(field(page, STAFF)).toHaveValue('5');
});

test('the keys of a slider: arrows, pages, ends, and Delete back to the example', async ({ page, open }) => {
  await open();
  const handle = slider(page, STAFF);
  await handle.focus();
  const after = async (key) => {
    await page.keyboard.press(key);
    return Number(await field(page, STAFF).inputValue());
  };
  expect(await after('ArrowRight')).toBe(4);
  expect(await after('ArrowUp')).toBe(5);
  expect(await after('ArrowLeft')).toBe(4);
  expect(await after('ArrowDown')).toBe(3);
  expect(await after('PageUp')).toBe(13);
  expect(await after('PageDown')).toBe(3);
  const lowest = await after('Home');
  const highest = await after('End');
  expect(lowest).toBeLessThan(3);
  expect(highest).toBeGreaterThan(13);
  expect(await after('Delete')).toBe(3);
  await expect(handle).toHaveAttribute('aria-valuetext', /3/);
});

test('a key held down is one step', async ({ page, open }) => {
  await open();
  await slider(page, STAFF).focus();
  for (let i = 0; i < 5; i += 1) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  await expect(field(page, STAFF)).toHaveValue('8');
  await undo(page).click();
  await expect(field(page, STAFF)).toHaveValue('3');
});

test('a field is not rewritten while one types in it', async ({ page, open }) => {
  await open();
  await openFolds(page);
  const hours = field(page, 'front.client_hours');
  await hours.click();
  await page.keyboard.press('Control+a');
  const wanted = '1 234,5';
  for (let typed = 1; typed <= wanted.length; typed += 1) {
    await page.keyboard.type(wanted[typed - 1]);
    await expect(hours).toHaveValue(wanted.slice(0, typed));
  }
  await page.waitForTimeout(600);
  await expect(hours).toHaveValue(wanted);
  await page.keyboard.press('Tab');
  await expect(hours).toHaveValue('1,234.5');
});

test('what is typed counts at once, and a stay in a field is one step', async ({ page, open }) => {
  await open();
  const before = await words(page);
  await field(page, STAFF).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2');
  await expect(page.locator('.troubles')).toBeVisible();
  await page.keyboard.type('5');
  await expect(field(page, STAFF)).toHaveValue('25');
  await expect(page.locator('.troubles')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await undo(page).click();
  expect(await words(page)).toEqual(before);
  await expect(undo(page)).toBeDisabled();
});

test('Escape gives back what stood in the field', async ({ page, open }) => {
  await open();
  const before = await snapshot(page);
  await field(page, STAFF).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('17');
  await page.keyboard.press('Escape');
  await expect(field(page, STAFF)).toHaveValue('3');
  expect(await snapshot(page)).toEqual(before);
  await expect(undo(page)).toBeDisabled();
});

test('what is no number in a field: a sentence names the field and nothing changes', async ({ page, open }) => {
  await open();
  await settled(page);
  const before = await page.getByRole('main').innerText();
  const described = await field(page, STAFF).getAttribute('aria-describedby');
  const sentence = page.locator(`[id="${described}"]`);
  for (const bad of ['abc', '', '1e', '--', '<b>3</b>', '3 apples']) {
    await field(page, STAFF).fill(bad);
    await expect(sentence).toContainText('People behind');
    await expect(field(page, STAFF)).toHaveAttribute('aria-invalid', 'true');
    expect(await page.getByRole('main').innerText()).toBe(before);
    await expect(undo(page)).toBeDisabled();
  }
  await field(page, STAFF).fill('4');
  await expect(sentence).toBeEmpty();
  await expect(field(page, STAFF)).not.toHaveAttribute('aria-invalid', 'true');
});

test('a field that was left is no longer called invalid', async ({ page, open }) => {
  await open();
  await field(page, STAFF).fill('abc');
  await page.keyboard.press('Tab');
  await expect(field(page, STAFF)).toHaveValue('3');
  await expect(field(page, STAFF)).not.toHaveAttribute('aria-invalid', 'true');
});

test('a value beyond the limit is taken at the limit, and a sentence says so', async ({ page, open }) => {
  await open();
  await field(page, STAFF).fill('-4');
  const described = await field(page, STAFF).getAttribute('aria-describedby');
  await expect(page.locator(`[id="${described}"]`)).toContainText('People behind');
  await page.keyboard.press('Tab');
  expect(Number(await field(page, STAFF).inputValue())).toBeGreaterThanOrEqual(0);
});

test('the wheel changes nothing', async ({ page, open }) => {
  await open();
  const before = await words(page);
  for (const target of [slider(page, STAFF), field(page, STAFF), field(page, 'front.rate')]) {
    await target.focus();
    await target.hover();
    await page.mouse.wheel(0, 120);
    await page.mouse.wheel(0, -240);
  }
  expect(await words(page)).toEqual(before);
});

test('a fold that differs from the example says so, and its own button takes it back', async ({ page, open }) => {
  await open(link('admin.unclear=0.4'));
  const fold = page.locator('.fold', { hasText: 'Quality' });
  await expect(fold.locator('summary').first()).toContainText('changed');
  await expect(fold.locator('summary').first()).toContainText(/40\s%/);
  await openFolds(page);
  const unclear = fold.locator('.control', { has: field(page, 'admin.unclear') });
  await unclear.locator('.about > summary').click();
  await unclear.getByRole('button', { name: /back to the example/i }).click();
  await expect(field(page, 'admin.unclear')).toHaveValue('15');
  await expect(fold.locator('summary').first()).not.toContainText('changed');
});
