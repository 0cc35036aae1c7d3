import { join } from 'node:path';
import { createDecisions } from '../../src/actions/decisions.ts';
import { openDecision } from '../../src/actions/open-decision.ts';
import { run as weigh } from '../../src/cli/contract-model.ts';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import { requireSigned } from '../../src/domain/decision/access.ts';
import { analyse } from '../../src/domain/decision/analyse.ts';
import { type DecisionCommand, decideDecision } from '../../src/domain/decision/decide.ts';
import { startWeighing, type Weighing } from '../../src/domain/decision/weighing.ts';
import type { Adjustment } from '../../src/domain/decision-matrix/adjustments.ts';
import { decisionMatrix, type MatrixInput } from '../../src/domain/decision-matrix/matrix.ts';
import type { MatrixFile } from '../../src/domain/decision-matrix/matrix-file.ts';
import { expandMatrix } from '../../src/domain/decision-matrix/own-matrix.ts';
import { pairwiseWinning } from '../../src/domain/decision-matrix/pairwise-winning.ts';
import { rankAcceptability } from '../../src/domain/decision-matrix/rank-acceptability.ts';
import { matrixOf } from '../../src/domain/decision-matrix/rules.ts';
import { planProcedure } from '../../src/domain/procedure/plan.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { openStorage } from '../../src/storage/database.ts';
import type { OtherWays, Provocations } from './provocation.ts';

const ruleSets = loadRuleSets(join(projectRoot(), 'criteria'));
const published = ruleSets.matrices.get('contract-models-2013.v2')!;
const matrix = matrixOf(published.rules);
const start = startWeighing(matrix, 1);
const [first, second] = matrix.criteria as [string, string];
const [model, other] = matrix.alternatives as [string, string];

/** The dossier of a choice that is just opened, and what somebody then does with it. */
const choosing =
  (actor: string, ...commands: readonly DecisionCommand[]) =>
  () => {
    const decisions = createDecisions(openStorage(':memory:'), () => new Date('2026-11-02T09:00:00Z'));
    const dossier = openDecision(decisions, 'officer', 'Proef', published);
    for (const command of commands) decisions.execute(dossier, actor, command);
    return decisions.get(dossier);
  };
const choose = (alternative: string, reason: string | null = 'Past bij de wijkteams.', version = 0) =>
  ({ type: 'choose-alternative', alternative, reason, version }) as const;
const sign: DecisionCommand = { type: 'sign-decision' };
const weighing = (change: Partial<Weighing>) => () => analyse(matrix, { ...start, ...change });
const adjusting = (...adjustments: readonly Adjustment[]) => weighing({ adjustments: [...adjustments] });
const exclude = (alternative: string, reason = 'Past niet.') => ({ kind: 'exclude', alternative, reason }) as const;
const command = (options: Readonly<Record<string, string>>) => () =>
  weigh({ arguments: [], options, messages: messagesIn('nl') });

const square: MatrixInput = {
  scale: [
    { symbol: '+', value: '1' },
    { symbol: '-', value: '0' },
  ],
  criteria: ['quality', 'costs'],
  alternatives: [
    { id: 'model-a', scores: { quality: '+', costs: '-' } },
    { id: 'model-b', scores: { quality: '-', costs: '+' } },
  ],
};
/** A matrix of one's own as a file has it, after a change. */
const written: MatrixFile = {
  title: 'Vervoer',
  criteria: ['Snel', 'Goedkoop'],
  alternatives: [
    { name: 'Bus', scores: ['+', '-'] },
    { name: 'Fiets', scores: ['-', '+'] },
  ],
};
const own = (change: Partial<MatrixFile>) => () => expandMatrix({ ...written, ...change });
const [bus, bike] = written.alternatives as [MatrixFile['alternatives'][number], MatrixFile['alternatives'][number]];
const busWith = (change: Partial<typeof bus>) => own({ alternatives: [{ ...bus, ...change }, bike] });
const matrixWith = (change: Partial<MatrixInput>) => () => decisionMatrix({ ...square, ...change });
/** A matrix of so many criteria, on which two models differ. */
const wide = (criteria: number) => {
  const ids = Array.from({ length: criteria }, (_, at) => `criterion-${at + 1}`);
  const scores = (odd: string, even: string) => Object.fromEntries(ids.map((id, at) => [id, at % 2 ? odd : even]));
  const alternatives = [
    { id: 'model-a', scores: scores('+', '-') },
    { id: 'model-b', scores: scores('-', '+') },
  ];
  return decisionMatrix({ ...square, criteria: ids, alternatives });
};
/** Every criterion of the first half weighs at least as much as every one of the second half. */
const halves = (ids: readonly string[]) => {
  const half = ids.length / 2;
  return ids.slice(0, half).flatMap((heavier) => ids.slice(half).map((lighter) => ({ heavier, lighter })));
};

