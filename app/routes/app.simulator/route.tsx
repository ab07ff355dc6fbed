import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useTranslations } from 'use-intl';
import { documentHeaders } from '~/components/document-headers';
import { PlannedScreen } from '~/components/planned-screen';
import { pageTitle } from '~/components/page-title';

export const headers = documentHeaders;
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'nav.simulator');

export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.timon.authenticateAdmin(request);
  return null;
}

export default function Simulator() {
  const t = useTranslations('simulator');
  return (
    <PlannedScreen
      title={t('title')}
      heading={t('heading')}
      body={t('body')}
      will={{ title: t('will'), items: [t('will1'), t('will2'), t('will3')] }}
      missing={{ title: t('missing'), items: [t('missing1'), t('missing2')] }}
      action={{ text: t('button'), url: '/app/connections' }}
    />
  );
}
