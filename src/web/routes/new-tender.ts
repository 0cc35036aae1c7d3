import type { Account } from '../../actions/accounts.ts';
import { openTender } from '../../actions/open-tender.ts';
import { rulesStanding } from '../../criteria/rules-standing.ts';
import { isSigned, mayDecide } from '../../domain/decision/access.ts';
import type { Asked, Reply } from '../asked.ts';
import { carriedFields, goesBack, isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfPublishing } from '../confirm/publishing.ts';
import type { Services } from '../context.ts';
import { readNewTenderForm } from '../forms/new-tender-form.ts';
import { type FieldProblem, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { newTenderModel } from '../pages/new-dossier.ts';
import { errorLinks } from '../pages/score-field.ts';
import { confirmPage } from './confirming.ts';
import { dossierFor, type Web } from './context.ts';

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
      services.storage.lists.ledBy(account.id),
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

/**
 * The decision that a tender follows from: one that this officer signed, with the head of its dossier at that moment.
 * @throws HttpError 404 for a decision that is not there, not his or hers, or not signed
 */
function signedDecision(
  { decisions, storage }: Services,
  account: Account,
  dossier: string,
): { dossier: string; head: string } | null {
  if (dossier === '') return null;
  const state = dossierFor(decisions, dossier, (one) => one !== undefined && mayDecide(one, account));
  if (!isSigned(state)) throw new HttpError(404);
  return { dossier, head: storage.events.head(dossier).hash };
}
