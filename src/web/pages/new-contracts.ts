import type { Accounts } from '../../actions/accounts.ts';
import type { RuleSets } from '../../criteria/rule-sets.ts';
import type { Viewer } from '../../domain/roles.ts';
import { isChair } from '../../domain/tender/access.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { maySeeThing } from '../../domain/tender/visibility.ts';
import type { Block } from '../../explanation/blocks.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { managersIn, rulesToFollow } from '../forms/contract-opening.ts';
import { type ContractField, contractField, contractRowsShown, mayHaveMore } from '../forms/contract-rows.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';
import {
  askedNote,
  type ChoiceField,
  choiceField,
  type SelectField,
  selectField,
  type TextField,
  textField,
} from './fields.ts';

export interface NewContractsModel {
  readonly text: Messages['watching']['opening'];
  readonly title: string;
  readonly lead: string;
  /** That there is a dossier of these contracts already. */
  readonly warning: string | null;
  readonly action: string;
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly titleField: TextField;
  readonly rules: ChoiceField;
  readonly manager: SelectField;
  readonly sum: TextField;
  readonly priceLevel: TextField;
  /** What is known of the contracts, where they follow from an award. */
  readonly known: BlocksModel;
  /** Null there. */
  readonly contracts: {
    readonly hints: readonly string[];
    readonly rows: readonly {
      readonly id: string;
      readonly legend: string;
      readonly names: readonly TextField[];
      readonly dates: readonly TextField[];
    }[];
    readonly more: { readonly label: string; readonly action: string } | null;
  } | null;
  readonly backHref: string;
  readonly back: string;
}

type Given = { readonly form: FormBody; readonly problems: readonly FieldProblem[] };

/** The form with which contracts are entered by hand. */
export function contractsByHandModel(
  m: Messages,
  sets: RuleSets['contracts'],
  accounts: Accounts,
  given: Given,
): NewContractsModel {
  const t = m.watching.opening;
  const action = '/contracts/new';
  const { form, problems } = given;
  const count = contractRowsShown(form);
  const field = (
    row: number,
    part: ContractField,
    more: Pick<TextField, 'asks'> & { hint?: string; multiline?: boolean },
  ): TextField => {
    const name = contractField(row, part);
    return textField({ name, label: t[part], value: typed(form, name), ...more }, problems, m.app);
  };
  return {
    ...frame(m, sets, accounts, given),
    title: t.title,
    lead: t.lead,
    warning: null,
    action,
    known: [],
    contracts: {
      hints: [
        t.contractsHint,
        ...rulesToFollow(sets)
          .filter(([, { rules }]) => rules.areas.length > 0)
          .map(([, { rules }]) =>
            t.areasOf(
              inLanguage(rules.title, m),
              rules.areas.map(({ name }) => name),
            ),
          ),
      ],
      rows: Array.from({ length: count }, (_, index) => {
        const row = index + 1;
        return {
          id: `contract-${row}`,
          legend: t.row(row),
          names: [
            field(row, 'area', { asks: 'depends' }),
            field(row, 'provider', { asks: 'depends' }),
            field(row, 'members', { multiline: true, hint: t.onePerLine, asks: 'optional' }),
            field(row, 'subcontractors', { multiline: true, hint: t.onePerLine, asks: 'optional' }),
          ],
          dates: [
            field(row, 'start', { hint: t.startHint, asks: 'depends' }),
            field(row, 'until', { hint: t.untilHint, asks: 'depends' }),
          ],
        };
      }),
      // The browser arrives at the new row.
      more: mayHaveMore(count) ? { label: t.more, action: `${action}#contract-${count + 1}` } : null,
    },
    backHref: '/contracts',
    back: m.common.cancel,
  };
}

/** The form with which the contracts of an award are followed. @param existing how many dossiers of them there are */
export function contractsOfAwardModel(
  m: Messages,
  sets: RuleSets['contracts'],
  accounts: Accounts,
  tender: string,
  known: readonly Block[],
  existing: number,
  given: Given,
): NewContractsModel {
  const t = m.watching.opening;
  return {
    ...frame(m, sets, accounts, given),
    title: t.fromTitle,
    lead: t.fromLead,
    warning: existing === 0 ? null : t.exists(existing),
    action: `/tenders/${tender}/contracts/new`,
    known: blocksModel(m, known),
    contracts: null,
    backHref: `/tenders/${tender}`,
    back: m.common.cancel,
  };
}

function frame(m: Messages, sets: RuleSets['contracts'], accounts: Accounts, { form, problems }: Given) {
  const t = m.watching.opening;
  const words = m.app;
  const offered = rulesToFollow(sets);
  const text = (
    name: 'title' | 'sum' | 'priceLevel',
    label: string,
    more: Pick<TextField, 'asks'> & { hint?: string; inputmode?: string },
  ) => textField({ name, label, value: typed(form, name), ...more }, problems, words);
  const manager = typed(form, 'manager');
  const model = {
    text: t,
    titleField: text('title', t.name, { hint: t.nameHint, asks: 'required' }),
    rules: choiceField(
      {
        name: 'rules',
        label: t.rules,
        asks: 'required',
        choices: offered.map(([key, { rules }], place) => ({
          id: place === 0 ? 'rules' : `rules-${key}`,
          value: key,
          label: inLanguage(rules.title, m),
          checked: typed(form, 'rules') === key || offered.length === 1,
        })),
      },
      problems,
      words,
    ),
    manager: selectField(
      {
        name: 'manager',
        label: t.manager,
        hint: t.managerHint,
        asks: 'required',
        options: [
          { value: '', label: t.choose, selected: manager === '' },
          ...managersIn(accounts).map(({ id, name }) => ({ value: id, label: name, selected: id === manager })),
        ],
      },
      problems,
      words,
    ),
    sum: text('sum', t.sum, { inputmode: 'decimal', asks: 'depends' }),
    priceLevel: text('priceLevel', t.priceLevel, { inputmode: 'numeric', asks: 'depends' }),
  };
  const asked = [model.titleField, model.rules, model.manager, model.sum, model.priceLevel];
  return { ...model, askedNote: askedNote(m, asked) };
}

/** Where the contracts of an award are begun, for the officer who leads the tender, once there is one. */
export const contractsLink = (
  m: Messages,
  viewer: Viewer,
  state: Readonly<TenderState>,
): { readonly href: string; readonly label: string } | null =>
  state.award && isChair(state, viewer) && maySeeThing(state, viewer, 'award')
    ? { href: `/tenders/${state.dossier}/contracts/new`, label: m.watching.opening.link }
    : null;
