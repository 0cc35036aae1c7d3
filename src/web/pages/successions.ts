import type { Account, Accounts } from '../../actions/accounts.ts';
import type { SetUp } from '../../actions/set-ups.ts';
import { hasRole } from '../../domain/roles.ts';
import { takesPart } from '../../domain/tender/checks/people.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import type { Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { nameIn } from '../set-up/words-of-rules.ts';
import { type SelectField, selectField, type TextField, textField } from './fields.ts';

export interface SuccessionsModel {
  readonly text: Messages['successions'];
  /** That there are more than are shown. */
  readonly more: string | null;
  readonly tenders: readonly {
    readonly title: string;
    readonly gone: string;
    /** Who was proposed, by whom and why; null while nobody was. */
    readonly proposed: string | null;
    /** For another administrator than who proposed. */
    readonly agree: { readonly action: string; readonly successor: string; readonly label: string } | null;
    /** That another has to agree. */
    readonly waiting: string | null;
    readonly propose: { readonly action: string; readonly successor: SelectField; readonly reason: TextField };
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

/** Tenders without a chair: their titles and who chaired, and nothing else of them. @param more how many are not shown @param refused of which tender what was typed was refused */
export function successionsModel(
  m: Messages,
  account: Account,
  accounts: Accounts,
  tenders: readonly Readonly<TenderState>[],
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
          options: [{ id: '', name: t.choose }, ...officersIn(accounts)].map((one) => ({
            value: one.id,
            label: one.name,
            selected: one.id === '',
          })),
        },
        refused?.dossier === id ? refused.problems : [],
        m.app.errorPrefix,
      ),
    })),
    tenders: tenders.map((state) => {
      const { dossier, title, succession } = state;
      const own = refused?.dossier === dossier ? refused : null;
      const [form, problems] = [own?.form ?? {}, own?.problems ?? []];
      const [successor, reason] = [`successor-${dossier}`, `reason-${dossier}`];
      const candidates = officersIn(accounts).filter(({ id }) => state.deputies.has(id) || !takesPart(state, id));
      const name = succession && accounts.nameOf(succession.chair);
      return {
        title,
        gone: t.gone(accounts.nameOf(state.chair)),
        proposed: succession && t.proposed(name!, accounts.nameOf(succession.by), succession.reason),
        agree:
          succession && succession.by !== account.id
            ? { action: `/successions/${dossier}/agree`, successor: succession.chair, label: t.agree(name!) }
            : null,
        waiting: succession && succession.by === account.id ? t.waiting : null,
        propose: {
          action: `/successions/${dossier}`,
          successor: selectField(
            {
              id: successor,
              name: 'successor',
              label: t.successor,
              options: [{ id: '', name: t.choose }, ...candidates].map((one) => ({
                value: one.id,
                label: one.name,
                selected: typed(form, 'successor') === one.id,
              })),
            },
            problems,
            m.app.errorPrefix,
          ),
          reason: textField(
            { id: reason, name: 'reason', label: t.reason, value: typed(form, 'reason'), multiline: true },
            problems,
            m.app.errorPrefix,
          ),
        },
      };
    }),
  };
}

const officersIn = (accounts: Accounts): Account[] =>
  accounts.list().filter((one) => hasRole(one, 'procurement-officer') && !one.closed);
