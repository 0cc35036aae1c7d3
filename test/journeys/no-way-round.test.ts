import { describe, expect, it } from 'vitest';
import { placeKey } from '../../src/domain/rules/place.ts';
import type { NewTenderEvent, TenderPayload } from '../../src/domain/tender/state/events.ts';
import { scoresIn } from '../../src/domain/tender/state/rounds.ts';
import { winnerIn } from '../../src/domain/tender/state/stored-award.ts';
import { type Dossier, dossierIn, emptyDossier, publishing } from '../support/dossier.ts';
import { declaring, openPrices, proposingToOpen, say, sendingDecision } from '../support/formalities.ts';
import { pricedInput, pricedRules, weighted } from '../support/priced.ts';
import { singleBid, smallInput, smallRules } from '../support/tender.ts';

/** Ways in which going back could get round what two people, or a whole committee, decide, or lead nowhere. */

const why = { reason: 'Zoals besproken.' };
const event = <T extends NewTenderEvent['type']>(type: T, payload: TenderPayload<T>) =>
  ({ type, payload }) as Extract<NewTenderEvent, { type: T }>;
const rules = pricedRules(
  weighted('40', { kind: 'proportional', reference: 'lowest', belowZero: 'clip', aboveMaximum: 'clip' }),
);
const quality = (score: string) => [{ criterion: 'quality', score, motivation: 'Goed onderbouwd.' }];
const sealing = (bid: string, lot: string, amount: string) =>
  say(event('price-sealed', { price: { bid, lot, amount } }));

/** Rules, a chair, the assessors “one” and “two”, a keeper and a witness; bids as given. */
function registered(
  given = rules,
  bids: Readonly<Record<string, readonly string[]>> = { a: ['lot-1'], b: ['lot-1'] },
): Dossier {
  const dossier = emptyDossier();
  dossier.run('chair', publishing(given));
  for (const assessor of ['one', 'two']) dossier.run('chair', { type: 'appoint-assessor', assessor });
  dossier.run(
    'chair',
    say(event('keeper-named', { keeper: 'keeper' }), event('witness-named', { witness: 'witness' })),
  );
  for (const [bid, lots] of Object.entries(bids))
    dossier.run('chair', { type: 'register-bid', bid: singleBid(bid, lots) });
  for (const person of ['chair', 'one', 'two', 'keeper', 'witness']) dossier.run(person, declaring(Object.keys(bids)));
  return dossier;
}

/** Everything is assessed and agreed on, at 40 for each. */
function agreed({ run, state }: Dossier): void {
  const places = [...state()!.bids.values()].flatMap(({ id, lots }) => lots.map(({ lot }) => ({ bid: id, lot })));
  for (const assessor of ['one', 'two']) {
    for (const place of places)
      run(assessor, { type: 'submit-assessment', ...place, version: 0, scores: quality('40') });
  }
  run('chair', { type: 'open-consensus' });
  for (const place of places) {
    run('chair', { type: 'record-consensus', ...place, scores: [{ ...quality('40')[0]!, version: 0 }] });
  }
  run('chair', { type: 'close-quality' });
}

describe('a price', () => {
  it('that was corrected stays so when that of a bid that counts again is opened', () => {
    const dossier = registered();
    const { run, state } = dossier;
    run('chair', say(event('bid-registered', { bid: singleBid('d', ['lot-1']), late: why })));
    for (const person of ['chair', 'one', 'two', 'keeper', 'witness']) run(person, declaring('d'));
    run('chair', { type: 'open-assessment' });
    for (const [bid, amount] of Object.entries({ a: '100', b: '90', d: '50' }))
      run('keeper', sealing(bid, 'lot-1', amount));
    for (const assessor of ['one', 'two']) {
      for (const bid of 'ab')
        run(assessor, { type: 'submit-assessment', bid, lot: 'lot-1', version: 0, scores: quality('40') });
    }
    run('chair', { type: 'open-consensus' });
    for (const bid of 'ab') {
      run('chair', { type: 'record-consensus', bid, lot: 'lot-1', scores: [{ ...quality('40')[0]!, version: 0 }] });
    }
    run('chair', { type: 'close-quality' });
    openPrices(run, 'chair', 'witness');
    expect(() => run('chair', proposingToOpen)).toThrow('nothing-to-open');
    run('chair', { type: 'compute-award' });
    const { price, version } = state()!.prices.get(placeKey('a', 'lot-1'))!;
    run('chair', { type: 'correct-price', price: { ...price, amount: '80' }, version, ...why });
    run('chair', say(event('bid-reinstated', { bid: 'd', ...why })));
    openPrices(run, 'chair', 'witness');
    expect([...state()!.prices.values()].map((one) => one.price.amount)).toEqual(['80', '90', '50']);
  });

  it('in keeping for a lot that a corrected bid leaves out is forgotten, and the award can be computed', () => {
    const lots = {
      ...rules,
      lots: [...rules.lots, { ...rules.lots[0]!, id: 'lot-2', name: 'Lot 2' }],
    };
    const dossier = registered(lots, { a: ['lot-1'], b: ['lot-1', 'lot-2'] });
    const { run, state } = dossier;
    for (const [bid, lot] of [
      ['a', 'lot-1'],
      ['b', 'lot-1'],
      ['b', 'lot-2'],
    ] as const)
      run('keeper', sealing(bid, lot, '100'));
    run('chair', say(event('bid-corrected', { bid: singleBid('b', ['lot-1']), ...why })));
    run('chair', { type: 'open-assessment' });
    agreed(dossier);
    openPrices(run, 'chair', 'witness');
    run('chair', { type: 'compute-award' });
    expect(state()!.award).not.toBe(null);
  });
});

