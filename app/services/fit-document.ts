import type { Readable } from 'node:stream';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { BudgetChannel } from '~/engine/budget/response-table';

const amounts = z.array(z.number().nonnegative());
const positive = z.array(z.number().positive());
const shares = z.array(z.number().min(0).lt(1));
const interval = z.object({ mean: z.number(), low: z.number(), high: z.number(), level: z.number() });

/** What a budget needs of the JSON that `timon mmm` writes (docs/models/mmm.md); all else is for readers. */
const fittedDocument = z
  .object({
    status: z.literal('fitted'),
    engineVersion: z.string(),
    seed: z.number(),
    granularity: z.enum(['daily', 'weekly']),
    currency: z.string().regex(/^[A-Z]{3}$/),
    period: z.object({ from: z.string(), to: z.string() }),
    channels: z.array(
      z.object({ name: z.string(), hasEvidence: z.boolean(), roas: interval.nullable(), spend: z.number() }),
    ),
    rows: z.object({ channels: z.array(z.object({ name: z.string(), spend: amounts })) }),
    draws: z.object({
      count: z.number().int().positive(),
      channels: z.array(
        z.object({
          name: z.string(),
          beta: amounts,
          theta: shares,
          halfSaturation: positive,
          slope: positive,
        }),
      ),
    }),
  })
  .superRefine(({ channels, rows, draws }, context) => {
    for (const { name, ...columns } of draws.channels) {
      if (Object.values(columns).some(({ length }) => length !== draws.count)) {
        context.addIssue(`draws of "${name}" are not ${draws.count}`);
      }
      if (!rows.channels.some((channel) => channel.name === name) || !channels.some((c) => c.name === name)) {
        context.addIssue(`"${name}" has draws and no spend`);
      }
    }
    if (draws.channels.length === 0) context.addIssue('there are no draws');
  });
const stoppedDocument = z.object({
  status: z.enum(['refused', 'not-converged', 'negative-baseline']),
  words: z.array(z.string()),
});

export type FittedDocument = z.infer<typeof fittedDocument>;

export type ReadFitDocument =
  | { readonly status: 'read'; readonly fit: FittedDocument }
  /** A fit in which no number may be shown; it says why. */
  | { readonly status: 'stopped'; readonly words: readonly string[] }
  | {
      readonly status: 'invalid';
      readonly code: 'cannot-read' | 'not-json' | 'not-a-fit';
      /** Where in the document, for `not-a-fit`. */
      readonly detail: string;
    };

/** Reads a fit from a file or a stream, and checks what the budget will calculate with. */
export async function readFitDocument(source: string | Readable): Promise<ReadFitDocument> {
  let content: string;
  try {
    content = typeof source === 'string' ? await readFile(source, 'utf8') : await text(source);
  } catch (error) {
    return { status: 'invalid', code: 'cannot-read', detail: error instanceof Error ? error.message : '' };
  }
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    return { status: 'invalid', code: 'not-json', detail: error instanceof Error ? error.message : '' };
  }
  const stopped = stoppedDocument.safeParse(json);
  if (stopped.success) return { status: 'stopped', words: stopped.data.words };
  const fitted = fittedDocument.safeParse(json);
  if (fitted.success) return { status: 'read', fit: fitted.data };
  const [issue] = fitted.error.issues;
  return {
    status: 'invalid',
    code: 'not-a-fit',
    detail: issue ? `${issue.path.join('.')}: ${issue.message}` : '',
  };
}

/** The channels of a fit as the budget sees them; one that never spent keeps its name and gets nothing. */
export function budgetChannels({ channels, rows, draws }: FittedDocument): BudgetChannel[] {
  return channels.map(({ name, hasEvidence }) => {
    const found = draws.channels.find((channel) => channel.name === name);
    const none = new Float64Array(draws.count);
    return {
      name,
      hasEvidence,
      spend: Float64Array.from(rows.channels.find((channel) => channel.name === name)?.spend ?? []),
      draws: found
        ? {
            beta: Float64Array.from(found.beta),
            theta: Float64Array.from(found.theta),
            halfSaturation: Float64Array.from(found.halfSaturation),
            slope: Float64Array.from(found.slope),
          }
        : { beta: none, theta: none, halfSaturation: none.map(() => 1), slope: none.map(() => 1) },
    };
  });
}
