import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../actions/seed-demo.ts';
import { rolesInWords } from '../../explanation/roles.ts';
import type { Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type TextField, textField } from './fields.ts';

export interface SignInModel {
  readonly text: Messages['signIn'];
  readonly lead: string;
  readonly returnTo: string;
  readonly fields: readonly TextField[];
  readonly demo: null | {
    readonly lead: string;
    readonly accounts: readonly { readonly id: string; readonly role: string }[];
  };
}

/** @param returnTo the page that was asked for; @param demo whether the demo accounts can sign in here */
export const signInModel = (
  m: Messages,
  form: FormBody,
  returnTo: string,
  demo: boolean,
  problems: readonly FieldProblem[],
): SignInModel => ({
  text: m.signIn,
  lead: returnTo === '/' ? m.signIn.lead : m.signIn.needed,
  returnTo,
  fields: [
    textField(
      { name: 'account', label: m.signIn.account, value: typed(form, 'account'), autocomplete: 'username' },
      problems,
      m.app.errorPrefix,
    ),
    textField(
      { name: 'password', label: m.signIn.password, type: 'password', autocomplete: 'current-password' },
      problems,
      m.app.errorPrefix,
    ),
  ],
  demo: demo
    ? {
        lead: m.signIn.demoLead(DEMO_PASSWORD),
        accounts: DEMO_ACCOUNTS.map(({ id, roles }) => ({ id, role: rolesInWords(m, { roles }) })),
      }
    : null,
});
