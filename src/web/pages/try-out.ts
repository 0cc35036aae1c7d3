import type { SetUp } from '../../actions/set-ups.ts';
import { DomainError } from '../../domain/errors.ts';
import { evaluate } from '../../domain/evaluation/evaluate.ts';
import type { ProcurementLaw } from '../../domain/law/law.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { partsOf } from '../../domain/rules/price-rules.ts';
import { isRanked, PROCUREMENT_PROCEDURES } from '../../domain/rules/procurement-procedure.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import type { EvaluationInput } from '../../domain/scoring/input.ts';
import { isRelativeRules } from '../../domain/scoring/relative.ts';
import { FEWEST_BIDDERS, firstLots, MOST_BIDDERS } from '../../domain/set-up/example-bids.ts';
import { rulesToTry, type Standing } from '../../domain/set-up/findings.ts';
import { type AwardInWords, awardInWords } from '../../explanation/award.ts';
import { outcomeBlocks } from '../../explanation/award-blocks.ts';
import { type Block, paragraph, small } from '../../explanation/blocks.ts';
import { guardsInWords } from '../../explanation/guards.ts';
import { guardsBlocks, REVERSALS } from '../../explanation/guards-blocks.ts';
import { pointsBlocks } from '../../explanation/points-blocks.ts';
import { stepPointsBlocks } from '../../explanation/step-points.ts';
import { tieBlocks } from '../../explanation/ties.ts';
import { describeMend, forRules, type Messages } from '../../messages/messages.ts';
import { exampleForm, readExampleForm, SENT } from '../forms/example-bids.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type ExampleTables, exampleTables, lotsThatFit } from '../set-up/example-tables.ts';
import { type StandingModel, standingModel } from '../set-up/standing.ts';
import { type BlocksModel, blocksModel, pageNames } from './blocks.ts';
import { type HiddenField, type SelectField, selectField } from './fields.ts';
import { baseOf } from './set-up.ts';

/** A draft tried out on made-up bids, or what must be done before that. */
export interface TryOutModel {
  readonly text: Messages['tryOut'];
  /** Why nothing can be tried out, where that is so. */
  readonly refused: string | null;
  /** What is missing or wrong then. */
  readonly missing: StandingModel['groups'];
  readonly notes: readonly string[];
  readonly outcome: BlocksModel;
  readonly rest: BlocksModel;
  /** Null where nothing can be tried out. */
  readonly form:
    | (ExampleTables & {
        readonly action: string;
        readonly hidden: readonly HiddenField[];
        readonly countField: SelectField;
        /** What is wrong in the bids as a whole. */
        readonly error: string | null;
      })
    | null;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  /** For the top of the page too. */
  readonly problems: readonly FieldProblem[];
}

/** Where the bids of the example begin on the page, and what is wrong with all of them together. */
const BIDS = 'bids';

/** @param body what was typed in the made-up bids */
export function tryOutModel(
  given: Messages,
  setUp: SetUp,
  standing: Standing,
  law: ProcurementLaw,
  body: FormBody,
): TryOutModel {
  const base = baseOf(setUp.id);
  const rules = rulesToTry(standing);
  const m = standing.tried ? forRules(given, standing.tried) : given;
  const t = m.tryOut;
  const nothing = { text: t, missing: [], notes: [], outcome: [], rest: [], form: null, problems: [] };
  const links = [{ href: '/rehearsal', label: t.rehearsal }];
  const procedure = PROCUREMENT_PROCEDURES.find((one) => one === setUp.draft.procedure);
  if (procedure && !isRanked(procedure)) {
    return { ...nothing, refused: t.openHouse, links: [{ href: `${base}/what#procedure`, label: t.chooseProcedure }] };
  }
  if (!rules) {
    const { groups } = standingModel(m, base, setUp.draft, standing, law, null);
    const missing = groups.filter(({ tone }) => tone === 'wrong' || tone === 'missing');
    return { ...nothing, refused: t.missing.lead, missing, links };
  }
  return {
    ...triedOut(m, `${base}/try`, rules, body),
    text: t,
    refused: null,
    missing: [],
    links: [
      ...(partsOf(rules.price).length > 0 ? [{ href: `${base}/price#examples`, label: t.curve }] : []),
      ...links,
      { href: `${base}/publish`, label: m.setUp.state.publish },
    ],
  };
}

