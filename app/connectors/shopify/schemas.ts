import { z } from 'zod';
import { FINANCIAL_STATUSES } from '~/domain/order';

/** Shopify's answers, as far as we ask: whatever passes here is trusted from then on. */
const moneySchema = z.object({ amount: z.string(), currencyCode: z.string() });
const shopMoneySchema = z.object({ shopMoney: moneySchema });
/** Shopify sends unsigned 64-bit integers as strings. */
const unsignedSchema = z.string().regex(/^\d+$/);
const pageInfoSchema = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

const emailStateSchema = z.enum(['INVALID', 'NOT_SUBSCRIBED', 'PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED']);
const consentStateSchema = z.enum(['NEVER_SUBSCRIBED', 'PENDING', 'REDACTED', 'SUBSCRIBED', 'UNSUBSCRIBED']);

const customerNodeSchema = z.object({
  id: z.string(),
  createdAt: z.string(),
  numberOfOrders: unsignedSchema,
});
export type CustomerNode = z.infer<typeof customerNodeSchema>;

const utmSchema = z.object({
  source: z.string().nullish(),
  medium: z.string().nullish(),
  campaign: z.string().nullish(),
});

export const orderHeaderSchema = z.object({
  id: z.string(),
  name: z.string(),
  processedAt: z.string(),
  updatedAt: z.string(),
  cancelledAt: z.string().nullish(),
  test: z.boolean(),
  displayFinancialStatus: z.enum(FINANCIAL_STATUSES).nullish(),
  currencyCode: z.string(),
  presentmentCurrencyCode: z.string(),
  currentTotalPriceSet: shopMoneySchema,
  currentTotalDiscountsSet: shopMoneySchema,
  discountCodes: z.array(z.string()),
  totalRefundedSet: shopMoneySchema,
  netPaymentSet: z.object({ shopMoney: moneySchema, presentmentMoney: moneySchema }),
  customer: customerNodeSchema.nullish(),
  customerJourneySummary: z
    .object({
      ready: z.boolean(),
      firstVisit: z.object({ source: z.string(), utmParameters: utmSchema.nullish() }).nullish(),
    })
    .nullish(),
});
export type OrderHeaderNode = z.infer<typeof orderHeaderSchema>;

export const orderLineSchema = z.object({
  id: z.string(),
  title: z.string(),
  quantity: z.number().int(),
  product: z.object({ id: z.string() }).nullish(),
  discountedTotalSet: shopMoneySchema,
});
export type OrderLineNode = z.infer<typeof orderLineSchema>;

const orderLinesSchema = z.object({ nodes: z.array(orderLineSchema), pageInfo: pageInfoSchema });

const orderNodeSchema = orderHeaderSchema.extend({ lineItems: orderLinesSchema });
export type OrderNode = z.infer<typeof orderNodeSchema>;

export const ordersPageSchema = z.object({
  orders: z.object({ nodes: z.array(orderNodeSchema), pageInfo: pageInfoSchema }),
});
export const orderLinesPageSchema = z.object({ order: z.object({ lineItems: orderLinesSchema }).nullish() });
export const ordersByIdSchema = z.object({ nodes: z.array(orderNodeSchema.nullish()) });
export const customersByIdSchema = z.object({ nodes: z.array(customerNodeSchema.nullish()) });

export const shopSchema = z.object({
  shop: z.object({
    id: z.string(),
    name: z.string(),
    myshopifyDomain: z.string(),
    currencyCode: z.string(),
    ianaTimezone: z.string(),
    createdAt: z.string(),
  }),
});
export const grantedScopesSchema = z.object({
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
});
export const ordersCountSchema = z.object({
  ordersCount: z
    .object({ count: z.number().int().nonnegative(), precision: z.enum(['EXACT', 'AT_LEAST']) })
    .nullish(),
});

export const orderTotalNodeSchema = z.object({
  id: z.string(),
  processedAt: z.string(),
  netPaymentSet: shopMoneySchema,
});
export const orderTotalsPageSchema = z.object({
  orders: z.object({ nodes: z.array(orderTotalNodeSchema), pageInfo: pageInfoSchema }),
});

