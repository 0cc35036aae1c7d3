import type { Weighing } from '../../domain/decision/weighing.ts';
import type { Adjustment } from '../../domain/decision-matrix/adjustments.ts';
import type { MatrixRules } from '../../domain/decision-matrix/rules.ts';
import { readDecimal } from '../../domain/figures.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { asTyped, type FieldProblem, type FormBody, textProblem, typed } from './text.ts';

const WEIGHT = /^\d{1,6}(\.\d{1,6})?$/;
const SEED = /^\d{1,10}$/;
const LARGEST_SEED = 4_294_967_295;
const MAXIMUM_REASON = 4000;

export interface WeighingForm {
  readonly weighing: Weighing;
  readonly problems: readonly FieldProblem[];
}

/** Reads the form of a weighing; with problems the weighing is what could be read. */
export function readWeighingForm(m: Messages, rules: MatrixRules, body: FormBody): WeighingForm {
  const t = m.decision.weigh;
  const problems: FieldProblem[] = [];
  const problem = (field: string, text: string): void => {
    problems.push({ field, text });
  };
  const symbols = rules.scale.map((step) => step.symbol);
  const criteria = rules.criteria.map(({ id, name }) => ({ id, name: inLanguage(name, m) }));

  const weights: Record<string, string> = {};
  for (const { id, name } of criteria) {
    const weight = readDecimal(asTyped(body, `weight.${id}`)) ?? '';
    if (!WEIGHT.test(weight)) problem(`weight.${id}`, t.weightInvalid(name));
    weights[id] = weight;
  }
  if (problems.length === 0 && Object.values(weights).every((weight) => Number(weight) === 0)) {
    problem(`weight.${criteria[0]!.id}`, t.weightsZero);
  }
  const seedText = typed(body, 'seed');
  if (!SEED.test(seedText) || Number(seedText) > LARGEST_SEED) problem('seed', t.seedInvalid);

  const minima = criteria.flatMap(({ id }): Adjustment[] => {
    const symbol = typed(body, `minimum.${id}`);
    return symbols.includes(symbol) ? [{ kind: 'minimum', criterion: id, symbol }] : [];
  });
  const ordering = criteria.flatMap(({ id }) => {
    const lighter = typed(body, `lighter.${id}`);
    return criteria.some((one) => one.id === lighter) && lighter !== id ? [{ heavier: id, lighter }] : [];
  });
  const departures = rules.alternatives.flatMap((alternative) => departuresAt(m, rules, body, alternative, problem));
  const kind = typed(body, 'purchaseKind');
  return {
    problems,
    weighing: {
      purchaseKind: rules.purchaseKinds.some((one) => one.id === kind) ? kind : null,
      weights,
      ordering,
      values: typed(body, 'values') === 'ordinal' ? 'ordinal' : 'as-stated',
      adjustments: [...minima, ...departures],
      seed: Number(seedText),
    },
  };
}

/** One reason per model, for its exclusion or for all its changed scores. */
function departuresAt(
  m: Messages,
  rules: MatrixRules,
  body: FormBody,
  { id, name, scores }: MatrixRules['alternatives'][number],
  problem: (field: string, text: string) => void,
): Adjustment[] {
  const model = inLanguage(name, m);
  const reason = typed(body, `reason.${id}`);
  const excluded = typed(body, `exclude.${id}`) === 'yes';
  const changes = rules.criteria.flatMap(({ id: criterion }): Adjustment[] => {
    const symbol = typed(body, `score.${id}.${criterion}`);
    const known = rules.scale.some((step) => step.symbol === symbol);
    if (!known || symbol === scores[criterion]) return [];
    return [{ kind: 'change-score', alternative: id, criterion, symbol, reason }];
  });
  const departures: Adjustment[] = excluded ? [{ kind: 'exclude', alternative: id, reason }] : changes;
  const wrong = reason === '' ? undefined : textProblem(m, reason, model, MAXIMUM_REASON);
  if (wrong !== undefined) problem(`reason.${id}`, wrong);
  if (departures.length > 0 && reason === '') problem(`reason.${id}`, m.decision.weigh.reasonRequired(model));
  if (departures.length === 0 && reason !== '') problem(`reason.${id}`, m.decision.weigh.reasonWithoutChange(model));
  return departures;
}
