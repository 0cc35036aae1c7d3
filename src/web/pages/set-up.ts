import { amendedBy, type SetUp } from '../../actions/set-ups.ts';
import type { Path } from '../../domain/faults.ts';
import type { ProcurementLaw } from '../../domain/law/law.ts';
import { PROCUREMENT_PROCEDURES } from '../../domain/rules/procurement-procedure.ts';
import { type Draft, isList, isObject, type Json, nameOf, pathOf, valueAt } from '../../domain/set-up/draft.ts';
import type { Standing } from '../../domain/set-up/findings.ts';
import { fieldAt } from '../../domain/set-up/read-draft.ts';
import { isLeaf, shapeMeant } from '../../domain/set-up/shape.ts';
import type { Subject } from '../../domain/set-up/subjects.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { type FormBody, typed } from '../forms/text.ts';
import { criteriaNode, minimumsNode, totalsInWords } from '../set-up/criteria-tables.ts';
import type { Writing } from '../set-up/draft-field.ts';
import { type PriceExamplesModel, priceExamplesModel } from '../set-up/examples.ts';
import { englishField } from '../set-up/field-node.ts';
import type { FormNode, Making, ShownRows } from '../set-up/form-node.ts';
import { isUsual, PARTS_OF } from '../set-up/layout-of-rules.ts';
import { insideOf, moreNodes, nodesAt, ROWS_FIELD } from '../set-up/nodes.ts';
import { problemsOn, type StandingModel, standingModel } from '../set-up/standing.ts';
import { itemLabel, titleOf } from '../set-up/words-of-rules.ts';
import { OVERVIEWS } from './choose.ts';
import type { HiddenField } from './fields.ts';

