import type { Fault } from '../errors.ts';
import { fault, type Path } from '../faults.ts';
import { plainName } from '../ids.ts';
import { compare, divide, exact, multiply, toFractionText, ZERO } from '../number.ts';
import { lastDayForBids } from '../rules/course.ts';
import { weightsTotal } from '../rules/criteria-tree.ts';
import { lowTests, methodOf, partsOf } from '../rules/price-rules.ts';
import { wishesFor } from '../rules/programme.ts';
import type { TenderRules } from '../rules/rules.ts';
import { isRelativeRules } from '../scoring/relative.ts';
import type { ShapeFault } from '../shape.ts';
import { datesInDisorder } from './date-order.ts';
import { type Draft, isList, isObject, unreadIn, valueAt } from './draft.ts';
import { readDraft } from './read-draft.ts';
import { nameables } from './references.ts';
import { type Subject, subjectOf } from './subjects.ts';

/** How a set-up stands: one thing that is missing, wrong, worth a thought, or right. */
export interface Finding {
  readonly tone: 'missing' | 'wrong' | 'heed' | 'right';
  readonly subject: Subject;
  /** Where it is mended; empty for a subject as a whole. */
  readonly path: Path;
  readonly said: Said;
}

export type Said =
  /** A field that cannot be read, with what was typed in it. */
  | { readonly kind: 'unread'; readonly fault: ShapeFault; readonly typed: string | null }
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** No procedure was chosen. */
  | { readonly kind: 'no-procedure' }
  /** In open house bids are not ranked, so there is nothing to evaluate. */
  | { readonly kind: 'open-house' }
  /** Points depend on what others ask: one that falls away can turn the order. */
  | { readonly kind: 'relative' }
  /** The same, where the others keep their points all the same. */
  | { readonly kind: 'relative-kept' }
  | { readonly kind: 'no-tie-break' }
  /** Criteria are scored, and nothing says with which scores. */
  | { readonly kind: 'no-scale' }
  /** Nothing says until when bids come in. */
  | { readonly kind: 'no-last-day' }
  /** The price counts, and nothing says when one is conspicuously low. */
  | { readonly kind: 'no-low-test' }
  /** Nothing says where a requirement comes from: no source, and no wish that led to it. */
  | { readonly kind: 'requirement-from-nowhere' }
  /** Decimal text or a fraction: of the price in the whole. */
  | { readonly kind: 'price-share'; readonly share: string }
  | { readonly kind: 'weights-right' }
  | { readonly kind: 'limits-right'; readonly lots: number; readonly winners: number; readonly each: number };

/** The rules, where nothing is missing or wrong, and how the set-up stands in everything. */
export interface Standing {
  readonly rules: TenderRules | undefined;
  /** As far as it can be read: see `ReadDraft`. */
  readonly tried: TenderRules | undefined;
  /** Whether nothing stands in the way of publishing. */
  readonly complete: boolean;
  /** What is missing and wrong first. */
  readonly findings: readonly Finding[];
}

/** How a draft stands: everything that is missing or wrong, and what whoever publishes should know. @param today 2027-01-31 */
export function standingOf(draft: Draft, today: string): Standing {
  const { rules, tried, unread, faults } = readDraft(draft);
  const missing = eachField(
    unread.map(({ path, fault: wrong }): Finding => {
      const typed = unreadIn(valueAt(draft, path)) ?? null;
      const isMissing =
        wrong.kind === 'missing' || (wrong.kind === 'other' && wrong.reason === 'empty text') || isEmpty(draft, path);
      return finding(isMissing ? 'missing' : 'wrong', fieldOf(path), { kind: 'unread', fault: wrong, typed });
    }),
  );
  const wrong = [
    ...faults.filter((one) => !hangsOnLots(draft, one) && one.code !== 'scale-missing'),
    ...sameNames(draft),
    ...passedDates(tried, today),
    ...(tried ? datesInDisorder(tried) : []),
  ].map((one) =>
    finding(IS_MISSING.includes(one.code) ? 'missing' : 'wrong', fieldOf(one.path), { kind: 'fault', fault: one }),
  );
  // One scale does for every criterion: it is missing once.
  const scale = faults.some(({ code }) => code === 'scale-missing')
    ? [finding('missing', ['scale'], { kind: 'no-scale' })]
    : [];
  const blocking = [...procedureFindings(draft), ...missing, ...scale, ...wrong];
  return {
    rules: blocking.length === 0 ? rules : undefined,
    tried,
    complete: blocking.length === 0 && rules !== undefined,
    findings: [...blocking, ...(tried ? worthKnowing(tried, faults) : [])],
  };
}

/** While there is no lot yet, nothing that is said of lots is wrong: that they are missing is all there is to mend. */
const hangsOnLots = ({ lots }: Draft, { code }: Fault): boolean =>
  OF_LOTS.includes(code) && isList(lots) && lots.length === 0;
const OF_LOTS: readonly Fault['code'][] = ['winners-limits', 'unknown-lot'];

/** What nobody has said yet. */
const IS_MISSING: readonly Fault['code'][] = ['withdrawal-not-announced'];

