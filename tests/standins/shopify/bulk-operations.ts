import { setTimeout as sleep } from 'node:timers/promises';
import { adminSchema } from './admin-schema';
import { exportChunks, planExport, type ExportPlan } from './bulk-export';
import { type BulkErrorCode, type BulkOperation, isRunning } from './bulk-operation';
import { type BulkUserError, checkBulkQuery } from './bulk-rules';
import { gid } from './gid';
import { accessDenied, hasCode } from './graphql-failure';
import type { ResolverContext } from './resolvers/resolver';
import type { ResultStorage } from './result-storage';
import { compileSearch } from './search-syntax';
import type { ShopState } from './shop-state';

const MAX_RUNNING = 5;
const SUPPORTED_TOKENS =
  'Only accessible by supported access tokens: https://shopify.dev/docs/api/usage/bulk-operations/queries#access-token-considerations.';

export interface BulkTiming {
  /** How long an operation stays CREATED, in ms of real time. */
  readonly startDelayMs: number;
  /** Pause after each thousand root objects, so that progress can be watched. */
  readonly batchPauseMs: number;
}

/** A fault to put on the next operation. */
interface BulkFailure {
  readonly errorCode: BulkErrorCode;
  /** Share of the chunks that are written before it fails; more than 0 gives a `partialDataUrl`. */
  readonly after: number;
}

interface RunPayload {
  readonly bulkOperation: BulkOperation | null;
  readonly userErrors: readonly BulkUserError[];
}

interface CancelPayload {
  readonly bulkOperation: BulkOperation | null;
  readonly userErrors: readonly { readonly field: readonly string[] | null; readonly message: string }[];
}

interface Dependencies {
  readonly shop: ShopState;
  readonly storage: ResultStorage;
  readonly timing: BulkTiming;
  readonly isRefused: () => boolean;
  readonly takeFailure: () => BulkFailure | null;
  readonly onFinished: (operation: BulkOperation) => void;
}

let lastOperationId = 720_918_275_000;

/** The bulk operations of one shop: CREATED, RUNNING, then COMPLETED, FAILED or CANCELED. */
export class BulkOperations {
  private readonly deps: Dependencies;
  private readonly operations = new Map<number, BulkOperation>();

  constructor(deps: Dependencies) {
    this.deps = deps;
  }

  find(id: number): BulkOperation | null {
    return this.operations.get(id) ?? null;
  }

  search(query: string | null): readonly BulkOperation[] {
    const matches = compileSearch<BulkOperation>(
      query,
      {
        instants: { created_at: (operation) => operation.createdAt },
        numbers: { id: (operation) => operation.id },
        texts: { status: (operation) => [operation.status], operation_type: () => ['query'] },
        words: {},
      },
      this.deps.shop.data.timeZone,
    );
    const all = [...this.operations.values()];
    return matches ? all.filter(matches) : all;
  }

  run(query: string, groupObjects: boolean, context: ResolverContext): RunPayload {
    const { shop } = this.deps;
    if (!shop.profile.bulkAccess || this.deps.isRefused()) {
      throw accessDenied('bulkOperationRunQuery', SUPPORTED_TOKENS);
    }
    const checked = checkBulkQuery(query, adminSchema());
    if ('userErrors' in checked) return { bulkOperation: null, userErrors: checked.userErrors };
    if ([...this.operations.values()].filter(isRunning).length >= MAX_RUNNING) {
      const message = 'Bulk operations limit reached. Please try again later.';
      return { bulkOperation: null, userErrors: [{ field: null, message, code: 'LIMIT_REACHED' }] };
    }
    const plan = planExport(checked.document, adminSchema(), context);
    const denied = rehearse(plan, context);
    lastOperationId += 1;
    const operation: BulkOperation = {
      __typename: 'BulkOperation',
      id: lastOperationId,
      query,
      createdAt: shop.nowText(),
      status: 'CREATED',
      errorCode: null,
      completedAt: null,
      objectCount: 0,
      rootObjectCount: 0,
      fileSize: null,
      url: null,
      partialDataUrl: null,
    };
    this.operations.set(operation.id, operation);
    const failure =
      this.deps.takeFailure() ?? (denied ? { errorCode: 'ACCESS_DENIED' as const, after: 0 } : null);
    void this.work(operation, plan, groupObjects, failure, context);
    // The answer shows the operation as it is created; the work goes on with the stored one.
    return { bulkOperation: { ...operation }, userErrors: [] };
  }