export const decision = {
  'matrix-not-published': () => decideDecision(undefined, 'officer', sign),
  'not-the-officer': choosing('somebody', choose(model)),
  'decision-is-signed': choosing('officer', choose(model), sign, choose(other, 'Toch liever.', 2)),
  'decision-not-signed': () => requireSigned(choosing('officer')()),
  'nothing-chosen': choosing('officer', sign),
  'choice-needs-reason': choosing('officer', choose(analyse(matrix, start).alternatives.at(-1)!.alternative, null)),
  'unknown-alternative': choosing('officer', choose('model-z')),
  'unknown-purchase-kind': choosing('officer', {
    type: 'record-weighing',
    weighing: { ...start, purchaseKind: 'leasing' },
    version: 1,
  }),
  'weight-missing': weighing({ weights: { [first]: '1' } }),
  'weight-not-a-number': command({ weights: `${first}=zwaar` }),
  'weight-negative': command({ weights: `${first}=-1` }),
  'weights-all-zero': command({ weights: `${first}=0` }),
  'ordering-contradicts': weighing({
    ordering: [
      { heavier: first, lighter: second },
      { heavier: second, lighter: first },
    ],
  }),
  'ordering-too-large': () => {
    const large = wide(20);
    rankAcceptability(large, { seed: 1, ordering: halves(large.criteria), method: 'simulation' });
  },
  'ordering-too-complex': () => {
    const large = wide(16);
    pairwiseWinning(large, halves(large.criteria));
  },
  'draws-out-of-range': () => rankAcceptability(matrix, { seed: 1, draws: 0 }),
  'seed-out-of-range': command({ seed: 'vandaag' }),
  'pair-invalid': command({ weights: 'zwaar' }),
  'reason-missing': adjusting(exclude(model, ' ')),
  'score-unchanged': adjusting({
    kind: 'change-score',
    alternative: model,
    criterion: first,
    symbol: matrix.scale[matrix.levels[0]![0]!]!.symbol,
    reason: 'Toch niet.',
  }),
  'adjusted-twice': adjusting(exclude(model), exclude(model)),
  'no-alternatives-left': adjusting(...matrix.alternatives.map((one) => exclude(one))),
  'scale-too-short': matrixWith({ scale: square.scale.slice(1) }),
  'scale-not-descending': matrixWith({ scale: [...square.scale].reverse() }),
  'duplicate-symbol': matrixWith({ scale: [...square.scale, ...square.scale] }),
  'duplicate-criterion': own({ criteria: ['Snel', 'snel'] }),
  'matrix-size': own({ alternatives: [bus] }),
  'scale-value-missing': own({ scale: ['goed', '1'] }),
  'scale-value-twice': own({ scale: [{ symbol: '+', value: '1' }, '1'] }),
  'scores-too-many': busWith({ scores: ['+', '-', '+'] }),
  'ambiguous-name': own({ criteria: ['Snel', { id: 'snel', name: 'Goedkoop' }] }),
  'unknown-legal-title': busWith({ legalTitle: 'Handdruk' }),
  'duplicate-alternative': matrixWith({ alternatives: [square.alternatives[0]!, square.alternatives[0]!] }),
  'no-alternatives': matrixWith({ alternatives: [] }),
  'score-missing': busWith({ scores: ['+'] }),
  'unknown-symbol': busWith({ scores: ['++', '-'] }),
  'date-invalid': () => planProcedure([], '2027-02-29'),
  'start-year-invalid': () => planProcedure([], '1999-12-31'),
  'duration-invalid': () => planProcedure([{ id: 'market-consultation', weeks: 261 }], '2027-01-01'),
} satisfies Provocations;

export const otherDecisions: OtherWays = [
  [
    'not-the-officer',
    () =>
      decideDecision(undefined, 'somebody', {
        type: 'publish-matrix',
        title: 'Proef',
        rules: published.rules,
        rulesSha256: published.sha256,
        officer: 'officer',
        weighing: start,
      }),
  ],
  [
    'already-published',
    choosing('officer', {
      type: 'publish-matrix',
      title: 'Proef',
      rules: published.rules,
      rulesSha256: published.sha256,
      officer: 'officer',
      weighing: start,
    }),
  ],
  ['stale', choosing('officer', choose(model), choose(other))],
  ['unknown-alternative', adjusting(exclude('model-z'))],
  ['unknown-criterion', command({ weights: 'colour=1' })],
  ['unknown-criterion', weighing({ ordering: [{ heavier: first, lighter: 'colour' }] })],
  ['unknown-symbol', command({ minimum: `${first}=?` })],
  ['adjusted-twice', command({ minimum: `${first}=+,${first}=-` })],
  [
    'reason-missing',
    adjusting({ kind: 'change-score', alternative: model, criterion: first, symbol: '-', reason: '' }),
  ],
  [
    'no-alternatives-left',
    adjusting(...matrix.criteria.map((one) => ({ kind: 'minimum', criterion: one, symbol: '+' }) as const)),
  ],
  ['seed-out-of-range', command({ seed: '4294967296' })],
  ['no-criteria', matrixWith({ criteria: [], alternatives: [{ id: 'model-a', scores: {} }] })],
  ['matrix-size', own({ criteria: Array.from({ length: 31 }, (_, at) => `c${at}`) })],
  ['matrix-size', own({ scale: ['1'] })],
  ['duplicate-alternative', own({ alternatives: [bus, bus] })],
  ['duplicate-symbol', own({ scale: ['1', '1'] })],
  ['duplicate-id', own({ criteria: ['Snel', 'Goedkoop'].map((name) => ({ id: 'one', name })) })],
  ['duplicate-score', busWith({ scores: { Snel: '+', SNEL: '-', Goedkoop: '+' } })],
  ['unknown-criterion', busWith({ scores: { Snel: '+', Goedkoop: '+', Schoon: '-' } })],
  ['unknown-alternative', own({ purchaseKinds: [{ name: 'Klein', advice: 'Loop.', alternatives: ['Lopen'] }] })],
  ['duplicate-criterion', matrixWith({ criteria: ['quality', 'quality'] })],
  ['unknown-criterion', matrixWith({ criteria: ['quality'] })],
  ['score-missing', matrixWith({ criteria: ['quality', 'costs', 'time'] })],
  ['unknown-symbol', matrixWith({ alternatives: [{ id: 'model-a', scores: { quality: '?', costs: '-' } }] })],
  ['not-a-number', matrixWith({ scale: [{ symbol: '+', value: 'veel' }] })],
  ['date-invalid', () => planProcedure([], 'morgen')],
  ['duration-invalid', () => planProcedure([{ id: 'award', weeks: 0.5 }], '2027-01-01')],
];