export const bulkStartSchema = z.object({
  bulkOperationRunQuery: z
    .object({
      bulkOperation: z.object({ id: z.string(), status: z.string() }).nullish(),
      userErrors: z.array(z.object({ code: z.string().nullish(), message: z.string() })),
    })
    .nullish(),
});
export const bulkStatusSchema = z.object({
  bulkOperation: z
    .object({
      id: z.string(),
      createdAt: z.string(),
      status: z.enum(['CANCELED', 'CANCELING', 'COMPLETED', 'CREATED', 'EXPIRED', 'FAILED', 'RUNNING']),
      errorCode: z.string().nullish(),
      objectCount: unsignedSchema,
      rootObjectCount: unsignedSchema,
      fileSize: unsignedSchema.nullish(),
      url: z.string().nullish(),
      partialDataUrl: z.string().nullish(),
    })
    .nullish(),
});
export type BulkOperationNode = NonNullable<z.infer<typeof bulkStatusSchema>['bulkOperation']>;

const contactNodeSchema = z.object({
  id: z.string(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  locale: z.string(),
  defaultEmailAddress: z
    .object({
      emailAddress: z.string(),
      validFormat: z.boolean(),
      marketingState: emailStateSchema,
    })
    .nullish(),
  defaultPhoneNumber: z
    .object({
      phoneNumber: z.string(),
      smsMarketingConsent: z.object({ state: consentStateSchema }),
      whatsAppMarketingConsent: z.object({ state: consentStateSchema }),
    })
    .nullish(),
});
export type ContactNode = z.infer<typeof contactNodeSchema>;
export const contactsByIdSchema = z.object({ nodes: z.array(contactNodeSchema.nullish()) });

const reachabilityNodeSchema = z.object({
  id: z.string(),
  defaultEmailAddress: z.object({ validFormat: z.boolean(), marketingState: emailStateSchema }).nullish(),
  defaultPhoneNumber: z
    .object({
      smsMarketingConsent: z.object({ state: consentStateSchema }),
      whatsAppMarketingConsent: z.object({ state: consentStateSchema }),
    })
    .nullish(),
  productSubscriberStatus: z.enum(['ACTIVE', 'CANCELLED', 'EXPIRED', 'FAILED', 'NEVER_SUBSCRIBED', 'PAUSED']),
  lastOrder: z
    .object({
      returnStatus: z.enum([
        'INSPECTION_COMPLETE',
        'IN_PROGRESS',
        'NO_RETURN',
        'RETURNED',
        'RETURN_FAILED',
        'RETURN_REQUESTED',
      ]),
    })
    .nullish(),
});
export type ReachabilityNode = z.infer<typeof reachabilityNodeSchema>;
export const reachabilityByIdSchema = z.object({ nodes: z.array(reachabilityNodeSchema.nullish()) });

export const customerSearchSchema = z.object({
  customers: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
});

const basicCodeSchema = z.object({
  __typename: z.literal('DiscountCodeBasic'),
  status: z.enum(['ACTIVE', 'EXPIRED', 'SCHEDULED']),
  tags: z.array(z.string()),
  context: z.discriminatedUnion('__typename', [
    z.object({
      __typename: z.literal('DiscountCustomers'),
      customers: z.array(z.object({ id: z.string() })),
    }),
    z.object({
      __typename: z.enum(['DiscountBuyerSelectionAll', 'DiscountCustomerSegments', 'DiscountMarkets']),
    }),
  ]),
});
const otherCodeSchema = z.object({
  __typename: z.enum(['DiscountCodeApp', 'DiscountCodeBxgy', 'DiscountCodeFreeShipping']),
});
export const codeByTextSchema = z.object({
  codeDiscountNodeByCode: z
    .object({
      id: z.string(),
      codeDiscount: z.discriminatedUnion('__typename', [basicCodeSchema, otherCodeSchema]),
    })
    .nullish(),
});

const userErrorSchema = z.object({
  code: z.string().nullish(),
  field: z.array(z.string()).nullish(),
  message: z.string(),
});
export type DiscountUserErrorNode = z.infer<typeof userErrorSchema>;
const codeChangeSchema = z
  .object({ codeDiscountNode: z.object({ id: z.string() }).nullish(), userErrors: z.array(userErrorSchema) })
  .nullish();
export type CodeChange = z.infer<typeof codeChangeSchema>;
export const codeCreateSchema = z.object({ discountCodeBasicCreate: codeChangeSchema });
export const codeUpdateSchema = z.object({ discountCodeBasicUpdate: codeChangeSchema });
export const codeDeactivateSchema = z.object({ discountCodeDeactivate: codeChangeSchema });
