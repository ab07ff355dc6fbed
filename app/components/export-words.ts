import type { Translate } from '~/i18n/translator';
import { LARGEST_EXPORT, LEFT_OUT_REASONS, type LeftOut } from '~/services/views/export-view';

const OWN_SENTENCE = [
  'nobody',
  'no-forecast',
  'unknown-rescue',
  'rescue-not-active',
  'rescue-over',
  'unavailable',
  'connection',
] as const;

/** Why there is no file, and what to do about it. @param code of the server's answer */
export function exportErrorText(t: Translate, code: string): string {
  if (code === 'forbidden' || code === 'missing-scope') return t('exports.error.not-allowed');
  if (code === 'throttled') return t('exports.error.unavailable');
  const known = OWN_SENTENCE.find((own) => own === code);
  return known ? t(`exports.error.${known}`) : t('exports.error.failed', { code });
}

/** A sentence for each reason why somebody is not in the file. */
export function leftOutTexts(t: Translate, leftOut: LeftOut): string[] {
  return LEFT_OUT_REASONS.flatMap((reason) => {
    const count = leftOut[reason] ?? 0;
    if (count === 0) return [];
    return [
      reason === 'over-limit'
        ? t('exports.leftOut.over-limit', { count, limit: LARGEST_EXPORT })
        : t(`exports.leftOut.${reason}`, { count }),
    ];
  });
}
