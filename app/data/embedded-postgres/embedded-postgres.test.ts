import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedPostgresError, readable } from './embedded-postgres-error';
import { ensureEmbeddedPostgres } from './ensure-embedded-postgres';
import { processIsAlive } from './process-is-alive';

let dir: string;
let stop: (() => Promise<void>) | null = null;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'timon-embedded-'));
});
afterEach(async () => {
  await stop?.();
  stop = null;
  rmSync(dir, { recursive: true, force: true });
});

async function start({ durable } = { durable: false }) {
  const server = await ensureEmbeddedPostgres({ dir, durable });
  stop = () => server.stop();
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmasterPid = () =>
  Number(readFileSync(path.join(dir, 'cluster/data/postmaster.pid'), 'utf8').split('\n')[0]);

/** A process of its own that brings the server up, says where it is and ends. */
async function startElsewhere(): Promise<string> {
  const source = new URL('ensure-embedded-postgres.ts', import.meta.url).href;
  const script = `
    import { ensureEmbeddedPostgres } from ${JSON.stringify(source)};
    console.log((await ensureEmbeddedPostgres({ dir: ${JSON.stringify(dir)}, durable: false })).ownerUrl);`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--import', 'tsx', '--input-type=module', '--eval', script],
  ]);
  return stdout.trim();
}

describe('ensureEmbeddedPostgres', () => {
  it('starts one server for three processes that ask at once, and outlives them', async () => {
    const urls = await Promise.all([startElsewhere(), startElsewhere(), startElsewhere()]);
    const server = await start();
    expect(new Set([...urls, server.ownerUrl]).size).toBe(1);
    expect(await query(server.ownerUrl, 'SELECT current_database() AS name')).toEqual([{ name: 'timon' }]);
  });

  it('starts again with its data and its port after kill -9', async () => {
    const before = await start({ durable: true });
    await query(before.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(postmasterPid(), 'SIGKILL');
    const after = await start({ durable: true });
    expect(after.ownerUrl).toBe(before.ownerUrl);
    expect(await query(after.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is not deceived by a pid file that names a living stranger, nor by the lock of a dead starter', async () => {
    const server = await start();
    await server.stop();
    writeFileSync(path.join(dir, 'cluster/data/postmaster.pid'), `${process.pid}\n${dir}\n0\n1\n`);
    // No process has this number: Linux stops at 2^22.
    writeFileSync(path.join(dir, 'start.lock'), '99999999 dead');
    await start();
    expect(await query(server.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('listens on 127.0.0.1 only and asks for the password, which no other user may read', async () => {
    const { ownerUrl } = await start();
    expect(await query(ownerUrl, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const url = new URL(ownerUrl);
    url.password = 'guess';
    await expect(query(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(statSync(path.join(dir, 'cluster/credentials.json')).mode & 0o777).toBe(0o600);
  });

  it('leaves no process behind when stopped', async () => {
    const server = await start();
    const pid = postmasterPid();
    await server.stop();
    expect(processIsAlive(pid)).toBe(false);
  });

  it('says what to do when the disk is full or the folder is closed', () => {
    const failure = (code: string) => Object.assign(new Error(code), { code });
    expect(readable(failure('ENOSPC'), '/somewhere')).toMatchObject({
      code: 'disk',
      message: expect.stringContaining('no disk space left') as string,
    });
    expect(readable(new EmbeddedPostgresError('start', 'No space left on device'), '/x')).toMatchObject({
      code: 'disk',
    });
    expect(readable(failure('EACCES'), '/somewhere')).toMatchObject({ code: 'permission' });
  });
});