describe('a round that was annulled while it was under way', () => {
  it('is not restored: nothing says that it was complete', () => {
    const { run, state } = dossierIn(
      'awarded',
      smallInput(smallRules({ minimumWinners: 1 }), { 'a lot-1': '8', 'b lot-1': '6', 'c lot-2': '6' }),
    );
    expect(winnerIn(state()!.award!, 'lot-1')).toBe('a');
    run(
      'chair',
      say(
        event('round-opened', { round: 2, ...why }),
        event('assessor-appointed', { assessor: 'five' }),
        event('bid-reassessed', { round: 2, bid: 'b', places: [{ lot: 'lot-1', criteria: ['quality'] }] }),
      ),
    );
    run('five', declaring('abc'));
    run('five', { type: 'submit-assessment', bid: 'b', lot: 'lot-1', version: 0, scores: quality('4') });
    run('chair', say(event('round-consensus-opened', { round: 2 })));
    run('chair', { type: 'record-consensus', bid: 'b', lot: 'lot-1', scores: [{ ...quality('10')[0]!, version: 0 }] });
    expect(() => run('chair', say(event('round-closed', { round: 2 })))).toThrow('not-confirmed');
    run('chair', say(event('round-annulled', { round: 2, ...why })));
    expect(() => run('chair', say(event('round-restored', { round: 2, ...why })))).toThrow('round-was-not-over');
  });
});

describe('somebody with a conflict of interest', () => {
  const scored = (): Dossier => {
    const dossier = registered();
    dossier.run('chair', { type: 'open-assessment' });
    for (const assessor of ['one', 'two']) {
      dossier.run(assessor, { type: 'submit-assessment', bid: 'b', lot: 'lot-1', version: 0, scores: quality('40') });
    }
    return dossier;
  };
  const who = ({ state }: Dossier): string[] =>
    scoresIn(state()!, state()!.rounds[0]!, { bid: 'b', lot: 'lot-1' }, 'quality').map(({ assessor }) => assessor);

  it('counts no more where it is judged to be one after he or she scored, and again where it turns out to be none', () => {
    const dossier = scored();
    dossier.run('one', declaring('ab', 'b'));
    const judging = (conflict: boolean) =>
      dossier.run('chair', say(event('conflict-judged', { account: 'one', bid: 'b', conflict, ...why })));
    judging(true);
    expect(who(dossier)).toEqual(['two']);
    judging(false);
    expect(who(dossier)).toEqual(['one', 'two']);
  });

  it('counts again where a conflict that was found turns out to be none', () => {
    const dossier = scored();
    dossier.run('chair', say(event('conflict-found', { account: 'one', bid: 'b', ...why })));
    expect(who(dossier)).toEqual(['two']);
    dossier.run('chair', say(event('conflict-judged', { account: 'one', bid: 'b', conflict: false, ...why })));
    expect(who(dossier)).toEqual(['one', 'two']);
  });
});

