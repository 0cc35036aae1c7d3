import type { Messages } from '../../messages/messages.ts';
import type { FormBody } from '../forms/text.ts';
import { selectField } from '../pages/fields.ts';
import { part, type RecordFormModel } from './record-form.ts';

interface Choice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A form that asks what another form is about, before that can be shown. */
export const chooseForm = (
  m: Messages,
  about: Pick<RecordFormModel, 'title' | 'lead' | 'action' | 'submit' | 'back' | 'more'>,
  given: FormBody,
  choices: readonly Choice[],
): RecordFormModel => ({
  ...about,
  said: [],
  method: 'get',
  hidden: [],
  parts: [
    part(m, null, {
      fields: choices.map(({ options, ...choice }) => ({
        kind: 'select' as const,
        field: selectField(
          {
            ...choice,
            asks: 'chosen',
            options: options.map((one) => ({ ...one, selected: given[choice.name] === one.value })),
          },
          [],
          m.app,
        ),
      })),
    }),
  ],
});
