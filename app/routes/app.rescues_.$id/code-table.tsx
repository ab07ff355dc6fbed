import { Badge } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { DataTable } from '~/components/data-table';
import { useFormat } from '~/i18n/shop-format';
import type { RescueCodeView } from '~/services/views/rescue-view';
import { CopyButton } from './copy-button';

/** The codes of a rescue as they are at Shopify, each to be copied. */
export function CodeTable({ codes }: { readonly codes: readonly RescueCodeView[] }) {
  const t = useTranslations('rescue.active');
  const format = useFormat();
  return (
    <DataTable
      caption={t('codesCaption')}
      columns={[t('code'), t('percent'), t('basket'), t('customers'), t('until'), t('codeStatus')]}
      rows={codes.map(({ code, percent, minimumBasket, customers, status, endsOn }) => ({
        key: code,
        cells: [
          <span key="code" className="tm-inline">
            <span className="tm-code">{code}</span>
            {status === 'ready' && <CopyButton text={code} label={t('copy', { code })} />}
          </span>,
          format.percent(percent / 100),
          minimumBasket === null ? t('noBasket') : format.money(minimumBasket),
          format.integer(customers),
          format.day(endsOn),
          <Badge key="status" {...(status === 'ready' ? { tone: 'success' as const } : {})}>
            {t(`codeState.${status}`)}
          </Badge>,
        ],
      }))}
    />
  );
}
