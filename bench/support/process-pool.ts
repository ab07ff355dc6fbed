import { fork, type ChildProcess } from 'node:child_process';

/** Some processes that stay up; each takes the next task as soon as it is free. */
export interface ProcessPool<Result> {
  /** Results in the order of the tasks; `onDone` is called after each, in the order in which they end. */
  readonly run: (tasks: readonly object[], onDone?: (done: number) => void) => Promise<Result[]>;
  readonly close: () => void;
}

interface Answer {
  readonly index: number;
  readonly result: unknown;
}

/**
 * @param script answers with {@link answerTasks}
 * @throws Error (by `run`) when a process ends before its work does
 */
export function openPool<Result>(script: string, processes: number): ProcessPool<Result> {
  const children = Array.from({ length: processes }, () => fork(script, [], { serialization: 'advanced' }));
  return {
    run: async (tasks, onDone = () => undefined) => {
      const results: Result[] = [];
      let next = 0;
      let done = 0;
      await Promise.all(
        children.map(async (child) => {
          for (let index = next++; index < tasks.length; index = next++) {
            const answer = await ask(child, { index, task: tasks[index] });
            results[answer.index] = answer.result as Result;
            onDone(++done);
          }
        }),
      );
      return results;
    },
    close: () => children.forEach((child) => child.disconnect()),
  };
}

function ask(child: ChildProcess, question: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void =>
      reject(new Error(`a process ended in the middle of its work, with code ${code ?? 'none'}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Answer);
    });
    child.send(question);
  });
}

/** Does all tasks and closes the pool. */
export async function runInProcesses<Result>(
  script: string,
  tasks: readonly object[],
  processes: number,
  onDone?: (done: number) => void,
): Promise<Result[]> {
  const pool = openPool<Result>(script, Math.min(processes, tasks.length));
  try {
    return await pool.run(tasks, onDone);
  } finally {
    pool.close();
  }
}

/** The other end: answers every task that the parent sends until it has no more. */
export function answerTasks(work: (task: unknown) => unknown): void {
  process.on('message', (message: { readonly index: number; readonly task: unknown }) => {
    void Promise.resolve(work(message.task)).then(
      (result) => process.send?.({ index: message.index, result }),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
