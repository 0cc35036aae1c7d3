import { weightedCriteria } from '../domain/evaluation/criteria-tree.ts';
import type { TenderRules } from '../domain/tender/rules.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';

export interface RulesInWords {
  readonly title: string;
  readonly text: Messages['rules'];
  readonly labels: Messages['common'];
  readonly description: string;
  readonly exampleNotice: string | null;
  readonly lots: readonly string[];
  readonly award: readonly string[];
  readonly awardSource: string;
  readonly price: string;
  readonly criteria: readonly {
    readonly name: string;
    readonly description: string;
    readonly depth: number;
    readonly weight: string;
    readonly minimum: string;
    readonly source: string;
  }[];
  readonly rounding: readonly string[];
  readonly scale: readonly { value: string; label: string; anchor: string }[];
  readonly growthPath: null | { rows: readonly { by: string; minimum: string }[]; source: string };
  readonly term: string;
  readonly termSource: string;
  readonly budget: null | { caption: string; rows: readonly { part: string; amount: string }[]; source: string };
  readonly sha256: string;
}

/** The announced rules in words: everything that decides, with where it comes from. Pages and reports say it with this. */
export function rulesInWords(m: Messages, rules: TenderRules, sha256: string): RulesInWords {
  const t = m.rules;
  const source = (sources: readonly { document: string; section: string }[]): string =>
    sources.length === 0 ? '' : m.common.sources(sources.map(({ document, section }) => `${document}, ${section}`));
  const { winners, maximumLotsPerBidder, tieBreak } = rules.award;
  const nodes = weightedCriteria(rules);
  const nameOf = (id: string): string => inLanguage(nodes.find((node) => node.criterion.id === id)!.criterion.name, m);
  return {
    title: t.title,
    text: t,
    labels: m.common,
    description: inLanguage(rules.description, m),
    exampleNotice: rules.exampleNotice ? inLanguage(rules.exampleNotice, m) : null,
    lots: rules.lots.map((lot) => lot.name),
    award: [
      t.winners(winners.minimum, winners.maximum),
      t.maximumLots(maximumLotsPerBidder),
      t.mechanism,
      tieBreak.length === 0 ? t.noTieBreak : t.tieBreak(m.format.list(tieBreak.map((step) => nameOf(step.criterion)))),
    ],
    awardSource: source(rules.award.sources),
    price: inLanguage(rules.price.description, m),
    criteria: nodes.map(({ criterion, depth, weight }) => ({
      name: inLanguage(criterion.name, m),
      description: inLanguage(criterion.description, m),
      depth,
      weight: m.common.percentage(m.format.number(weight, 1)),
      minimum: criterion.minimumScore ?? '–',
      source: source(criterion.sources),
    })),
    rounding: [
      t.formula,
      t.rounding(rules.rounding.decimals),
      rules.rounding.rankOn === 'rounded' ? t.rankOnRounded : t.rankOnExact,
    ],
    scale: rules.scale.map((step) => ({
      value: step.value,
      label: inLanguage(step.label, m),
      anchor: inLanguage(step.anchor, m),
    })),
    growthPath: rules.growthPath
      ? {
          rows: [
            ...rules.growthPath.steps.map((step) => ({
              by: m.format.date(step.by),
              minimum: m.common.percentage(m.format.decimal(step.minimumPercentage)),
            })),
            {
              by: t.initiatives,
              minimum: m.common.percentage(m.format.decimal(rules.growthPath.communityInitiatives.minimumPercentage)),
            },
          ],
          source: source(rules.growthPath.sources),
        }
      : null,
    term: t.termText(
      rules.term.years,
      rules.term.extensions.count,
      rules.term.extensions.years,
      m.format.date(rules.term.start),
    ),
    termSource: source(rules.term.sources),
    budget: rules.budget
      ? {
          caption: inLanguage(rules.budget.unit, m),
          rows: rules.budget.items.map(({ name, amount }) => ({
            part: inLanguage(name, m),
            amount: amount === null ? 'p.m.' : m.format.decimal(amount),
          })),
          source: source(rules.budget.sources),
        }
      : null,
    sha256,
  };
}
