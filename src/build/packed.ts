import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { projectRoot } from '../config.ts';

/**
 * Packs the command, and the threads that a server starts, into few files: to find and read some six hundred modules one by one takes longer
 * than most commands do. What a command loads when it is called stays a file of its own.
 */
const ENTRIES = ['cli/gunwijzer.js', 'thread.js', 'proving-thread.js'];
/** Libraries of many small modules, or of one. The others are read where they are: some look for files beside themselves. */
const PACKED_TOO = /^(zod|fraction\.js|canonicalize)$/;

const root = projectRoot();
const target = join(root, 'dist', 'run');

const othersAsTheyAre: Plugin = {
  name: 'others-as-they-are',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) =>
      kind === 'entry-point' || PACKED_TOO.test(path) || importer.includes('node_modules')
        ? null
        : { path, external: true },
    );
  },
};

const { metafile } = await build({
  entryPoints: ENTRIES.map((entry) => join(root, 'dist', 'src', entry)),
  outdir: target,
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
  plugins: [othersAsTheyAre],
});
// What is not written any more goes last: a server that runs meanwhile may still read it.
const written = new Set(Object.keys(metafile.outputs).map((file) => basename(file)));
for (const file of readdirSync(target)) if (!written.has(file)) rmSync(join(target, file));
