import type { Locator, Page } from 'playwright-core';

/** The whole numbers in a text, whatever separates their thousands: `39.691 de 40.000` is 39691 and 40000. */
export function wholeNumbers(text: string): readonly number[] {
  return [...text.matchAll(/\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+/g)].map(([digits]) =>
    Number(digits.replaceAll(/[.,]/g, '')),
  );
}

/** The value beside a label in a list of facts. */
export async function factText(page: Page, label: string): Promise<string> {
  const row = page.locator('dl > div').filter({ has: page.locator(`dt:text-is("${label}")`) });
  return plainText(row.locator('dd'));
}

/** Text as it is seen, with spaces that a person could have typed. */
export async function plainText(locator: Locator): Promise<string> {
  return (await locator.innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
}
