import { Outlet, useRouteError } from '@remix-run/react';
import { AppNav } from '~/components/app-nav';
import { documentHeaders } from '~/components/document-headers';
import { FailurePage } from '~/components/failure-page';

// No loader: every page below authenticates its own requests.
export const headers = documentHeaders;

export default function AppLayout() {
  return (
    <>
      <AppNav />
      <Outlet />
    </>
  );
}

export function ErrorBoundary() {
  return (
    <>
      <AppNav />
      <FailurePage error={useRouteError()} />
    </>
  );
}
