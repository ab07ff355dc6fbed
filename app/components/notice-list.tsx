import { Banner, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { parseIsoDay } from '~/domain/iso-day';
import { noticeText } from '~/i18n/coded-message';
import { useFormat } from '~/i18n/shop-format';
import type { NoticeView } from '~/services/views/dashboard-view';

/** Warnings about the data that a merchant must see before acting on the numbers. */
export function NoticeBanners({ notices }: { readonly notices: readonly NoticeView[] }) {
  const t = useTranslations();
  return notices.map(({ code, tone, values }) => {
    const { title, body } = noticeText(t, code, values);
    return (
      <Banner key={code} tone={tone} title={title}>
        <p>{body}</p>
        <PossibleOn day={values['possibleOn']} />
      </Banner>
    );
  });
}

/** Remarks about the data that explain the numbers and ask for nothing. */
export function NoticeRemarks({ notices }: { readonly notices: readonly NoticeView[] }) {
  const t = useTranslations();
  return (
    <ul className="tm-remarks">
      {notices.map(({ code, values }) => {
        const { title, body } = noticeText(t, code, values);
        return (
          <li key={code}>
            <Text as="p" fontWeight="semibold">
              {title}
            </Text>
            <Text as="p" tone="subdued">
              {body}
            </Text>
            <PossibleOn day={values['possibleOn']} />
          </li>
        );
      })}
    </ul>
  );
}

/** When something that must wait will be possible, where the engine can tell. */
function PossibleOn({ day: text }: { readonly day: string | number | undefined }) {
  const t = useTranslations('dashboard');
  const format = useFormat();
  const day = typeof text === 'string' ? parseIsoDay(text) : null;
  return day && <p>{t('possibleOn', { day: format.day(day) })}</p>;
}
