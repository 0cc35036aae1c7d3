import { afterAll, describe, expect, it } from 'vitest';
import { verifyStored } from '../../src/actions/kinds.ts';
import { createTenders, tenderKind } from '../../src/actions/tenders.ts';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import { checkAward } from '../../src/domain/evaluation/check-award.ts';
import { evaluationInputOf } from '../../src/domain/tender/evaluation-input.ts';
import { standingOutcome } from '../../src/domain/tender/standing-award.ts';
import { placesFound } from '../../src/domain/tender/state/rounds.ts';
import { openStorage } from '../../src/storage/database.ts';
import { goingBack } from '../support/going-back.ts';

const TENDER = 'tender-going-back-1';
const storage = openStorage(':memory:');
let minute = 0;
const tenders = createTenders(storage, () => new Date(Date.UTC(2027, 2, 1, 8, minute++)));
const ruleSets = loadRuleSets(`${projectRoot()}/criteria`);
afterAll(() => storage.close());

describe('a tender in which everything goes back', () => {
  it.each(goingBack(tenders, TENDER))('$what', ({ does, gives }) => {
    does();
    const state = tenders.get(TENDER);
    if (!gives) return;
    const outcome = standingOutcome(state);
    expect(checkAward(evaluationInputOf(state), outcome)).toBe(null);
    for (const [lot, winner] of Object.entries(gives)) {
      const found = outcome.award.lots.find((one) => one.lot === lot)!;
      expect([lot, found.winner], JSON.stringify(outcome.award.lots)).toEqual([lot, winner?.[0] ?? null]);
      if (!winner || winner[1] === '') continue;
      const { ranking } = outcome.lots.find((one) => one.lot === lot)!;
      expect([lot, ranking.find(({ bid }) => bid === winner[0])?.exactTotal]).toEqual([lot, winner[1]]);
    }
  });

  it('keeps what never may be opened closed, and what was found readable', () => {
    const { sealed, prices, rounds, pastAwards, draws } = tenders.get(TENDER);
    expect([...sealed.keys()].filter((key) => !prices.has(key))).toEqual(['d lot-1']);
    expect(rounds.map(({ annulled }) => annulled)).toEqual([null, 'In hoger beroep vernietigd.']);
    expect(draws.map(({ reason }) => reason)).toEqual([null, 'Een briefje was twee keer in de hoed.', null]);
    expect(pastAwards.length).toBe(9);
    // The third lot was withdrawn and bids fell away: what was found there can be read all the same.
    const state = tenders.get(TENDER);
    expect(
      placesFound(state, rounds[0]!)
        .filter(({ lot }) => lot === 'lot-3')
        .map(({ bid }) => bid),
    ).toEqual(['a', 'b', 'c']);
  });

  it('is verified whole: every event was allowed in its moment, and every award follows', () => {
    const { verdict } = verifyStored(tenderKind, { storage, ruleSets }, TENDER);
    expect(verdict).toMatchObject({ outcome: 'confirmed', unchecked: [], admissions: [tenderKind.admission] });
  });
});
