// A process of the user's own: drawn by mouse alone and by keyboard alone, with a sentence for
// what cannot be, and nothing of the editor loaded before it is asked for.
import AxeBuilder from '@axe-core/playwright';
import {
  LABEL, button, control, expect, field, frames, less, link, settled, tabTo, test, verdict, way,
} from './page.mjs';

const OWN = 'Your own process';
const editor = (page) => page.locator('#process-editor');
const door = (page) => page.locator('#own-process > summary');
const inEditor = (page, name) => editor(page).getByRole('button', { name, exact: true });
const row = (page, name) => editor(page).locator('.row').filter({ has: page.locator('.what strong', { hasText: name }) });
const standing = (page) => editor(page).locator('.standing');

async function unfold(page) {
  await door(page).click();
  await expect(inEditor(page, 'An empty step')).toBeVisible();
}

/** Five teams, three of them new, and eight steps with two loops: name, who, minutes. */
const TEAMS = ['Intake', 'Triage team', 'Payments'];
const STEPS = [
  ['Open the case', 'Intake', '2'],
  ['Triage', 'Triage team', '3'],
  ['Missing papers', 'The customer', '1:30'],
  ['Assessment', 'Back office', '4'],
  ['Second opinion', 'Front office', '2'],
  ['Decision', 'Back office', '1.5'],
  ['Payment', 'Payments', '2'],
  ['Letter', 'Intake', '1'],
];
/** Loops: from which step back to which, and how many in a hundred. */
const LOOPS = [['Missing papers', 'Triage', '20'], ['Decision', 'Assessment', '10']];

async function expectTheChain(page) {
  await expect(editor(page).locator('ol.rows > .row')).toHaveCount(STEPS.length);
  await expect(editor(page).locator('ul.rows > .row')).toHaveCount(TEAMS.length + 2);
  await expect(standing(page)).toHaveText('This process is among the ways above.');
  await expect(door(page)).toContainText('8 steps');
  const own = way(page, OWN);
  await expect(own).toContainText(/£\d/);
  await expect(own).toContainText(/\d\s(min|h)/);
  await expect(row(page, 'Decision')).toContainText('90 % Payment, 10 % Assessment');
  await expect(row(page, 'Missing papers')).toContainText('80 % Assessment, 20 % Triage');
  // The link of the page opens the same.
  await expect.poll(() => page.url()).toContain('own=');
}

test('the first load is the first load; parts are fetched when they are asked for, once', async ({ page, open }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').pop()));
  await open();
  // What the weight of the page counts, see scripts/size.mjs.
  const first = /^(|boot\.js|main-\w+\.css|app-\w+\.js|app-\w+_bg\.wasm)$/;
  const settling = /^((settled|further|worker|chunk_\d+)-\w+\.(wasm|js)|panels\.css)$/;
  const usable = asked.filter((name) => !settling.test(name));
  for (const name of usable) expect(name).toMatch(first);
  await settled(page);
  for (const name of asked) expect(first.test(name) || settling.test(name), name).toBe(true);
  const later = () => asked.filter((name) => /^(panels-|links)/.test(name)).map((name) => name.replace(/-\w+/, ''))
    // What several parts share is numbered as it comes.
    .map((name) => name.replace(/_\d+/, '')).sort();
  expect(later()).toEqual([]);
  await unfold(page);
  expect([...new Set(later())]).toEqual(['panels.wasm']);
  const editor = later();
  await door(page).click();
  await door(page).click();
  await less(page, 'back.staff').click();
  await expect.poll(() => page.url()).toContain('back.staff=2');
  expect(later()).toEqual([...editor, 'links.wasm'].sort());
});

