import type { Account } from '../../actions/accounts.ts';
import type { PublishedMatrix } from '../../domain/decision-matrix/rules.ts';
import {
  levelInWords,
  type ModelInWords,
  modelsInWords,
  type ScoreInWords,
} from '../../explanation/contract-models.ts';
import { type ConclusionInWords, conclusionInWords } from '../../explanation/matrix-conclusion.ts';
import { sourceLine } from '../../explanation/sources.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { addressIn, type Chosen, decideLink, OVERVIEWS, type OverviewFrame, overviewFrame } from './choose.ts';

const BASE = OVERVIEWS.contractModels;
export const COMPARE = `${BASE}/compare`;
export const modelAddress = (id: string, key: string | null): string => addressIn(`${BASE}/${id}`, key);

export interface ContractModelsModel {
  readonly text: Messages['choose']['contractModels'];
  readonly lead: string;
  readonly frame: OverviewFrame;
  readonly conclusion: ConclusionInWords;
  readonly decide: { readonly href: string; readonly label: string } | null;
  readonly legend: readonly Pick<ScoreInWords, 'symbol' | 'word' | 'meaning' | 'tone'>[];
  readonly favourable: string;
  readonly outstandingBadge: string;
  readonly caption: string;
  readonly compareAction: string;
  readonly rulesKey: string | null;
  readonly criteria: readonly { readonly name: string; readonly question: string }[];
  readonly models: readonly (Pick<ModelInWords, 'id' | 'name' | 'scores' | 'counts' | 'outstanding'> & {
    readonly href: string;
    readonly legalTitle: string;
    readonly pick: string;
  })[];
  readonly purchaseKinds: readonly {
    readonly name: string;
    readonly advice: string;
    readonly models: readonly { readonly href: string; readonly label: string }[];
  }[];
  readonly purchaseKindsSource: string;
  readonly principles: readonly { readonly name: string; readonly description: string }[];
  readonly principlesSource: string;
  readonly source: string;
}

/** The whole matrix on one page: what it says, every score, and what the source advises. */
export function contractModelsModel(
  m: Messages,
  chosen: Chosen<PublishedMatrix>,
  account: Account,
): ContractModelsModel {
  const t = m.choose.contractModels;
  const { rules, key } = chosen;
  const models = modelsInWords(m, rules);
  const best = rules.scale[0]!.symbol;
  return {
    text: t,
    lead: t.lead(models.length, rules.criteria.length),
    frame: overviewFrame(m, 'contractModels', chosen),
    conclusion: conclusionInWords(m, rules),
    decide: decideLink(m, account),
    legend: rules.scale.map(({ symbol }) => levelInWords(m, rules, symbol)),
    favourable: t.favourable(best),
    outstandingBadge: t.outstandingBadge(best),
    caption: t.caption(inLanguage(rules.title, m)),
    compareAction: COMPARE,
    rulesKey: key,
    criteria: rules.criteria.map(({ name, question }) => ({
      name: inLanguage(name, m),
      question: inLanguage(question, m),
    })),
    models: models.map(({ id, name, legalTitle, scores, counts, outstanding }) => ({
      id,
      name,
      scores,
      counts,
      outstanding,
      href: modelAddress(id, key),
      legalTitle: legalTitle.name,
      pick: t.pickModel(name),
    })),
    purchaseKinds: rules.purchaseKinds.map(({ name, advice, alternatives }) => ({
      name: inLanguage(name, m),
      advice: inLanguage(advice, m),
      models: models
        .filter(({ id }) => alternatives.includes(id))
        .map((model) => ({ href: modelAddress(model.id, key), label: t.seeModel(model.name) })),
    })),
    purchaseKindsSource: sourceLine(
      m,
      rules.purchaseKinds.flatMap(({ sources }) => sources),
    ),
    principles: rules.principles.map(({ name, description }) => ({
      name: inLanguage(name, m),
      description: inLanguage(description, m),
    })),
    principlesSource: sourceLine(
      m,
      rules.principles.flatMap(({ sources }) => sources),
    ),
    source: sourceLine(m, rules.sources),
  };
}

export interface ContractModelModel {
  readonly text: Messages['choose']['contractModels'];
  readonly model: ModelInWords;
  readonly silent: Messages['choose']['silent'];
  readonly scoresCaption: string;
  readonly back: { readonly href: string; readonly label: string };
  /** The way to a plan of the procedure, for a model that has one and for who may plan. */
  readonly plan: { readonly href: string; readonly label: string } | null;
  readonly compare: {
    readonly action: string;
    readonly rulesKey: string | null;
    readonly others: readonly { readonly id: string; readonly name: string }[];
  };
}

/** Everything that the source says of one model; undefined when there is no such model. */
export function contractModelModel(
  m: Messages,
  { rules, key }: Chosen<PublishedMatrix>,
  id: string,
  plans: boolean,
): ContractModelModel | undefined {
  const t = m.choose.contractModels;
  const models = modelsInWords(m, rules);
  const model = models.find((one) => one.id === id);
  if (!model) return undefined;
  return {
    text: t,
    model,
    silent: m.choose.silent,
    scoresCaption: t.scoresCaption(model.name),
    back: { href: addressIn(BASE, key), label: t.all },
    plan:
      plans && model.procedure ? { href: addressIn(`${BASE}/${id}/plan`, key), label: m.plan.title(model.name) } : null,
    compare: {
      action: COMPARE,
      rulesKey: key,
      others: models.filter((one) => one.id !== id).map((one) => ({ id: one.id, name: one.name })),
    },
  };
}
