/**
 * The thread that fits. An entry of its own: `build/workers/fit.js` in the built product, loaded through tsx before.
 * It imports the engine and nothing else.
 */
import { valueCustomers, type CustomerValuation, type ValuationInput } from '~/engine/clv/value-customers';

export default function fit(input: ValuationInput): CustomerValuation {
  return valueCustomers(input);
}
