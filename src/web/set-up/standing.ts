import type { Path } from '../../domain/faults.ts';
import type { ProcurementLaw } from '../../domain/law/law.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { PROCUREMENT_PROCEDURES } from '../../domain/rules/procurement-procedure.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { type Draft, nameOf, valueAt } from '../../domain/set-up/draft.ts';
import type { Finding, Standing } from '../../domain/set-up/findings.ts';
import { foundationOf } from '../../domain/set-up/foundation.ts';
import { NOT_YET } from '../../domain/set-up/placeholder.ts';
import { fieldAt } from '../../domain/set-up/read-draft.ts';
import { shapeMeant } from '../../domain/set-up/shape.ts';
import { isUntouched, SUBJECTS, type Subject } from '../../domain/set-up/subjects.ts';
import { groundsInWords } from '../../explanation/law.ts';
import { describeMend, forRules, type Messages } from '../../messages/messages.ts';
import { sentences } from '../../messages/sentence.ts';
import type { FieldProblem } from '../forms/text.ts';
import { readSigned } from './draft-field.ts';
import { COLUMNS, patternOf } from './layout-of-rules.ts';
import { rowsPart } from './nodes.ts';
import { unreadLine } from './own-figures.ts';
import { nthOf, titleOf, whereInWords } from './words-of-rules.ts';

/** How a set-up stands, in words, beside every page of it. */
export interface StandingModel {
  readonly subjects: readonly {
    readonly href: string;
    readonly label: string;
    readonly current: boolean;
    readonly state: 'done' | 'todo' | 'empty';
    readonly stateText: string;
  }[];
  readonly title: string;
  readonly lead: string;
  readonly ready: boolean;
  readonly groups: readonly {
    readonly tone: Finding['tone'];
    readonly title: string;
    readonly items: readonly StandingItem[];
  }[];
  /** What the draft does, on made-up bids. */
  readonly tryOut: { readonly href: string; readonly label: string };
  readonly publish: { readonly href: string; readonly label: string };
}

/** One thing, where it is mended, and what it rests on; null where that goes without saying. */
interface StandingItem {
  readonly text: string;
  readonly href: string;
  readonly basis: string | null;
}

const TONES: readonly Finding['tone'][] = ['wrong', 'missing', 'heed', 'right'];
/** As many as help somebody on; the rest is counted. */
const MOST_ITEMS = 25;

export function standingModel(
  m: Messages,
  base: string,
  draft: Draft,
  { findings, complete, tried }: Standing,
  law: ProcurementLaw,
  current: Subject | null,
  publish = m.setUp.state.publish,
): StandingModel {
  const t = m.setUp.state;
  const blocking = findings.filter(({ tone }) => tone === 'wrong' || tone === 'missing');
  const stateOf = (subject: Subject): Pick<StandingModel['subjects'][number], 'state' | 'stateText'> => {
    const left = blocking.filter((one) => one.subject === subject).length;
    if (left > 0) return { state: 'todo', stateText: m.setUp.todo(left) };
    // What nobody filled in and nothing asks for is not done: it may still be to look at.
    return isUntouched(draft, subject)
      ? { state: 'empty', stateText: m.setUp.untouched }
      : { state: 'done', stateText: m.setUp.done };
  };
  return {
    subjects: SUBJECTS.map((subject) => ({
      href: `${base}/${subject}`,
      label: m.setUp.subjects[subject],
      current: subject === current,
      ...stateOf(subject),
    })),
    title: t.title,
    lead: complete ? t.ready : t.left(blocking.length),
    ready: complete,
    groups: TONES.flatMap((tone) => {
      const items = findings.filter((one) => one.tone === tone);
      if (items.length === 0) return [];
      const texts = items.map((one) => saidInWords(m, draft, tried, one));
      const shown = items.slice(0, MOST_ITEMS).map((one, place) => {
        const text = texts[place]!;
        // What is said of several places is said of each.
        const isSaidElsewhere = texts.indexOf(text) !== texts.lastIndexOf(text);
        return {
          text: isSaidElsewhere ? m.setUp.said.wrong(whereInWords(m, draft, one.path), text) : text,
          href: placeOf(base, draft, one),
          basis: basisOf(m, draft, law, one),
        };
      });
      const rest = items.length - shown.length;
      const more =
        rest === 0
          ? []
          : [{ text: m.common.moreFaults(rest), href: `${base}/${items[MOST_ITEMS]!.subject}`, basis: null }];
      return [{ tone, title: t[tone], items: [...shown, ...more] }];
    }),
    tryOut: { href: `${base}/try`, label: m.tryOut.title },
    publish: { href: `${base}/publish`, label: publish },
  };
}

/** A rule of the law with its source, mark and standing in the procedure; or that it is a rule of arithmetic, or of Gunwijzer. */
function basisOf(m: Messages, { procedure }: Draft, law: ProcurementLaw, { said }: Finding): string | null {
  const found = foundationOf(said);
  if (found?.kind !== 'law') return found && m.setUp.restsOn[found.kind];
  const chosen = PROCUREMENT_PROCEDURES.find((one) => one === procedure);
  return sentences(m.setUp.restsOn.law, groundsInWords(m, law, chosen, found.rule));
}

