import type pg from 'pg';
import type { PrismaClient } from './generated/prisma/client';

/** An open database. Rooms other than `data` pass it on and call nothing of it but `close`. */
export interface Db {
  readonly prisma: PrismaClient;
  /** The connections that `prisma` works on; bulk reads and writes use them directly. */
  readonly pool: pg.Pool;
  /** Connections that hold locks, apart: whoever holds a lock still gets a connection to work with. */
  readonly lockPool: pg.Pool;
  close(): Promise<void>;
}
