import type { Account } from '../../actions/accounts.ts';
import { openTender } from '../../actions/open-tender.ts';
import type { Origin } from '../../actions/set-ups.ts';
import { rulesStanding } from '../../criteria/rules-standing.ts';
import { draftFrom, emptyDraft } from '../../domain/set-up/begin.ts';
import type { Draft } from '../../domain/set-up/draft.ts';
import type { Asked, Reply } from '../asked.ts';
import { carriedFields, goesBack, isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfPublishing } from '../confirm/publishing.ts';
import {
  asTheyAre,
  type NewTenderForm,
  type Origins,
  readNewTenderForm,
  rulesToChange,
} from '../forms/new-tender-form.ts';
import { type FieldProblem, typed } from '../forms/text.ts';
import { newTenderModel } from '../pages/new-tender.ts';
import { errorLinks } from '../pages/score-field.ts';
import { baseOf } from '../pages/set-up.ts';
import { confirmPage } from './confirming.ts';
import type { Web } from './context.ts';
import { signedDecision } from './signed-decision.ts';

const OFFICER = ['procurement-officer'] as const;

/** The one way to begin a tender: setting it up page by page, or publishing rules as they are after they have been read and confirmed. */
export function newTenderRoutes(web: Web): void {
  const { services, routes, render, layout } = web;
  const { tenders, setUps, ruleSets, decisions, storage } = services;

  const origins = (account: Account): Origins => ({
    rules: ruleSets.tenders,
    templates: ruleSets.templates,
    tenders: storage.lists.chairedBy(account.id),
  });
  const page = (request: Asked, response: Reply, account: Account, problems: readonly FieldProblem[]) => {
    const m = request.context.messages;
    const frame = { title: m.newTender.title, returnTo: '/tenders/new', errors: errorLinks(problems) };
    const decision = signedDecision(services, account, decisionIn(request));
    const follows = decision && { ...decision, title: decisions.get(decision.dossier).title };
    const model = newTenderModel(m, origins(account), request.body ?? {}, problems, follows);
    const status = problems.length > 0 ? 422 : 200;
    return render(response, 'tender/begin', { layout: layout(request, frame), ...model }, status);
  };

  routes.get('/tenders/new', OFFICER, (request, response, account) => page(request, response, account, []));

  routes.postLarge('/set-ups', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const form = readNewTenderForm(m, origins(account), request.body);
    if ('problems' in form) return await page(request, response, account, form.problems);
    const problems: FieldProblem[] = [];
    const draft = begun(form);
    if (!draft) return await page(request, response, account, problems);
    const decision = signedDecision(services, account, decisionIn(request));
    const id = setUps.begin(account.id, { ...originOf(form.beginning), ...(decision ? { decision } : {}) }, draft);
    response.redirect(303, `${baseOf(id)}/what`);

    function begun({ title, beginning }: NewTenderForm): Draft | undefined {
      switch (beginning.from) {
        case 'empty':
          return emptyDraft(title);
        case 'rules':
        case 'template':
          return draftFrom(beginning.published.rules, title);
        case 'tender':
          return draftFrom(tenders.get(beginning.dossier).rules, title);
        case 'file': {
          const rules = rulesToChange(m, beginning.text, problems);
          return rules && draftFrom(rules, title);
        }
        default:
          return beginning satisfies never;
      }
    }
  });

  routes.long('post-large', '/tenders', OFFICER, 'file', async (request, response, account) => {
    const m = request.context.messages;
    const form = readNewTenderForm(m, origins(account), request.body);
    if ('problems' in form) return await page(request, response, account, form.problems);
    const problems: FieldProblem[] = [];
    const published = asTheyAre(m, form.beginning, problems);
    if (!published) return await page(request, response, account, problems);
    if (goesBack(request.body)) return await page(request, response, account, []);
    const decision = signedDecision(services, account, decisionIn(request));
    const { confirmation, details } = confirmationOfPublishing(
      m,
      form.title,
      published,
      rulesStanding(published.rules, published.sha256, ruleSets.tenders),
      storage.lists.chairedBy(account.id),
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
    const dossier = openTender(tenders, account.id, form.title, published, { decision });
    response.redirect(303, `/tenders/${dossier}?notice=created`);
  });
}

/** The dossier of the choice that the tender follows from; empty where there is none. */
const decisionIn = (request: Asked): string =>
  typed(request.method === 'POST' ? request.body : request.query, 'decision');

/** What a set-up keeps of where it came from. */
function originOf(beginning: NewTenderForm['beginning']): Origin {
  switch (beginning.from) {
    case 'empty':
    case 'file':
      return { from: beginning.from };
    case 'rules':
    case 'template':
      return { from: beginning.from, key: beginning.key };
    case 'tender':
      return { from: 'tender', dossier: beginning.dossier };
    default:
      return beginning satisfies never;
  }
}
