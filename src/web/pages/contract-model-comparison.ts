import type { PublishedMatrix } from '../../domain/decision-matrix/rules.ts';
import { type ModelInWords, modelsInWords, type ScoreInWords } from '../../explanation/contract-models.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import type { Chosen } from './choose.ts';
import { COMPARE, modelAddress } from './contract-models.ts';
import { type ChoiceField, choiceField } from './fields.ts';

const FEWEST = 2;
const MOST = 3;
/** As much of an unknown name as is repeated on the page. */
const QUOTED = 60;

export interface ContractModelComparison {
  readonly text: Messages['choose']['contractModels'];
  readonly silent: Messages['choose']['silent'];
  readonly lead: string | null;
  /** The models side by side; none when what was asked for is not right. */
  readonly models: readonly (ModelInWords & {
    readonly href: string;
    readonly stepsHref: string;
    readonly steps: string;
  })[];
  /** A row a criterion, with the score of each model. */
  readonly criteria: readonly { readonly name: string; readonly scores: readonly ScoreInWords[] }[];
  /** The rows with what the source says of each model. */
  readonly statements: readonly { readonly label: string; readonly part: 'fits' | 'pros' | 'cons' | 'notes' }[];
  readonly form: {
    readonly action: string;
    readonly rulesKey: string | null;
    readonly field: ChoiceField;
  };
}

/** What is wrong with the models asked for: unknown ones by name, or too few or too many. */
export function comparisonProblems(
  m: Messages,
  { rules }: Chosen<PublishedMatrix>,
  asked: readonly string[],
): FieldProblem[] {
  const t = m.choose.contractModels;
  const unknown = [...new Set(asked)].filter((id) => !rules.alternatives.some((model) => model.id === id));
  const field = choiceId(0);
  if (unknown.length > 0) return unknown.slice(0, MOST).map((id) => ({ field, text: t.unknownModel(quoted(id)) }));
  const { size } = new Set(asked);
  return size < FEWEST || size > MOST ? [{ field, text: t.wrongNumber(size) }] : [];
}

/** Two or three models side by side, in the order asked for, and the form to pick others with. */
export function contractModelComparison(
  m: Messages,
  { rules, key }: Chosen<PublishedMatrix>,
  asked: readonly string[],
  problems: readonly FieldProblem[],
): ContractModelComparison {
  const t = m.choose.contractModels;
  const all = modelsInWords(m, rules);
  const models = problems.length > 0 ? [] : [...new Set(asked)].map((one) => all.find(({ id }) => id === one)!);
  return {
    text: t,
    silent: m.choose.silent,
    lead: models.length > 0 ? t.compareLead(models.map(({ name }) => name)) : null,
    models: models.map((model) => ({
      ...model,
      href: modelAddress(model.id, key),
      stepsHref: `${modelAddress(model.id, key)}#procedure`,
      steps: t.steps(model.procedure?.steps.length ?? 0),
    })),
    criteria: rules.criteria.map(({ name }, index) => ({
      name: inLanguage(name, m),
      scores: models.map(({ scores }) => scores[index]!),
    })),
    statements: (['fits', 'pros', 'cons', 'notes'] as const).map((part) => ({ label: t[part], part })),
    form: {
      action: COMPARE,
      rulesKey: key,
      field: choiceField(
        {
          name: 'model',
          label: t.pickLegend,
          asks: 'open',
          many: true,
          choices: all.map(({ id, name }, index) => ({
            id: choiceId(index),
            value: id,
            label: name,
            checked: asked.includes(id),
          })),
        },
        problems,
        m.app,
      ),
    },
  };
}

const choiceId = (index: number): string => `model-${index + 1}`;

const quoted = (text: string): string => (text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);
