/**
 * The layers of the house. Imports point inwards only:
 * cli, web -> actions -> reports, exchange, storage, criteria, solver -> explanation -> messages, chain -> domain.
 */
const room = (name) => `^src/${name}/`;
const outside = (from, ...allowed) => ({
  name: `${from}-stays-in-its-layer`,
  severity: 'error',
  from: { path: room(from) },
  to: {
    path: '^src/',
    pathNot: [from, ...allowed].map((name) => (name.endsWith('.ts') ? `^src/${name}$` : room(name))),
  },
});
/** The arrows inside domain, top to bottom: a room knows itself, the files at the top of domain, and the rooms that are named. */
const within = (from, ...allowed) => ({
  name: `domain-${from.replace('/', '-')}-stays-in-its-layer`,
  severity: 'error',
  from: { path: `^src/domain/${from}/[^/]+$` },
  to: {
    path: '^src/domain/[^/]+/',
    pathNot: [from, ...allowed].map((name) => `^src/domain/${name}/[^/]+$`),
  },
});
const only = (name, library, ...rooms) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: rooms },
  to: { path: library },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    outside('domain'),
    within('procedure'),
    within('decision-matrix'),
    within('admission'),
    within('disclosure'),
    within('accounts', 'admission', 'disclosure'),
    within('rules/price'),
    within('rules', 'rules/price'),
    within('law', 'rules'),
    within('scoring', 'rules/price', 'rules'),
    within('award/proof'),
    within('award/search', 'award/proof'),
    within('award', 'award/search', 'award/proof', 'scoring', 'rules/price', 'rules'),
    within('evaluation', 'award', 'award/search', 'award/proof', 'scoring', 'rules/price', 'rules'),
    within('guards', 'award', 'award/proof', 'scoring', 'rules/price', 'rules'),
    within('set-up', 'scoring', 'rules/price', 'rules'),
    within('decision', 'admission', 'disclosure', 'decision-matrix'),
    within('tender/state/events', 'scoring', 'rules/price', 'rules'),
    within('tender/state', 'tender/state/events', 'disclosure', 'evaluation', 'scoring', 'rules/price', 'rules'),
    within('tender/checks', 'tender/state', 'tender/state/events', 'evaluation', 'scoring', 'rules/price', 'rules'),
    within('tender/procedure', 'tender/checks', 'tender/state', 'tender/state/events', 'admission'),
    within(
      'tender',
      'tender/procedure',
      'tender/checks',
      'tender/state',
      'tender/state/events',
      'admission',
      'disclosure',
      'evaluation',
      'award',
      'award/search',
      'scoring',
      'rules/price',
      'rules',
      'procedure',
    ),
    {
      name: 'every-room-of-domain-has-its-arrows',
      severity: 'error',
      from: { path: '^src/domain/[^/]+/' },
      to: {
        path: '^src/domain/[^/]+/',
        pathNot: [
          '^src/domain/(procedure|decision-matrix|admission|disclosure|accounts|rules(/price)?|law|scoring|award(/proof|/search)?|evaluation|guards|set-up|decision|tender)/[^/]+$',
          '^src/domain/tender/(procedure|checks|state|state/events)/[^/]+$',
        ],
      },
    },
    outside('solver', 'domain'),
    outside('chain', 'domain'),
    outside('messages', 'domain'),
    outside('threads', 'domain'),
    outside('criteria', 'domain', 'chain', 'exchange'),
    outside('storage', 'domain', 'chain'),
    outside('explanation', 'domain', 'messages'),
    outside('reports', 'domain', 'messages', 'explanation'),
    outside('exchange', 'domain', 'chain'),
    outside(
      'actions',
      'domain',
      'solver',
      'chain',
      'messages',
      'explanation',
      'criteria',
      'storage',
      'reports',
      'exchange',
      'threads',
    ),
    outside(
      'web',
      'domain',
      'chain',
      'messages',
      'explanation',
      'criteria',
      'storage',
      'reports',
      'exchange',
      'actions',
      'threads',
      'config.ts',
    ),
    {
      name: 'domain-is-pure',
      comment:
        'domain knows fraction.js (in number.ts), zod (shapes of events and rule sets) and mathjs (in expression.ts), nothing else',
      severity: 'error',
      from: { path: room('domain'), pathNot: '^src/domain/rules/price/expression.ts$' },
      to: { pathNot: ['^src/domain/', 'node_modules/zod/', 'node_modules/fraction.js/'] },
    },
    only('formulas-in-one-file', 'node_modules/mathjs/', '^src/domain/rules/price/expression.ts$'),
    only('fractions-in-one-file', 'node_modules/fraction.js/', '^src/domain/number.ts$'),
    only('only-solver-loads-highs', 'node_modules/highs/', room('solver')),
    {
      name: 'solver-for-actions-and-cli',
      severity: 'error',
      from: { path: '^src/', pathNot: [room('solver'), room('actions'), room('cli')] },
      to: { path: room('solver') },
    },
    only('only-storage-opens-sqlite', 'node_modules/better-sqlite3/', room('storage')),
    // What is imported as pdfkit resolves to its types in reports: see `paths` in tsconfig.json.
    only(
      'only-reports-draws-pdf',
      ['node_modules/(pdfkit|fontkit|source-sans)/', '^src/reports/pdf/pdfkit.d.ts$'],
      room('reports'),
    ),
    only('only-web-knows-express-and-ejs', 'node_modules/(express|ejs|helmet|express-rate-limit)/', room('web')),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
