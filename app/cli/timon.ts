#!/usr/bin/env node
import { systemClock } from '~/domain/clock';
import { createFitPool } from '~/jobs/fits/fit-pool.server';
import { languageOf } from './language';
import { runTimon } from './run-timon';

// `timon clv ... | head` closes the pipe early: that is the reader's wish, not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runTimon(process.argv.slice(2), {
  language: languageOf(process.env),
  clock: systemClock,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  openFits: (threads) => createFitPool({ threads }),
});
