import type { Page } from 'playwright-core';

/** What the browser itself reports, gathered from before the first byte. Text, because tsx decorates functions. */
const OBSERVER = `
  window.vitals = { paint: 0, shift: 0, interaction: 0 };
  const watch = (options, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ buffered: true, ...options });
  watch({ type: 'largest-contentful-paint' }, (entry) => (window.vitals.paint = entry.startTime));
  watch({ type: 'layout-shift' }, (entry) => { if (!entry.hadRecentInput) window.vitals.shift += entry.value; });
  watch({ type: 'event', durationThreshold: 16 }, (entry) => {
    if (entry.interactionId) window.vitals.interaction = Math.max(window.vitals.interaction, entry.duration);
  });`;

export async function observePage(page: Page): Promise<void> {
  await page.addInitScript(OBSERVER);
}

/** Entries come a moment after what they tell of. */
async function vital(page: Page, name: 'paint' | 'shift' | 'interaction'): Promise<number> {
  await page.waitForTimeout(500);
  return page.evaluate<number>(`window.vitals.${name}`);
}

/** Largest contentful paint, milliseconds from the navigation on. */
export const paintOf = (page: Page): Promise<number> => vital(page, 'paint');

/** Sum of layout shifts that nobody asked for. */
export const shiftOf = (page: Page): Promise<number> => vital(page, 'shift');

/** Milliseconds from the slowest press to the paint that follows it; 0 below 16. */
export const slowestInteraction = (page: Page): Promise<number> => vital(page, 'interaction');

/** Milliseconds until the server has sent a whole page. */
export async function answerMs(url: string): Promise<number> {
  const start = performance.now();
  const response = await fetch(url, { headers: { Accept: 'text/html' } });
  await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - start;
}
