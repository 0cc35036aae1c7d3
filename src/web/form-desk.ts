import { KEPT } from '../actions/kept-forms.ts';
import type { Services } from './context.ts';
import { type FormBounds, readForm } from './form-reader.ts';
import { HttpError } from './http-error.ts';
import type { Web } from './routes/context.ts';
import { askToSignIn } from './routes/sign-in.ts';
import type { FormDesk } from './routes.ts';
import { CARRIED, KEPT_FIELD, type Sessions } from './session.ts';

/** What is kept, in the longest way of writing it in a form: a character takes nine bytes. */
const KEPT_FORM: FormBounds = { bytes: KEPT.characters * 9, fields: 20_000 };

/** @param web of the pages; asked for when the first form comes */
export function createFormDesk({ keptForms }: Services, sessions: Sessions, web: () => Web): FormDesk {
  return {
    take: async (request, response, bounds, keeps) => {
      let isOwn = true;
      request.body = await readForm(
        request,
        (text) => {
          isOwn = sessions.isToken(request, text);
          return isOwn || (keeps && sessions.isTokenOfOtherSession(request, text));
        },
        bounds,
      );
      const { account } = request.context;
      if (!isOwn) {
        if (!account || !keptForms.keep(account.id, request.originalUrl, request.body, CARRIED))
          throw new HttpError(419);
        response.redirect(303, '/kept');
        return false;
      }
      const kept = request.body[KEPT_FIELD];
      if (account && typeof kept === 'string') {
        // A kept form that was sent after all, and done, is kept no longer.
        response.on('finish', () => {
          if (response.statusCode < 400) keptForms.discard(account.id, kept);
        });
      }
      return true;
    },

    refuse: async (request, response) => {
      const { endedFor } = request.context;
      if (!endedFor) throw new HttpError(401);
      let kept = false;
      try {
        request.body = await readForm(request, (text) => sessions.isToken(request, text), KEPT_FORM);
        kept = keptForms.keep(endedFor.id, request.originalUrl, request.body, CARRIED);
      } catch (error) {
        if (!(error instanceof HttpError) || error.status !== 413) throw error;
      }
      await askToSignIn(web(), request, response, kept);
    },
  };
}
