import { compare, exact } from '../../number.ts';
import type { AccessRules } from './access.ts';
import type { BudgetRules } from './budget.ts';
import type { EvaluationRules } from './evaluation.ts';
import type { AdviceRules, FiguresRules, ListRules } from './figures.ts';
import type { GrowthPathRules } from './growth-path.ts';

/** What is looked at of rules: every part that refers to another. */
interface Parts {
  readonly areas: readonly { readonly id: string }[];
  readonly budget?: BudgetRules | undefined;
  readonly growthPath?: GrowthPathRules | undefined;
  readonly evaluation?: EvaluationRules | undefined;
  readonly access?: AccessRules | undefined;
  readonly figures?: FiguresRules | undefined;
  readonly advice?: AdviceRules | undefined;
  readonly lists?: ListRules | undefined;
}

interface RuleFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What a schema of shapes cannot see. */
export function contractFaults(rules: Parts): RuleFault[] {
  const { areas, budget, growthPath, evaluation, access, figures, advice, lists } = rules;
  return [
    ...twice(areas, ['areas']),
    ...(budget
      ? [
          ...twice(budget.components, ['budget', 'components']),
          ...twice(budget.steps, ['budget', 'steps']),
          ...((budget.components.length === 0) === (budget.path.method === 'fixed')
            ? [fault(['budget', 'components'], 'either components, or a volume per area')]
            : []),
          ...(budget.path.method === 'decreasing' && budget.path.fullFrom < budget.path.structuralFrom
            ? [fault(['budget', 'path', 'fullFrom'], 'full before it is structural')]
            : []),
        ]
      : []),
    ...(growthPath ? stepFaults(growthPath) : []),
    ...(evaluation
      ? [
          ...twice(evaluation.goals, ['evaluation', 'goals']),
          ...(evaluation.past?.findings ?? []).flatMap(({ goal }, at) =>
            evaluation.goals.some(({ id }) => id === goal)
              ? []
              : [fault(['evaluation', 'past', 'findings', at, 'goal'], `no goal ${goal}`)],
          ),
        ]
      : []),
    ...(access ? accessFaults(access) : []),
    ...(figures ? figureFaults(figures) : []),
    ...(advice?.pieces ?? []).flatMap(({ onlyWithout }, at) =>
      onlyWithout.flatMap((one) =>
        advice!.pieces.findIndex(({ id }) => id === one) < at && advice!.pieces.some(({ id }) => id === one)
          ? []
          : [fault(['advice', 'pieces', at, 'onlyWithout'], `no earlier piece ${one}`)],
      ),
    ),
    ...(lists ?? []).flatMap(({ columns, rows }, list) =>
      rows.flatMap((row, at) =>
        row.length === columns.length ? [] : [fault(['lists', list, 'rows', at], 'not a cell for each column')],
      ),
    ),
  ];
}

const fault = (path: RuleFault['path'], message: string): RuleFault => ({ path, message });

const twice = (list: readonly { readonly id: string }[], path: RuleFault['path']): RuleFault[] =>
  list.flatMap(({ id }, at) =>
    list.findIndex((other) => other.id === id) === at ? [] : [fault([...path, at, 'id'], `duplicate id ${id}`)],
  );

function stepFaults({ steps, communityInitiatives }: GrowthPathRules): RuleFault[] {
  const above = (text: string): boolean => compare(exact(text), exact('100')) > 0;
  return [
    ...steps.flatMap(({ by, minimumPercentage }, at) => [
      ...(at > 0 && by <= steps[at - 1]!.by
        ? [fault(['growthPath', 'steps', at, 'by'], 'not after the one before')]
        : []),
      ...(above(minimumPercentage) ? [fault(['growthPath', 'steps', at, 'minimumPercentage'], 'above 100')] : []),
    ]),
    ...(above(communityInitiatives.minimumPercentage)
      ? [fault(['growthPath', 'communityInitiatives', 'minimumPercentage'], 'above 100')]
      : []),
  ];
}

/** Every combination of answers must come to a row, and rows ask only what there is. */
function accessFaults({ parties, questions, rows }: AccessRules): RuleFault[] {
  const named = rows.flatMap(({ when, decides }, at): RuleFault[] => [
    ...Object.entries(when).flatMap(([question, answers]) => {
      const asked = questions.find(({ id }) => id === question);
      return answers
        .filter((answer) => !asked?.answers.some(({ id }) => id === answer))
        .map((answer) => fault(['access', 'rows', at, 'when', question], `no answer ${answer}`));
    }),
    ...decides
      .filter(({ party }) => !parties.some(({ id }) => id === party))
      .map(({ party }) => fault(['access', 'rows', at, 'decides'], `no party ${party}`)),
  ]);
  const missing = combinations(questions).filter(
    (answers) =>
      !rows.some(({ when }) =>
        Object.entries(when).every(([question, fits]) => fits.includes(answers[question] ?? '')),
      ),
  );
  return [
    ...named,
    ...missing.slice(0, 1).map((answers) => fault(['access', 'rows'], `no row for ${JSON.stringify(answers)}`)),
  ];
}

const combinations = (questions: AccessRules['questions']): Record<string, string>[] =>
  questions.reduce<Record<string, string>[]>(
    (made, { id, answers }) => made.flatMap((one) => answers.map((answer) => ({ ...one, [id]: answer.id }))),
    [{}],
  );

function figureFaults({ tables, comparisons }: FiguresRules): RuleFault[] {
  return [
    ...twice(tables, ['figures', 'tables']),
    ...tables.flatMap(({ columns, rows, totals, key }, table) => [
      ...rows.flatMap(({ values }, at) =>
        values.length === columns.length
          ? []
          : [fault(['figures', 'tables', table, 'rows', at], 'not a figure for each column')],
      ),
      ...(totals && totals.length !== columns.length
        ? [fault(['figures', 'tables', table, 'totals'], 'not a total for each column')]
        : []),
      ...(key && !columns.some(({ id }) => id === key.column)
        ? [fault(['figures', 'tables', table, 'key'], `no column ${key.column}`)]
        : []),
    ]),
    ...comparisons.flatMap(({ counts }, comparison) =>
      counts.flatMap(({ terms }, count) =>
        terms.flatMap(({ of }, at) => {
          const table = tables.find(({ id }) => id === of.table);
          const column = table?.columns.findIndex(({ id }) => id === of.column) ?? -1;
          const value = table?.rows.find(({ id }) => id === of.row)?.values[column];
          return value === undefined || value === null
            ? [fault(['figures', 'comparisons', comparison, 'counts', count, 'terms', at], 'no such figure')]
            : [];
        }),
      ),
    ),
  ];
}
