import type { Tenders } from '../../src/actions/tenders.ts';
import type { Bid } from '../../src/domain/rules/bid.ts';
import { placeKey } from '../../src/domain/rules/place.ts';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import type { TenderCommand } from '../../src/domain/tender/decide.ts';
import type { NewTenderEvent, TenderPayload } from '../../src/domain/tender/state/events.ts';
import { declaring, opening, proposingToOpen, say, sendingDecision } from './formalities.ts';
import { basis, clip } from './priced.ts';
import { criterion, singleBid, smallRules } from './tender.ts';

/**
 * A tender in which everything happens that goes back: a bid that comes too late, one that is knocked out and one that is corrected; an assessor
 * with a conflict of interest and one who is replaced half-way; a difference that is discussed; prices that two people open; two draws with a
 * withdrawal in between; a price that is corrected; a re-assessment by others, which is annulled. Worked out by hand at every step.
 */

const both = (text: string) => ({ nl: text, en: text });

/** Plan and staff 30 points each, from 0 to 10; price 40 by lowest over own price. Below 4 on the plan knocks out. Equal totals go to a draw. */
export const GOING_BACK: TenderRules = {
  ...smallRules({
    lots: 3,
    minimumWinners: 1,
    maximumWinners: 3,
    maximumLots: 3,
    criteria: [
      { ...criterion('plan', '30'), name: both('Plan'), minimumScore: '4' },
      { ...criterion('staff', '30'), name: both('Personeel') },
    ],
  }),
  id: 'going-back',
  version: 1,
  title: both('Een aanbesteding die teruggaat'),
  onWithdrawal: 're-rank',
  price: {
    method: 'weighted-factor',
    weight: '40',
    points: { kind: 'proportional', reference: 'lowest', ...clip },
    ...basis,
  },
  course: { discussAbove: '2', releasedAssessors: 'do-not-count' },
};

export const BIDS: Readonly<Record<'a' | 'b' | 'c' | 'd' | 'e', readonly string[]>> = {
  a: ['lot-1', 'lot-2', 'lot-3'],
  b: ['lot-1', 'lot-2', 'lot-3'],
  c: ['lot-1', 'lot-3'],
  d: ['lot-1'],
  e: ['lot-2'],
};

/** Plan and staff as the committee agrees on them, and the price, by place; d comes too late and has only a price. */
export const PLACES: readonly (readonly [bid: string, lot: string, plan: string, staff: string, price: string])[] = [
  ['a', 'lot-1', '8', '8', '100'],
  ['b', 'lot-1', '8', '8', '100'],
  ['c', 'lot-1', '6', '6', '125'],
  ['a', 'lot-2', '8', '6', '100'],
  ['b', 'lot-2', '6', '6', '100'],
  ['e', 'lot-2', '2', '10', '90'],
  ['a', 'lot-3', '8', '6', '100'],
  ['b', 'lot-3', '6', '8', '100'],
  ['c', 'lot-3', '10', '10', '100'],
];

export const WHY = { reason: 'Zoals besproken en vastgelegd.' };
const event = <T extends NewTenderEvent['type']>(type: T, payload: TenderPayload<T>) =>
  ({ type, payload }) as Extract<NewTenderEvent, { type: T }>;
const bid = (id: keyof typeof BIDS): Bid => singleBid(id, BIDS[id]);
const scores = (plan: string, staff: string) => [
  { criterion: 'plan', score: plan, motivation: 'Zoals het plan het beschrijft.' },
  { criterion: 'staff', score: staff, motivation: 'Zoals het team is opgebouwd.' },
];

/** Who wins each lot, and with which total, exactly; null for a lot that is open. */
export type Winners = Readonly<Record<string, readonly [bid: string, total: string] | null>>;

export interface GoingBackStep {
  readonly what: string;
  readonly does: () => void;
  /** What the award then is; undefined where none stands. */
  readonly gives?: Winners;
}

