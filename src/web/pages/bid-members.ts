import type { Messages } from '../../messages/messages.ts';
import { MOST_MEMBERS, memberField, REGISTER_CHOICES, registerOf, rowsShown } from '../forms/member-rows.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type TextField, textField } from './fields.ts';

/** The organisations of a bid: a row of fields for each, and a button for one row more. */
export interface BidMembersModel {
  readonly title: string;
  readonly hint: string;
  readonly rows: readonly {
    readonly id: string;
    readonly legend: string;
    readonly name: TextField;
    readonly register: {
      readonly id: string;
      readonly label: string;
      readonly error: string | null;
      readonly options: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
    };
    readonly number: TextField;
    readonly registerName: TextField;
  }[];
  /** Null when there are as many rows as a bid can have organisations. */
  readonly more: { readonly label: string; readonly action: string } | null;
}

/** @param action where the form is sent to */
export function bidMembersModel(
  m: Messages,
  body: FormBody,
  problems: readonly FieldProblem[],
  action: string,
): BidMembersModel {
  const t = m.bids.form;
  const count = rowsShown(body);
  return {
    title: t.members,
    hint: t.membersHint,
    rows: Array.from({ length: count }, (_, index) => {
      const row = index + 1;
      const field = (part: 'name' | 'number' | 'registerName', label: string) => {
        const name = memberField(row, part);
        return textField(
          { name, label, value: typed(body, name), autocomplete: 'off', asks: 'depends' },
          problems,
          m.app,
        );
      };
      const register = memberField(row, 'register');
      const problem = problems.find((one) => one.field === register);
      return {
        id: `member-${row}`,
        legend: t.member(row),
        name: field('name', t.memberName),
        register: {
          id: register,
          label: t.register,
          error: problem ? `${m.app.errorPrefix}${problem.text}` : null,
          options: REGISTER_CHOICES.map((value) => ({
            value,
            label: t.registers[value],
            selected: registerOf(body, row) === value,
          })),
        },
        number: field('number', t.number),
        registerName: field('registerName', t.registerName),
      };
    }),
    // The browser arrives at the new row.
    more: count < MOST_MEMBERS ? { label: t.moreMembers, action: `${action}#member-${count + 1}` } : null,
  };
}
