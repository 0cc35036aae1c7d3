import type { Asked, Reply } from '../asked.ts';
import { type Confirmation, changesSince } from '../confirm/confirmation.ts';
import { changedNotice, confirmationModel, type MoreOnConfirmation } from '../pages/confirmation.ts';
import type { PageFrame } from '../pages/layout.ts';
import type { Web } from './context.ts';

/**
 * Shows what is about to happen, to be agreed to. Where it was agreed to on a page that is out of date (see `isAgreed`), it says what changed
 * since, with status 409.
 */
export const confirmPage = (
  { render, layout }: Pick<Web, 'render' | 'layout'>,
  request: Asked,
  reply: Reply,
  confirmation: Confirmation,
  more: MoreOnConfirmation & Pick<PageFrame, 'trail' | 'returnTo'>,
): Promise<void> => {
  const m = request.context.messages;
  const changes = request.method === 'POST' ? changesSince(request.body ?? {}, confirmation) : undefined;
  const frame = {
    title: confirmation.title,
    trail: more.trail ?? [],
    returnTo: more.returnTo ?? confirmation.action,
    notice: changes ? changedNotice(m, changes) : null,
  };
  const model = confirmationModel(m, confirmation, more);
  return render(reply, 'confirm/confirm', { layout: layout(request, frame), ...model }, changes ? 409 : 200);
};
