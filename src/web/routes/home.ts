import { withoutChair } from '../../actions/succession.ts';
import { hasRole, ROLES } from '../../domain/roles.ts';
import { homeModel } from '../pages/home.ts';
import { noticeFrom } from '../pages/layout.ts';
import type { Web } from './context.ts';

export function homeRoutes({ services, routes, render, layout }: Web): void {
  routes.get('/', ROLES, async (request, response, account) => {
    const m = request.context.messages;
    const frame = { title: m.app.home, notice: noticeFrom(request, { stopped: m.work.stopped }) };
    const keeps = services.keptForms.of(account.id).length > 0;
    await Promise.all([services.tenders.readAll(), services.decisions.readAll()]);
    const findings = services.prover?.state().last?.proof.findings ?? [];
    const chairless = hasRole(account, 'administrator') ? withoutChair(services) : [];
    const model = homeModel(m, account, services.tenders.list(), services.decisions.list(), keeps, findings, chairless);
    await render(response, 'home/home', { layout: layout(request, frame), ...model });
  });
}
