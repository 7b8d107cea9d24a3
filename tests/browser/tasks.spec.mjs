// The table of the kinds of work: by mouse alone and by keyboard alone, names that would break
// out, sentences for what cannot be, and a link that opens the same.
import AxeBuilder from '@axe-core/playwright';
import { button, control, expect, frames, link, tabTo, test, verdict, way } from './page.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const door = (page) => page.locator('#own-work > summary');
const table = (page) => page.locator('#kind-table');
const rows = (page) => table(page).locator('tbody tr');
const inTable = (page, name) => table(page).getByRole('button', { name, exact: true });
const cell = (row, name) => row.getByRole('textbox', { name, exact: true });
const name = (row) => cell(row, 'Name');
const said = (page, text) => expect(table(page).locator('.visually-hidden[role="status"]')).toHaveText(text);

async function unfold(page) {
  await door(page).click();
  await expect(inTable(page, 'Add a kind of work')).toBeVisible();
}

async function fill(row, field, value) {
  await cell(row, field).fill(value);
  await cell(row, field).blur();
}

test('a second kind by mouse; charts, controls and verdict follow; undo; the link opens the same', async ({ page, open, guard }) => {
  await open();
  await expect(door(page)).toContainText('one: Admin tasks, 6 an hour');
  await unfold(page);
  const before = await way(page, 'Back-office centre').innerText();
  await inTable(page, 'Add a kind of work').click();
  await said(page, 'Kind 2 is added, with the numbers of the first.');
  const second = rows(page).nth(1);
  await expect(name(second)).toBeFocused();
  await fill(second, 'Name', 'Complaints');
  await fill(second, 'Come in', '1,5');
  await fill(second, 'In front', '0:40');
  await fill(second, 'Raise a question', '1 in 6');
  await fill(second, 'Promised', '90 min');
  await expect(cell(second, 'Come in')).toHaveValue('1.5');
  await expect(cell(second, 'In front')).toHaveValue('40');
  await expect(cell(second, 'Raise a question')).toHaveValue('16.6667');
  await expect(cell(second, 'Promised')).toHaveValue('1.5');
  await expect(door(page)).toContainText('2 kinds, 7.5 an hour');
  await expect(page.locator('.controls')).toContainText('Admin tasks: ');
  await page.locator('.fold > summary').first().click();
  await expect(page.locator('.controls')).toContainText('Complaints: ');
  await expect(verdict(page)).not.toBeEmpty();
  const after = await way(page, 'Back-office centre').innerText();
  expect(after).not.toBe(before);

  await button(page, 'Undo').click();
  await expect(cell(second, 'Promised')).toHaveValue(await cell(rows(page).first(), 'Promised').inputValue());
  await button(page, 'Redo').click();
  await expect(cell(second, 'Promised')).toHaveValue('1.5');

  await expect.poll(() => page.url()).toContain('kind2.promise=1.5');
  expect(page.url()).toContain('kind2.unclear=0.1666');
  await guard.loading(page, () => page.reload());
  await expect(door(page)).toContainText('2 kinds, 7.5 an hour');
  expect(await way(page, 'Back-office centre').innerText()).toBe(after);
  await unfold(page);
  await expect(name(rows(page).nth(1))).toHaveValue('Complaints');
});

test('a kind of one’s own goes back to the default, one of the example to the example', async ({ page, open }) => {
  await open('#v=1&example=service.1&tasks=quote,adjustment,renewal,complaint,kind2&quote.rate=9');
  const about = (key) => control(page, key).locator('.about');
  await about('quote.rate').locator('summary').click();
  await expect(about('quote.rate')).toContainText('Back to the example: 6/h');
  await page.locator('.fold > summary').first().click();
  await about('kind2.rate').locator('summary').click();
  await expect(about('kind2.rate')).toContainText('Back to the default: 6/h');
});

test('added, filled, moved, copied and removed by keyboard alone', async ({ page, open }) => {
  await open();
  const { keyboard } = page;
  const at = page.locator(':focus');
  await tabTo(page, 'Your kinds of work');
  await keyboard.press('Enter');
  await expect(inTable(page, 'Add a kind of work')).toBeVisible();
  await tabTo(page, 'Add a kind of work');
  await keyboard.press('Enter');
  await expect(at).toHaveValue('Kind 2');
  await keyboard.type('Calls');
  await tabTo(page, 'Come in');
  await keyboard.press('Control+a');
  await keyboard.type('3');
  await tabTo(page, 'Move Calls up');
  await keyboard.press('Enter');
  await expect(inTable(page, 'Move Calls up')).toBeFocused();
  await said(page, 'Calls is now number 1 of 2.');
  await expect(name(rows(page).first())).toHaveValue('Calls');
  await keyboard.press('Enter');
  await said(page, 'Calls is the first already.');
  await tabTo(page, 'Duplicate Calls');
  await keyboard.press('Enter');
  await expect(at).toHaveValue('Calls, copy');
  await said(page, 'A copy of Calls stands below it.');
  await expect(door(page)).toContainText('3 kinds, 12 an hour');
  await tabTo(page, 'Remove Calls, copy');
  await keyboard.press('Enter');
  await expect(at).toHaveValue('');
  await said(page, 'Calls, copy is removed. Undo brings it back.');
  await expect(rows(page)).toHaveCount(2);
  await tabTo(page, 'Remove Admin tasks');
  await keyboard.press('Enter');
  await expect(at).toHaveValue('Calls');
  await tabTo(page, 'Remove Calls');
  await keyboard.press('Enter');
  await said(page, 'Calls is the only kind of work; one has to stay.');
  await expect(rows(page)).toHaveCount(1);
  await expect(inTable(page, 'Remove Calls')).toBeFocused();
  await keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(2);
});

