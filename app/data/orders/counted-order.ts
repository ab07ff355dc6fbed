/**
 * SQL condition on a row of `order`: the order counts as a sale. Test, cancelled and unpaid orders do not; an order
 * whose source says nothing about payment does. Whether it also is a purchase of the model (a customer, net above
 * zero) is a question of its own.
 */
export const COUNTED_ORDER = `(NOT test AND cancelled_at IS NULL AND (financial_status IS NULL
  OR financial_status IN ('PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED', 'REFUNDED')))`;
