import type { Request, Response } from 'express';
import { DomainError } from '../../domain/errors.ts';
import { type Act, type ActKind, type Asking, isOffered } from '../acts/act.ts';
import { confirmationOfAct } from '../acts/confirm-act.ts';
import { readAct } from '../acts/read-act.ts';
import { type Confirmation, carriedFields, goesBack, isAgreed } from '../confirm/confirmation.ts';
import { readDate } from '../forms/date.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import type { PageFrame } from '../pages/layout.ts';
import { confirmPage } from './confirming.ts';
import type { Web } from './context.ts';

/** An act as it is done in one dossier, by who asks. */
export interface ActInDossier<K extends ActKind> {
  readonly act: Act<K>;
  readonly asking: Asking<K>;
  /** Where its form is sent to. */
  readonly action: string;
  /** Where its dossier is. */
  readonly dossierHref: string;
  readonly trail: NonNullable<PageFrame['trail']>;
  /** Shows the form, of the dossier as it stands then. */
  readonly page: (problems: readonly FieldProblem[], status: number) => Promise<void>;
  /** @throws DomainError what the rules refuse: said before anything is to be agreed to */
  readonly check: (events: readonly K['said'][]) => void;
  readonly execute: (events: readonly K['said'][]) => void;
  readonly describe: (error: DomainError) => string;
  readonly done: () => void;
}

/** Shows the form of an act; of one without fields at once what is agreed to. */
export async function showAct<K extends ActKind>(
  web: Pick<Web, 'render' | 'layout'>,
  request: Request,
  response: Response,
  one: ActInDossier<K>,
): Promise<void> {
  const { act, asking, action } = one;
  const read = act.fields.length === 0 && isOffered(act, asking) ? readAct(act, asking, {}) : undefined;
  const confirmation = read && 'values' in read && confirmationOfAct(act, asking, read.values, action);
  if (confirmation) return await confirmed(web, request, response, one, confirmation);
  await one.page([], 200);
}

/** Reads the form of an act and does it, after it was agreed to where it cannot be undone at once. */
export async function doAct<K extends ActKind>(
  web: Pick<Web, 'render' | 'layout'>,
  request: Request,
  response: Response,
  one: ActInDossier<K>,
): Promise<void> {
  const { act, asking, action } = one;
  if (goesBack(request.body)) return await one.page([], 200);
  const read = readAct(act, asking, request.body);
  if ('problems' in read) return await one.page(read.problems, 422);
  try {
    const events = act.events(read.values, asking);
    const confirmation = confirmationOfAct(act, asking, read.values, action);
    if (confirmation && !isAgreed(request.body, confirmation, carriedFields(request.body))) {
      one.check(events);
      return await confirmed(web, request, response, one, confirmation);
    }
    one.execute(events);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return await one.page([problemIn(one, error, request.body)], 422);
  }
  one.done();
}

/** What is read and agreed to first, where the act cannot be undone at once. */
const confirmed = <K extends ActKind>(
  web: Pick<Web, 'render' | 'layout'>,
  request: Request,
  response: Response,
  { act, dossierHref, trail }: ActInDossier<K>,
  confirmation: Confirmation,
) =>
  confirmPage(web, request, response, confirmation, {
    ...(act.fields.length === 0 ? { backHref: dossierHref } : { carried: carriedFields(request.body ?? {}) }),
    trail,
  });

/** What the rules refuse, at the field that it is about: of a date that may not be, at the field where that stands. */
function problemIn<K extends ActKind>(
  { act, describe }: ActInDossier<K>,
  error: DomainError,
  body: FormBody,
): FieldProblem {
  const fields: readonly { readonly kind: string; readonly name: string }[] = act.fields;
  const own = fields.find(({ name }) => name === (act.fieldOf?.[error.field ?? ''] ?? error.field));
  const dated = fields.find(({ kind, name }) => kind === 'date' && readDate(typed(body, name)) === error.details.by);
  const { name } = own ?? (error.code === 'date-ahead' ? dated : undefined) ?? fields[0] ?? { name: '' };
  return { field: name, text: describe(error) };
}
