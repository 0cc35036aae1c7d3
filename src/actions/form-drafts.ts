import type { Drafts, SavedDraft } from './drafts.ts';

/** What was typed in a form and not sent: its fields in order, a field that stands there more than once with an entry for each. */
export interface FormDraft {
  readonly version: number;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly savedAt: string;
}

const FORMS = 'forms';

/** @param path where the form is sent to */
const aboutForm = (path: string): string => `${FORMS}${path}`;

/** Keeps what is typed in a form. @throws DomainError what `Drafts.save` throws */
export const saveForm = (
  { drafts }: { readonly drafts: Drafts },
  account: string,
  path: string,
  version: number,
  fields: FormDraft['fields'],
): SavedDraft => drafts.save(account, aboutForm(path), version, { fields: JSON.stringify(fields) });

/** What is kept of a form; undefined where nothing is. */
export function formDraftOf(
  { drafts }: { readonly drafts: Drafts },
  account: string,
  path: string,
): FormDraft | undefined {
  const draft = drafts.at(account, aboutForm(path));
  if (!draft) return undefined;
  const fields = JSON.parse(draft.fields.fields ?? '[]') as FormDraft['fields'];
  return { version: draft.version, fields, savedAt: draft.savedAt };
}

/** Forgets what was kept of a form: it was sent, or thrown away. */
export const forgetForm = ({ drafts }: { readonly drafts: Drafts }, account: string, path: string): void =>
  drafts.forget(account, aboutForm(path));
