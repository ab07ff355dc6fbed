import { Session, type Profiler } from 'node:inspector';

/** Seconds by function, as a sampling profiler saw them. */
export interface WorkProfile {
  readonly seconds: number;
  /** In a phase and whatever it calls; the outermost of the phases on the stack counts. */
  readonly byPhase: ReadonlyMap<string, number>;
  /** In a function itself, most first: name and file. */
  readonly hotSpots: readonly { readonly name: string; readonly phase: string; readonly seconds: number }[];
}

const OUTSIDE = 'elsewhere';
/** Waiting, and the profiler itself. */
const NOT_WORK = new Set(['(idle)', '(program)', 'dispatch']);
const SAMPLE_MICROSECONDS = 500;

/**
 * @param views each the names of functions that are phases
 * @returns the same run as each view sees it
 */
export function profileWork(views: readonly (readonly string[])[], work: () => void): readonly WorkProfile[] {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  session.post('Profiler.start');
  work();
  const answers: Profiler.Profile[] = [];
  // In one thread the answer is there before the call returns.
  session.post('Profiler.stop', (_, answer) => answers.push(answer.profile));
  session.disconnect();
  const [profile] = answers;
  if (profile === undefined) throw new Error('the profiler gave no answer');
  return views.map((phases) => addUp(profile, new Set(phases)));
}

function addUp(
  { nodes, samples = [], timeDeltas = [] }: Profiler.Profile,
  phases: ReadonlySet<string>,
): WorkProfile {
  const ownSeconds = new Map<number, number>();
  samples.forEach((id, i) => ownSeconds.set(id, (ownSeconds.get(id) ?? 0) + (timeDeltas[i] ?? 0) / 1e6));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const byPhase = new Map<string, number>();
  const spots = new Map<string, { name: string; phase: string; seconds: number }>();
  let seconds = 0;
  const visit = (id: number, phaseAbove: string): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const { functionName, url } = node.callFrame;
    const phase = phaseAbove === OUTSIDE && phases.has(functionName) ? functionName : phaseAbove;
    const own = NOT_WORK.has(functionName) ? 0 : (ownSeconds.get(id) ?? 0);
    const file = url.slice(url.lastIndexOf('/') + 1);
    const name = `${functionName === '' ? '(anonymous)' : functionName}${file === '' ? '' : ` in ${file}`}`;
    const spot = spots.get(`${phase} ${name}`) ?? { name, phase, seconds: 0 };
    spots.set(`${phase} ${name}`, spot);
    spot.seconds += own;
    seconds += own;
    byPhase.set(phase, (byPhase.get(phase) ?? 0) + own);
    for (const child of node.children ?? []) visit(child, phase);
  };
  const root = nodes[0];
  if (root !== undefined) visit(root.id, OUTSIDE);
  return { seconds, byPhase, hotSpots: [...spots.values()].sort((a, b) => b.seconds - a.seconds) };
}
