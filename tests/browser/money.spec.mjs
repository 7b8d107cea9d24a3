// The ledger on the page: the new examples, break-evens, where the best stops paying, and the money in
// detail.
import AxeBuilder from '@axe-core/playwright';
import {
  LABEL, NONSENSE, allText, button, expect, field, figure, frames, settled, test, verdict, way,
} from './page.mjs';

const at = (example, changes = '') => `#v=1&example=${example}.1${changes && `&${changes}`}`;
const unless = (page) => page.locator('#unless');
const money = (page) => page.locator('#money');

async function openMoney(page) {
  await money(page).locator('summary').first().click();
  await expect(figure(page, 'waterfall')).toBeVisible();
}

const EXAMPLES = [
  ['loans', 'Give the front office the tool', 'leave when handed over” is below 1.57 %'],
  ['tax', 'Hand it to the back office: £20,035 a month cheaper', ''],
  ['outsourcing', 'Outsource it: £8,402 a month cheaper', 'below 4,192 a month'],
  ['trades', 'Let a middle office check it', 'errors in front” is below 0.405 %'],
  ['forms', 'Automate it and let people do the exceptions', 'below 40.7 %'],
];
for (const [key, says, limit] of EXAMPLES) {
  test(`${key}: the verdict, and where it stops holding`, async ({ page, open }) => {
    await open(at(key));
    await expect(verdict(page)).toContainText(says);
    await settled(page);
    await expect(unless(page)).toContainText(limit);
    expect(await allText(page)).not.toMatch(NONSENSE);
  });
}

test('a tool that pays only because speed keeps customers', async ({ page, open }) => {
  await open(at('loans'));
  await settled(page);
  const why = page.getByRole('region', { name: 'Why' });
  await expect(why).toContainText('Only “customers lost” makes the difference');
  await field(page, 'loan.walk_away').fill('0');
  await field(page, 'loan.walk_away').press('Enter');
  await expect(verdict(page)).toContainText('back office');
  await settled(page);
  await expect(why).not.toContainText('customers lost” makes');
});

test('break-evens stand nearest first, on three bases', async ({ page, open }) => {
  await open(at('outsourcing'));
  await settled(page);
  const list = page.getByRole('region', { name: 'Break-evens' }).getByRole('listitem');
  await expect(list.first()).toContainText('below £3.25 on the monthly run');
  await expect(list.first()).toContainText('below £3.12 with the set-up over 36 months');
  await expect(list.nth(1)).toContainText('above 4,192 a month with the set-up');
});

test('the waterfall goes from any way to any other', async ({ page, open }) => {
  await open();
  await openMoney(page);
  await expect(figure(page, 'waterfall')).toContainText('The tool saves £18,700 a month');
  await page.locator('#waterfall-from').selectOption({ label: 'Back-office centre' });
  await expect(figure(page, 'waterfall')).toContainText('The tool saves £7,134 a month against the back office');
  await figure(page, 'waterfall').getByRole('button', { name: 'Table' }).click();
  const row = (name) => figure(page, 'waterfall').getByRole('row').filter({ hasText: name });
  await expect(row('Hand-overs')).toContainText('£4,875');
  await expect(row('Customers lost')).toContainText('£0');
  await page.locator('#waterfall-to').selectOption({ label: 'Back-office centre' });
  // What stood on the other side changes places with it.
  await expect(figure(page, 'waterfall')).toContainText('The back office costs £7,134 more a month than the tool');
  await expect(page.locator('#waterfall-from')).toHaveValue('front_with_tool');
});

test('a lever says what it gains, is applied, and taken back', async ({ page, open }) => {
  await open();
  await openMoney(page);
  const training = page.locator('.levers li').first();
  await expect(training).toContainText('Saves £1,300 a month; it may cost up to £46,800 once');
  await training.getByRole('slider').fill('20');
  await expect(training).toContainText('Saves £2,600 a month');
  await training.getByRole('button', { name: 'Apply' }).click();
  await expect(field(page, 'admin.front_minutes')).toHaveValue('16');
  await expect(page).toHaveURL(/admin\.front_minutes=16/);
  await button(page, LABEL.undo).click();
  await expect(field(page, 'admin.front_minutes')).toHaveValue('20');
});

test('further ways are compared, and travel in the link', async ({ page, open, guard }) => {
  await open(at('tax'));
  await openMoney(page);
  await page.getByRole('checkbox', { name: /Split by complexity/ }).check();
  await expect(way(page, 'Split by complexity')).toContainText('£15,718');
  await expect(page).toHaveURL(/also=split/);
  await guard.loading(page, () => page.reload());
  await expect(way(page, 'Split by complexity')).toContainText('£15,718');
  await openMoney(page);
  await page.getByRole('checkbox', { name: /Split by complexity/ }).uncheck();
  await expect(way(page, 'Split by complexity')).toHaveCount(0);
});

test('axe finds nothing in the money in detail', async ({ page, open }) => {
  await open(at('forms'));
  await settled(page);
  await openMoney(page);
  await frames(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
});
