import type { Account, Accounts } from '../../actions/accounts.ts';
import type { SetUp } from '../../actions/set-ups.ts';
import type { Succeeding } from '../../actions/succession.ts';
import { hasRole } from '../../domain/roles.ts';
import { type Passage, passagesOf, withTyped } from '../../explanation/blocks.ts';
import type { Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { nameIn } from '../set-up/words-of-rules.ts';
import { askedNote, type SelectField, selectField, type TextField, textField } from './fields.ts';

export interface SuccessionsModel {
  readonly text: Messages['successions'];
  /** That there are more than are shown. */
  readonly more: string | null;
  readonly dossiers: readonly {
    readonly kind: string;
    readonly title: string;
    readonly gone: string;
    /** Who was proposed, by whom and why; null while nobody was. */
    readonly proposed: readonly Passage[] | null;
    /** For another administrator than who proposed. */
    readonly agree: { readonly action: string; readonly successor: string; readonly label: string } | null;
    /** That another has to agree. */
    readonly waiting: string | null;
    readonly propose: { readonly action: string; readonly successor: SelectField; readonly reason: TextField };
    readonly askedNote: string | null;
  }[];
  /** Tenders that are being set up and on which nobody works any more. */
  readonly setUps: readonly {
    readonly title: string;
    readonly begun: string;
    readonly action: string;
    readonly officer: SelectField;
  }[];
}

/** So many on one page; when one of them is handed over the next comes. */
const MOST_SET_UPS = 25;

/** Dossiers that nobody leads: their titles and who led them, and nothing else of them. @param more how many are not shown @param refused of which dossier what was typed was refused */
export function successionsModel(
  m: Messages,
  account: Account,
  accounts: Accounts,
  dossiers: readonly Succeeding[],
  more: number,
  refused: { readonly dossier: string; readonly form: FormBody; readonly problems: readonly FieldProblem[] } | null,
  setUps: readonly SetUp[],
): SuccessionsModel {
  const t = m.successions;
  return {
    text: t,
    more: more === 0 ? null : t.more(more),
    setUps: setUps.slice(0, MOST_SET_UPS).map(({ id, draft, begunBy }) => ({
      title: nameIn({ name: draft.title ?? null }) || m.setUp.list.untitled,
      begun: t.setUps.begun(accounts.nameOf(begunBy)),
      action: `/successions/set-ups/${id}`,
      officer: selectField(
        {
          id: `officer-${id}`,
          name: 'officer',
          label: t.setUps.officer,
          asks: 'required',
          options: [{ id: '', name: t.choose }, ...officersIn(accounts)].map((one) => ({
            value: one.id,
            label: one.name,
            selected: one.id === '',
          })),
        },
        refused?.dossier === id ? refused.problems : [],
        m.app,
      ),
    })),
    dossiers: dossiers.map(({ dossier, kind, title, leader, proposed, canFollow }) => {
      const own = refused?.dossier === dossier ? refused : null;
      const [form, problems] = [own?.form ?? {}, own?.problems ?? []];
      const [successor, reason] = [`successor-${dossier}`, `reason-${dossier}`];
      const candidates = officersIn(accounts).filter(({ id }) => canFollow(id));
      const name = proposed && accounts.nameOf(proposed.successor);
      const model = {
        kind: t.kinds[kind],
        title,
        gone: t.gone(kind, accounts.nameOf(leader)),
        proposed:
          proposed &&
          passagesOf(withTyped(m, t.proposed(name!, accounts.nameOf(proposed.by), proposed.reason), proposed.reason)),
        agree:
          proposed && proposed.by !== account.id
            ? { action: `/successions/${dossier}/agree`, successor: proposed.successor, label: t.agree(name!) }
            : null,
        waiting: proposed && proposed.by === account.id ? t.waiting : null,
        propose: {
          action: `/successions/${dossier}`,
          successor: selectField(
            {
              id: successor,
              name: 'successor',
              label: t.successor,
              asks: 'required',
              options: [{ id: '', name: t.choose }, ...candidates].map((one) => ({
                value: one.id,
                label: one.name,
                selected: typed(form, 'successor') === one.id,
              })),
            },
            problems,
            m.app,
          ),
          reason: textField(
            {
              id: reason,
              name: 'reason',
              label: t.reason,
              value: typed(form, 'reason'),
              multiline: true,
              asks: 'required',
            },
            problems,
            m.app,
          ),
        },
      };
      return { ...model, askedNote: askedNote(m, [model.propose.successor, model.propose.reason]) };
    }),
  };
}

const officersIn = (accounts: Accounts): Account[] =>
  accounts.list().filter((one) => hasRole(one, 'procurement-officer') && !one.closed);
