import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTenders } from '../../src/actions/tenders.ts';
import { namesOf } from '../../src/domain/rules/names.ts';
import type { TenderState } from '../../src/domain/tender/state/state.ts';
import { type CoursePages, courseOfAward } from '../../src/explanation/award-course.ts';
import { forRules } from '../../src/messages/messages.ts';
import { nl } from '../../src/messages/nl.ts';
import { openStorage } from '../../src/storage/database.ts';
import { goingBack } from '../support/going-back.ts';

const TENDER = 'tender-going-back-1';
const storage = openStorage(':memory:');
let state: Readonly<TenderState>;
beforeAll(() => {
  let minute = 0;
  const tenders = createTenders(storage, () => new Date(Date.UTC(2027, 2, 1, 8, minute++)));
  for (const { does } of goingBack(tenders, TENDER)) does();
  state = tenders.get(TENDER);
});
afterAll(() => storage.close());

const course = (pages: Partial<CoursePages> = {}) =>
  courseOfAward(forRules(nl, state.rules), state, namesOf(state.rules, state.bids.values()), {
    bids: '/bids',
    round: ({ number }) => `/rounds#round-${number}`,
    ...pages,
  });

describe('what happened on the way to an award', () => {
  it('is told with where more is said of it: draws, a late bid, one that counts again, a round that was annulled', () => {
    expect(course()).toEqual([
      { text: 'Er is geloot voor “Lot 1”.', href: '#draws' },
      { text: 'Er is geloot voor “Lot 3”.', href: '#draws' },
      { text: '“Inschrijver d” kwam te laat binnen en is toch vastgelegd.', href: '/bids' },
      { text: '“Inschrijver a” telt weer mee.', href: '/bids' },
      { text: 'Wat in “Herbeoordeling 1” is gevonden, telt niet mee.', href: '/rounds#round-2' },
    ]);
  });

  it('is only what the reader may see', () => {
    const texts = course({ bids: null, round: () => null }).map(({ text }) => text);
    expect(texts.filter((text) => !text.startsWith('Er is geloot'))).toEqual([]);
  });

  it('names the lot in which a bid counts again', () => {
    const again = { bid: 'c', lot: 'lot-1', stage: 'reinstated' as const, reason: 'Ten onrechte uitgesloten.' };
    const names = namesOf(state.rules, state.bids.values());
    const told = courseOfAward(forRules(nl, state.rules), { ...state, fallen: [again] }, names, {
      bids: '/bids',
      round: () => null,
    });
    expect(told.at(-1)).toEqual({ text: '“Inschrijver c” telt weer mee voor “Lot 1”.', href: '/bids' });
  });
});
