import { GraphQLError } from 'graphql';

/** The query asks for something that exists at Shopify but not here. Answered with 501, so that no test passes on it. */
export class NotImplementedError extends Error {
  constructor(what: string) {
    super(`The Shopify stand-in does not implement ${what}`);
    this.name = 'NotImplementedError';
  }
}

const SCOPES_DOC = 'https://shopify.dev/api/usage/access-scopes';

/** Shopify's error for a field that the token may not read. */
export function accessDenied(fieldName: string, requiredAccess: string): GraphQLError {
  return new GraphQLError(`Access denied for ${fieldName} field. Required access: ${requiredAccess}`, {
    extensions: { code: 'ACCESS_DENIED', documentation: SCOPES_DOC, requiredAccess },
  });
}

const PROTECTED_DATA_DOC = 'https://shopify.dev/docs/apps/launch/protected-customer-data';

/** Shopify's error for personal data that the app was not approved for. */
export function notApproved(fieldName: string): GraphQLError {
  return new GraphQLError(
    `This app is not approved to use the ${fieldName} field. See ${PROTECTED_DATA_DOC} for more details.`,
    { extensions: { code: 'ACCESS_DENIED', documentation: PROTECTED_DATA_DOC } },
  );
}

export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof GraphQLError && error.extensions['code'] === code;
}
