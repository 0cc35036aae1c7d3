import { scoredCriteria } from '../../src/domain/rules/criteria-tree.ts';
import { hasSealed } from '../../src/domain/rules/measures.ts';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import { assessedPlaces, type EvaluationInput } from '../../src/domain/scoring/input.ts';
import { decide, type TenderCommand } from '../../src/domain/tender/decide.ts';
import { evolve, startState } from '../../src/domain/tender/evolve.ts';
import type { TenderEvent } from '../../src/domain/tender/state/events.ts';
import { PHASES, type Phase, type TenderState } from '../../src/domain/tender/state/state.ts';
import { declaring, openPrices } from './formalities.ts';

/** A tender in memory: commands in, events folded. */
export interface Dossier {
  readonly state: () => TenderState | undefined;
  readonly run: (actor: string, command: TenderCommand) => void;
}

export const publishing = (rules: TenderRules) => ({
  type: 'publish-rules' as const,
  title: 'Proef',
  rules,
  rulesSha256: '0'.repeat(64),
  chair: 'chair',
  fictional: true,
});

export function emptyDossier(): Dossier {
  let state: TenderState | undefined;
  let seq = 0;
  return {
    state: () => state,
    run: (actor, command) => {
      for (const event of decide(state, actor, command)) {
        seq += 1;
        const happened = { ...event, seq, at: '2026-11-01T09:00:00.000Z', actor } as TenderEvent;
        if (state) evolve(state, happened);
        else if (happened.type === 'rules-published') state = startState('tender-test-1', happened);
      }
    },
  };
}

/** The tender of an input with the assessor “one”, brought to a phase; with a chair who is called so. */
export function dossierIn(phase: Phase, { rules, bids, consensus, prices = [] }: EvaluationInput): Dossier {
  const dossier = emptyDossier();
  const { run } = dossier;
  const places = assessedPlaces(rules, bids);
  const criteria = scoredCriteria(rules).map(({ criterion }) => criterion.id);
  const until = PHASES.indexOf(phase);
  run('chair', publishing(rules));
  run('chair', { type: 'appoint-assessor', assessor: 'one' });
  for (const bid of bids) run('chair', { type: 'register-bid', bid });
  for (const person of ['chair', 'one']) run(person, declaring(bids.map(({ id }) => id)));
  if (until >= 1) run('chair', { type: 'open-assessment' });
  if (until >= 2) {
    for (const place of places) {
      const agreed = new Map(
        consensus.flatMap((one) =>
          one.bid === place.bid && one.lot === place.lot ? [[one.criterion, one.score]] : [],
        ),
      );
      const scores = criteria.map((criterion) => ({
        criterion,
        score: agreed.get(criterion) ?? '8',
        motivation: 'Goed onderbouwd.',
      }));
      run('one', { type: 'submit-assessment', ...place, version: 0, scores });
    }
    run('chair', { type: 'open-consensus' });
  }
  if (until >= 3) {
    for (const { bid, lot, motivation = null, ...score } of consensus) {
      run('chair', { type: 'record-consensus', bid, lot, scores: [{ ...score, motivation, version: 0 }] });
    }
    run('chair', { type: 'close-quality' });
    if (hasSealed(rules)) openPrices(run, 'chair', 'one');
  }
  if (until >= 4) {
    run('chair', { type: 'record-prices', prices: prices.map((price) => ({ price, version: 0 })) });
    run('chair', { type: 'compute-award' });
  }
  return dossier;
}
