import { runBudgetCommand } from './budget-command';
import { CLV_COMMAND } from './clv-command';
import { runFileCommand, type Terminal } from './file-command';
import { runMmmCommand } from './mmm-command';
import { SEGMENTS_COMMAND } from './segments-command';
import { runSimulateCommand } from './simulate-command';
import { usage } from './usage';

/** Exit codes: 0 done, 2 bad arguments or input, 3 too little data for a model (rules answered). */
export async function runTimon(args: readonly string[], terminal: Terminal): Promise<number> {
  const [command, ...rest] = args;
  const { language, stdout, stderr } = terminal;
  switch (command) {
    case 'clv':
      return runFileCommand(CLV_COMMAND, rest, terminal);
    case 'segments':
      return runFileCommand(SEGMENTS_COMMAND, rest, terminal);
    case 'mmm':
      return runMmmCommand(rest, terminal);
    case 'budget':
      return runBudgetCommand(rest, terminal);
    case 'simulate':
      return runSimulateCommand(rest, terminal);
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      stdout.write(`${usage(language)}\n`);
      return command === undefined ? 2 : 0;
    default:
      stderr.write(`timon: "${command}"?\n\n${usage(language)}\n`);
      return 2;
  }
}
