#!/usr/bin/env node
import { systemClock } from '~/domain/clock';
import { clvCommand } from './clv-command';
import { languageOf } from './language';
import { usage } from './usage';

/** Exit codes: 0 done, 2 bad arguments or input, 3 too little data for a model (rules answered). */
async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  const language = languageOf(process.env);
  switch (command) {
    case 'clv':
      return clvCommand(rest, {
        language,
        clock: systemClock,
        stdin: process.stdin,
        stdout: process.stdout,
        stderr: process.stderr,
      });
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(`${usage(language)}\n`);
      return command === undefined ? 2 : 0;
    default:
      process.stderr.write(`timon: "${command}"?\n\n${usage(language)}\n`);
      return 2;
  }
}

// `timon clv ... | head` closes the pipe early: that is the reader's wish, not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
