import { DEMO_PASSWORD } from '../../actions/passwords.ts';
import { DEMO_ACCOUNTS } from '../../actions/seed-demo.ts';
import { rolesInWords } from '../../explanation/roles.ts';
import type { Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { askedNote, type TextField, textField } from './fields.ts';

export interface SignInModel {
  readonly text: Messages['signIn'];
  readonly lead: string;
  readonly returnTo: string;
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly fields: readonly TextField[];
  readonly demo: null | {
    readonly lead: string;
    readonly accounts: readonly { readonly id: string; readonly role: string }[];
  };
}

/** Why somebody must sign in again: the session ended; and what was sent then is kept, or is lost. */
export type SignInReason = 'ended' | 'kept' | 'lost';

interface Visit {
  /** The page that was asked for. */
  readonly returnTo: string;
  /** Whether the demo accounts can sign in here. */
  readonly demo: boolean;
  readonly reason: SignInReason | null;
}

export const signInModel = (
  m: Messages,
  form: FormBody,
  { returnTo, demo, reason }: Visit,
  problems: readonly FieldProblem[],
): SignInModel => {
  const fields = [
    textField(
      {
        name: 'account',
        label: m.signIn.account,
        value: typed(form, 'account'),
        autocomplete: 'username',
        asks: 'required',
      },
      problems,
      m.app,
    ),
    textField(
      {
        name: 'password',
        label: m.signIn.password,
        type: 'password',
        autocomplete: 'current-password',
        asks: 'required',
      },
      problems,
      m.app,
    ),
  ];
  return {
    text: m.signIn,
    lead: leadOf(m, returnTo, reason),
    returnTo,
    askedNote: askedNote(m, fields),
    fields,
    demo: demo
      ? {
          lead: m.signIn.demoLead(DEMO_PASSWORD),
          accounts: DEMO_ACCOUNTS.map(({ id, roles }) => ({ id, role: rolesInWords(m, { roles }) })),
        }
      : null,
  };
};

function leadOf(m: Messages, returnTo: string, reason: SignInReason | null): string {
  switch (reason) {
    case 'ended':
      return m.kept.ended;
    case 'kept':
      return m.kept.signInAgain;
    case 'lost':
      return m.kept.signInAgainLost;
    case null:
      return returnTo === '/' ? m.signIn.lead : m.signIn.needed;
    default:
      return reason satisfies never;
  }
}
