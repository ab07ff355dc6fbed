import { gid } from '../gid';
import type { Resolvers } from './resolver';

const SCOPE_WORDS: Readonly<Record<string, string>> = { read: 'Read', write: 'Modify' };

function accessScope(handle: string): { readonly handle: string; readonly description: string } {
  const [verb = '', ...noun] = handle.split('_');
  return { handle, description: `${SCOPE_WORDS[verb] ?? verb} ${noun.join(' ')}` };
}

export const appInstallationResolvers: Resolvers<unknown> = {
  id: (_source, _args, context) => gid('AppInstallation', context.shop.id),
  app: () => ({}),
  accessScopes: (_source, _args, context) => [...context.shop.scopes].map(accessScope),
  launchUrl: (_source, _args, context) => `https://${context.shop.profile.domain}/admin/apps/timon`,
  activeSubscriptions: () => [],
};

export const appResolvers: Resolvers<unknown> = {
  id: () => gid('App', 1),
  title: () => 'Timón',
  handle: () => 'timon',
  apiKey: (_source, _args, context) => context.apiKey,
  requestedAccessScopes: (_source, _args, context) => [...context.shop.scopes].map(accessScope),
  optionalAccessScopes: () => [],
  installation: () => ({}),
};
