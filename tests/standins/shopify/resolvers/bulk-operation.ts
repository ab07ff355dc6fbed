import type { BulkOperation } from '../bulk-operation';
import { gid } from '../gid';
import type { Resolvers } from './resolver';

export const bulkOperationResolvers: Resolvers<BulkOperation> = {
  id: (operation) => gid('BulkOperation', operation.id),
  status: (operation) => operation.status,
  type: () => 'QUERY',
  query: (operation) => operation.query,
  errorCode: (operation) => operation.errorCode,
  createdAt: (operation) => operation.createdAt,
  completedAt: (operation) => operation.completedAt,
  objectCount: (operation) => String(operation.objectCount),
  rootObjectCount: (operation) => String(operation.rootObjectCount),
  fileSize: (operation) => (operation.fileSize === null ? null : String(operation.fileSize)),
  url: (operation) => operation.url,
  partialDataUrl: (operation) => operation.partialDataUrl,
};
