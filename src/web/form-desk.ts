import type { Request, Response } from 'express';
import { forgetForm } from '../actions/form-drafts.ts';
import { KEPT } from '../actions/kept-forms.ts';
import { DomainError } from '../domain/errors.ts';
import type { Services } from './context.ts';
import { createFormBudget, type FormRoom } from './form-budget.ts';
import { type FormBounds, readForm } from './form-reader.ts';
import { HttpError } from './http-error.ts';
import type { Web } from './routes/context.ts';
import { askToSignIn } from './routes/sign-in.ts';
import { type FormDesk, localPath } from './routes.ts';
import { DRAFT_FIELD, KEPT_FIELD, OWN_FIELDS, type Sessions } from './session.ts';
import { createTransferBudget } from './transfer-budget.ts';
import { readUpload } from './upload-reader.ts';

/** What is kept, in the longest way of writing it in a form: a character takes nine bytes. */
const KEPT_FORM: FormBounds = { bytes: KEPT.characters * 9, fields: 20_000 };

/** Files that come in at once: of one account, and in all. */
const UPLOADS = { perOwner: 2, inAll: 12 };

/** @param web of the pages; asked for when the first form comes */
export function createFormDesk(services: Services, sessions: Sessions, web: () => Web): FormDesk {
  const { keptForms } = services;
  const budget = createFormBudget();
  const uploads = createTransferBudget(UPLOADS, () => new DomainError('too-many-uploads'));
  return {
    take: async (request, response, bounds, keeps) => {
      let isOwn = true;
      const sender = request.context.account;
      request.body = await readForm(
        request,
        (text) => {
          isOwn = sessions.isToken(request, text);
          return isOwn || (keeps && sessions.isTokenOfOtherSession(request, text));
        },
        bounds,
        sender ? roomUntilAnswered(budget.open(sender.id), request, response) : undefined,
      );
      const { account } = request.context;
      if (!isOwn) {
        if (!account || !keptForms.keep(account.id, request.originalUrl, request.body, OWN_FIELDS))
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
      const typed = request.body[DRAFT_FIELD];
      if (account && typeof typed === 'string') {
        // What was sent and done is a draft no longer.
        response.on('finish', () => {
          if (response.statusCode === 303) forgetForm(services, account.id, localPath(typed));
        });
      }
      return true;
    },

    takeKept: async (request, response, bounds) => {
      const { account, endedFor } = request.context;
      const whose = account ?? endedFor;
      if (!whose) throw new HttpError(401);
      const isOfPage = (text: string): boolean =>
        sessions.isToken(request, text) || sessions.isTokenOfOtherSession(request, text);
      const room = roomUntilAnswered(budget.open(whose.id), request, response);
      request.body = await readForm(request, isOfPage, bounds, room);
      return whose;
    },

    takeUpload: async (request, response) => {
      uploads.takeUntilAnswered(request.context.account!.id, response);
      return await readUpload(request, (text) => sessions.isToken(request, text));
    },

    refuse: async (request, response) => {
      const { endedFor } = request.context;
      if (!endedFor) throw new HttpError(401);
      let kept = false;
      try {
        const room = roomUntilAnswered(budget.open(endedFor.id), request, response);
        request.body = await readForm(request, (text) => sessions.isToken(request, text), KEPT_FORM, room);
        kept = keptForms.keep(endedFor.id, request.originalUrl, request.body, OWN_FIELDS);
      } catch (error) {
        if (!(error instanceof HttpError) || error.status !== 413) throw error;
      }
      await askToSignIn(web(), request, response, kept);
    },
  };
}

/** A form is in memory until it is answered, or until nobody is there any more to answer. */
function roomUntilAnswered(room: FormRoom, { socket }: Request, response: Response): FormRoom {
  const over = (): void => {
    room.giveBack();
    response.off('close', over);
    socket.off('close', over);
  };
  response.once('close', over);
  socket.once('close', over);
  if (socket.destroyed || response.closed) over();
  return room;
}
