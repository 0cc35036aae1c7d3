import { fallenIn } from '../../domain/scoring/input.ts';
import { doubtsIn } from '../../domain/tender/checks/assessment.ts';
import { currentRound } from '../../domain/tender/state/rounds.ts';
import { everAwarded } from '../../domain/tender/state/state.ts';
import { winnerIn } from '../../domain/tender/state/stored-award.ts';
import type { Fact } from '../../explanation/blocks.ts';
import { inLanguage, lotName, type Messages } from '../../messages/messages.ts';
import * as field from './fields.ts';
import type { TenderAct, TenderActField, TenderAsking, TenderValues } from './tender-acts.ts';

const always = (): boolean => true;
const said =
  (is: 'sent' | 'fixed' | 'withdrawn') =>
  ({ state }: TenderAsking, lot: string): boolean =>
    state.lots.get(lot)?.is === is;

/** How a bid falls away: withdrawn only after a ranking. */
const stage: TenderActField = {
  kind: 'choice',
  name: 'stage',
  options: ({ m, state }) =>
    (everAwarded(state) ? (['excluded', 'withdrawn'] as const) : (['excluded'] as const)).map((value) => ({
      value,
      label: m.acts.answers.stage[value],
    })),
};

/** A consensus score beyond every individual one, to which no second person agreed. */
const unconfirmed: TenderActField = {
  kind: 'select',
  name: 'cell',
  options: ({ m, state, names, account }) => {
    const round = currentRound(state);
    return doubtsIn(state, round)
      .filter(({ why }) => why === 'not-confirmed')
      .filter(({ bid, lot, criterion }) => recordedBy(state, bid, lot, criterion) !== account.id)
      .map(({ bid, lot, criterion }) => ({
        value: `${bid} ${lot} ${criterion}`,
        label: m.acts.cell(
          names.bidder(bid),
          lotName(m, names, lot),
          inLanguage(names.criterion(criterion), m),
          round.consensus.get(field.keyOf(bid, lot))!.get(criterion)!.score,
        ),
      }));
  },
};
const recordedBy = (state: TenderAsking['state'], bid: string, lot: string, criterion: string): string | undefined =>
  currentRound(state).consensus.get(field.keyOf(bid, lot))?.get(criterion)?.by;

const text = (name: 'findings' | 'question' | 'explanation' | 'claim' | 'outcome', most: number): TenderActField => ({
  kind: 'text',
  name,
  most,
  lines: 'many',
});

/** The bids of which prices are opened. */
const bidsToOpen = ({ m, state }: TenderAsking): readonly Fact[] => [
  { term: m.bids.title, value: m.tender.bidsCount(state.bids.size) },
];

/** Who won the lots that were chosen, by the award that stands. */
const winners = ({ m, state, names }: TenderAsking, values: TenderValues): readonly Fact[] =>
  [...values.many('lots'), ...values.many('lot')].flatMap((lot) => {
    const winner = state.award && winnerIn(state.award, lot);
    return winner ? [{ term: m.confirm.winnerOf(names.lot(lot)), value: names.bidder(winner) }] : [];
  });

