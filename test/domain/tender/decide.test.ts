import { beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '../../../src/domain/errors.ts';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import { scoredCriteria } from '../../../src/domain/rules/criteria-tree.ts';
import { placeKey } from '../../../src/domain/rules/place.ts';
import { assessedPlaces } from '../../../src/domain/scoring/input.ts';
import { decide, type TenderCommand } from '../../../src/domain/tender/decide.ts';
import { evolve, startState } from '../../../src/domain/tender/evolve.ts';
import { standingOutcome } from '../../../src/domain/tender/standing-award.ts';
import type { TenderEvent } from '../../../src/domain/tender/state/events.ts';
import type { TenderState } from '../../../src/domain/tender/state/state.ts';
import { declaring } from '../../support/formalities.ts';
import { draftInLog } from '../../support/log-draft.ts';
import { sample } from '../../support/tender.ts';

const { rules, bids, consensus } = sample();
const places = assessedPlaces(rules, bids);
const criteria = scoredCriteria(rules).map((node) => node.criterion.id);
const complete = criteria.map((criterion) => ({ criterion, score: '8', motivation: 'Goed onderbouwd.' }));

/** A dossier in memory: commands in, events out. */
let state: TenderState | undefined;
let seq = 0;
const run = (actor: string, command: TenderCommand): void => {
  for (const event of decide(state, actor, command)) {
    seq += 1;
    const happened = { ...event, seq, at: '2026-11-01T09:00:00.000Z', actor } as TenderEvent;
    if (state) evolve(state, happened);
    else if (happened.type === 'rules-published') state = startState('tender-test-1', happened);
  }
};
const refused = (actor: string, command: TenderCommand): string => {
  const before = JSON.stringify([...(state?.rounds[0]?.assessments ?? [])].map(([id, map]) => [id, [...map]]));
  try {
    run(actor, command);
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    expect(JSON.stringify([...(state?.rounds[0]?.assessments ?? [])].map(([id, map]) => [id, [...map]]))).toBe(before);
    return (error as DomainError).code;
  }
  return 'accepted';
};
const submitAll = (assessor: string): void => {
  for (const place of places) {
    const scores = consensus.flatMap(({ bid, lot, criterion, score }) =>
      bid === place.bid && lot === place.lot ? [{ criterion, score, motivation: 'Goed onderbouwd.' }] : [],
    );
    run(assessor, { type: 'submit-assessment', ...place, version: 0, scores });
  }
};

beforeEach(() => {
  [state, seq] = [undefined, 0];
  run('chair', {
    type: 'publish-rules',
    title: 'Proef',
    rules,
    rulesSha256: '0'.repeat(64),
    chair: 'chair',
    fictional: true,
  });
  for (const assessor of ['one', 'two']) run('chair', { type: 'appoint-assessor', assessor });
  for (const bid of bids) run('chair', { type: 'register-bid', bid });
  for (const person of ['chair', 'one', 'two']) run(person, declaring(bids.map(({ id }) => id)));
});

describe('registration', () => {
  const extra = (change: object) => ({
    type: 'register-bid' as const,
    bid: { ...bids[0]!, id: 'extra', bidder: { ...bids[0]!.bidder, name: 'Extra' }, ...change },
  });

  it('refuses an organisation that already bids for the same lot, also inside a consortium', () => {
    expect(refused('chair', extra({}))).toBe('organisation-in-two-bids');
    const members = [
      { id: 'nieuw-1', name: 'Nieuw' },
      { id: 'other-number', name: '  stichting   APPELVINK ' },
    ];
    expect(refused('chair', extra({ bidder: { name: 'Extra', form: 'consortium', members } }))).toBe(
      'organisation-in-two-bids',
    );
    // A Cyrillic "А" and a soft hyphen do not make another organisation.
    const look = [members[0]!, { id: 'other-number', name: 'Stichting \u0410ppel\u00advink' }];
    expect(refused('chair', extra({ bidder: { name: 'Extra', form: 'consortium', members: look } }))).toBe(
      'organisation-in-two-bids',
    );
  });

  it('refuses an unknown lot and a lot without its growth path', () => {
    const bidder = { name: 'Extra', form: 'single', members: [{ id: 'nieuw-1', name: 'Nieuw' }] };
    const { growthPath } = bids[0]!.lots[0]!;
    expect(refused('chair', extra({ bidder, lots: [{ lot: 'drenthe', growthPath }] }))).toBe('unknown-lot');
    expect(refused('chair', extra({ bidder, lots: [{ lot: 'west' }] }))).toBe('growth-path-missing');
    expect(refused('chair', extra({ bidder, lots: [{ lot: 'west', growthPath }] }))).toBe('accepted');
  });

  it('refuses everybody but the chair, and a chair who assesses', () => {
    expect(refused('one', { type: 'open-assessment' })).toBe('not-the-chair');
    expect(refused('chair', { type: 'appoint-assessor', assessor: 'chair' })).toBe('chair-is-assessor');
  });

  it('ends when the assessment opens', () => {
    run('chair', { type: 'open-assessment' });
    expect(refused('chair', extra({}))).toBe('wrong-phase');
  });
});

describe('assessment', () => {
  const place = places[0]!;
  beforeEach(() => run('chair', { type: 'open-assessment' }));

  it('keeps an incomplete draft, and refuses to submit it', () => {
    const scores = [{ criterion: criteria[0]!, score: '8', motivation: null }];
    expect(refused('one', draftInLog(place, scores))).toBe('accepted');
    const version = state!.rounds[0]!.assessments.get('one')!.get(placeKey(place.bid, place.lot))!.version;
    expect(refused('one', { type: 'submit-assessment', ...place, version, scores })).toBe('missing-motivation');
    expect(refused('one', { type: 'submit-assessment', ...place, version, scores: [] })).toBe('missing-score');
  });

  it('refuses a score outside the scale, an unknown criterion, and a bid that is invalid in the lot', () => {
    const with_ = (criterion: string, score: string, at = place) =>
      draftInLog(at, [{ criterion, score, motivation: null }]);
    expect(refused('one', with_(criteria[0]!, '7'))).toBe('score-outside-scale');
    expect(refused('one', with_(criteria[0]!, '12'))).toBe('score-outside-scale');
    expect(refused('one', with_('continuity', '8'))).toBe('unknown-criterion');
    expect(refused('one', with_(criteria[0]!, '8', { bid: 'roerdomp', lot: 'west' }))).toBe('score-for-invalid-bid');
  });

  it('refuses who is not an assessor here', () => {
    expect(refused('chair', draftInLog(place))).toBe('not-an-assessor');
  });

  it('refuses a stale form: somebody, or another window, was faster', () => {
    run('one', { type: 'submit-assessment', ...place, version: 0, scores: complete });
    expect(refused('one', { type: 'submit-assessment', ...place, version: 0, scores: complete })).toBe('stale');
    expect(refused('two', { type: 'submit-assessment', ...place, version: 0, scores: complete })).toBe('accepted');
  });

  it('lets a submitted assessment be changed by submitting again, never back into a draft', () => {
    run('one', { type: 'submit-assessment', ...place, version: 0, scores: complete });
    expect(refused('one', draftInLog(place, complete))).toBe('already-submitted');
    expect(refused('one', { type: 'submit-assessment', ...place, version: 1, scores: complete })).toBe('accepted');
  });

  it('does not open the consensus round before every assessor has submitted everything', () => {
    submitAll('one');
    expect(refused('chair', { type: 'open-consensus' })).toBe('assessments-not-submitted');
    expect(refused('chair', { type: 'record-consensus', ...place, scores: [{ ...complete[0]!, version: 0 }] })).toBe(
      'wrong-phase',
    );
    submitAll('two');
    expect(refused('chair', { type: 'open-consensus' })).toBe('accepted');
    expect(refused('one', { type: 'submit-assessment', ...place, version: 0, scores: complete })).toBe('wrong-phase');
  });
});

describe('consensus and award', () => {
  const place = places[0]!;
  const record = (target: { bid: string; lot: string }): void => {
    const scores = consensus
      .filter((entry) => entry.bid === target.bid && entry.lot === target.lot)
      .map(({ criterion, score, motivation = null }) => ({ criterion, score, motivation, version: 0 }));
    run('chair', { type: 'record-consensus', ...target, scores });
  };
  beforeEach(() => {
    run('chair', { type: 'open-assessment' });
    for (const assessor of ['one', 'two']) submitAll(assessor);
    run('chair', { type: 'open-consensus' });
  });

  it('records only what is new or changed, one event per score', () => {
    const entry = { criterion: criteria[0]!, score: '8', motivation: 'Samen bepaald.' };
    run('chair', { type: 'record-consensus', ...place, scores: [{ ...entry, version: 0 }] });
    const recorded = seq;
    run('chair', { type: 'record-consensus', ...place, scores: [{ ...entry, version: 1 }] });
    expect(seq).toBe(recorded);
    expect(refused('chair', { type: 'record-consensus', ...place, scores: [{ ...entry, version: 0 }] })).toBe('stale');
  });

  it('refuses a consensus without motivation', () => {
    const scores = [{ criterion: criteria[0]!, score: '8', motivation: ' ', version: 0 }];
    expect(refused('chair', { type: 'record-consensus', ...place, scores })).toBe('missing-motivation');
  });

  it('closes only when complete, and awards only when closed', () => {
    expect(refused('chair', { type: 'close-quality' })).toBe('consensus-incomplete');
    expect(refused('chair', { type: 'compute-award' })).toBe('wrong-phase');
    for (const target of places) record(target);
    run('chair', { type: 'close-quality' });
    expect(refused('chair', { type: 'record-consensus', ...place, scores: [] })).toBe('accepted');
    expect(
      refused('chair', { type: 'record-consensus', ...place, scores: [{ ...complete[0]!, score: '2', version: -1 }] }),
    ).toBe('stale');
    run('chair', { type: 'compute-award' });
    expect(standingOutcome(state!)).toEqual(JSON.parse(JSON.stringify(evaluate(sample()))));
    expect(refused('chair', { type: 'compute-award' })).toBe('wrong-phase');
  });
});
