import fc from 'fast-check';

/** Properties are tried on the same cases each time, so that a commit is green or not; `npm run test:new-cases` draws others. */
if (!process.env.NEW_CASES) fc.configureGlobal({ seed: 20270101 });