test('a name stays a name, whatever it says', async ({ page, open, guard }) => {
  await open();
  await unfold(page);
  const evil = '<script>alert(1)</script>';
  await fill(rows(page).first(), 'Name', evil);
  await expect(door(page)).toContainText(`one: ${evil}, 6 an hour`);
  await inTable(page, 'Add a kind of work').click();
  await expect(page.locator('.controls')).toContainText(`${evil}: `);
  expect(await page.locator('script').count()).toBe(await page.locator('head script, body > script').count());
  await expect.poll(() => page.url()).toContain('admin.name=!3cscript!3e');
  await guard.loading(page, () => page.reload());
  await unfold(page);
  await expect(name(rows(page).first())).toHaveValue(evil);
});

test('what cannot be used has its sentence and stays; Escape gives back what stood', async ({ page, open }) => {
  await open();
  await unfold(page);
  const first = rows(page).first();
  const before = await way(page, 'Back-office centre').innerText();
  for (const [field, typed, sentence] of [
    ['Come in', '0', 'This goes from 0.01/h to 2,000/h, not “0”.'],
    ['In front', 'long', '“long” is not a number.'],
    ['Behind', '', 'This is empty. Type a number.'],
    ['Promised', '1e309', '“1e309” is not a number.'],
  ]) {
    const input = cell(first, field);
    const stood = await input.inputValue();
    await input.fill(typed);
    const problem = page.locator(`[id="${await input.getAttribute('aria-describedby')}"]`);
    await expect(problem).toHaveText(sentence);
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await input.blur();
    await expect(input).toHaveValue(typed);
    expect(await way(page, 'Back-office centre').innerText()).toBe(before);
    await input.focus();
    await page.keyboard.press('Escape');
    await expect(input).toHaveValue(stood);
    await expect(problem).toBeEmpty();
  }
  // One that holds waits for the one that does not.
  await cell(first, 'Come in').fill('x');
  await cell(first, 'Behind').fill('25');
  expect(await way(page, 'Back-office centre').innerText()).toBe(before);
  await cell(first, 'Come in').fill('6');
  await expect.poll(() => way(page, 'Back-office centre').innerText()).not.toBe(before);
});

test('routes of the user’s own follow their kind of work', async ({ page, open }) => {
  await open('#v=1&example=claims.1');
  await unfold(page);
  await expect(rows(page).first()).toContainText('100 %');
  await inTable(page, 'Add a kind of work').click();
  await fill(rows(page).nth(1), 'Name', 'Appeals');
  await fill(rows(page).nth(1), 'Come in', '0.5');
  await inTable(page, 'Move Appeals up').click();
  await expect(way(page, 'Your own process')).toContainText(/£\d/);
  await page.locator('#own-process > summary').click();
  await expect(page.getByLabel('Kind of work').locator('option').first()).toHaveText('Appeals');
  await expect(page.locator('#process-editor ol.rows > .row')).toHaveCount(5);
  await inTable(page, 'Remove Claims').click();
  await expect(page.locator('#process-editor ol.rows > .row')).toHaveCount(5);
  await expect(door(page)).toContainText('one: Appeals, 0.5 an hour');
  await expect(page.locator('#process-editor .standing')).toHaveText('This process is among the ways above.');
});

test('a team without a way through the example leaves a page that stands', async ({ page, open }) => {
  await open('#v=1&example=consulting.1&teams=a.m');
  await unfold(page);
  await expect(page.locator('.figures > *')).toHaveCount(0);
  await inTable(page, 'Add a kind of work').click();
  await expect(door(page)).toContainText('2 kinds');
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 320]) {
    test.describe(`${colorScheme}, ${width} wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });
      test('nothing for axe, nothing past the edge', async ({ page, open }) => {
        await open(link('back.staff=4'));
        await unfold(page);
        await inTable(page, 'Add a kind of work').click();
        await fill(rows(page).nth(1), 'Name', 'Applications for a new contract, with a very long name of it');
        await cell(rows(page).nth(1), 'Come in').fill('many');
        await frames(page);
        await page.evaluate(() => window.scrollTo(0, 0));
        const { past, small } = await page.evaluate(() => ({
          past: document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
          small: [...document.querySelectorAll('#kind-table button')]
            .map((element) => element.getBoundingClientRect())
            .filter(({ width: wide, height }) => wide < 24 || height < 24).length,
        }));
        expect({ past, small }).toEqual({ past: 0, small: 0 });
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
        const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
        expect(found).toEqual([]);
        if (process.env.PICTURES) {
          await table(page).scrollIntoViewIfNeeded();
          await page.locator('#own-work').screenshot({ path: `${process.env.PICTURES}/${colorScheme}-${width}.png` });
        }
      });
    });
  }
}
