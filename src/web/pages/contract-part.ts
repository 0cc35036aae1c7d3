import type { Account } from '../../actions/accounts.ts';
import { mayCause } from '../../domain/contract/access.ts';
import { type AccessRow, whoDecides } from '../../domain/contract/access-table.ts';
import type { Overview } from '../../domain/contract/overview.ts';
import type { AccessRules } from '../../domain/contract/rules/access.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import type { Block } from '../../explanation/blocks.ts';
import { accessBlocks, accessOutcomeBlocks } from '../../explanation/contract/access.ts';
import {
  budgetOfDossier,
  continuityOfDossier,
  growthOfDossier,
  termOfDossier,
} from '../../explanation/contract/dossier.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type BlocksModel, blocksModel, pageNames } from './blocks.ts';
import { CONTRACT_PARTS, type ContractPart, hasPart } from './contract-dossier.ts';
import { type ChoiceField, choiceField } from './fields.ts';

interface Link {
  readonly href: string;
  readonly label: string;
}

export interface ContractPartModel {
  readonly title: string;
  readonly navigation: { readonly label: string; readonly items: readonly (Link & { readonly current: boolean })[] };
  /** What can be recorded of it, or taken along. */
  readonly links: readonly Link[];
  /** Of the part that says who decides: the case to choose. */
  readonly ask: AccessForm | null;
  readonly sections: BlocksModel;
  readonly print: string | null;
}

export interface AccessForm {
  readonly lead: string;
  readonly action: string;
  readonly fields: readonly ChoiceField[];
  readonly submit: string;
}

/** One part of a contract dossier in full. @param query the case that was chosen, of the part that says who decides */
export function contractPartModel(
  m: Messages,
  account: Account,
  state: Readonly<ContractState>,
  overview: Overview,
  part: ContractPart,
  query: FormBody,
): { readonly model: ContractPartModel; readonly problems: readonly FieldProblem[] } {
  const t = m.watching;
  const base = `/contracts/${state.dossier}`;
  const { access } = state.rules;
  const asked = part === 'access' && access ? askedCase(m, access, query) : null;
  const blocks = partBlocks(m, state, overview, part, asked?.row ?? null);
  return {
    problems: asked?.problems ?? [],
    model: {
      title: t.dossier.partNames[part],
      navigation: {
        label: t.parts.navigation,
        items: [
          { href: base, label: t.parts.overview, current: false },
          ...CONTRACT_PARTS.filter((one) => hasPart(state, one)).map((one) => ({
            href: `${base}/${one}`,
            label: t.dossier.partNames[one],
            current: one === part,
          })),
        ],
      },
      links: linksOf(m, account, state, overview, part),
      ask: asked && access ? accessForm(m, `${base}/access`, access, query, asked.problems) : null,
      sections: blocksModel(m, blocks, pageNames()),
      print: part === 'access' ? t.parts.print : null,
    },
  };
}

function partBlocks(
  m: Messages,
  state: Readonly<ContractState>,
  overview: Overview,
  part: ContractPart,
  row: AccessRow | null,
): Block[] {
  const { access } = state.rules;
  // What an area had before stands with that area.
  const now = { ...overview, areas: overview.areas.filter(({ contract }) => contract.until === null) };
  switch (part) {
    case 'budget':
      return budgetOfDossier(m, state, now);
    case 'term':
      return termOfDossier(m, state, now);
    case 'growth-path':
      return growthOfDossier(m, state, now);
    case 'continuity':
      return continuityOfDossier(m, state, now);
    case 'access':
      return access
        ? [...(row ? accessOutcomeBlocks(m, access, row) : []), ...accessBlocks(m, access, m.following.access.perArea)]
        : [];
    default:
      return part satisfies never;
  }
}

function linksOf(
  m: Messages,
  account: Account,
  state: Readonly<ContractState>,
  { budget }: Overview,
  part: ContractPart,
): Link[] {
  const t = m.watching;
  const base = `/contracts/${state.dossier}`;
  const acts = m.contractActs.names;
  const may = (event: Parameters<typeof mayCause>[2]): boolean => mayCause(state, account, event);
  const act = (name: keyof typeof acts): Link => ({ href: `${base}/acts/${name}`, label: acts[name].title });
  switch (part) {
    case 'budget':
      return [
        ...(may('budget-set')
          ? [{ href: `${base}/budget/set`, label: budget ? t.parts.changeBudget : t.parts.setBudget }]
          : []),
        ...(may('index-recorded') && state.rules.budget?.indexing
          ? [{ href: `${base}/index/new`, label: t.parts.recordIndex }]
          : []),
      ];
    case 'term':
      return [
        { href: `${base}/term.ics`, label: t.parts.calendar },
        ...(may('deciding-agreed') ? [act('agree-deciding')] : []),
        ...(may('growth-path-considered') && state.rules.growthPath ? [act('consider-growth-path')] : []),
        ...(may('extension-decided') ? [act('decide-extension')] : []),
      ];
    case 'growth-path':
      return may('figures-recorded') ? [{ href: `${base}/figures-sheet`, label: t.dossier.sheet }] : [];
    case 'continuity':
      return may('take-over-recorded') ? [act('take-over')] : [];
    case 'access':
      return [];
    default:
      return part satisfies never;
  }
}

const answerField = (question: string): string => `case.${question}`;

/** Who decides in the case that was chosen; what is missing, where only some questions were answered. */
function askedCase(
  m: Messages,
  rules: AccessRules,
  query: FormBody,
): { readonly row: AccessRow | null; readonly problems: readonly FieldProblem[] } {
  const answers = Object.fromEntries(rules.questions.map(({ id }) => [id, typed(query, answerField(id))]));
  if (!('ask' in query) && Object.values(answers).every((answer) => answer === '')) return { row: null, problems: [] };
  const problems = rules.questions
    .filter(({ id, answers: offered }) => !offered.some((one) => one.id === answers[id]))
    .map(({ id, text }) => ({
      field: answerField(id),
      text: m.acts.chooseMissing(inLanguage(text, m)),
    }));
  return { row: problems.length > 0 ? null : whoDecides(rules, answers), problems };
}

const accessForm = (
  m: Messages,
  action: string,
  { questions }: AccessRules,
  query: FormBody,
  problems: readonly FieldProblem[],
): AccessForm => ({
  lead: m.watching.parts.access.lead,
  action,
  submit: m.watching.parts.access.ask,
  fields: questions.map(({ id, text, answers }) => {
    const name = answerField(id);
    return choiceField(
      {
        name,
        label: inLanguage(text, m),
        asks: 'required',
        choices: answers.map((answer, place) => ({
          id: place === 0 ? name : `${name}.${answer.id}`,
          value: answer.id,
          label: inLanguage(answer.name, m),
          checked: typed(query, name) === answer.id,
        })),
      },
      problems,
      m.app,
    );
  }),
});
