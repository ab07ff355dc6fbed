import interLatin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import '@fontsource-variable/inter/wght.css';
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import '@shopify/polaris/build/esm/styles.css';
import type { ReactNode } from 'react';
import { FailurePage } from '~/components/failure-page';
import { Frame } from '~/components/frame';
import { resolveLocale } from '~/i18n/locale';
import { LocaleProvider } from '~/i18n/locale-provider';
import './styles/app.css';

export const links: LinksFunction = () => [
  { rel: 'preload', href: interLatin, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'icon', href: 'data:,' },
];

/** Public by design: language and the public app key, nothing of a shop. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const { apiKey, appBridgeUrl } = context.timon.config;
  return {
    locale: resolveLocale(url.searchParams.get('locale'), request.headers.get('Accept-Language')),
    appBridge: url.pathname.startsWith('/app') ? { apiKey, url: appBridgeUrl } : null,
  };
}

/** The language of a visit stays that of its first page: later requests do not carry Shopify's parameter. */
export function shouldRevalidate(): boolean {
  return false;
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  const locale = data?.locale ?? resolveLocale(null, null);
  return (
    <html lang={locale.tag} className="p-theme-light" suppressHydrationWarning>
      <head suppressHydrationWarning>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <Meta />
        <Links />
        {/*
          Last in the head: what App Bridge appends there follows everything that React hydrates, and React 18 only
          tolerates foreign elements at the end. It is still the document's first script, as Shopify requires.
        */}
        {data?.appBridge && <script src={data.appBridge.url} data-api-key={data.appBridge.apiKey} />}
      </head>
      <body suppressHydrationWarning>
        <LocaleProvider locale={locale}>
          <Frame>{children}</Frame>
        </LocaleProvider>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <FailurePage error={useRouteError()} />;
}
