import { choleskyFactor } from '~/engine/numeric/cholesky';
import { nextNormal, type Rng } from '~/engine/numeric/rng';
import type { ResponsePosterior } from './fit-response';
import type { Response } from './response-model';

const DRAWS = 400;

/**
 * Answers to offers that the shop's campaigns leave possible, equally likely. Drawn in opposite pairs, so that their mean
 * is the posterior's own.
 * @param count even
 */
export function drawResponses(posterior: ResponsePosterior, rng: Rng, count = DRAWS): readonly Response[] {
  const { mean, covariance, pull } = posterior;
  const size = mean.length;
  const factor = choleskyFactor(Float64Array.from(covariance), size);
  if (factor === null) throw new RangeError('the covariance of the response is not positive definite');
  const responses: Response[] = [];
  while (responses.length < count) {
    const normals = mean.map(() => nextNormal(rng));
    for (const sign of [1, -1]) {
      const [b = 0, effect = 0, lambda = 0] = mean.map((middle, i) =>
        normals.reduce((sum, normal, k) => sum + sign * (factor[i * size + k] ?? 0) * normal, middle),
      );
      responses.push({ b, tau0: effect - pull * Math.exp(lambda), lambda });
    }
  }
  return responses;
}