  cancel(id: number): CancelPayload {
    const operation = this.operations.get(id);
    if (!operation) {
      return {
        bulkOperation: null,
        userErrors: [{ field: ['id'], message: 'Bulk operation does not exist' }],
      };
    }
    if (!isRunning(operation)) {
      const message = `A bulk operation cannot be canceled when it is ${operation.status.toLowerCase()}`;
      return { bulkOperation: operation, userErrors: [{ field: null, message }] };
    }
    operation.status = 'CANCELING';
    return { bulkOperation: { ...operation }, userErrors: [] };
  }

  /** Stops what runs, as uninstalling the app does. */
  cancelAll(): void {
    for (const operation of this.operations.values()) {
      if (isRunning(operation)) operation.status = 'CANCELING';
    }
  }

  private async work(
    operation: BulkOperation,
    plan: ExportPlan,
    groupObjects: boolean,
    failure: BulkFailure | null,
    context: ResolverContext,
  ): Promise<void> {
    const { timing, shop } = this.deps;
    await sleep(timing.startDelayMs, undefined, { ref: false });
    const chunks: Buffer[] = [];
    if (operation.status === 'CREATED') operation.status = 'RUNNING';
    try {
      if (failure?.after !== 0) {
        for await (const { chunk, progress } of exportChunks(plan, groupObjects, context)) {
          if (operation.status === 'CANCELING') break;
          chunks.push(chunk);
          Object.assign(operation, progress);
          if (timing.batchPauseMs > 0) await sleep(timing.batchPauseMs, undefined, { ref: false });
        }
      }
    } catch {
      failure ??= { errorCode: 'INTERNAL_SERVER_ERROR', after: 0 };
    }
    operation.completedAt = shop.nowText();
    if (failure) {
      this.fail(operation, failure, chunks);
    } else if (operation.status === 'CANCELING') {
      operation.status = 'CANCELED';
      if (chunks.length > 0) operation.partialDataUrl = this.store(operation, chunks).url;
    } else {
      // A result without objects has no file.
      if (operation.objectCount > 0) {
        const stored = this.store(operation, chunks);
        operation.url = stored.url;
        operation.fileSize = stored.size;
      }
      operation.status = 'COMPLETED';
    }
    this.deps.onFinished(operation);
  }

  private fail(operation: BulkOperation, failure: BulkFailure, chunks: readonly Buffer[]): void {
    operation.status = 'FAILED';
    operation.errorCode = failure.errorCode;
    const kept = Buffer.concat(chunks);
    const cut = kept.lastIndexOf(0x0a, Math.floor(kept.length * failure.after)) + 1;
    if (cut > 0) operation.partialDataUrl = this.store(operation, [kept.subarray(0, cut)]).url;
  }

  private store(operation: BulkOperation, chunks: readonly Buffer[]): { url: string; size: number } {
    return this.deps.storage.put(
      `${gid('BulkOperation', operation.id).split('/').at(-1) ?? ''}-final`,
      chunks,
    );
  }
}

/** Runs the first object: a missing resolver fails the request, a missing scope fails the operation. */
function rehearse(plan: ExportPlan, context: ResolverContext): boolean {
  try {
    const [first] = plan.roots();
    if (first !== undefined) plan.compiled(first, { context, children: [], parentId: null });
    return false;
  } catch (error) {
    if (hasCode(error, 'ACCESS_DENIED')) return true;
    throw error;
  }
}
