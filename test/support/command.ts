import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/config.ts';

/** Runs the real command, as `npx gunwijzer` does. */
export function gunwijzer(words: readonly string[], input = '', environment: Record<string, string> = {}) {
  return new Promise<{ code: number; out: string; error: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [join(projectRoot(), 'dist/run/gunwijzer.js'), ...words],
      { env: { ...process.env, ...environment } },
      (error, out, stderr) => resolve({ code: error ? Number(error.code) : 0, out, error: stderr }),
    );
    // Who does not read its input closes it.
    child.stdin?.on('error', () => undefined).end(input);
  });
}