/** What is wrong with the fields of a page, to stand beside them. */
export const problemsOn = (
  m: Messages,
  draft: Draft,
  { findings, tried }: Standing,
  subject: Subject,
): FieldProblem[] =>
  findings.flatMap((one) =>
    one.tone === 'wrong' && one.subject === subject
      ? [{ field: nameOf(draft, one.path), text: whyInWords(m, draft, tried, one) }]
      : [],
  );

/**
 * Where a finding is mended: its field, on the page of the item that it belongs to where the row of that item does not show it, and among the rows
 * of a long list that has it.
 */
function placeOf(base: string, draft: Draft, { subject, path: found }: Finding): string {
  // What stands below a criterion has no place of its own but its row.
  const path = found.at(-1) === 'children' ? found.slice(0, -1) : found;
  const name = nameOf(draft, path);
  if (name === '') return `${base}/${subject}`;
  const lists = path.flatMap((key, depth) => (typeof key === 'number' ? [depth] : []));
  // The last item on the way that has a page of its own, and of which the rest of the way is not in its row.
  const own = lists.findLast((depth) => {
    const columns = COLUMNS[patternOf(path.slice(0, depth))];
    const [key] = path.slice(depth + 1);
    return columns?.isWhole === false && key !== undefined && key !== 'children' && !columns.keys.includes(String(key));
  });
  const item = own === undefined ? '' : `/${nameOf(draft, path.slice(0, own + 1))}`;
  const row = lists.findLast((depth) => own === undefined || depth > own);
  const rows = row === undefined ? '' : rowsPart(nameOf(draft, path.slice(0, row)), Number(path[row]));
  return `${base}/${subject}${item}${rows}#${name}`;
}

/** The same rules with names for what has none yet, so that they can be told apart. */
function withNames(m: Messages, rules: TenderRules): TenderRules {
  const criteriaOf = (criteria: TenderRules['criteria'], list: Path): TenderRules['criteria'] =>
    criteria.map((one, place) => {
      const path = [...list, place];
      const nth = nthOf(m, path);
      return {
        ...one,
        ...(one.name.nl === NOT_YET ? { name: { nl: nth, en: nth } } : {}),
        ...(one.children ? { children: criteriaOf([...one.children], [...path, 'children']) } : {}),
      };
    });
  return {
    ...rules,
    lots: rules.lots.map((lot, place) => (lot.name === NOT_YET ? { ...lot, name: nthOf(m, ['lots', place]) } : lot)),
    criteria: criteriaOf(rules.criteria, ['criteria']),
  };
}

function saidInWords(m: Messages, draft: Draft, tried: TenderRules | undefined, finding: Finding): string {
  const { said, tone, path } = finding;
  const why = whyInWords(m, draft, tried, finding);
  if (said.kind !== 'unread') return why;
  const where = whereInWords(m, draft, path);
  return tone === 'missing' ? m.setUp.said.missing(where) : m.setUp.said.wrong(where, why);
}

function whyInWords(m: Messages, draft: Draft, tried: TenderRules | undefined, { said, path }: Finding): string {
  const own = tried ? forRules(m, tried) : m;
  const t = own.setUp.said;
  switch (said.kind) {
    case 'unread':
      return m.setUp.unread(said.fault, said.typed ?? lineAt(draft, path), expectedAt(draft, path));
    case 'fault': {
      // A wish that says nothing yet is named by its place.
      const isWish = said.fault.details.wish === NOT_YET;
      const wish = isWish ? { wish: titleOf({ m, draft }, path.slice(0, WISH)) } : {};
      const named = { ...said.fault, details: { ...said.fault.details, ...wish } };
      const text = describeMend(own, named, tried && namesOf(withNames(m, tried), []));
      const { inLot } = said.fault.details;
      return typeof inLot === 'string' ? `${inLot}: ${text}` : text;
    }
    case 'no-procedure':
    case 'open-house':
    case 'relative':
    case 'relative-kept':
    case 'no-tie-break':
    case 'no-last-day':
    case 'no-low-test':
    case 'no-scale':
    case 'weights-right':
      return t[said.kind];
    case 'requirement-from-nowhere':
      return t['requirement-from-nowhere'](titleOf({ m, draft }, path.slice(0, -1)));
    case 'price-share':
      return t['price-share'](m.common.percentage(m.format.readable(said.share)));
    case 'limits-right':
      return t['limits-right'](said.lots, said.winners, said.each);
    default:
      return said satisfies never;
  }
}

/** How deep a wish stands: programme, wishes, its place. */
const WISH = 3;

/** The line that cannot be read, of a field with names of one's own; null for any other. */
function lineAt(draft: Draft, path: Finding['path']): string | null {
  const value = valueAt(draft, path);
  return path.at(-1) === 'constants' && typeof value === 'string' ? (unreadLine(value, readSigned) ?? null) : null;
}

/** What a field asks, for who typed something else. */
function expectedAt(draft: Draft, path: Finding['path']): 'figure' | 'figures' | 'date' | 'whole' | 'text' {
  const field = fieldAt(path, draft);
  const kind = field && shapeMeant(field.shape, undefined).kind;
  if (kind === 'date' || kind === 'figures') return kind;
  if (kind === 'integer') return 'whole';
  return kind === 'decimal' || kind === 'signed' || kind === 'weight' || kind === 'word-or-figure' ? 'figure' : 'text';
}
