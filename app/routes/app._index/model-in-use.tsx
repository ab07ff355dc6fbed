import { useTranslations } from 'use-intl';
import { codedMessage } from '~/i18n/coded-message';
import { useSmallFigure } from '~/components/use-small-figure';
import type { TrustView } from '~/services/views/trust-view';

/** Which model answers now, why that one, and whether the past corrects it. */
export function ModelInUse({ trust }: { readonly trust: TrustView }) {
  const t = useTranslations();
  const figure = useSmallFigure();
  const { model, choice, chancesCorrected, countsCorrected } = trust;
  const { gain, error } = choice.values;
  const values = {
    ...choice.values,
    ...(gain === undefined ? {} : { gain: figure(gain) }),
    ...(error === undefined ? {} : { error: figure(error) }),
  };
  return (
    <div className="tm-rule">
      <p>{t('trust.model', { model: codedMessage(t, 'models', model) })}</p>
      <p className="tm-muted">{codedMessage(t, 'choices', choice.code, values)}</p>
      {(chancesCorrected || countsCorrected) && (
        <p className="tm-muted">
          {t(
            `trust.correction.${chancesCorrected && countsCorrected ? 'both' : chancesCorrected ? 'chances' : 'counts'}`,
          )}
        </p>
      )}
    </div>
  );
}