/** Everything that is done with a form of a few fields, by name. What needs a form of its own stands with its pages. */
export const ACTS = {
  'check-requirements': {
    group: 'bids',
    event: 'requirements-checked',
    fields: [field.bid, field.yesOrNo('met'), text('findings', 5000)],
    offered: always,
    events: ({ one }) => [
      {
        type: 'requirements-checked',
        payload: { bid: one('bid'), met: one('met') === 'yes', findings: one('findings') },
      },
    ],
  },
  'set-aside': {
    group: 'bids',
    event: 'bid-set-aside',
    fields: [field.bid, field.lotOrAll, stage, field.reason],
    offered: always,
    events: ({ one, given }) => {
      const lot = given('lot');
      const fallen = { bid: one('bid'), ...(lot === undefined ? {} : { lot }), reason: one('reason') };
      const how = one('stage') === 'withdrawn' ? ('withdrawn' as const) : ('excluded' as const);
      return [{ type: 'bid-set-aside', payload: { fallen: { ...fallen, stage: how } } }];
    },
  },
  reinstate: {
    group: 'bids',
    event: 'bid-reinstated',
    fields: [field.fallenBid, field.lotOrAll, field.reason],
    offered: always,
    events: ({ one, given }) => {
      const lot = given('lot');
      const payload = { bid: one('bid'), ...(lot === undefined ? {} : { lot }), reason: one('reason') };
      return [{ type: 'bid-reinstated', payload }];
    },
  },
  strike: {
    group: 'bids',
    event: 'bid-struck',
    fields: [field.bid, field.reason],
    offered: always,
    events: ({ one }) => [{ type: 'bid-struck', payload: { bid: one('bid'), reason: one('reason') } }],
    confirmation: { text: 'strike', basis: ({ bids }) => [bids.size] },
  },
  'remove-document': {
    group: 'bids',
    event: 'document-removed',
    fields: [field.document, field.reason],
    offered: always,
    events: ({ one }) => {
      const [bid, document] = one('document').split(' ') as [string, string];
      return [{ type: 'document-removed', payload: { bid, document, reason: one('reason') } }];
    },
  },
  'judge-interest': {
    group: 'people',
    event: 'conflict-judged',
    fields: [field.openConflict, field.yesOrNo('conflict'), field.reason],
    offered: always,
    events: ({ one }) => {
      const [account, bid] = one('interest').split(' ') as [string, string];
      const payload = { account, bid, conflict: one('conflict') === 'yes', reason: one('reason') };
      return [{ type: 'conflict-judged', payload }];
    },
  },
  'find-conflict': {
    group: 'people',
    event: 'conflict-found',
    fields: [field.anyParticipant, field.bid, field.reason],
    offered: always,
    events: ({ one }) => [
      {
        type: 'conflict-found',
        payload: { account: one('account'), bid: one('bid'), reason: one('reason') },
      },
    ],
  },
  'add-assessor': {
    group: 'people',
    event: 'assessor-appointed',
    fields: [field.newPerson('account', 'assessor'), field.team],
    offered: ({ state }) => state.phase !== 'registration' && currentRound(state).stage === 'assessment',
    events: ({ one, given }) => [appointed(one('account'), given('team'))],
  },
  'replace-assessor': {
    group: 'people',
    event: 'assessor-released',
    fields: [field.assessor, field.newPerson('by', 'assessor'), field.reason],
    offered: ({ state }) => ['planned', 'assessment'].includes(currentRound(state).stage),
    events: ({ one }, { state }) => {
      const assessor = one('assessor');
      const team = currentRound(state).members.get(assessor)?.team ?? undefined;
      return [{ type: 'assessor-released', payload: { assessor, reason: one('reason') } }, appointed(one('by'), team)];
    },
  },
  'release-assessor': {
    group: 'people',
    event: 'assessor-released',
    fields: [field.assessor, { ...field.bid, all: ({ m }) => m.acts.allBids } as TenderActField, field.reason],
    offered: ({ state }) => currentRound(state).stage !== 'closed',
    events: ({ one, given }) => {
      const bid = given('bid');
      const payload = { assessor: one('assessor'), ...(bid === undefined ? {} : { bid }), reason: one('reason') };
      return [{ type: 'assessor-released', payload }];
    },
  },
  'name-onlooker': {
    group: 'people',
    event: 'onlooker-named',
    fields: [field.newPerson('account', 'committee-member')],
    offered: ({ state }) => state.rules.course?.onlookers?.includes('committee-member') ?? false,
    events: ({ one }) => [{ type: 'onlooker-named', payload: { onlooker: one('account') } }],
  },
  'release-onlooker': {
    group: 'people',
    event: 'onlooker-released',
    fields: [field.personIn(({ state }) => state.onlookers)],
    offered: ({ state }) => state.rules.course?.onlookers?.includes('committee-member') ?? false,
    events: ({ one }) => [{ type: 'onlooker-released', payload: { onlooker: one('account') } }],
  },
  'name-witness': {
    group: 'people',
    event: 'witness-named',
    fields: [field.newPerson('account', 'procurement-officer', 'assessor', 'committee-member')],
    offered: always,
    events: ({ one }) => [{ type: 'witness-named', payload: { witness: one('account') } }],
  },
  'release-witness': {
    group: 'people',
    event: 'witness-released',
    fields: [field.personIn(({ state }) => state.witnesses)],
    offered: always,
    events: ({ one }) => [{ type: 'witness-released', payload: { witness: one('account') } }],
  },
  'name-keeper': {
    group: 'people',
    event: 'keeper-named',
    fields: [field.newPerson('account', 'procurement-officer')],
    offered: ({ state }) => field.asksPrices(state) && !state.pricesOpened,
    events: ({ one }) => [{ type: 'keeper-named', payload: { keeper: one('account') } }],
  },
  'release-keeper': {
    group: 'people',
    event: 'keeper-released',
    fields: [field.personIn(({ state }) => state.keepers)],
    offered: always,
    events: ({ one }) => [{ type: 'keeper-released', payload: { keeper: one('account') } }],
  },
  'name-deputy': {
    group: 'people',
    event: 'deputy-named',
    fields: [field.newPerson('account', 'procurement-officer')],
    offered: ({ state, account }) => state.chair === account.id,
    events: ({ one }) => [{ type: 'deputy-named', payload: { deputy: one('account') } }],
  },
  'release-deputy': {
    group: 'people',
    event: 'deputy-released',
    fields: [field.personIn(({ state }) => state.deputies)],
    offered: ({ state, account }) => state.chair === account.id,
    events: ({ one }) => [{ type: 'deputy-released', payload: { deputy: one('account') } }],
  },
  'hand-over': {
    group: 'people',
    event: 'chair-handed-over',
    fields: [field.newPerson('chair', 'procurement-officer'), field.reason],
    offered: ({ state, account }) => state.chair === account.id,
    events: ({ one }) => [{ type: 'chair-handed-over', payload: { chair: one('chair'), reason: one('reason') } }],
    confirmation: { text: 'hand-over', basis: ({ chair }) => [chair] },
  },
  'confirm-consensus': {
    group: 'assessment',
    event: 'consensus-confirmed',
    fields: [unconfirmed],
    offered: always,
    events: ({ one }, { state }) => {
      const [bid, lot, criterion] = one('cell').split(' ') as [string, string, string];
      return [{ type: 'consensus-confirmed', payload: { bid, lot, criterion, ...field.inThisRound(state) } }];
    },
  },
  'reopen-quality': {
    group: 'assessment',
    event: 'quality-reopened',
    fields: [field.reason],
    offered: ({ state }) =>
      state.rounds.length === 1 && !state.pricesOpened && state.prices.size === 0 && !everAwarded(state),
    events: ({ one }) => [{ type: 'quality-reopened', payload: { reason: one('reason') } }],
  },
  'annul-round': {
    group: 'assessment',
    event: 'round-annulled',
    fields: [field.roundThat(false), field.reason],
    offered: always,
    events: ({ one }) => [{ type: 'round-annulled', payload: { round: Number(one('round')), reason: one('reason') } }],
  },
  'restore-round': {
    group: 'assessment',
    event: 'round-restored',
    fields: [field.roundThat(true), field.reason],
    offered: always,
    events: ({ one }) => [{ type: 'round-restored', payload: { round: Number(one('round')), reason: one('reason') } }],
  },
  'remove-sealed-documents': {
    group: 'prices',
    event: 'sealed-documents-removed',
    fields: [field.bidWithSealedDocuments, field.reason],
    offered: ({ state }) => !state.pricesOpened,
    events: ({ one }) => [{ type: 'sealed-documents-removed', payload: { bid: one('bid'), reason: one('reason') } }],
  },
  'propose-opening': {
    group: 'prices',
    event: 'opening-proposed',
    fields: [],
    offered: ({ state }) => field.hasSomethingToOpen(state) && state.openingProposedBy === null,
    events: () => [{ type: 'opening-proposed', payload: {} }],
    confirmation: { text: 'propose-opening', facts: bidsToOpen },
  },
  'open-prices': {
    group: 'prices',
    event: 'prices-opened',
    fields: [],
    offered: ({ state, account }) => state.openingProposedBy !== null && state.openingProposedBy !== account.id,
    events: () => [{ type: 'prices-opened', payload: {} }],
    confirmation: {
      text: 'open-prices',
      facts: (asking) => [
        ...bidsToOpen(asking),
        {
          term: asking.m.confirm.terms.proposedBy,
          value: asking.state.openingProposedBy === null ? '' : asking.accounts.nameOf(asking.state.openingProposedBy),
        },
      ],
      basis: ({ lastOf }) => [lastOf.get('opening-proposed')],
    },
  },
  'ask-explanation': {
    group: 'prices',
    event: 'explanation-asked',
    fields: [
      field.placeThat(({ state }, key) => state.prices.has(key) && state.explanations.get(key)?.judged !== null),
      text('question', 5000),
      { kind: 'date', name: 'until' },
    ],
    offered: always,
    events: ({ one }) => [
      {
        type: 'explanation-asked',
        payload: { ...field.placeOf(one('place')), question: one('question'), until: one('until') },
      },
    ],
  },
  'receive-explanation': {
    group: 'prices',
    event: 'explanation-received',
    fields: [
      field.placeThat(({ state }, key) => state.explanations.get(key)?.judged === null),
      text('explanation', 20_000),
    ],
    offered: always,
    events: ({ one }) => [
      {
        type: 'explanation-received',
        payload: { ...field.placeOf(one('place')), explanation: one('explanation') },
      },
    ],
  },
  'judge-explanation': {
    group: 'prices',
    event: 'explanation-judged',
    fields: [
      field.placeThat(({ state }, key) => state.explanations.get(key)?.judged === null),
      field.yesOrNo('accepted'),
      field.reason,
    ],
    offered: always,
    events: ({ one }, { state }) => {
      const place = field.placeOf(one('place'));
      const accepted = one('accepted') === 'yes';
      const judged = { type: 'explanation-judged', payload: { ...place, accepted, reason: one('reason') } } as const;
      // Who does not explain a price that is too low is excluded there.
      const falls = !accepted && fallenIn(state.fallen, place.bid, place.lot) === undefined;
      const fallen = { ...place, stage: 'excluded' as const, reason: one('reason') };
      return falls ? [judged, { type: 'bid-set-aside', payload: { fallen } }] : [judged];
    },
  },
  'fix-lot': {
    group: 'lots',
    event: 'lot-fixed',
    fields: [field.lotThat(said('sent')), { kind: 'date', name: 'signedOn' }, field.reason],
    offered: always,
    events: ({ one }) => [
      { type: 'lot-fixed', payload: { lot: one('lot'), signedOn: one('signedOn'), reason: one('reason') } },
    ],
    confirmation: { text: 'fix-lot', facts: winners, basis: ({ award }) => [award?.seq] },
  },
  'start-proceeding': {
    group: 'lots',
    event: 'proceeding-started',
    fields: [
      field.lotsThat(({ state }, lot) =>
        state.issuedLetters.some(({ sentAt, lots }) => sentAt !== null && lots.includes(lot)),
      ),
      { kind: 'date', name: 'startedOn' },
      { kind: 'text', name: 'court', most: 200, lines: 'one' },
      text('claim', 2000),
    ],
    offered: always,
    events: ({ one, many }) => [
      {
        type: 'proceeding-started',
        payload: { lots: [...many('lots')], startedOn: one('startedOn'), court: one('court'), claim: one('claim') },
      },
    ],
  },
  'end-proceeding': {
    group: 'lots',
    event: 'proceeding-ended',
    fields: [field.pendingProceeding, { kind: 'date', name: 'endedOn' }, text('outcome', 2000)],
    offered: always,
    events: ({ one }) => [
      {
        type: 'proceeding-ended',
        payload: { proceeding: Number(one('proceeding')), endedOn: one('endedOn'), outcome: one('outcome') },
      },
    ],
  },
  'unfix-lot': {
    group: 'lots',
    event: 'lot-unfixed',
    fields: [field.lotThat(said('fixed')), field.reason],
    offered: always,
    events: ({ one }) => [{ type: 'lot-unfixed', payload: { lot: one('lot'), reason: one('reason') } }],
  },
  'withdraw-lot': {
    group: 'lots',
    event: 'lot-withdrawn',
    fields: [
      field.lotThat(({ state }, lot) => {
        const is = state.lots.get(lot)?.is;
        return is !== 'fixed' && is !== 'withdrawn';
      }),
      field.reason,
    ],
    offered: ({ state }) => state.rules.lots.length > 1,
    events: ({ one }) => [{ type: 'lot-withdrawn', payload: { lot: one('lot'), reason: one('reason') } }],
  },
  'reopen-lot': {
    group: 'lots',
    event: 'lot-reopened',
    fields: [field.lotThat(said('withdrawn')), field.reason],
    offered: always,
    events: ({ one }) => [{ type: 'lot-reopened', payload: { lot: one('lot'), reason: one('reason') } }],
  },
  stop: {
    group: 'tender',
    event: 'tender-stopped',
    fields: [field.reason],
    offered: always,
    events: ({ one }) => [{ type: 'tender-stopped', payload: { reason: one('reason') } }],
    confirmation: {
      text: 'stop',
      facts: ({ m, state }) => [{ term: m.confirm.terms.phase, value: m.phases[state.phase] }],
    },
  },
  resume: {
    group: 'tender',
    event: 'tender-resumed',
    fields: [field.reason],
    offered: always,
    events: ({ one }) => [{ type: 'tender-resumed', payload: { reason: one('reason') } }],
  },
  archive: {
    group: 'tender',
    event: 'tender-archived',
    fields: [],
    offered: ({ state }) => !state.archived,
    events: () => [{ type: 'tender-archived', payload: {} }],
  },
  unarchive: {
    group: 'tender',
    event: 'tender-unarchived',
    fields: [],
    offered: ({ state }) => state.archived,
    events: () => [{ type: 'tender-unarchived', payload: {} }],
  },
} as const satisfies Readonly<Record<keyof Messages['acts']['names'], TenderAct>>;

export type ActName = keyof typeof ACTS;
export const ACT_NAMES = Object.keys(ACTS) as ActName[];

const appointed = (assessor: string, team: string | undefined) =>
  ({ type: 'assessor-appointed', payload: { assessor, ...(team === undefined ? {} : { team }) } }) as const;
