import { overviewOf } from '../../domain/contract/overview.ts';
import { CONTRACT_READERS } from '../access.ts';
import { dateInTheNetherlands } from '../dutch-date.ts';
import { contractActsDone } from '../pages/contract-acts.ts';
import { contractDossierModel } from '../pages/contract-dossier.ts';
import { noticeFrom } from '../pages/layout.ts';
import { oneLine } from '../pages/one-line.ts';
import type { Web } from './context.ts';
import { contractOf } from './contract-context.ts';

const today = (): string => dateInTheNetherlands(new Date());

/** A dossier of contracts: its overview, its areas and its parts. */
export function contractRoutes({ services, routes, render, layout }: Web): void {
  const { accounts } = services;

  routes.get('/contracts/:contract', CONTRACT_READERS, async (request, response, account) => {
    const m = request.context.messages;
    const state = contractOf(services, account, request);
    const line = oneLine(m, services, account, state.dossier, 'contract');
    const model = contractDossierModel(m, account, accounts, state, overviewOf(state, today()), line, today());
    const frame = {
      title: state.title,
      trail: [{ href: '/contracts', label: m.watching.list.title }],
      notice: noticeFrom(request, { created: m.watching.opening.created, ...contractActsDone(m) }),
    };
    await render(response, 'contracts/dossier', { layout: layout(request, frame), ...model });
  });
}
