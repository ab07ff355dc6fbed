import { Link, useLocation } from '@remix-run/react';
import type { UnstyledLinkProps } from '@shopify/polaris';
import { forwardRef } from 'react';
import { embeddedPath } from './embedded-path';

/** The link that Polaris renders everywhere: client navigation inside the app, a plain anchor outside of it. */
export const AppLink = forwardRef<HTMLAnchorElement, UnstyledLinkProps>(function AppLink(
  { url, external, target, children, ref: _polarisRef, ...rest },
  ref,
) {
  const { search } = useLocation();
  if (external === true || !url.startsWith('/')) {
    return (
      <a {...rest} href={url} target={target ?? '_top'} rel="noopener noreferrer" ref={ref}>
        {children}
      </a>
    );
  }
  return (
    <Link {...rest} to={embeddedPath(url, search)} ref={ref}>
      {children}
    </Link>
  );
});
