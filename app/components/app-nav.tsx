import { useLocation, useNavigate } from '@remix-run/react';
import { NavMenu } from '@shopify/app-bridge-react';
import { useEffect, type MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import { embeddedPath } from './embedded-path';

const ENTRIES = [
  { path: '/app', key: 'nav.dashboard' },
  { path: '/app/customers', key: 'nav.customers' },
  { path: '/app/rescues', key: 'nav.rescues' },
  { path: '/app/marketing', key: 'nav.marketing' },
  { path: '/app/simulator', key: 'nav.simulator' },
  { path: '/app/connections', key: 'nav.connections' },
] as const;

/**
 * The app's entries in Shopify's own navigation. The addresses stay bare, because Shopify compares them with the
 * current path; the embedding parameters are added when an entry is followed.
 */
export function AppNav() {
  const t = useTranslations();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();

  useEffect(() => {
    const follow = (event: Event) => {
      const href = event.target instanceof Element ? event.target.getAttribute('href') : null;
      if (href !== null) navigate(embeddedPath(href, search));
    };
    addEventListener('shopify:navigate', follow);
    return () => removeEventListener('shopify:navigate', follow);
  }, [navigate, search]);

  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
      return;
    event.preventDefault();
    navigate(embeddedPath(event.currentTarget.getAttribute('href') ?? '/app', search));
  };

  return (
    <NavMenu>
      {/* Names the app's root; Shopify does not show this one as an entry. */}
      <a href="/app" rel="home">
        Timón
      </a>
      {ENTRIES.map(({ path, key }) => (
        <a
          key={path}
          href={path}
          onClick={onClick}
          {...(pathname === path ? { 'aria-current': 'page' as const } : {})}
        >
          {t(key)}
        </a>
      ))}
    </NavMenu>
  );
}
