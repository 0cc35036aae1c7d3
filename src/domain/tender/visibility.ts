import { maySee, rolesToSee, type Seen } from '../admission/procedure.ts';
import type { Role, Viewer } from '../roles.ts';
import { conflictOf, maySeeIn, maySeeInRound, readerOf, seesOnlyThisRound } from './access.ts';
import { type TenderShape, tenderProcedure } from './procedure.ts';
import { type TenderEventType, tenderEventTypes } from './state/events.ts';
import { currentRound, openFurtherRound, phaseOfRound } from './state/rounds.ts';
import { MOMENTS, type Moment, PHASES, type Round, type TenderState } from './state/state.ts';

/**
 * What there is to see of a tender, and who may see it when: derived from the events that it is made of, as the procedure says who may
 * see those. Every page and download of a tender shows some of these things and no other (docs/visibility.md, the test of leaks).
 */
type SeenHere = Seen<TenderShape>;
type Aspect = 'that' | 'what';

/** A thing is seen from the moment on which everything in it may be seen. */
const madeOf = (aspect: Aspect, ...types: readonly TenderEventType[]): SeenHere =>
  types.map((type) => tenderProcedure.steps[type].seen[aspect]).reduce(strictest);

/** What only the author of an event sees as such, and what all but the author see of it. */
const ofAuthor = (seen: SeenHere): SeenHere => ({ ...NOBODY, author: seen.author });
const ofOthers = (seen: SeenHere): SeenHere => ({ ...seen, author: 'never' });

const NOBODY: SeenHere = {
  author: 'never',
  chair: 'never',
  assessor: 'never',
  witness: 'never',
  committee: 'never',
  onlooker: 'never',
  auditor: 'never',
};
const forAuditors = ({ onlooker, auditor }: SeenHere): SeenHere => ({ ...NOBODY, onlooker, auditor });

const scores = madeOf('what', 'assessment-saved', 'assessment-submitted');
const award = madeOf('what', 'award-computed');

/** Once an event has happened, what it says waits for nothing when it cannot happen before that may be seen. */
function readBack(type: TenderEventType): SeenHere {
  const { during, opens, seen } = tenderProcedure.steps[type];
  const leads = typeof opens?.tender === 'string' ? opens.tender : undefined;
  const first = leads ?? (during === 'opening' ? PHASES[0] : (during.tender?.[0] ?? PHASES[0]));
  const atOnce = <From extends SeenHere['chair']>(from: From): From | 'always' =>
    rank(first) >= rank(from) ? 'always' : from;
  return forAuditors({ ...NOBODY, onlooker: atOnce(seen.what.onlooker), auditor: atOnce(seen.what.auditor) });
}
/** Every event as it was recorded: from the moment on which each of them may be read. */
const everything = tenderEventTypes.map(readBack).reduce(strictest);

export const THINGS = {
  rules: madeOf('what', 'rules-published', 'rules-amended'),
  bids: madeOf('what', 'bid-registered', 'bid-corrected', 'bid-struck', 'bid-set-aside', 'bid-reinstated'),
  /** The files that came with a bid. */
  documents: madeOf('what', 'document-added', 'document-removed'),
  /** Those that were sealed with the prices. */
  'price-documents': { ...madeOf('what', 'document-sealed'), author: 'never' },
  assessors: madeOf('what', 'assessor-appointed', 'assessor-released'),
  'own-scores': ofAuthor(scores),
  'others-scores': ofOthers(scores),
  /** Averages, spreads, and lists that are ordered by scores. */
  'score-figures': ofOthers(scores),
  /** How many assessments each assessor has handed in or begun. */
  progress: ofOthers(madeOf('that', 'assessment-saved', 'assessment-submitted')),
  consensus: madeOf('what', 'consensus-recorded'),
  prices: madeOf('what', 'price-recorded', 'price-corrected'),
  /** What each bid asks line by line, as it was typed over: the page to record prices on. */
  'price-forms': {
    ...madeOf('what', 'price-recorded'),
    author: 'never',
    assessor: 'never',
    witness: 'never',
    committee: 'never',
  },
  /** What every bid asks, in one record: not for who stays out of one of them. */
  opening: madeOf('what', 'price-recorded', 'price-corrected'),
  award,
  draws: madeOf('what', 'draw-recorded'),
  /** Who takes part, and what they declare of the bidders. */
  interests: madeOf('what', 'interests-declared', 'conflict-judged', 'conflict-found'),
  /** What bidders were told of the decision. */
  letters: madeOf('what', 'letter-issued'),
  /** The report as a PDF, with the input and the outcome of the evaluation as attachments. */
  report: award,
  /** That something was recorded, when and by whom; what it says: `readFrom`. */
  log: forAuditors({ ...NOBODY, onlooker: 'always', auditor: 'always' }),
  /** Of the whole log, with its hash. */
  're-run': everything,
  export: everything,
} as const satisfies Readonly<Record<string, SeenHere>>;