describe('who knows a price, or assessed', () => {
  it('neither assesses nor chairs after a release', () => {
    const { run } = registered();
    run('keeper', sealing('a', 'lot-1', '100'));
    run('chair', say(event('keeper-released', { keeper: 'keeper' })));
    for (const next of [
      event('assessor-appointed', { assessor: 'keeper' }),
      event('chair-handed-over', { chair: 'keeper', ...why }),
      event('deputy-named', { deputy: 'keeper' }),
    ]) {
      expect(() => run('chair', say(next))).toThrow('takes-part-otherwise');
    }
    run('chair', { type: 'open-assessment' });
    run('one', { type: 'submit-assessment', bid: 'a', lot: 'lot-1', version: 0, scores: quality('40') });
    run('chair', say(event('assessor-released', { assessor: 'one', ...why })));
    expect(() => run('chair', say(event('chair-handed-over', { chair: 'one', ...why })))).toThrow(
      'takes-part-otherwise',
    );
  });

  it('does not succeed as chair when appointed in between', () => {
    const { run } = registered();
    run('admin-1', say(event('succession-proposed', { chair: 'next', ...why })));
    run('chair', say(event('assessor-appointed', { assessor: 'next' })));
    expect(() => run('admin-2', say(event('chair-succeeded', { chair: 'next' })))).toThrow('takes-part-otherwise');
  });
});

describe('what was declared and checked of a bid', () => {
  it('is asked anew when its bidder turns out to be another', () => {
    const { run } = registered();
    run('chair', say(event('requirements-checked', { bid: 'b', met: true, findings: 'Gezien.' })));
    const other = { ...singleBid('b', ['lot-1']), bidder: singleBid('z', ['lot-1']).bidder };
    run('chair', say(event('bid-corrected', { bid: other, ...why })));
    run('chair', say(event('assessor-released', { assessor: 'two', ...why })));
    run('chair', declaring('ab'));
    expect(() => run('chair', { type: 'open-assessment' })).not.toThrow();
    expect(() =>
      run('one', { type: 'submit-assessment', bid: 'b', lot: 'lot-1', version: 0, scores: quality('40') }),
    ).toThrow('interests-not-declared');
  });
});

describe('a release for one bid', () => {
  it('is undone by appointing anew', () => {
    const { run, state } = registered();
    run('chair', say(event('assessor-released', { assessor: 'one', bid: 'b', ...why })));
    run('chair', say(event('assessor-appointed', { assessor: 'one' })));
    expect(state()!.rounds[0]!.members.get('one')!.releasedFor.size).toBe(0);
    expect(() => run('chair', say(event('assessor-appointed', { assessor: 'one' })))).toThrow('already-appointed');
  });
});

describe('an agreement', () => {
  it('of who then records the same score itself is none', () => {
    const dossier = registered();
    const { run, state } = dossier;
    run('chair', say(event('deputy-named', { deputy: 'deputy' })));
    run('deputy', declaring('ab'));
    run('chair', { type: 'open-assessment' });
    for (const assessor of ['one', 'two']) {
      for (const bid of 'ab')
        run(assessor, { type: 'submit-assessment', bid, lot: 'lot-1', version: 0, scores: quality('40') });
    }
    run('chair', { type: 'open-consensus' });
    const place = { bid: 'a', lot: 'lot-1' };
    run('chair', { type: 'record-consensus', ...place, scores: [{ ...quality('50')[0]!, version: 0 }] });
    run('deputy', say(event('consensus-confirmed', { ...place, criterion: 'quality' })));
    const recorded = () => state()!.rounds[0]!.consensus.get(placeKey('a', 'lot-1'))!.get('quality')!;
    expect(recorded().confirmedBy).toBe('deputy');
    const again = { ...quality('50')[0]!, motivation: 'Anders verwoord.', version: recorded().version };
    run('deputy', { type: 'record-consensus', ...place, scores: [again] });
    expect(recorded()).toMatchObject({ by: 'deputy', confirmedBy: null });
  });
});

it('a contract is not signed with who turned out not to meet the requirements', () => {
  const input = pricedInput(rules, { a: ['30', '100'], b: ['20', '90'] });
  const { run, state } = dossierIn('awarded', input);
  run('chair', say(event('witness-named', { witness: 'witness' })));
  run('witness', declaring('ab'));
  const winner = winnerIn(state()!.award!, 'lot-1')!;
  const check = (person: string, met: boolean) =>
    run(person, say(event('requirements-checked', { bid: winner, met, findings: 'Gezien.' })));
  for (const person of ['chair', 'witness']) check(person, true);
  run('chair', say(...sendingDecision(state()!, ['lot-1'], '2027-03-10')));
  check('witness', false);
  expect(() => run('chair', say(event('lot-fixed', { lot: 'lot-1', signedOn: '2027-04-01', ...why })))).toThrow(
    'requirements-unchecked',
  );
  check('witness', true);
  expect(() => run('chair', say(event('lot-fixed', { lot: 'lot-1', signedOn: '2027-04-01', ...why })))).not.toThrow();
});
