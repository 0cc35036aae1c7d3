import type { ComparisonRules } from '../../domain/decision-matrix/rules.ts';
import {
  type CountInWords,
  countsInWords,
  type FactFilter,
  type ItemInWords,
  itemsInWords,
} from '../../explanation/neighbourhood-teams.ts';
import { sourceLine } from '../../explanation/sources.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import { addressIn, type Chosen, OVERVIEWS, type OverviewFrame, overviewFrame } from './choose.ts';
import { type SelectField, selectField } from './fields.ts';

/** As much of an unknown value as is repeated on the page. */
const QUOTED = 60;

/** Ids of the frame and of this page: an attribute of a rule set may have the same, its field may not. */
const TAKEN: readonly string[] = ['main', 'error-summary', 'session-end', 'notice', 'notes', 'counts', 'provenance'];
const filterId = (attribute: string): string => (TAKEN.includes(attribute) ? `filter-${attribute}` : attribute);

export interface NeighbourhoodTeamsModel {
  readonly text: Messages['choose']['neighbourhoodTeams'];
  readonly frame: OverviewFrame;
  /** The way to a matrix of one's own on this comparison, for who may decide. */
  readonly own: { readonly href: string; readonly label: string } | null;
  readonly rulesKey: string | null;
  readonly action: string;
  /** Back to the whole table; null when nothing is filtered. */
  readonly clearHref: string | null;
  readonly filters: readonly SelectField[];
  readonly caption: string;
  readonly columns: readonly string[];
  readonly items: readonly ItemInWords[];
  readonly counts: readonly CountInWords[];
  readonly countsSource: string;
  readonly source: string;
}

/**
 * Reads the filter out of the address. What is not a value of its attribute is named and left out.
 * @param query the query string, in which an attribute is named by its id and empty means any value
 */
export function readFactFilter(
  m: Messages,
  { rules }: Chosen<ComparisonRules>,
  query: Readonly<Record<string, unknown>>,
): { readonly filter: FactFilter; readonly problems: readonly FieldProblem[] } {
  const filter: Record<string, string> = {};
  const problems: FieldProblem[] = [];
  for (const { id, name, values } of rules.attributes) {
    const asked = Object.hasOwn(query, id) ? query[id] : '';
    if (asked === '') continue;
    const value = values.find((one) => one.id === asked);
    if (value) filter[id] = value.id;
    else {
      const text = String(asked).slice(0, QUOTED);
      problems.push({ field: filterId(id), text: m.choose.neighbourhoodTeams.unknownValue(inLanguage(name, m), text) });
    }
  }
  return { filter, problems };
}

/** The municipalities that fit the filter, and the counts of the letter held against the whole table. */
export function neighbourhoodTeamsModel(
  m: Messages,
  chosen: Chosen<ComparisonRules>,
  filter: FactFilter,
  problems: readonly FieldProblem[],
  decides: boolean,
): NeighbourhoodTeamsModel {
  const t = m.choose.neighbourhoodTeams;
  const { rules, key } = chosen;
  const base = OVERVIEWS.neighbourhoodTeams;
  const items = itemsInWords(m, rules, filter);
  return {
    text: t,
    frame: overviewFrame(m, 'neighbourhoodTeams', chosen),
    own: decides
      ? { href: `/matrices/new?comparison=${rules.id}.v${rules.version}`, label: m.decision.own.link }
      : null,
    rulesKey: key,
    action: base,
    clearHref: Object.keys(filter).length + problems.length > 0 ? addressIn(base, key) : null,
    filters: rules.attributes.map(({ id, name, values }) => {
      const options = [
        { value: '', label: t.any, selected: filter[id] === undefined },
        ...values.map((value) => ({
          value: value.id,
          label: inLanguage(value.name, m),
          selected: filter[id] === value.id,
        })),
      ];
      const field = { id: filterId(id), name: id, label: inLanguage(name, m), options, asks: 'open' as const };
      return selectField(field, problems, m.app);
    }),
    caption: t.caption(items.length, rules.items.length),
    columns: rules.attributes.map(({ name }) => inLanguage(name, m)),
    items,
    counts: countsInWords(m, rules),
    countsSource: sourceLine(
      m,
      rules.counts.flatMap(({ sources }) => sources),
    ),
    source: sourceLine(m, [...rules.sources, ...rules.items.flatMap(({ sources }) => sources)]),
  };
}