/** What is wrong with rules and keeps nobody from seeing what they do. */
const NO_HINDRANCE: readonly Fault['code'][] = ['date-passed', 'date-before', 'last-day-twice', 'lots-stay-open'];

/** The rules of a draft that can be tried out: complete, though they may not be announced as they are. */
export function rulesToTry({ tried, findings }: Standing): TenderRules | undefined {
  const hinders = ({ tone, said }: Finding): boolean => {
    if (tone !== 'missing' && tone !== 'wrong') return false;
    return said.kind === 'fault' ? !NO_HINDRANCE.includes(said.fault.code) : said.kind !== 'no-procedure';
  };
  return findings.some(hinders) ? undefined : tried;
}

const finding = (tone: Finding['tone'], path: Path, said: Said): Finding => ({
  tone,
  subject: subjectOf(path),
  path,
  said,
});

/** A field that asks for a text in two languages is one field, and so is one with names of one's own. */
const fieldOf = (path: Path): Path =>
  path.at(-1) === 'nl' || path.at(-1) === 'en' || path.at(-2) === 'constants' ? path.slice(0, -1) : path;

function eachField(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [one.path.join('.'), one])).values()];
}

function isEmpty(draft: Draft, path: Path): boolean {
  const value = valueAt(draft, path);
  return value === '' || (isList(value) && value.length === 0);
}

function procedureFindings({ procedure }: Draft): Finding[] {
  if (procedure === undefined) return [finding('missing', ['procedure'], { kind: 'no-procedure' })];
  return procedure === 'open-house' ? [finding('wrong', ['procedure'], { kind: 'open-house' })] : [];
}

/** @returns `same-name` for every lot or combination that is called as another is, and every criterion, requirement or goal that is called as one beside it */
function sameNames(draft: Draft): Fault[] {
  return (['lot', 'criterion', 'requirement', 'goal'] as const).flatMap((kind) => {
    const seen = new Set<string>();
    return nameables(draft, kind).flatMap(({ path, value }) => {
      const name = isObject(value) ? (isObject(value.name) ? value.name.nl : value.name) : undefined;
      if (typeof name !== 'string' || name.trim() === '') return [];
      const key = `${kind === 'lot' ? '' : path.slice(0, -1).join('.')} ${plainName(name)}`;
      if (seen.has(key)) return [fault('same-name', [...path, 'name'], { name }, { kind: 'rename' })];
      seen.add(key);
      return [];
    });
  });
}

/** @returns `date-passed` for every announced date before today */
const passedDates = (rules: TenderRules | undefined, today: string): Fault[] =>
  (rules?.course?.dates ?? []).flatMap(({ date }, place) =>
    date < today
      ? [fault('date-passed', ['course', 'dates', place, 'date'], { date }, { kind: 'later-than', date: today })]
      : [],
  );

/** What stands in nobody's way, and whoever announces these rules should know. */
function worthKnowing(rules: TenderRules, faults: readonly Fault[]): Finding[] {
  const isRight = (...codes: readonly Fault['code'][]): boolean => !faults.some(({ code }) => codes.includes(code));
  const { lots, award } = rules;
  const limits = { lots: lots.length, winners: award.winners.maximum, each: award.maximumLotsPerBidder };
  return [
    ...(isRelativeRules(rules)
      ? [
          finding('heed', ['price', 'points'], {
            kind: rules.onWithdrawal === 'keep' ? 'relative-kept' : 'relative',
          }),
        ]
      : []),
    ...(award.tieBreak.length === 0 ? [finding('heed', ['award', 'tieBreak'], { kind: 'no-tie-break' })] : []),
    ...(lastDayForBids(rules) === undefined ? [finding('heed', ['course'], { kind: 'no-last-day' })] : []),
    ...(hasNoLowTest(rules) ? [finding('heed', ['price'], { kind: 'no-low-test' })] : []),
    ...fromNowhere(rules),
    ...(rules.criteria.length > 0 && isRight('weights-do-not-sum', 'weights-total-missing')
      ? [finding('right', ['criteria'], { kind: 'weights-right' }), ...priceShare(rules)]
      : []),
    ...(isRight('lots-stay-open', 'winners-limits')
      ? [finding('right', ['award', 'winners'], { kind: 'limits-right', ...limits })]
      : []),
  ];
}

const hasNoLowTest = ({ price }: TenderRules): boolean =>
  partsOf(price).length > 0 && partsOf(price).every((part) => lowTests(part.rules).length === 0);

const fromNowhere = ({ programme }: TenderRules): Finding[] =>
  (programme?.requirements ?? []).flatMap(({ id, sources }, place) =>
    sources.length === 0 && wishesFor(programme!, 'requirements', id).length === 0
      ? [finding('heed', ['programme', 'requirements', place, 'sources'], { kind: 'requirement-from-nowhere' })]
      : [],
  );

function priceShare(rules: TenderRules): Finding[] {
  const weight = methodOf(rules.price).weight(rules.price);
  if (compare(weight, ZERO) <= 0) return [];
  const share = toFractionText(divide(multiply(weight, exact('100')), weightsTotal(rules)));
  return [finding('right', ['price'], { kind: 'price-share', share })];
}
