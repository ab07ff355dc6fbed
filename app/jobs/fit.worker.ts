/**
 * The thread that fits. An entry of its own: `build/workers/fit.js` in the built product, loaded through tsx before.
 * It imports the engine, and of the pool what hands memory over.
 */
import { move, transferableSymbol, valueSymbol } from 'piscina';
import {
  valueCustomerColumns,
  type ColumnValuation,
  type ValuationInput,
} from '~/engine/clv/value-customers';

export default function fit(input: ValuationInput): ColumnValuation {
  const valuation = valueCustomerColumns(input);
  if (valuation.status !== 'fitted') return valuation;
  const transfer = { [transferableSymbol]: [...buffersOf(valuation.columns)], [valueSymbol]: valuation };
  // The pool unwraps it: whoever asked gets the valuation.
  return move(transfer) as unknown as ColumnValuation;
}

/** Columns of a million customers take half a gigabyte: they change hands instead of being copied. */
function buffersOf(columns: object, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  for (const value of Object.values(columns) as unknown[]) {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      buffersOf(value, found);
    }
  }
  return found;
}
