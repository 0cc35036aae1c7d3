import { openTender } from '../../actions/open-tender.ts';
import { rulesStanding } from '../../criteria/rules-standing.ts';
import type { Asked, Reply } from '../asked.ts';
import { carriedFields, goesBack, isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfPublishing } from '../confirm/publishing.ts';
import { readNewTenderForm } from '../forms/new-tender-form.ts';
import { type FieldProblem, typed } from '../forms/text.ts';
import { newTenderModel } from '../pages/new-dossier.ts';
import { errorLinks } from '../pages/score-field.ts';
import { confirmPage } from './confirming.ts';
import type { Web } from './context.ts';
import { signedDecision } from './signed-decision.ts';

const OFFICER = ['procurement-officer'] as const;

/** Opening a tender: published rules at once, rules from a file after they have been read and confirmed. */
export function newTenderRoutes(web: Web): void {
  const { services, routes, render, layout } = web;
  const { tenders, ruleSets } = services;

  const page = (request: Asked, response: Reply, problems: readonly FieldProblem[], status: number) => {
    const m = request.context.messages;
    const frame = { title: m.newTender.title, returnTo: '/tenders/new', errors: errorLinks(problems) };
    const decision = typed(request.method === 'POST' ? request.body : request.query, 'decision');
    const model = newTenderModel(m, ruleSets.tenders, request.body ?? {}, decision, problems);
    return render(response, 'dossier/new', { layout: layout(request, frame), ...model }, status);
  };

  routes.get('/tenders/new', OFFICER, (request, response) => page(request, response, [], 200));

  routes.long('post-large', '/tenders', OFFICER, 'file', async (request, response, account) => {
    const m = request.context.messages;
    const form = readNewTenderForm(m, ruleSets.tenders, request.body);
    if ('problems' in form) return await page(request, response, form.problems, 422);
    if (goesBack(request.body)) return await page(request, response, [], 200);
    const { title, published } = form;
    const decision = signedDecision(services, account, typed(request.body, 'decision'));
    const { confirmation, details } = confirmationOfPublishing(
      m,
      title,
      published,
      rulesStanding(published.rules, published.sha256, ruleSets.tenders),
      services.storage.lists.chairedBy(account.id),
      '/tenders',
    );
    const carried = carriedFields(request.body, ['rulesFile']);
    if (!isAgreed(request.body, confirmation, carried)) {
      return await confirmPage(web, request, response, confirmation, {
        carried,
        details,
        first: { href: '/rehearsal', label: m.newTender.confirmRehearse },
        trail: [{ href: '/tenders/new', label: m.newTender.title }],
        returnTo: '/tenders/new',
      });
    }
    const dossier = openTender(tenders, account.id, title, published, { decision });
    response.redirect(303, `/tenders/${dossier}?notice=created`);
  });
}
