import { Link, useLocation } from '@remix-run/react';
import type { UnstyledLinkProps } from '@shopify/polaris';
import { forwardRef, type AnchorHTMLAttributes } from 'react';
import { embeddedPath } from './embedded-path';

/** What Polaris hands to its link component, without the index signature that makes its type say anything. */
interface AppLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'target'> {
  readonly url?: string;
  readonly external?: boolean | undefined;
  readonly target?: '_blank' | '_self' | '_parent' | '_top' | undefined;
}

/** The link that Polaris renders everywhere: client navigation inside the app, a plain anchor outside of it. */
export const AppLink = forwardRef<HTMLAnchorElement, UnstyledLinkProps>(function AppLink(props, ref) {
  const { url = '', external, target, children, ...rest }: AppLinkProps = props;
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
