import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { documentHeaders } from '~/components/document-headers';
import { PlannedScreen } from '~/components/planned-screen';
import { pageTitle } from '~/components/page-title';

export const headers = documentHeaders;
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'nav.marketing');

export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.timon.authenticateAdmin(request);
  return null;
}

export default function Marketing() {
  return <PlannedScreen section="marketing" />;
}
