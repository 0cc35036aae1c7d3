import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/support/run-folder.ts'],
    setupFiles: ['./test/support/seed.ts'],
    // Every test has a database and a port of its own, so that files can run side by side: one more than there are processors, for a browser that is waited for.
    maxWorkers: 3,
    // What is imported is the same for every file, and no test changes it: read once, it takes half the time.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/support/closing-line.ts'],
  },
});
