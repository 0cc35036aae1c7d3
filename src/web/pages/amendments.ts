import { draftFrom } from '../../domain/set-up/begin.ts';
import type { Draft } from '../../domain/set-up/draft.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { type Block, type Cell, cells, heading, marked, typedPassage } from '../../explanation/blocks.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { type FormBody, typed } from '../forms/text.ts';
import { differencesTable } from '../set-up/differences-in-words.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';
import { type SelectField, selectField } from './fields.ts';
import { writingIn } from './set-up.ts';

/** Where a change of announced rules begins. */
export interface AmendmentModel {
  readonly title: string;
  readonly text: Pick<Messages['amendments']['begin'], 'lead' | 'more' | 'button'>;
  readonly action: string;
  readonly backHref: string;
  readonly back: string;
}

/** Every version of the rules of a tender, and two of them side by side. */
export interface VersionsModel {
  readonly text: Messages['amendments']['versions'];
  readonly versions: BlocksModel;
  /** Null where there is one version only. */
  readonly compare: {
    readonly action: string;
    readonly fields: readonly SelectField[];
    readonly title: string;
    readonly differences: BlocksModel;
  } | null;
}

export const versionsPath = ({ dossier }: Readonly<TenderState>): string => `/tenders/${dossier}/rules/versions`;

/** @param form which two are asked for: the last two where it does not say */
export function versionsModel(given: Messages, state: Readonly<TenderState>, form: FormBody): VersionsModel {
  const { announced } = state;
  const m = forRules(given, state.rules);
  const t = m.amendments.versions;
  const numbered = (name: string, usual: number): number => {
    const asked = Number(typed(form, name));
    return Number.isInteger(asked) && asked >= 1 && asked <= announced.length ? asked : usual;
  };
  const [was, is] = [numbered('was', Math.max(1, announced.length - 1)), numbered('is', announced.length)];
  const choose = (name: 'was' | 'is', chosen: number) =>
    selectField(
      {
        name,
        label: t[name],
        asks: 'open',
        options: announced.map((_, place) => ({
          value: String(place + 1),
          label: t.nth(place + 1),
          selected: place + 1 === chosen,
        })),
      },
      [],
      m.app,
    );
  return {
    text: t,
    versions: blocksModel(m, [versionsTable(m, state)]),
    compare:
      announced.length === 1
        ? null
        : {
            action: versionsPath(state),
            // Of two there is nothing to choose.
            fields: announced.length === 2 ? [] : [choose('was', was), choose('is', is)],
            title: t.differences,
            differences: blocksModel(m, sideBySide(m, state, was, is)),
          },
  };
}

/** Every version, with its day and its reason. */
function versionsTable(m: Messages, { dossier, announced }: Readonly<TenderState>): Block {
  const t = m.amendments.versions;
  const rows = announced.map(({ at, reason }, place) => {
    const why: Cell = { text: reason === null ? t.first : [typedPassage(m, reason)] };
    const version = [{ text: t.nth(place + 1), href: `/tenders/${dossier}/rules?version=${place + 1}` }];
    const row = [{ text: version }, ...cells(m.format.moment(at)), why];
    return place === announced.length - 1 ? marked(row) : row;
  });
  const column = (header: string, width: number) => ({ header, align: 'start', width }) as const;
  const columns = [column(t.version, 1), column(t.announced, 2), { ...column(t.why, 4), prose: true }];
  return { kind: 'table', caption: t.caption, columns, rows, stacks: true };
}

/** The chapter of the document of rules on its versions: each with its day, its reason and what it changed. None where there is one version. */
export function versionsChapter(given: Messages, state: Readonly<TenderState>): readonly Block[] {
  const { announced } = state;
  if (announced.length === 1) return [];
  const m = forRules(given, state.rules);
  const t = m.amendments.versions;
  return [
    heading(1, t.title),
    versionsTable(m, state),
    ...announced
      .slice(1)
      .flatMap((_, place) => [heading(2, t.changes(place + 2)), ...sideBySide(m, state, place + 1, place + 2)]),
  ];
}

function sideBySide(m: Messages, { announced }: Readonly<TenderState>, was: number, is: number): Block[] {
  const t = m.amendments.versions;
  const drafts = [was, is].map((one) => draftOf(announced[one - 1]!)) as [Draft, Draft];
  const table = differencesTable(m, writingIn(m), drafts, [t.nth(was), t.nth(is)]);
  return table.length > 0 ? table : [{ kind: 'paragraph', text: t.same }];
}

const draftOf = ({ rules }: TenderState['announced'][number]): Draft => draftFrom(rules, rules.title.nl);
