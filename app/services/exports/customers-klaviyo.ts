import type { ExportFigures } from '~/data/model-runs/read-export-figures';
import { minorUnitDigits } from '~/domain/money';
import { IMPORT_DIALECT } from './csv-dialect';
import { day, number, percent, text } from './csv-row';
import { modelName, type CustomersTerms } from './customers-terms';
import type { ExportWriter } from './export-writer';
import { KLAVIYO_PROFILE, klaviyoProfile } from './klaviyo-profile';

/** Profiles with their forecast as custom properties. Names and codes are English in both languages: flows refer to them. */
export function customersKlaviyo(terms: CustomersTerms): ExportWriter<ExportFigures> {
  const { shop, analysisDay, model, intervalLevel } = terms;
  const digits = minorUnitDigits(shop.currency);
  return {
    dialect: IMPORT_DIALECT,
    header: [
      ...KLAVIYO_PROFILE,
      'Timon Segment',
      'Timon Slipping Away',
      'Timon Last Order',
      'Timon Order Chance 90 Days Percent',
      'Timon Order Chance 90 Days Percent Low',
      'Timon Order Chance 90 Days Percent High',
      'Timon Value 12 Months',
      'Timon Value 12 Months Low',
      'Timon Value 12 Months High',
      'Timon Currency',
      'Timon Interval Percent',
      'Timon Analysis Day',
      'Timon Method',
    ],
    row: (figures, contact) => {
      const profile = klaviyoProfile(contact);
      if (typeof profile === 'string') return profile;
      return [
        ...profile,
        text(figures.segment),
        text(figures.leaving ? 'true' : 'false'),
        day(figures.lastOrderDay),
        ...[percent(figures.pBuy90), percent(figures.pBuy90Low), percent(figures.pBuy90High)],
        number(figures.clv12m, digits),
        number(figures.clv12mLow, digits),
        number(figures.clv12mHigh, digits),
        text(shop.currency),
        percent(intervalLevel),
        day(analysisDay),
        text(model === null ? 'rules' : modelName(model)),
      ];
    },
  };
}
