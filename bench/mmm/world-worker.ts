/** Tries the worlds that the parent sends, the chains of each in turn. */
import { answerTasks } from '../support/process-pool';
import { mixRunner, tasksHere } from './run-mix';
import { tryWorld, type WorldTask } from './world-trial';

const run = mixRunner(tasksHere);
answerTasks((task) => tryWorld(task as WorldTask, run));
