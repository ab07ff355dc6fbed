type BulkStatus = 'CREATED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELING' | 'CANCELED' | 'EXPIRED';
export type BulkErrorCode = 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' | 'TIMEOUT';

/** A bulk operation as the Admin API shows it; changes while it runs. */
export interface BulkOperation {
  readonly __typename: 'BulkOperation';
  readonly id: number;
  readonly query: string;
  readonly createdAt: string;
  status: BulkStatus;
  errorCode: BulkErrorCode | null;
  completedAt: string | null;
  objectCount: number;
  rootObjectCount: number;
  fileSize: number | null;
  url: string | null;
  partialDataUrl: string | null;
}

export function isRunning(operation: BulkOperation): boolean {
  return operation.status === 'CREATED' || operation.status === 'RUNNING' || operation.status === 'CANCELING';
}