function triedOut(
  m: Messages,
  action: string,
  all: TenderRules,
  body: FormBody,
): Pick<TryOutModel, 'notes' | 'outcome' | 'rest' | 'form' | 'problems'> {
  const t = m.tryOut;
  const count = biddersAsked(all, body);
  const names = t.bidders.slice(0, count);
  const rules = firstLots(all, lotsThatFit(m, all, count));
  const ids = names.map((_, nth) => `bid-${nth + 1}`);
  const form = exampleForm(m, rules, names, body);
  const { problems, ...said } = evaluated(m, rules, readExampleForm(m, rules, names, form));
  const ofAll = problems.filter(({ field }) => field === BIDS).map(({ text }) => text);
  const tables = exampleTables(m, rules, ids, form, problems);
  const counts = Array.from({ length: MOST_BIDDERS - FEWEST_BIDDERS + 1 }, (_, nth) => String(FEWEST_BIDDERS + nth));
  return {
    ...said,
    notes: [
      t.fictional,
      ...(rules === all ? [] : [t.form.fewerLots(rules.lots.length, all.lots.length)]),
      ...(tables.left === 0 ? [] : [t.form.fewerRows(tables.left)]),
    ],
    problems,
    form: {
      ...tables,
      action,
      hidden: [{ name: SENT, value: 'yes' }],
      countField: selectField(
        {
          name: 'bidders',
          label: t.form.count,
          asks: 'open',
          options: counts.map((value) => ({ value, label: value, selected: value === String(count) })),
        },
        [],
        m.app,
      ),
      error: ofAll.length === 0 ? null : ofAll.join(' '),
    },
  };
}

/** Of the bids as a whole: as many as help somebody on. */
const MOST_FAULTS = 10;

/** How many bidders were asked for; one more than there must be winners, and four where that is fewer. */
function biddersAsked({ award }: TenderRules, body: FormBody): number {
  const asked = Number(/^\d$/.exec(typed(body, 'bidders'))?.[0] ?? Math.max(4, award.winners.minimum + 1));
  return Math.min(MOST_BIDDERS, Math.max(FEWEST_BIDDERS, asked));
}

/** What comes of the bids, or what is wrong with them. */
function evaluated(
  m: Messages,
  rules: TenderRules,
  read: ReturnType<typeof readExampleForm>,
): Pick<TryOutModel, 'outcome' | 'rest' | 'problems'> {
  const steps = (): BlocksModel => blocksModel(m, stepPointsBlocks(m, rules));
  if ('problems' in read) return { outcome: [], rest: steps(), problems: read.problems };
  const { input } = read;
  try {
    const names = pageNames();
    const award = awardInWords(m, input, evaluate(input));
    const outcome = [...outcomeBlocks(m, award, { title: m.tryOut.outcome }), ...pointsPerLot(m, award)];
    const rest = [...stepPointsBlocks(m, rules), ...tieBlocks(m, input), ...guards(m, input)];
    return { outcome: blocksModel(m, outcome, names), rest: blocksModel(m, rest, names), problems: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const names = namesOf(rules, input.bids);
    const faults = error.faults.length > 0 ? error.faults : [{ ...error, mends: null }];
    const texts = new Set(faults.slice(0, MOST_FAULTS).map((one) => describeMend(m, one, names)));
    const problems = [...texts].map((text) => ({ field: BIDS, text }));
    return { outcome: [], rest: steps(), problems };
  }
}

/** More points than this make the page too heavy. */
const MOST_POINTS = 600;

/** The points of all bids side by side, folded; of as many lots as there is room for. */
function pointsPerLot(m: Messages, { lots, combinations }: AwardInWords): Block[] {
  const all = [...lots, ...combinations].flatMap(({ points, ...lot }) => (points === null ? [] : [{ ...lot, points }]));
  let room = MOST_POINTS;
  const shown = all.filter(({ points }) => {
    room -= (points.lines.length + points.sums.length) * points.bids.length;
    return room >= 0;
  });
  return [
    ...shown.map(
      (lot): Block => ({
        kind: 'details',
        level: 2,
        summary: m.tryOut.pointsOf(lot.name),
        blocks: pointsBlocks(m, lot, lot.points),
      }),
    ),
    ...(shown.length < all.length ? small(m.tryOut.pointsLeft) : []),
  ];
}

/** Work of so many scores is done while somebody waits for this page. */
const MOST_SCORES = 2000;

/** How firm the outcome is, and what can be said in general of a bid fewer. */
const guards = (m: Messages, input: EvaluationInput): Block[] =>
  guardsBlocks(m, guardsInWords(m, input, MOST_SCORES)).flatMap((block) =>
    block.kind === 'heading' && block.id === REVERSALS
      ? [block, paragraph(isRelativeRules(input.rules) ? m.setUp.said.relative : m.tryOut.absolute)]
      : [block],
  );
