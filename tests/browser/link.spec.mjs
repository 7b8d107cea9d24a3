// A link opens what it was made from, and no link can break the page.
import {
  LABEL, button, expect, field, link, more, notices, slider, snapshot, test, verdict, way,
} from './page.mjs';

const copiedLink = async (page, context) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(page, LABEL.copy).click();
  await expect(page.getByRole('button', { name: LABEL.copied })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
};

test('Copy link gives a short link that shows a stranger the same', async ({ page, open, context, stranger }) => {
  await open();
  await more(page, 'back.staff').click();
  await field(page, 'front.rate').fill('87.5');
  await page.keyboard.press('Tab');
  const address = await copiedLink(page, context);
  expect(new URL(address).hash.length).toBeLessThan(150);
  const other = await stranger();
  await open(address, other);
  await page.mouse.move(5, 5);
  expect(await snapshot(other)).toEqual(await snapshot(page));
  await expect(notices(other)).toHaveCount(0);
});

test('where the clipboard is out of reach the link is shown to be copied by hand', async ({ page, open, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
  });
  await open(link('back.staff=4'));
  await button(page, LABEL.copy).click();
  const card = page.getByRole('dialog');
  await expect(card.getByRole('textbox')).toHaveValue(/#v=1&example=consulting\.1&back\.staff=4$/);
  await card.getByRole('button').click();
  await expect(card).toHaveCount(0);
});

const SPOILT = [
  { what: 'an unknown key', address: link('back.staf=2'), names: ['back.staf', 'back.staff'] },
  { what: 'a value out of range', address: link('back.staff=-5'), names: ['back.staff', '-5'] },
  { what: 'a value far out of range', address: link('admin.rate=1e300'), names: ['admin.rate'] },
  { what: 'NaN', address: link('back.staff=NaN'), names: ['back.staff', 'NaN'] },
  { what: 'Infinity', address: link('front.rate=Infinity'), names: ['front.rate'] },
  { what: 'an empty value', address: link('front.rate='), names: ['front.rate'] },
  { what: 'an unknown example', address: '#v=1&example=moonbase.7', names: ['moonbase'] },
  { what: 'an unknown strategy', address: link('today=magic'), names: ['magic'] },
  { what: 'a later version', address: '#v=9&example=consulting.1', names: ['9'] },
  { what: 'rubbish', address: '#%%%=&&&~~~::=%F0%9F%92%A9=..&__proto__=1', names: ['__proto__'] },
  { what: 'a script', address: '#<script>alert(1)</script>=1&<img src=x onerror=alert(2)>=3', names: ['script'] },
  { what: 'a script as a value', address: link('back.staff=<img src=x onerror=alert(1)>'), names: ['back.staff'] },
];

for (const { what, address, names } of SPOILT) {
  test(`a link with ${what} opens the page and is told of`, async ({ page, open }) => {
    await open(address);
    for (const name of names) await expect(notices(page)).toContainText(name);
    await expect(verdict(page)).not.toBeEmpty();
    await expect(page.locator('body script:not([src]), body img')).toHaveCount(0);
    await notices(page).getByRole('button', { name: LABEL.dismiss }).click();
    await expect(notices(page)).toHaveCount(0);
  });
}

test('a hundred kilobytes of rubbish open the example, with one notice', async ({ page, open }) => {
  await open(`#${'back.staff=1&x=y%41~'.repeat(5_000)}`);
  await expect(notices(page).getByRole('listitem')).toHaveCount(1);
  await expect(verdict(page)).toContainText('£7,134');
});

test('thousands of unknown keys are not all listed', async ({ page, open }) => {
  await open(`#v=1&${Array.from({ length: 600 }, (_, i) => `k${i}=1`).join('&')}`);
  expect(await notices(page).getByRole('listitem').count()).toBeLessThan(20);
  await expect(verdict(page)).toContainText('£7,134');
});

const FORMS = [
  { what: 'with a mangled %23', address: '%23v=1&example=consulting.1&back.staff=2' },
  { what: 'wholly percent-encoded', address: '#v%3D1%26example%3Dconsulting.1%26back.staff%3D2' },
  { what: 'safe for e-mail', address: '?s=v:1~example:consulting.1~back.staff:2' },
  { what: 'safe for e-mail, colons and tildes mangled', address: '?s=v%3A1%7Eexample%3Aconsulting.1%7Eback.staff%3A2' },
  { what: 'after index.html', address: 'index.html#v=1&example=consulting.1&back.staff=2' },
];

for (const { what, address } of FORMS) {
  test(`a link ${what} opens`, async ({ page, open, context }) => {
    await open(address);
    await expect(field(page, 'back.staff')).toHaveValue('2');
    await expect(way(page, 'Back-office centre')).toContainText('overload');
    await expect(notices(page)).toHaveCount(0);
    const copied = await copiedLink(page, context);
    expect(copied).toMatch(/\/(index\.html)?#v=1&example=consulting\.1&back\.staff=2$/);
  });
}

test('a link put into the address bar of the open page is opened, and can be taken back', async ({ page, open }) => {
  await open();
  await page.evaluate((hash) => { window.location.hash = hash; }, link('back.staff=2&nonsense=1'));
  await expect(field(page, 'back.staff')).toHaveValue('2');
  await expect(notices(page)).toContainText('nonsense');
  await button(page, LABEL.undo).click();
  await expect(field(page, 'back.staff')).toHaveValue('3');
});

test('the address follows, once a change has settled, and a reload shows the same', async ({ page, open, guard }) => {
  await open();
  expect(new URL(page.url()).hash).toBe('');
  const entries = await page.evaluate(() => window.history.length);
  await slider(page, 'back.staff').press('ArrowRight');
  await expect(page).toHaveURL(/#v=1&example=consulting\.1&back\.staff=4$/);
  expect(await page.evaluate(() => window.history.length)).toBe(entries);
  await page.mouse.move(5, 5);
  const before = await snapshot(page);
  await guard.loading(page, () => page.reload());
  expect(await snapshot(page)).toEqual(before);
});

test('an old ?s= link that is changed reloads as changed', async ({ page, open, guard }) => {
  await open('?s=v:1~example:consulting.1~back.staff:2');
  await more(page, 'back.staff').click();
  await more(page, 'back.staff').click();
  await expect(page).toHaveURL(/back\.staff=4$/);
  await guard.loading(page, () => page.reload());
  await expect(field(page, 'back.staff')).toHaveValue('4');
});

test('the way back to the example leaves a link that opens the example', async ({ page, open, guard }) => {
  await open(link('back.staff=2'));
  await slider(page, 'back.staff').press('Delete');
  await expect(page).not.toHaveURL(/back\.staff/);
  await guard.loading(page, () => page.reload());
  await expect(field(page, 'back.staff')).toHaveValue('3');
});
