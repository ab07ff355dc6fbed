/** Prisma's migration engine as WebAssembly: the same engine as the binary, without the download. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { DiagnoseMigrationHistoryOutput } from '@prisma/schema-engine-wasm';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import { migrationAdapterFactory } from './migration-adapter';
import { prismaFolder, readMigrations } from './migration-files';

type Engine = Awaited<ReturnType<typeof engineModule.SchemaEngine.new>>;

const NOTHING_FILTERED = { externalTables: [], externalEnums: [] };

/**
 * Writes the SQL that leads from the migrations to schema.prisma as a new migration.
 * @returns its name, or `null` when there is nothing to change
 */
export function createMigration(ownerUrl: string, name: string): Promise<string | null> {
  return withEngine(ownerUrl, 'database', (engine) => writeMigration(engine, name));
}

async function writeMigration(engine: Engine, name: string): Promise<string | null> {
  const migrationsList = migrationList();
  // Also opens what the engine replays migrations on: without it, it finds no shadow database.
  const { action } = await engine.devDiagnostic({ migrationsList, filters: NOTHING_FILTERED });
  if (action.tag === 'reset') throw new Error(`the database must be made anew first: ${action.reason}`);
  const created = await engine.createMigration({
    draft: false,
    migrationName: name,
    migrationsList,
    schema: schemaContainer(),
    filters: NOTHING_FILTERED,
  });
  if (created.migrationScript === null) return null;
  const folder = path.join(migrationsList.baseDir, created.generatedMigrationName);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `migration.${created.extension}`), created.migrationScript);
  return created.generatedMigrationName;
}

/** The SQL that leads from the migrations to schema.prisma: empty when they agree. */
export function diffMigrations(ownerUrl: string): Promise<string> {
  return withEngine(ownerUrl, 'shadow', async (engine) => {
    const diff = await engine.diff({
      from: { tag: 'migrations', ...migrationList() },
      to: { tag: 'schemaDatamodel', ...schemaContainer() },
      script: true,
      exitCode: null,
      filters: NOTHING_FILTERED,
    });
    return diff.stdout ?? '';
  });
}

/** What the engine itself finds between the migrations and the history of a database. */
export function diagnoseHistory(ownerUrl: string): Promise<DiagnoseMigrationHistoryOutput> {
  return withEngine(ownerUrl, 'database', (engine) =>
    engine.diagnoseMigrationHistory({
      migrationsList: migrationList(),
      optInToShadowDatabase: false,
      filters: NOTHING_FILTERED,
    }),
  );
}

/** @param mainConnection the engine replays the migrations of a diff on its main connection: a shadow, then */
async function withEngine<T>(
  ownerUrl: string,
  mainConnection: 'database' | 'shadow',
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const factory = migrationAdapterFactory(ownerUrl);
  const connect = () => (mainConnection === 'shadow' ? factory.connectToShadowDb() : factory.connect());
  try {
    return await work(await openEngine({ ...factory, connect }));
  } finally {
    await factory.close();
  }
}

async function openEngine(factory: SqlMigrationAwareDriverAdapterFactory) {
  loadWasm();
  const { path: schemaPath, content } = schemaFile();
  const log = () => undefined;
  return engineModule.SchemaEngine.new(
    { datamodels: [[schemaPath, content]] },
    log,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

let loaded = false;

/** Once a process: the module keeps its memory in one place, a second instance would pull it from under the first. */
function loadWasm(): void {
  if (loaded) return;
  loaded = true;
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const wasm = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')));
  const { exports } = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': { ...engineModule } });
  engineModule.__wbg_set_wasm(exports);
  (exports as { __wbindgen_start: () => void }).__wbindgen_start();
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => console.error(`schema engine: ${message}`),
    },
  });
}

function schemaFile() {
  const file = path.join(prismaFolder(), 'schema.prisma');
  return { path: file, content: readFileSync(file, 'utf8') };
}

function schemaContainer() {
  return { files: [schemaFile()] };
}

function migrationList() {
  const baseDir = path.join(prismaFolder(), 'migrations');
  return {
    baseDir,
    shadowDbInitScript: '',
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(path.join(baseDir, 'migration_lock.toml'), 'utf8'),
    },
    migrationDirectories: readMigrations().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}
