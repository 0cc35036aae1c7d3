import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../config.ts';

/**
 * Puts the command where `npx gunwijzer` looks first, in node_modules/.bin. A `bin` in package.json would not do: npx then makes
 * a copy of the whole project in its cache before it runs anything, which takes half a minute and the network.
 */
const root = projectRoot();
const folder = join(root, 'node_modules', '.bin');
const script = join(root, 'dist', 'run', 'gunwijzer.js');
mkdirSync(folder, { recursive: true });
chmodSync(script, 0o755);
if (process.platform === 'win32') {
  writeFileSync(join(folder, 'gunwijzer.cmd'), `@node "%~dp0\\${relative(folder, script)}" %*\r\n`);
} else {
  rmSync(join(folder, 'gunwijzer'), { force: true });
  symlinkSync(relative(folder, script), join(folder, 'gunwijzer'));
}
