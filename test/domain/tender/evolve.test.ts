import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import type { Place } from '../../../src/domain/rules/place.ts';
import { assessedPlaces } from '../../../src/domain/scoring/input.ts';
import { decide, type TenderCommand } from '../../../src/domain/tender/decide.ts';
import { evolve, startState } from '../../../src/domain/tender/evolve.ts';
import { standingOutcome } from '../../../src/domain/tender/standing-award.ts';
import type { TenderEvent } from '../../../src/domain/tender/state/events.ts';
import type { TenderState } from '../../../src/domain/tender/state/state.ts';
import { declaring } from '../../support/formalities.ts';
import { sample } from '../../support/tender.ts';

const { rules, bids, consensus } = sample();
const places = assessedPlaces(rules, bids);
const scoresOf = (place: Place) =>
  consensus.flatMap(({ bid, lot, criterion, score }) =>
    bid === place.bid && lot === place.lot ? [{ criterion, score, motivation: 'Voldoende.' }] : [],
  );

/** Runs a whole tender with its commands in the given order within each phase, and returns the stored outcome. */
function outcomeOf(order: <T>(items: readonly T[]) => T[]): unknown {
  let state: TenderState | undefined;
  let seq = 0;
  const run = (actor: string, command: TenderCommand): void => {
    for (const event of decide(state, actor, command)) {
      seq += 1;
      const happened = { ...event, seq, at: '2026-11-01T09:00:00.000Z', actor } as TenderEvent;
      if (state) evolve(state, happened);
      else if (happened.type === 'rules-published') state = startState('tender-x-1', happened);
    }
  };
  run('chair', {
    type: 'publish-rules',
    title: 'x',
    rules,
    rulesSha256: '0'.repeat(64),
    chair: 'chair',
    fictional: true,
  });
  for (const assessor of order(['one', 'two', 'three'])) run('chair', { type: 'appoint-assessor', assessor });
  for (const bid of order(bids)) run('chair', { type: 'register-bid', bid });
  for (const person of order(['chair', 'one', 'two', 'three'])) run(person, declaring(bids.map(({ id }) => id)));
  run('chair', { type: 'open-assessment' });
  const assessments = ['one', 'two', 'three'].flatMap((assessor) => places.map((place) => ({ assessor, place })));
  for (const { assessor, place } of order(assessments)) {
    run(assessor, { type: 'submit-assessment', ...place, version: 0, scores: scoresOf(place) });
  }
  run('chair', { type: 'open-consensus' });
  for (const { bid, lot, motivation = null, ...entry } of order(consensus)) {
    run('chair', { type: 'record-consensus', bid, lot, scores: [{ ...entry, motivation, version: 0 }] });
  }
  run('chair', { type: 'close-quality' });
  run('chair', { type: 'compute-award' });
  return standingOutcome(state!);
}

describe('the order of what does not depend on each other', () => {
  it('never changes the outcome: bids, assessors, assessments and consensus scores in any order', () => {
    const expected = JSON.parse(JSON.stringify(evaluate(sample())));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1_000_000)), (keys) => {
        const order = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, key: keys.next().value! }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        expect(outcomeOf(order)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});
