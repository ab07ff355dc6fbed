import { pythonEnvironment } from './python-environment';

const lifetimes = pythonEnvironment('venv', 'requirements.txt');

/** Makes the environment where it is missing. Returns `null`, or a sentence why there is none on this machine. */
export function prepareLifetimes(): string | null {
  return lifetimes.prepare();
}

/**
 * Runs one command of `lifetimes_peer.py` and returns the JSON that it wrote, unchecked.
 * @throws Error with the script's own words when it fails
 */
export function askLifetimes(command: string, ordersFile: string, now: string, number: number): unknown {
  return lifetimes.ask('lifetimes_peer.py', [command, ordersFile, now, String(number)]);
}
