import { redirect } from '@remix-run/node';

/** Where Shopify's library sends a visit that does not say which shop it is from: the app opens from Shopify's admin. */
export function loader() {
  return redirect('/');
}
