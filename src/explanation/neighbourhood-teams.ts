import { type ComparisonRules, countItems } from '../domain/decision-matrix/rules.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';

/** Which value each attribute must have, by id; an attribute that is not named may have any. */
export type FactFilter = Readonly<Record<string, string>>;

export interface ItemInWords {
  readonly id: string;
  readonly name: string;
  /** In the order of the attributes. */
  readonly facts: readonly string[];
  /** Particulars; `uncertain` where the source is not clear. */
  readonly notes: readonly { readonly text: string; readonly uncertain: boolean }[];
}

export interface CountInWords {
  readonly attribute: string;
  readonly value: string;
  readonly inSource: number;
  readonly inTable: number;
  readonly same: boolean;
  readonly check: string;
}

/** The items of a comparison that have every value asked for, in words. */
export const itemsInWords = (m: Messages, rules: ComparisonRules, filter: FactFilter): ItemInWords[] =>
  rules.items
    .filter(({ facts }) => Object.entries(filter).every(([attribute, value]) => facts[attribute] === value))
    .map(({ id, name, facts, notes }) => ({
      id,
      name: inLanguage(name, m),
      facts: rules.attributes.map((attribute) => factName(m, rules, attribute.id, facts[attribute.id]!)),
      notes: notes.map(({ text, uncertain }) => ({ text: inLanguage(text, m), uncertain: uncertain === true })),
    }));

/** Each count that the source gives, held against the same count in the whole table. */
export const countsInWords = (m: Messages, rules: ComparisonRules): CountInWords[] =>
  rules.counts.map(({ attribute, value, count }) => {
    const inTable = countItems(rules, attribute, value);
    const t = m.choose.neighbourhoodTeams;
    return {
      attribute: inLanguage(rules.attributes.find(({ id }) => id === attribute)!.name, m),
      value: factName(m, rules, attribute, value),
      inSource: count,
      inTable,
      same: inTable === count,
      check: inTable === count ? t.same : t.different,
    };
  });

const factName = (m: Messages, { attributes }: ComparisonRules, attribute: string, value: string): string =>
  inLanguage(attributes.find(({ id }) => id === attribute)!.values.find(({ id }) => id === value)!.name, m);
