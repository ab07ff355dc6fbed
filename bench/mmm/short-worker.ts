/** Tries the short histories that the parent sends. */
import { answerTasks } from '../support/process-pool';
import { mixRunner, tasksHere } from './run-mix';
import { tryShort, type ShortTask } from './short-trial';

const run = mixRunner(tasksHere);
answerTasks((task) => tryShort(task as ShortTask, run));
