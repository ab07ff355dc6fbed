import { Banner, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { noticeText } from '~/i18n/coded-message';
import type { NoticeView } from '~/services/views/dashboard-view';

/** Warnings about the data that a merchant must see before acting on the numbers. */
export function NoticeBanners({ notices }: { readonly notices: readonly NoticeView[] }) {
  const t = useTranslations();
  return notices.map(({ code, tone, values }) => {
    const { title, body } = noticeText(t, code, values);
    return (
      <Banner key={code} tone={tone} title={title}>
        <p>{body}</p>
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
          </li>
        );
      })}
    </ul>
  );
}
