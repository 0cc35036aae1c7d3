import { ROLES } from '../../domain/roles.ts';
import { keptFormsModel } from '../pages/kept-forms.ts';
import { noticeFrom } from '../pages/layout.ts';
import type { Web } from './context.ts';

/** What somebody sent when the session had ended: to be sent after all, or thrown away. For the same account only. */
export function keptFormRoutes({ services, routes, render, layout }: Web): void {
  const { keptForms } = services;

  routes.get('/kept', ROLES, async (request, response, account) => {
    const m = request.context.messages;
    const frame = { title: m.kept.title, notice: noticeFrom(request, { discarded: m.kept.discarded }) };
    const model = keptFormsModel(m, account, services, keptForms.of(account.id));
    await render(response, 'account/kept', { layout: layout(request, frame), ...model });
  });

  routes.post('/kept/:form/discard', ROLES, (request, response, account) => {
    keptForms.discard(account.id, String(request.params.form));
    response.redirect(303, '/kept?notice=discarded');
  });
}
