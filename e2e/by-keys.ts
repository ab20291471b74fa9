import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What somebody does who has no mouse: Tab until it is there, then press. */

/** More steps with Tab than any page of ours has places to stop at. */
const MOST_TABS = 150;

const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((one) => one === document.activeElement);

/** Walks on with Tab until the focus is there. Throws when the keyboard never comes there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let press = 0; press < MOST_TABS; press += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never comes to ${target}`);
}

/** Goes to a button or a link and presses Enter. */
export async function press(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
  await pressOn(page, page.getByRole(role, { name }));
}

/** Goes there and presses Enter. A button that still waits for something is waited for. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await expect.poll(() => target.isEnabled()).toBe(true);
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a field and types. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Goes to a list of choices and types the beginning of one, as its own keys allow. */
export async function choose(page: Page, list: Locator, text: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.type(text);
  const chosen = () => list.evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.textContent ?? '');
  await expect.poll(chosen).toBe(text);
}

/** Goes to a group of radio buttons and on with the arrows until this one is chosen. */
export async function pick(page: Page, radio: Locator): Promise<void> {
  const group = page.locator(`input[type=radio][name="${await radio.getAttribute('name')}"]`);
  for (let tab = 0; tab < MOST_TABS; tab += 1) {
    if (await group.evaluateAll((all) => all.some((one) => one === document.activeElement))) break;
    await page.keyboard.press('Tab');
  }
  for (let turn = 0; turn < (await group.count()) && !(await radio.isChecked()); turn += 1)
    await page.keyboard.press('ArrowDown');
  await expect.poll(() => radio.isChecked()).toBe(true);
}