export type Thing = keyof typeof THINGS;

/** Who may look at what another did. */
export type Seer = Exclude<TenderShape['reader'], 'author'>;

/** What is found in a round, and seen by who may see that round. */
const OF_A_ROUND: ReadonlySet<Thing> = new Set(['others-scores', 'score-figures', 'progress', 'consensus']);
/** What is kept from who assesses in a further round that is under way. */
const OF_EARLIER_ROUNDS: ReadonlySet<Thing> = new Set(['draws']);
/** What holds everything that was recorded, and so also what is found in a further round that is under way. */
const OF_EVERY_ROUND: ReadonlySet<Thing> = new Set(['export']);

/** What is about every bid at once. */
const OF_ALL_BIDS: ReadonlySet<Thing> = new Set(['opening', 'draws', 'award', 'letters', 'report']);

/** Whether somebody may see such a thing of this tender, now; of what is found in rounds, that of the last. */
export function maySeeThing(state: TenderState, viewer: Viewer, thing: Thing): boolean {
  if (OF_A_ROUND.has(thing)) return maySeeInRound(state, viewer, currentRound(state), THINGS[thing]);
  if (OF_EARLIER_ROUNDS.has(thing) && seesOnlyThisRound(state, viewer)) return false;
  if (OF_ALL_BIDS.has(thing) && conflictOf(state, viewer) !== undefined) return false;
  const under = openFurtherRound(state);
  if (OF_EVERY_ROUND.has(thing) && under && !maySeeFindings(state, viewer, under)) return false;
  return maySeeIn(state, viewer, THINGS[thing]);
}

/** Whether somebody may see what was found in a round. */
export const maySeeFindings = (state: TenderState, viewer: Viewer, round: Round): boolean =>
  maySeeInRound(state, viewer, round, THINGS.consensus) && maySeeInRound(state, viewer, round, THINGS['others-scores']);

/**
 * Whether somebody may read in the log, now, what such an event says: 'always', or the state from which it can be read. What was found since a further
 * round was opened waits for that round.
 */
export function readFrom(
  state: TenderState,
  viewer: Viewer,
  { type, at }: { readonly type: TenderEventType; readonly at: string },
): 'always' | Moment | 'never' {
  const reader = readerOf(state, viewer);
  if (reader === null) return 'never';
  const seen = readBack(type);
  const under = openFurtherRound(state);
  const waits = under && at >= under.openedAt && rank(seen[reader]) <= rank('quality-closed');
  const then = waits ? { ...state, phase: phaseOfRound(state, under) } : state;
  return maySee(tenderProcedure, then, reader, seen) ? 'always' : seen[reader];
}

/** From when on this viewer may see it; 'never' for who has nothing to do with the tender. */
export function seenFrom(state: TenderState, viewer: Viewer, thing: Thing): SeenHere['chair'] {
  const reader = readerOf(state, viewer);
  return reader === null ? 'never' : THINGS[thing][reader];
}

/** The roles in which somebody may ever see it; an assessor's own work is that of assessors. */
export const rolesToSeeThing = (thing: Thing): readonly Role[] =>
  thing === 'own-scores' ? ['assessor'] : rolesToSee(tenderProcedure, THINGS[thing]);

function strictest(one: SeenHere, other: SeenHere): SeenHere {
  const later = <From extends SeenHere['chair']>(a: From, b: From): From => (rank(a) >= rank(b) ? a : b);
  return {
    author: later(one.author, other.author),
    chair: later(one.chair, other.chair),
    assessor: later(one.assessor, other.assessor),
    witness: later(one.witness, other.witness),
    committee: later(one.committee, other.committee),
    onlooker: later(one.onlooker, other.onlooker),
    auditor: later(one.auditor, other.auditor),
  };
}

function rank(from: SeenHere['chair']): number {
  if (from === 'always') return -1;
  return from === 'never' ? MOMENTS.length : MOMENTS.indexOf(from);
}
