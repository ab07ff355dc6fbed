import { MARGIN_CATEGORIES } from '~/domain/gross-margin';
import { LARGEST_DISCOUNTS, SETTING_LIMITS } from '~/domain/setting-limits';
import type { FieldFault, SettingsAnswer, SettingsChange } from '~/services/views/settings-view';
import { readDecimal, readWhole } from './read-number';

type Parsed =
  | { readonly status: 'valid'; readonly change: SettingsChange }
  | Extract<SettingsAnswer, { status: 'invalid' }>;
type Read<Value> = { readonly value: Value } | { readonly fault: FieldFault };

interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * A section of the settings as it was sent; every fault at once, each under the name of its field.
 * @returns `null` when the form is none of ours
 */
export function parseSettingsForm(form: FormData): Parsed | null {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  switch (text('section')) {
    case 'margin':
      return parseMargin(text);
    case 'currency':
      return { status: 'valid', change: { section: 'currency' } };
    case 'rescue-limits':
      return parseRescueLimits(text);
    default:
      return null;
  }
}

type Text = (name: string) => string;

function parseMargin(text: Text): Parsed {
  const category = oneOf(['', ...MARGIN_CATEGORIES] as const, text('category'));
  // In per cent, as it is typed and as the bounds are told.
  const margin = optional(text('margin'), (typed) =>
    within(inPercent(SETTING_LIMITS.marginShare), readDecimal(typed)),
  );
  if ('fault' in category || 'fault' in margin) return invalid('margin', { category, margin });
  return {
    status: 'valid',
    change: {
      section: 'margin',
      category: category.value === '' ? null : category.value,
      marginShare: margin.value === null ? null : margin.value / 100,
    },
  };
}

function parseRescueLimits(text: Text): Parsed {
  const chosen = oneOf(
    LARGEST_DISCOUNTS.map((share) => String(Math.round(100 * share))),
    text('maxDiscount'),
  );
  const maxDiscount = 'fault' in chosen ? chosen : { value: Number(chosen.value) / 100 };
  const contactCost = optional(text('contactCost'), (typed) =>
    within(SETTING_LIMITS.contactCost, readDecimal(typed)),
  );
  const largestRescue = whole(SETTING_LIMITS.largestRescue, text('largestRescue'));
  const codeDays = whole(SETTING_LIMITS.codeDays, text('codeDays'));
  if ('fault' in maxDiscount || 'fault' in contactCost || 'fault' in largestRescue || 'fault' in codeDays) {
    return invalid('rescue-limits', { maxDiscount, contactCost, largestRescue, codeDays });
  }
  return {
    status: 'valid',
    change: {
      section: 'rescue-limits',
      maxDiscount: maxDiscount.value,
      contactCost: contactCost.value,
      largestRescue: largestRescue.value,
      codeDays: codeDays.value,
    },
  };
}

function invalid(
  section: 'margin' | 'rescue-limits',
  fields: Readonly<Record<string, Read<unknown>>>,
): Extract<SettingsAnswer, { status: 'invalid' }> {
  const faults = Object.entries(fields).flatMap(([name, read]) =>
    'fault' in read ? [[name, read.fault]] : [],
  );
  return { status: 'invalid', section, faults: Object.fromEntries(faults) as Record<string, FieldFault> };
}

function oneOf<Choice extends string>(choices: readonly Choice[], typed: string): Read<Choice> {
  const choice = choices.find((known) => known === typed);
  return choice === undefined ? { fault: { code: 'not-a-choice' } } : { value: choice };
}

function optional(typed: string, read: (typed: string) => Read<number>): Read<number | null> {
  return typed === '' ? { value: null } : read(typed);
}

function whole(bounds: Bounds, typed: string): Read<number> {
  const value = readWhole(typed);
  return value === null ? { fault: { code: 'not-whole', ...bounds } } : within(bounds, value);
}

function within(bounds: Bounds, value: number | null): Read<number> {
  if (value === null) return { fault: { code: 'not-a-number', ...bounds } };
  return value >= bounds.least && value <= bounds.most
    ? { value }
    : { fault: { code: 'out-of-bounds', ...bounds } };
}

function inPercent({ least, most }: Bounds): Bounds {
  return { least: 100 * least, most: 100 * most };
}