/** One page of a tender that is being set up: a subject, or one item of it. */
export interface SetUpModel {
  readonly title: string;
  readonly lead: string;
  /** Where it changes the announced rules of a tender: that nothing changes yet, and the way to that tender. */
  readonly amends: { readonly text: string; readonly href: string; readonly label: string } | null;
  readonly action: string;
  readonly hidden: readonly HiddenField[];
  readonly nodes: readonly FormNode[];
  readonly boxes: readonly string[];
  /** What the whole of the criteria sums to. */
  readonly totals: readonly string[];
  readonly standing: StandingModel;
  readonly text: Pick<Messages['setUp'], 'save' | 'saveAndNext' | 'navigation'>;
  readonly next: boolean;
  readonly back: { readonly href: string; readonly label: string } | null;
  /** What the price formula does; under the subject of the price. */
  readonly examples: PriceExamplesModel | null;
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

/** What a page is made of. */
export interface SetUpPage {
  readonly m: Messages;
  readonly setUp: SetUp;
  readonly standing: Standing;
  readonly law: ProcurementLaw;
  readonly subject: Subject;
  /** The name of an item with a page of its own; null for the subject as a whole. */
  readonly item: string | null;
  readonly typed: ReadonlyMap<string, string>;
  /** What was asked in the address. */
  readonly query: FormBody;
}

export const baseOf = (id: string): string => `/set-ups/${id}`;

export const writingIn = (m: Messages): Writing => ({
  decimalComma: m.language === 'nl',
  date: (iso) => iso.split('-').map(Number).reverse().join('-'),
});

/** Which rows of a long list are asked for. */
export function rowsIn(form: FormBody): ShownRows | null {
  const [, name, page] = /^([a-zA-Z0-9.-]{1,300}):(\d{1,4})$/.exec(typed(form, ROWS_FIELD)) ?? [];
  return name === undefined ? null : { name, page: Number(page) };
}

/** @returns undefined where the draft has no such item */
export function setUpModel(page: SetUpPage): SetUpModel | undefined {
  const { setUp, standing, subject, item } = page;
  const m = standing.tried ? forRules(page.m, standing.tried) : page.m;
  const base = baseOf(setUp.id);
  const action = item === null ? `${base}/${subject}` : `${base}/${subject}/${item}`;
  const rows = rowsIn(page.query);
  const amended = amendedBy(setUp);
  const publish = amended ? m.amendments.publish.title : m.setUp.state.publish;
  const making: Making = {
    m,
    draft: setUp.draft,
    writing: writingIn(m),
    problems: problemsOn(m, setUp.draft, standing, subject),
    typed: page.typed,
    itemHref: (name) => `${base}/${subject}/${name}`,
    rows,
    rowsHref: (other) => `${action}?rows=${other.name}:${other.page}#${other.name}`,
  };
  const nodes = item === null ? subjectNodes(making, subject, standing) : itemNodes(making, item);
  if (nodes === undefined) return undefined;
  const path = item === null ? undefined : pathOf(setUp.draft, item);
  const label = m.setUp.subjects[subject];
  return {
    title: path ? itemTitle(m, setUp.draft, path) : label,
    lead: item === null ? m.setUp.leads[subject] : '',
    amends: amended && { ...m.amendments.preparing, href: `/tenders/${amended.dossier}` },
    action,
    hidden: [
      { name: 'version', value: String(setUp.version) },
      ...(rows ? [{ name: ROWS_FIELD, value: `${rows.name}:${rows.page}` }] : []),
    ],
    nodes,
    boxes: boxesIn(nodes),
    totals: subject === 'criteria' && item === null && standing.tried ? totalsInWords(m, standing.tried) : [],
    standing: standingModel(m, base, setUp.draft, standing, page.law, subject, publish),
    text: m.setUp,
    next: item === null && subject !== 'words',
    back: item === null ? null : { href: `${base}/${subject}`, label: m.setUp.back(label) },
    examples:
      subject === 'price' && item === null ? priceExamplesModel(m, standing.tried, page.query, making.writing) : null,
    links: [
      ...lawLink(m, setUp.draft),
      { href: `${base}/history`, label: m.setUp.history.title },
      { href: `${base}/people`, label: m.setUp.people.title },
      ...(standing.complete ? [{ href: `${base}/rules.pdf`, label: m.rulesDocument.link }] : []),
      { href: `${base}/rules.json`, label: m.setUp.file.download },
    ],
  };
}

/** What the law asks under the procedure that was chosen. */
function lawLink(m: Messages, { procedure }: Draft): { href: string; label: string }[] {
  const chosen = PROCUREMENT_PROCEDURES.find((one) => one === procedure);
  return chosen ? [{ href: `${OVERVIEWS.law}?procedure=${chosen}`, label: m.setUp.law }] : [];
}

const itemTitle = (m: Messages, draft: Draft, path: Path): string =>
  `${itemLabel(m, path.slice(0, -1))}: ${titleOf({ m, draft }, path)}`;

function subjectNodes(making: Making, subject: Subject, standing: Standing): FormNode[] {
  const { m, draft } = making;
  const first = subject === 'criteria' ? [criteriaNode(making, standing.tried)] : [];
  const paths = PARTS_OF[subject];
  const isLater = (path: Path): boolean => {
    const field = fieldAt(path, draft);
    const kind = field && shapeMeant(field.shape, undefined).kind;
    const value = valueAt(draft, path);
    if (kind === 'group' || kind === 'variants') return value === undefined;
    return kind === 'list' && !isUsual(path) && (value === undefined || (isList(value) && value.length === 0));
  };
  const shown = paths.filter((path) => !isLater(path));
  // Where things come from is asked last, folded.
  const isSource = ([part]: Path): boolean => part === 'sources';
  const nodes = shown
    .filter((path) => !isSource(path))
    .flatMap((path) => {
      const field = fieldAt(path, draft);
      // A subject of one group is that group.
      return paths.length === 1 && field ? insideOf(making, path, field.shape) : nodesAt(making, path);
    });
  const buttons = paths.filter(isLater).map((path) => ({
    value: `add ${nameOf(draft, path)}`,
    label: m.setUp.add(itemLabel(m, path)),
    about: '',
  }));
  const sources = shown.filter(isSource).flatMap((path) => nodesAt(making, path));
  const later = [
    ...(buttons.length === 0 ? [] : moreNodes(m.setUp.toAdd, [], buttons)),
    ...(sources.length === 0 ? [] : moreNodes(m.setUp.field.sources!, sources, [])),
  ];
  const last = subject === 'words' ? englishNodes(making) : subject === 'minimums' ? [minimumsNode(making)] : [];
  return [...first, ...nodes, ...later, ...last];
}

function itemNodes(making: Making, item: string): FormNode[] | undefined {
  const path = pathOf(making.draft, item);
  const field = path && path.length > 1 ? fieldAt(path, making.draft) : undefined;
  if (!path || !field || valueAt(making.draft, path) === undefined) return undefined;
  return insideOf(making, path, field.shape);
}

/** Every text that has two languages, with its Dutch. */
function englishNodes(making: Making): FormNode[] {
  const found: FormNode[] = [];
  const walk = (value: Json, path: Path): void => {
    const field = fieldAt(path, making.draft);
    const shape = field && shapeMeant(field.shape, value);
    if (shape && isLeaf(shape)) {
      const dutch = isObject(value) && typeof value.nl === 'string' ? value.nl : '';
      if ((shape.kind !== 'name' && shape.kind !== 'text') || dutch.trim() === '') return;
      found.push({ kind: 'text', field: englishField(making, path, dutch, shape.kind === 'text') });
      return;
    }
    if (isList(value)) for (const [place, one] of value.entries()) walk(one, [...path, place]);
    else if (isObject(value)) for (const [key, one] of Object.entries(value)) walk(one, [...path, key]);
  };
  walk(making.draft, []);
  const { englishTitle } = making.m.setUp;
  if (found.length === 0) return [];
  return [
    { kind: 'open-group', id: 'english', legend: englishTitle },
    ...found,
    { kind: 'close-group', legend: englishTitle, remove: null },
  ];
}

/** The names of everything to tick: what is not ticked is not sent. */
const boxesIn = (nodes: readonly FormNode[]): string[] =>
  nodes.flatMap((node) => {
    if (node.kind === 'choices') return [node.field.name];
    return node.kind === 'table' ? node.rows.flatMap(({ cells }) => cells.flatMap(boxesIn)) : [];
  });
