/**
 * Every operation that we send to the Admin API, version 2026-10. Plain strings: `.ci/codegen.ts` derives their types
 * from the schema beside this file, `operations.test.ts` validates them against it.
 *
 * Each costs less than 1,000 points, the most that Shopify lets one query cost.
 */

/** Everything we keep of an order except its lines. */
export const ORDER_HEADER_FIELDS = `#graphql
  fragment OrderHeader on Order {
    id
    name
    processedAt
    updatedAt
    cancelledAt
    test
    displayFinancialStatus
    currencyCode
    presentmentCurrencyCode
    currentTotalPriceSet { shopMoney { amount currencyCode } }
    currentTotalDiscountsSet { shopMoney { amount currencyCode } }
    discountCodes
    totalRefundedSet { shopMoney { amount currencyCode } }
    netPaymentSet {
      shopMoney { amount currencyCode }
      presentmentMoney { amount currencyCode }
    }
    customer { id createdAt numberOfOrders }
    customerJourneySummary {
      ready
      firstVisit { source utmParameters { source medium campaign } }
    }
  }
` as const;

export const ORDER_LINE_FIELDS = `#graphql
  fragment OrderLineFields on LineItem {
    id
    title
    quantity
    product { id }
    discountedTotalSet(withCodeDiscounts: true) { shopMoney { amount currencyCode } }
  }
` as const;

export const SHOP = `#graphql
  query Shop {
    shop {
      id
      name
      myshopifyDomain
      currencyCode
      ianaTimezone
      createdAt
    }
  }
` as const;

export const GRANTED_SCOPES = `#graphql
  query GrantedScopes {
    currentAppInstallation { accessScopes { handle } }
  }
` as const;

export const ORDERS_PAGE = `#graphql
  ${ORDER_HEADER_FIELDS}
  ${ORDER_LINE_FIELDS}
  query OrdersPage($first: Int!, $linesFirst: Int!, $after: String, $query: String) {
    orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes {
        ...OrderHeader
        lineItems(first: $linesFirst) {
          nodes { ...OrderLineFields }
          pageInfo { hasNextPage endCursor }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
` as const;

export const ORDER_LINES_PAGE = `#graphql
  ${ORDER_LINE_FIELDS}
  query OrderLinesPage($id: ID!, $first: Int!, $after: String) {
    order(id: $id) {
      lineItems(first: $first, after: $after) {
        nodes { ...OrderLineFields }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
` as const;

export const ORDERS_BY_ID = `#graphql
  ${ORDER_HEADER_FIELDS}
  ${ORDER_LINE_FIELDS}
  query OrdersById($ids: [ID!]!, $linesFirst: Int!) {
    nodes(ids: $ids) {
      ... on Order {
        ...OrderHeader
        lineItems(first: $linesFirst) {
          nodes { ...OrderLineFields }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
` as const;

export const CUSTOMERS_BY_ID = `#graphql
  query CustomersById($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Customer { id createdAt numberOfOrders }
    }
  }
` as const;

export const ORDERS_COUNT = `#graphql
  query OrdersCount($query: String, $limit: Int) {
    ordersCount(query: $query, limit: $limit) { count precision }
  }
` as const;

export const ORDER_TOTALS_PAGE = `#graphql
  query OrderTotalsPage($first: Int!, $after: String, $query: String) {
    orders(first: $first, after: $after, query: $query, sortKey: ID) {
      nodes {
        id
        processedAt
        netPaymentSet { shopMoney { amount currencyCode } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
` as const;

/** Run as an export: its variable is written into the text first, because exports take no variables. */
export const ORDERS_EXPORT = `#graphql
  ${ORDER_HEADER_FIELDS}
  ${ORDER_LINE_FIELDS}
  query OrdersExport($query: String) {
    orders(query: $query) {
      edges {
        node {
          ...OrderHeader
          lineItems { edges { node { ...OrderLineFields } } }
        }
      }
    }
  }
` as const;

/** Run as an export, like {@link ORDERS_EXPORT}. */
export const ORDER_TOTALS_EXPORT = `#graphql
  query OrderTotalsExport($query: String) {
    orders(query: $query) {
      edges {
        node {
          id
          processedAt
          netPaymentSet { shopMoney { amount currencyCode } }
        }
      }
    }
  }
` as const;

export const BULK_START = `#graphql
  mutation BulkStart($query: String!) {
    bulkOperationRunQuery(query: $query, groupObjects: false) {
      bulkOperation { id status }
      userErrors { code field message }
    }
  }
` as const;

export const BULK_STATUS = `#graphql
  query BulkStatus($id: ID!) {
    bulkOperation(id: $id) {
      id
      createdAt
      status
      errorCode
      objectCount
      rootObjectCount
      fileSize
      url
      partialDataUrl
    }
  }
` as const;

/** Personal data, read live where a record or an export shows it; the only operation that asks for any. */
export const CONTACTS_BY_ID = `#graphql
  query ContactsById($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Customer {
        id
        firstName
        lastName
        locale
        defaultEmailAddress { emailAddress validFormat marketingState }
        defaultPhoneNumber {
          phoneNumber
          smsMarketingConsent { state }
          whatsAppMarketingConsent { state }
        }
      }
    }
  }
` as const;

/** What decides whether a customer may be written to. Asks for consents, not for the addresses that they belong to. */
export const REACHABILITY_BY_ID = `#graphql
  query ReachabilityById($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Customer {
        id
        defaultEmailAddress { validFormat marketingState }
        defaultPhoneNumber {
          smsMarketingConsent { state }
          whatsAppMarketingConsent { state }
        }
        productSubscriberStatus
        lastOrder { returnStatus }
      }
    }
  }
` as const;

export const CUSTOMER_SEARCH = `#graphql
  query CustomerSearch($first: Int!, $query: String!) {
    customers(first: $first, query: $query, sortKey: RELEVANCE) {
      nodes { id }
    }
  }
` as const;

export const CODE_BY_TEXT = `#graphql
  query CodeByText($code: String!) {
    codeDiscountNodeByCode(code: $code) {
      id
      codeDiscount {
        __typename
        ... on DiscountCodeBasic {
          status
          tags
          context {
            __typename
            ... on DiscountCustomers { customers { id } }
          }
        }
      }
    }
  }
` as const;

export const CODE_CREATE = `#graphql
  mutation CodeCreate($input: DiscountCodeBasicInput!) {
    discountCodeBasicCreate(basicCodeDiscount: $input) {
      codeDiscountNode { id }
      userErrors { code field message }
    }
  }
` as const;

/** Fields that the input leaves out stay as they are. */
export const CODE_UPDATE = `#graphql
  mutation CodeUpdate($id: ID!, $input: DiscountCodeBasicInput!) {
    discountCodeBasicUpdate(id: $id, basicCodeDiscount: $input) {
      codeDiscountNode { id }
      userErrors { code field message }
    }
  }
` as const;

export const CODE_DEACTIVATE = `#graphql
  mutation CodeDeactivate($id: ID!) {
    discountCodeDeactivate(id: $id) {
      codeDiscountNode { id }
      userErrors { code field message }
    }
  }
` as const;
