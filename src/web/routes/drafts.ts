import { z } from 'zod';
import { forgetForm, formDraftOf, saveForm } from '../../actions/form-drafts.ts';
import { ROLES } from '../../domain/roles.ts';
import { readVersion } from '../forms/score-fields.ts';
import { asTyped } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { sendKept } from '../kept-answer.ts';
import { localPath } from '../routes.ts';
import type { Web } from './context.ts';

const LONGEST_PATH = 500;
const typedFields = z.array(z.tuple([z.string().max(300), z.string()])).max(20_000);

/** What is typed in a long form, kept by the script of its page: for who types it, and for nobody else. */
export function draftRoutes({ services, routes }: Web): void {
  routes.get('/drafts', ROLES, (request, response, account) => {
    const { drafts: t, format } = request.context.messages;
    const draft = formDraftOf(services, account.id, pathIn(request.query.of));
    const restored = draft && { text: t.restored(format.moment(draft.savedAt)), discard: t.discard };
    response.json(draft ? { version: draft.version, fields: draft.fields, ...restored } : {});
  });

  routes.postKept('/drafts', ROLES, (request, response, account) => {
    const m = request.context.messages;
    const fields = typedFields.safeParse(jsonIn(asTyped(request.body, 'fields')));
    if (!fields.success) throw new HttpError(400);
    const path = pathIn(request.body.of);
    const saved = saveForm(services, account.id, path, readVersion(request.body, 'version'), fields.data);
    sendKept(response, m.assessment.saving.saved(m.format.time(saved.savedAt)), saved, request);
  });

  routes.post('/drafts/discard', ROLES, (request, response, account) => {
    forgetForm(services, account.id, pathIn(request.body.of));
    response.json({});
  });
}

/** Where a form is sent to: a path of this site. @throws HttpError 400 */
function pathIn(given: unknown): string {
  const path = typeof given === 'string' && given.length <= LONGEST_PATH ? localPath(given) : '/';
  if (path === '/') throw new HttpError(400);
  return path;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
