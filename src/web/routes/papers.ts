import { makePaper, mayReadPaper, PAPER_NAMES, PAPERS, zipPapers } from '../../actions/papers.ts';
import { sees } from '../access.ts';
import { versionsChapter } from '../pages/amendments.ts';
import { papersModel } from '../pages/papers.ts';
import {
  requireAccess,
  requireDeclared,
  requireSight,
  sizeOfTender,
  tenderOf,
  tenderTrail,
  type Web,
} from './context.ts';

/** The papers with a tender: a page that lists them, each as PDF, and all of them in one archive. */
export function paperRoutes({ services, routes, render, layout }: Web): void {
  routes.get('/tenders/:tender/papers', sees('rules'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    requireSight(state, account, 'rules');
    const frame = { title: m.records.page.title, trail: [tenderTrail(state)] };
    await render(response, 'tender/papers', { layout: layout(request, frame), ...papersModel(m, state, account) });
  });

  for (const paper of PAPER_NAMES) {
    const thing = PAPERS[paper];
    routes.long(
      'get',
      `/tenders/:tender/papers/${paper}.pdf`,
      sees(thing),
      'report',
      async (request, reply, account) => {
        const m = request.context.messages;
        const state = tenderOf(services, account, request);
        if (paper === 'sheet') {
          requireAccess(mayReadPaper(state, account, paper));
          requireDeclared(state, account);
        } else {
          requireSight(state, account, thing);
        }
        request.context.about(sizeOfTender(state));
        const pdf = await services.renderer.render(makePaper(m, services, state, account, paper));
        const name = m.records.page.names[paper];
        reply
          .type('application/pdf')
          .set('Content-Disposition', `attachment; filename="${state.dossier}-${name}.pdf"`)
          .send(Buffer.from(pdf));
      },
    );
  }

  routes.long('get', '/tenders/:tender/papers.zip', sees('rules'), 'report', async (request, reply, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    requireSight(state, account, 'rules');
    request.context.about(sizeOfTender(state));
    const zip = await zipPapers(m, services, state, account, services.renderer.render, versionsChapter(m, state));
    reply
      .type('application/zip')
      .set('Content-Disposition', `attachment; filename="${state.dossier}-${m.records.page.zipName}"`)
      .send(Buffer.from(zip));
  });
}
