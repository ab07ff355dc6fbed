/** Why the embedded PostgreSQL could not be brought up, in a sentence that says what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: 'platform' | 'disk' | 'permission' | 'locked' | 'start',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Gives an error of the operating system, or of a server that met one, its readable form; passes others through. */
export function readable(error: unknown, dir: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || /No space left on device/.test(error.message)) {
    return new EmbeddedPostgresError(
      'disk',
      `no disk space left for the database in ${dir}: free some and start again`,
      {
        cause: error,
      },
    );
  }
  if (error instanceof EmbeddedPostgresError) return error;
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return new EmbeddedPostgresError(
      'permission',
      `the database folder ${dir} cannot be written (${code}): choose another one or set DATABASE_URL`,
      { cause: error },
    );
  }
  return error;
}