test('an editor that cannot be loaded says so, and comes when it can', async ({ page, open, guard }) => {
  await page.route('**/panels-*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await open();
  await door(page).click();
  await expect(page.locator('#own-process [role="alert"]')).toContainText('could not be loaded');
  await less(page, 'back.staff').click();
  await expect(page.locator('.troubles')).toBeVisible();
  await page.unroute('**/panels-*.wasm');
  await door(page).click();
  await unfold(page);
  // The browser itself complains of the missing file.
  guard.complaints = guard.complaints.filter((what) => !/404|status code/i.test(what));
});

test('what is said about a number says so where it cannot be loaded, and comes when it can', async ({ page, open, guard }) => {
  await page.route('**/about-*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await open();
  const about = control(page, 'back.staff').locator('.about');
  await about.locator('summary').click();
  await expect(about.locator('[role="alert"]')).toContainText('could not be loaded');
  await page.unroute('**/about-*.wasm');
  await about.locator('summary').click();
  await about.locator('summary').click();
  await expect(about).toContainText('People on the roster');
  guard.complaints = guard.complaints.filter((what) => !/404|status code/i.test(what));
});

test('a link opens without what reads links, with a sentence', async ({ page, open, guard }) => {
  await page.route('**/links-*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await open(link('back.staff=2'));
  await expect(page.getByRole('status', { name: LABEL.notices })).toContainText('could not be read');
  await expect(field(page, 'back.staff')).toHaveValue('3');
  guard.complaints = guard.complaints.filter((what) => !/404|status code/i.test(what));
});

test('a chain of eight steps, five teams and two loops by mouse, and back by undo', async ({ page, open, guard }) => {
  await open();
  await unfold(page);
  await inEditor(page, 'An empty step').click();
  const fill = async (list, name, value) => {
    const input = list.getByRole('textbox', { name, exact: true });
    await input.fill(value);
    await input.blur();
  };
  for (const name of TEAMS) {
    await inEditor(page, 'Add a team').click();
    const team = editor(page).locator('ul.rows > .row').last();
    await fill(team, 'Name', name);
    await fill(team, 'People', '4');
    await team.locator('.what').click();
  }
  for (const [place, [name, who, minutes]] of STEPS.entries()) {
    if (place > 0) await inEditor(page, 'Add a step').click();
    const step = editor(page).locator('ol.rows > .row').last();
    await fill(step, 'Name', name);
    await step.getByLabel('Done by').selectOption({ label: who });
    await fill(step, 'Takes', minutes);
    await step.locator('.what').click();
  }
  for (const [from, to, share] of LOOPS) {
    const step = row(page, from);
    await step.locator('.what').click();
    await fill(step, 'Share', String(100 - Number(share)));
    await step.getByRole('button', { name: 'Add a way' }).click();
    await step.getByLabel('Goes to').last().selectOption({ label: to });
    await step.locator('.what').click();
  }
  await expectTheChain(page);
  await button(page, 'Undo').click();
  await expect(row(page, 'Decision')).toContainText('90 % Payment, 10 % done');
  await button(page, 'Redo').click();
  await expectTheChain(page);
  // It outlives a reload.
  const shown = await way(page, OWN).innerText();
  await page.waitForTimeout(600);
  await guard.loading(page, () => page.reload());
  await expect(way(page, OWN)).toBeVisible();
  expect(await way(page, OWN).innerText()).toBe(shown);
});

test('the same by keyboard alone', async ({ page, open }) => {
  test.setTimeout(90_000);
  await open();
  const { keyboard } = page;
  const write = async (text) => {
    await keyboard.press('Control+a');
    await keyboard.type(text);
  };
  await tabTo(page, OWN);
  await keyboard.press('Enter');
  await expect(inEditor(page, 'An empty step')).toBeVisible();
  await tabTo(page, 'An empty step');
  await keyboard.press('Enter');
  const named = () => expect(page.locator(':focus')).toHaveAttribute('id', /-name$/);
  await named();
  const [[first]] = STEPS;
  await write(first);
  for (const name of TEAMS) {
    await tabTo(page, 'Add a team');
    await keyboard.press('Enter');
    await named();
    await write(name);
    await tabTo(page, 'People');
    await write('4');
  }
  for (const [place, [name, who, minutes]] of STEPS.entries()) {
    if (place > 0) {
      await tabTo(page, 'Add a step');
      await keyboard.press('Enter');
      await named();
      await write(name);
    } else {
      await tabTo(page, 'Name');
      while (await page.locator(':focus').inputValue() !== first) await tabTo(page, 'Name');
    }
    await tabTo(page, 'Done by');
    await keyboard.type(who);
    await tabTo(page, 'Takes');
    await write(minutes);
    const loop = LOOPS.find(([from]) => from === name);
    if (loop) {
      await tabTo(page, 'Share');
      await write(String(100 - Number(loop[2])));
      await tabTo(page, 'Add a way');
      await keyboard.press('Enter');
      await expect(page.locator(':focus')).toHaveAttribute('id', /-share-1$/);
      await tabTo(page, 'Goes to');
      await keyboard.type(loop[1]);
    }
    await tabTo(page, 'Remove');
  }
  await expectTheChain(page);
});

test('moved, copied and removed: the focus stays near, and it is said', async ({ page, open }) => {
  await open();
  await unfold(page);
  await inEditor(page, 'Back-office centre').click();
  await expect(editor(page).locator('#own-step-1')).toBeFocused();
  const names = () => editor(page).locator('ol.rows .what strong').allInnerTexts();
  expect(await names()).toEqual(['Hand-over', 'The work', 'Question', 'Answer']);
  await expect(way(page, OWN)).toContainText(/71\smin/);
  await inEditor(page, 'Move Question up').focus();
  await page.keyboard.press('Enter');
  await expect(inEditor(page, 'Move Question up')).toBeFocused();
  expect(await names()).toEqual(['Hand-over', 'Question', 'The work', 'Answer']);
  await expect(editor(page).getByText('Question is now number 2 of 4.')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(editor(page).getByText('Question is the first already.')).toHaveCount(1);
  await expect(inEditor(page, 'Move Question up')).toBeFocused();
  await row(page, 'The work').locator('.what').click();
  await inEditor(page, 'Duplicate The work').click();
  await expect(page.locator(':focus')).toHaveValue('The work, copy');
  await inEditor(page, 'Remove The work, copy').click();
  await expect(row(page, 'Answer').locator('.what')).toBeFocused();
  await inEditor(page, 'Remove this process').click();
  await expect(inEditor(page, 'An empty step')).toBeFocused();
  await expect(way(page, OWN)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(way(page, OWN)).toBeVisible();
});

test('what cannot be has its sentence, stays on screen, and the page keeps what works', async ({ page, open }) => {
  await open();
  await unfold(page);
  await inEditor(page, 'Back-office centre').click();
  const before = await way(page, OWN).innerText();
  const problem = (id) => page.locator(`[id="${id}-problem"]`);
  const work = row(page, 'The work');
  await work.locator('.what').click();
  const share = work.getByLabel('Share').first();
  const said = editor(page).locator('.problem:not(:empty)');

  // A loop without an end.
  await share.fill('100');
  await work.getByLabel('Goes to').first().selectOption({ label: 'The work again' });
  await share.blur();
  await expect(said).toContainText('goes round for ever');
  await expect(standing(page)).toContainText('the page shows the last process that works');
  await expect(share).toHaveValue('100');

  // More than there is.
  await share.fill('80');
  await inEditor(page, 'Add a way').click();
  await work.getByLabel('Share').last().fill('30');
  await expect(said).toContainText('add up to 110 %');
  await work.getByRole('button', { name: 'Remove way 2' }).click();
  await work.getByLabel('Goes to').first().selectOption({ label: 'The next step: Question' });
  await share.fill('15');
  await share.blur();
  await expect(standing(page)).toHaveText('This process is among the ways above.');
  await expect.poll(() => way(page, OWN).innerText()).toBe(before);

  // What is no number.
  const takes = work.getByLabel('Takes');
  await takes.fill('<b>soon</b>');
  await expect(problem(await takes.getAttribute('id'))).toContainText('“<b>soon</b>” is not a number');
  await expect(takes).toHaveAttribute('aria-invalid', 'true');
  expect(await way(page, OWN).innerText()).toBe(before);
  // A slider of the page leaves it where it is.
  await less(page, 'front.staff').click();
  await expect(takes).toHaveValue('<b>soon</b>');
  await takes.press('Escape');
  await expect(standing(page)).toHaveText('This process is among the ways above.');

  // A team with nobody, and a step without a team.
  const back = row(page, 'Back office');
  await back.locator('.what').click();
  await back.getByLabel('People').fill('0');
  await expect(said).toContainText('Nobody is in “Back office”');
  await back.getByLabel('People').fill('3');
  await back.getByRole('button', { name: 'Remove Back office' }).click();
  await expect(said.first()).toContainText('Nobody does “The work” yet');
  await expect(way(page, OWN)).toBeVisible();
});

test('names are text, and the controls follow them', async ({ page, open }) => {
  await open();
  await unfold(page);
  await inEditor(page, 'An empty step').click();
  const front = row(page, 'Front office');
  await front.locator('.what').click();
  const name = page.locator('#own-team-front-name');
  await name.fill('<img src=x onerror=alert(1)> & co');
  await name.blur();
  await expect(control(page, 'front.staff')).toContainText('<img src=x onerror=alert(1)> & co');
  await expect(page.locator('.page img')).toHaveCount(0);
  await field(page, 'back.staff').fill('7');
  await expect(row(page, 'Back office')).toContainText('7 people');
  await expect(verdict(page)).not.toBeEmpty();
});

for (const colorScheme of ['light', 'dark']) {
  for (const [size, viewport] of [['desk', { width: 1280, height: 800 }], ['narrow', { width: 320, height: 640 }]]) {
    test(`axe finds nothing and nothing is cut off, ${colorScheme}, ${size}`, async ({ page, open }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await open(link('admin.unclear=0.3'));
      await unfold(page);
      const clean = async () => {
        await frames(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
        const past = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
        expect(past).toBe(0);
      };
      await clean();
      await inEditor(page, 'Back-office centre').click();
      await row(page, 'The work').locator('.what').click();
      await row(page, 'Back office').locator('.what').click();
      await row(page, 'The work').getByLabel('Share').first().fill('abc');
      await clean();
      const small = await editor(page).evaluate((host) => [...host.querySelectorAll('button, input, select')]
        .map((element) => [element.id || element.textContent, element.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 24 || height < 20)
        .map(([name, { width, height }]) => `${name}: ${width} × ${height}`));
      expect(small).toEqual([]);
    });
  }
}
