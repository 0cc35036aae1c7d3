import type { Account } from '../../actions/accounts.ts';
import type { SetUp, SetUpChange } from '../../actions/set-ups.ts';
import type { ProcurementLaw } from '../../domain/law/law.ts';
import { hasRole } from '../../domain/roles.ts';
import type { Draft } from '../../domain/set-up/draft.ts';
import type { Standing } from '../../domain/set-up/findings.ts';
import type { TableBlock } from '../../explanation/blocks.ts';
import type { Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type StandingModel, standingModel } from '../set-up/standing.ts';
import { labelOf } from '../set-up/words-of-rules.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';
import { type SelectField, selectField, type TextField, textField } from './fields.ts';
import { baseOf } from './set-up.ts';

export interface SetUpsModel {
  readonly text: Messages['setUp']['list'];
  readonly rows: readonly {
    readonly href: string;
    readonly title: string;
    readonly changed: string;
    readonly left: string;
  }[];
}

export function setUpsModel(
  m: Messages,
  setUps: readonly SetUp[],
  standing: (draft: Draft) => Standing,
  history: (id: string) => readonly SetUpChange[],
): SetUpsModel {
  const t = m.setUp;
  return {
    text: t.list,
    rows: setUps.map(({ id, draft, begunAt }) => {
      const title =
        typeof draft.title === 'object' && draft.title !== null && 'nl' in draft.title ? draft.title.nl : '';
      const left = standing(draft).findings.filter(({ tone }) => tone === 'wrong' || tone === 'missing').length;
      return {
        href: `${baseOf(id)}/what`,
        title: String(title) || t.list.untitled,
        changed: m.format.moment(history(id)[0]?.at ?? begunAt),
        left: left === 0 ? t.done : t.todo(left),
      };
    }),
  };
}

export interface HistoryModel {
  readonly text: Messages['setUp']['history'];
  readonly rows: readonly { readonly when: string; readonly who: string; readonly what: string }[];
}

export const historyModel = (
  m: Messages,
  changes: readonly SetUpChange[],
  nameOf: (account: string) => string,
): HistoryModel => ({
  text: m.setUp.history,
  rows: changes.map(({ at, by, parts }) => ({
    when: m.format.moment(at),
    who: nameOf(by),
    what: m.format.list(parts.map((part) => labelOf(m, [part]))),
  })),
});

export interface OfficersModel {
  readonly text: Messages['setUp']['people'];
  readonly action: string;
  readonly names: readonly string[];
  readonly officerField: SelectField | null;
  readonly discard: { readonly action: string; readonly title: string; readonly submit: string };
}

export function officersModel(
  m: Messages,
  setUp: SetUp,
  accounts: readonly Account[],
  problems: readonly FieldProblem[],
): OfficersModel {
  const t = m.setUp.people;
  const all = [setUp.begunBy, ...setUp.officers];
  const others = accounts.filter((one) => !one.closed && hasRole(one, 'procurement-officer') && !all.includes(one.id));
  const options = [
    { value: '', label: m.setUp.choose, selected: true },
    ...others.map(({ id, name }) => ({ value: id, label: name, selected: false })),
  ];
  return {
    text: t,
    action: `${baseOf(setUp.id)}/people`,
    names: all.map((id) => accounts.find((one) => one.id === id)?.name ?? id),
    officerField:
      others.length === 0
        ? null
        : selectField({ name: 'officer', label: t.who, hint: t.hint, options, asks: 'required' }, problems, m.app),
    discard: { action: `${baseOf(setUp.id)}/discard`, ...m.setUp.discard },
  };
}

export interface PublishModel {
  readonly text: Pick<Messages['setUp']['publish'], 'title' | 'lead' | 'tryOut' | 'submit' | 'published' | 'open'>;
  readonly action: string;
  readonly standing: StandingModel;
  /** The tender that it became. */
  readonly tender: string | null;
  /** What it changes of announced rules; null for a tender of its own. */
  readonly amendment: {
    readonly differences: BlocksModel;
    /** Why nothing can be announced now. */
    readonly hindrance: string | null;
    readonly reasonField: TextField;
  } | null;
}

export const publishModel = (m: Messages, setUp: SetUp, standing: Standing, law: ProcurementLaw): PublishModel => ({
  text: m.setUp.publish,
  action: `${baseOf(setUp.id)}/publish`,
  standing: standingModel(m, baseOf(setUp.id), setUp.draft, standing, law, null),
  tender: setUp.publishedAs === null ? null : `/tenders/${setUp.publishedAs}`,
  amendment: null,
});

/**
 * The same for a set-up that changes announced rules.
 * @param amends the title of the tender, whether its rules changed since this was begun, and in what they differ from it
 */
export function amendModel(
  m: Messages,
  setUp: SetUp,
  standing: Standing,
  law: ProcurementLaw,
  amends: { readonly tender: string; readonly isOutdated: boolean; readonly differences: readonly TableBlock[] },
  form: FormBody,
  problems: readonly FieldProblem[],
): PublishModel {
  const t = m.amendments.publish;
  const { differences, isOutdated } = amends;
  return {
    ...publishModel(m, setUp, standing, law),
    text: {
      ...t,
      lead: t.lead(amends.tender),
      published: t.done,
      open: m.setUp.publish.open,
      tryOut: m.setUp.publish.tryOut,
    },
    amendment: {
      differences: blocksModel(m, differences),
      hindrance: isOutdated ? t.outdated : differences.length === 0 ? t.nothing : null,
      reasonField: textField(
        {
          name: 'reason',
          label: t.reason,
          hint: t.reasonHint,
          value: typed(form, 'reason'),
          multiline: true,
          asks: 'required',
        },
        problems,
        m.app,
      ),
    },
  };
}