/** The steps one by one, by the commands of a tender. @param dossier its id */
export function goingBack(tenders: Tenders, dossier: string): GoingBackStep[] {
  const by = (actor: string, ...commands: readonly TenderCommand[]): void => {
    for (const command of commands) tenders.execute(dossier, actor, command);
  };
  const chair = (...commands: readonly TenderCommand[]): void => by('chair', ...commands);
  const version = (assessor: string, bidId: string, lot: string): number =>
    tenders.get(dossier).rounds.at(-1)!.assessments.get(assessor)?.get(placeKey(bidId, lot))?.version ?? 0;
  const assess = (assessor: string, places: typeof PLACES): void => {
    for (const [bidId, lot, plan, staff] of places) {
      // One of them sees the staff of c otherwise: a difference to be discussed.
      const own = assessor === 'vier' && bidId === 'c' && lot === 'lot-1' ? '10' : staff;
      by(assessor, {
        type: 'submit-assessment',
        bid: bidId,
        lot,
        version: version(assessor, bidId, lot),
        scores: scores(plan, own),
      });
    }
  };
  const agree = (places: typeof PLACES, only: readonly string[] = ['plan', 'staff']): void => {
    for (const [bidId, lot, plan, staff] of places) {
      const given = scores(plan, staff).filter((one) => only.includes(one.criterion));
      chair({
        type: 'record-consensus',
        bid: bidId,
        lot,
        scores: given.map((one) => ({ ...one, version: 0, discussed: bidId === 'c' && lot === 'lot-1' })),
      });
    }
  };
  const price = (bidId: string, lot: string, amount: string) =>
    event('price-sealed', { price: { bid: bidId, lot, amount } });
  const drawn = (
    order: readonly string[],
    lots: readonly string[],
    witnesses = 'Notaris Bakker en twee inschrijvers',
  ) => ({ type: 'record-draw', order, method: 'Met briefjes uit een hoed.', witnesses, lots }) as const;
  const draw = (order: readonly string[]): void => {
    const { lots: _, ...command } = drawn(order, []);
    chair(command);
  };
  const award = (): void => chair({ type: 'compute-award' });
  const unbiased = ['chair', 'een', 'twee'];
  return [
    {
      what: 'the rules are published, and people appointed',
      does: () => {
        chair({
          type: 'publish-rules',
          title: 'Een aanbesteding die teruggaat (fictief)',
          rules: GOING_BACK,
          rulesSha256: '0'.repeat(64),
          chair: 'chair',
          fictional: true,
        });
        for (const assessor of ['een', 'twee', 'drie']) chair({ type: 'appoint-assessor', assessor });
        chair(
          say(
            event('keeper-named', { keeper: 'bewaarder' }),
            event('witness-named', { witness: 'getuige' }),
            event('deputy-named', { deputy: 'plaatsvervanger' }),
          ),
        );
      },
    },
    {
      what: 'five bids come in: one too late, one corrected, one struck and registered again',
      does: () => {
        chair({ type: 'register-bid', bid: bid('a') }, { type: 'register-bid', bid: bid('b') });
        chair({ type: 'register-bid', bid: singleBid('c', ['lot-1']) });
        chair(say(event('bid-corrected', { bid: bid('c'), ...WHY })));
        chair({ type: 'register-bid', bid: bid('e') }, say(event('bid-struck', { bid: 'e', ...WHY })));
        chair({ type: 'register-bid', bid: bid('e') });
        chair(say(event('bid-registered', { bid: bid('d'), late: { reason: 'Een half uur na de sluiting.' } })));
      },
    },
    {
      what: 'everybody declares; one has a conflict, which is judged to be one',
      does: () => {
        for (const person of [...unbiased, 'bewaarder', 'getuige', 'plaatsvervanger']) by(person, declaring('abcde'));
        by('drie', declaring('abcde', 'c'));
        chair(say(event('conflict-judged', { account: 'drie', bid: 'c', conflict: true, ...WHY })));
        chair({ type: 'open-assessment' });
      },
    },
    {
      what: 'the keeper takes all prices into keeping',
      does: () => {
        for (const [bidId, lot, , , amount] of PLACES) by('bewaarder', say(price(bidId, lot, amount)));
        by('bewaarder', say(price('d', 'lot-1', '1')));
      },
    },
    {
      what: 'two assessors assess; the second is replaced half-way by a fourth, who does everything',
      does: () => {
        assess('een', PLACES);
        assess(
          'drie',
          PLACES.filter(([bidId]) => bidId !== 'c'),
        );
        assess('twee', PLACES.slice(0, 4));
        chair(
          say(
            event('assessor-released', { assessor: 'twee', reason: 'Langdurig ziek.' }),
            event('assessor-appointed', { assessor: 'vier' }),
          ),
        );
        by('vier', declaring('abcde'));
        assess('vier', PLACES);
        chair({ type: 'open-consensus' });
      },
    },
    {
      what: 'the committee agrees, and quality is closed, reopened and closed again',
      does: () => {
        agree(PLACES);
        chair({ type: 'close-quality' }, say(event('quality-reopened', WHY)), { type: 'close-quality' });
      },
    },
    {
      what: 'two people open the prices, but not that of the bid that came too late',
      does: () => {
        chair(proposingToOpen);
        by('getuige', opening);
      },
    },
    {
      what: 'the award needs a draw in the first lot',
      does: award,
      gives: { 'lot-1': null, 'lot-2': ['a', '82'], 'lot-3': ['c', '100'] },
    },
    {
      // Lot 1: 24 + 24 + 40 = 88 each. Lot 2: a 24 + 18 + 40 = 82, b 18 + 18 + 40 = 76. Lot 3: c 30 + 30 + 40 = 100.
      what: 'the draw brings b in the first lot; held again, it brings a',
      does: () => {
        draw(['b', 'a']);
        award();
        chair({
          ...drawn(['a', 'b'], []),
          again: { reason: 'Een briefje was twee keer in de hoed.', lots: ['lot-1'] },
        });
        award();
      },
      gives: { 'lot-1': ['a', '88'], 'lot-2': ['a', '82'], 'lot-3': ['c', '100'] },
    },
    {
      // Without c in lot 3: a 24 + 18 + 40 = 82 and b 18 + 24 + 40 = 82.
      what: 'the winner of the third lot withdraws: two are equal, and a second draw is needed',
      does: () => {
        chair({
          type: 'set-aside-bid',
          fallen: { bid: 'c', lot: 'lot-3', stage: 'withdrawn', reason: 'Trekt zich terug.' },
        });
        award();
      },
      gives: { 'lot-1': ['a', '88'], 'lot-2': ['a', '82'], 'lot-3': null },
    },
    {
      what: 'the second draw brings b in the third lot; the first still holds',
      does: () => {
        draw(['b', 'a']);
        award();
      },
      gives: { 'lot-1': ['a', '88'], 'lot-2': ['a', '82'], 'lot-3': ['b', '82'] },
    },
    {
      // Lot 2 with b at 80: b 18 + 18 + 40 = 76, a 24 + 18 + 32 = 74.
      what: 'a price turns out to be lower, and the second lot goes to the other',
      does: () => {
        const { price: known, version: at } = tenders.get(dossier).prices.get(placeKey('b', 'lot-2'))!;
        chair({ type: 'correct-price', price: { ...known, amount: '80' }, version: at, ...WHY });
        award();
      },
      gives: { 'lot-1': ['a', '88'], 'lot-2': ['b', '76'], 'lot-3': ['b', '82'] },
    },
    {
      // Lot 2 with 10 for the staff of a: 24 + 30 + 32 = 86.
      what: 'one criterion of one lot is assessed anew, by others',
      does: () => {
        chair(
          say(
            event('round-opened', { round: 2, reason: 'De rechter beval een nieuwe beoordeling van het personeel.' }),
            event('assessor-appointed', { assessor: 'vijf' }),
            event('assessor-appointed', { assessor: 'zes' }),
            ...['a', 'b'].map((id) =>
              event('bid-reassessed', { round: 2, bid: id, places: [{ lot: 'lot-2', criteria: ['staff'] }] }),
            ),
          ),
        );
        for (const person of ['vijf', 'zes']) {
          by(person, declaring('abcde'));
          for (const [id, staff] of [
            ['a', '10'],
            ['b', '6'],
          ] as const) {
            by(person, {
              type: 'submit-assessment',
              bid: id,
              lot: 'lot-2',
              version: 0,
              scores: scores('8', staff).slice(1),
            });
          }
        }
        chair(say(event('round-consensus-opened', { round: 2 })));
        agree(
          [
            ['a', 'lot-2', '8', '10', ''],
            ['b', 'lot-2', '6', '6', ''],
          ],
          ['staff'],
        );
        chair(say(event('round-closed', { round: 2 })));
        award();
      },
      gives: { 'lot-1': ['a', '88'], 'lot-2': ['a', '86'], 'lot-3': ['b', '82'] },
    },
    {
      what: 'that round is annulled, and what was found before stands again',
      does: () => {
        chair(say(event('round-annulled', { round: 2, reason: 'In hoger beroep vernietigd.' })));
        award();
      },
      gives: { 'lot-1': ['a', '88'], 'lot-2': ['b', '76'], 'lot-3': ['b', '82'] },
    },
    {
      what: 'the requirements are checked by two people, the decision is sent, and one contract signed',
      does: () => {
        for (const id of ['a', 'b']) {
          for (const person of ['chair', 'getuige']) {
            by(
              person,
              say(event('requirements-checked', { bid: id, met: true, findings: 'Verklaring en uittreksel gezien.' })),
            );
          }
        }
        chair(say(...sendingDecision(tenders.get(dossier), ['lot-1', 'lot-2', 'lot-3'], '2027-03-10')));
        chair(say(event('lot-fixed', { lot: 'lot-1', signedOn: '2027-04-02', reason: 'Getekend bij de notaris.' })));
      },
      gives: { 'lot-1': ['a', '88'], 'lot-2': ['b', '76'], 'lot-3': ['b', '82'] },
    },
    {
      // Without a: lot 1 stays, b alone in lot 2 and 3.
      what: 'a withdraws from all that is not signed: the signed lot stays with it',
      does: () => {
        chair({ type: 'set-aside-bid', fallen: { bid: 'a', stage: 'withdrawn', reason: 'Kan het niet dragen.' } });
        award();
      },
      gives: { 'lot-1': ['a', ''], 'lot-2': ['b', '76'], 'lot-3': ['b', '82'] },
    },
    {
      // Lot 3 with a again: equal at 82, and the draw of then decides.
      what: 'a counts again after a ruling, and a lot is withdrawn',
      does: () => {
        chair(say(event('bid-reinstated', { bid: 'a', reason: 'De rechter liet de inschrijving weer toe.' })));
        chair(say(event('lot-withdrawn', { lot: 'lot-3', reason: 'De gemeente doet het zelf.' })));
        award();
      },
      gives: { 'lot-1': ['a', '88'], 'lot-2': ['b', '76'], 'lot-3': null },
    },
    {
      what: 'the chair hands over, and the tender is stopped, resumed and put away',
      does: () => {
        chair(say(event('chair-handed-over', { chair: 'plaatsvervanger', ...WHY })));
        by('beheerder-1', say(event('succession-proposed', { chair: 'opvolger', ...WHY })));
        by('beheerder-2', say(event('chair-succeeded', { chair: 'opvolger' })));
        by('opvolger', say(event('tender-stopped', WHY)), say(event('tender-resumed', WHY)));
        by('opvolger', say(event('tender-archived', {})));
      },
      gives: { 'lot-1': ['a', '88'], 'lot-2': ['b', '76'], 'lot-3': null },
    },
  ];
}
