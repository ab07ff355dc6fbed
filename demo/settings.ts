import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** The app's credentials at the stand-in: the demo refuses to run where real ones are set. */
export const DEMO_API_KEY = 'timon-demo-key';
export const DEMO_API_SECRET = 'timon-demo-secret';
export const DEMO_SHOP = 'timon-demo.myshopify.com';

const settingsSchema = z.object({
  /** Last whole day of the generated shop: fixed at the first start, so that a second start shows the same shop. */
  endDay: z.iso.date(),
  seed: z.number().int(),
  tokenKeys: z.string(),
});
export type DemoSettings = z.infer<typeof settingsSchema>;

/** Reads what the first start decided, or decides it now. */
export async function loadSettings(file: string, today: Date): Promise<DemoSettings> {
  const stored = await readFile(file, 'utf8').catch(() => null);
  const parsed = stored === null ? null : settingsSchema.safeParse(JSON.parse(stored));
  if (parsed?.success) return parsed.data;
  const settings: DemoSettings = {
    endDay: new Date(today.getTime() - 86_400_000).toISOString().slice(0, 10),
    seed: 1,
    tokenKeys: `demo:${randomBytes(32).toString('base64')}`,
  };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(settings, null, 2), { mode: 0o600 });
  return settings;
}
