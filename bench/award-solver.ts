import type { Shape } from './award-instances.ts';
import { runOwn } from './award-own.ts';
import { PEERS, type PeerRun, runPeer } from './award-peers.ts';
import type { BenchLine } from './harness.ts';

/** What a peer may take for one problem. */
const SECONDS = 60;
const SIZES = [
  { lots: 4, bidders: 6, runs: 400 },
  { lots: 20, bidders: 30, runs: 60 },
  { lots: 100, bidders: 200, runs: 3 },
  { lots: 500, bidders: 500, runs: 1 },
] as const;

type Kind = 'plain' | 'limits' | 'near-equal';
const TITLES: Readonly<Record<Kind, string>> = {
  plain: 'at most 2 lots each',
  limits: 'and 2 to 60% winners',
  'near-equal': 'near-equal bidders, at most 55% winners',
};

/**
 * Awarding lots beside the solvers on npm, on the same problems in the same run: from the problem to the answer, models included.
 * HiGHS may leave no gap (mip_rel_gap 0). Without limits on winners the peers get a linear program.
 */
export async function benchAwardSolver(): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const size of SIZES) {
    for (const kind of ['plain', 'limits', 'near-equal'] as const) lines.push(await line(size, kind));
  }
  return lines;
}

async function line({ lots, bidders, runs }: (typeof SIZES)[number], kind: Kind): Promise<BenchLine> {
  const share = { plain: undefined, limits: 0.6, 'near-equal': 0.55 }[kind];
  const shape: Shape = {
    lots,
    bidders,
    nearlyEqual: kind === 'near-equal',
    ...(share === undefined ? {} : { maximumWinners: Math.floor(share * lots) }),
  };
  const seeds = Array.from({ length: runs }, (_, place) => place + 1);
  const own = await runOwn({ shape, seeds });
  const peers: [string, PeerRun][] = [];
  for (const peer of PEERS) peers.push([peer, await runPeer({ peer, shape, seeds, seconds: SECONDS })]);
  const answered = peers.flatMap(([name, { milliseconds }]) =>
    milliseconds === undefined ? [] : [{ name, milliseconds }],
  );
  const fastest = answered.sort((a, b) => a.milliseconds - b.milliseconds)[0];
  const highs = peers.find(([name]) => name === 'highs')![1].objective;
  const agrees =
    highs === undefined ? 'unknown' : highs === own.value ? 'same value as highs' : `highs ${highs}, own ${own.value}`;
  console.log(
    `${lots} x ${bidders}, ${TITLES[kind]}: own ${inWords(own.milliseconds)}, ${own.proven} of ${runs} proven; `,
    peers
      .map(([name, run]) => `${name} ${inWords(run.milliseconds)} (solve ${inWords(run.solveMilliseconds)})`)
      .join(', '),
    `; ${agrees}`,
  );
  const factor = kind === 'plain' ? 10 : 1;
  return {
    what: `award ${lots} lots to ${bidders} bidders, ${TITLES[kind]}`,
    median: own.milliseconds,
    unit: 'ms',
    ...(fastest
      ? {
          target: `${factor} x the best of ${PEERS.length} peers`,
          ratio: fastest.milliseconds / own.milliseconds,
          peer: `the speed of ${fastest.name}`,
          met: fastest.milliseconds >= factor * own.milliseconds && own.proven === runs,
        }
      : { target: 'proven', met: own.proven === runs }),
  };
}

const inWords = (milliseconds: number | undefined): string =>
  milliseconds === undefined ? `not in ${SECONDS} s` : `${milliseconds.toPrecision(3)} ms`;

if (process.argv[1]?.endsWith('award-solver.js')) await benchAwardSolver();
