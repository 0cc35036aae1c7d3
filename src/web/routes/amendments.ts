import type { Account } from '../../actions/accounts.ts';
import { amendedBy, type SetUp } from '../../actions/set-ups.ts';
import { nextRules } from '../../criteria/own-rules.ts';
import { newestLaw } from '../../criteria/rule-sets.ts';
import { DomainError } from '../../domain/errors.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { draftFrom } from '../../domain/set-up/begin.ts';
import { standingOf } from '../../domain/set-up/findings.ts';
import { mayViewTender } from '../../domain/tender/access.ts';
import { refusalOf } from '../../domain/tender/admit.ts';
import { notAmendable } from '../../domain/tender/amendable.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { describeError, forRules } from '../../messages/messages.ts';
import { causes, sees } from '../access.ts';
import type { Asked, Reply } from '../asked.ts';
import { carriedFields, goesBack, isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfAmending } from '../confirm/publishing.ts';
import { todayBy } from '../dutch-date.ts';
import { type FieldProblem, textProblem, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { versionsModel } from '../pages/amendments.ts';
import { errorLinks } from '../pages/score-field.ts';
import { baseOf, writingIn } from '../pages/set-up.ts';
import { amendModel } from '../pages/set-ups.ts';
import { differencesTable } from '../set-up/differences-in-words.ts';
import { confirmPage } from './confirming.ts';
import { requireStep, tenderOf, tenderTrail, type Web } from './context.ts';
import { setUpTrail } from './set-up-context.ts';

/** Announced rules that change while no bid is in, and their versions side by side. */
export function amendmentRoutes({ services, routes, render, layout }: Web): void {
  const { setUps } = services;

  routes.long('get', '/tenders/:tender/rules/versions', sees('rules'), 'page', (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    const model = versionsModel(m, state, request.query);
    const trail = [tenderTrail(state), { href: `/tenders/${state.dossier}/rules`, label: m.rules.title }];
    return render(response, 'tender/versions', {
      layout: layout(request, { title: model.text.title, trail }),
      ...model,
    });
  });

  const amendable = (account: Account, request: Asked): Readonly<TenderState> => {
    const state = tenderOf(services, account, request);
    requireStep(state, account, 'rules-amended');
    const refusal = notAmendable(state, todayBy(services));
    if (refusal) throw refusal;
    return state;
  };
  const path = '/tenders/:tender/amendment';
  routes.get(path, causes('rules-amended'), (request, response, account) => {
    const m = request.context.messages;
    const state = amendable(account, request);
    const { title, ...text } = m.amendments.begin;
    const trail = [tenderTrail(state), { href: `/tenders/${state.dossier}/acts`, label: m.acts.title }];
    const action = `/tenders/${state.dossier}/amendment`;
    const model = { title, text, action, backHref: `/tenders/${state.dossier}`, back: m.common.cancel };
    return render(response, 'tender/amendment', { layout: layout(request, { title, trail }), ...model });
  });
  routes.post(path, causes('rules-amended'), (request, response, account) => {
    const { dossier, rules, rulesSha256 } = amendable(account, request);
    // What was begun before goes on, as long as it changes what holds now.
    const begun = setUps.of(account.id).find((one) => {
      const amends = amendedBy(one);
      return amends?.dossier === dossier && amends.rulesSha256 === rulesSha256;
    });
    const origin = { from: 'amendment', dossier, rulesSha256 } as const;
    const id = begun?.id ?? setUps.begin(account.id, origin, draftFrom(rules, rules.title.nl));
    response.redirect(303, `${baseOf(id)}/what`);
  });
}

/**
 * The page on which a set-up that changes announced rules is announced, and its form: what differs, and why. Read and agreed to first.
 * @throws DomainError `stale` when they were changed in the same moment
 */
export async function amend(
  web: Pick<Web, 'services' | 'render' | 'layout'>,
  request: Asked,
  response: Reply,
  account: Account,
  setUp: SetUp,
): Promise<void> {
  const { services } = web;
  const { tenders, setUps, ruleSets } = services;
  const { dossier, rulesSha256 } = amendedBy(setUp)!;
  const state = tenders.get(dossier);
  if (!mayViewTender(state, account)) throw new HttpError(404);
  const m = forRules(request.context.messages, state.rules);
  const t = m.amendments;
  const standing = standingOf(setUp.draft, todayBy(services));
  const isOutdated = setUp.publishedAs === null && state.rulesSha256 !== rulesSha256;
  const drafts = [draftFrom(state.rules, state.rules.title.nl), setUp.draft] as const;
  const heads = [t.versions.nth(state.announced.length), t.versions.nth(state.announced.length + 1)] as const;
  const differences = differencesTable(m, writingIn(m), drafts, heads);

  const page = (problems: readonly FieldProblem[]): Promise<void> => {
    const { title } = t.publish;
    const frame = { title, trail: setUpTrail(request, setUp), errors: errorLinks(problems) };
    const model = amendModel(
      m,
      setUp,
      standing,
      newestLaw(ruleSets),
      { tender: state.title, isOutdated, differences },
      request.body ?? {},
      problems,
    );
    const status = problems.length > 0 ? 422 : 200;
    return web.render(response, 'set-up/publish', { layout: web.layout(request, frame), ...model }, status);
  };
  if (request.method !== 'POST' || goesBack(request.body)) return await page([]);
  if (!standing.rules || isOutdated || differences.length === 0)
    return response.redirect(303, `${baseOf(setUp.id)}/publish`);
  const reason = typed(request.body, 'reason');
  const wrong = reason === '' ? t.publish.reasonMissing : textProblem(m, reason, t.publish.reason, 2000);
  if (wrong !== undefined) return await page([{ field: 'reason', text: wrong }]);

  const { rules, sha256 } = nextRules(standing.rules, state.rules, ruleSets.tenders);
  const amended = { type: 'rules-amended', payload: { rules, rulesSha256: sha256, reason } } as const;
  const command = { type: 'say', events: [amended] } as const;
  // What the rules refuse is said before anything is to be agreed to.
  const refused = refusalOf(state, account.id, amended) ?? notAmendable(state, todayBy(services));
  if (refused) return await page([{ field: 'reason', text: describeError(m, refused, namesOf(state.rules, [])) }]);
  const carried = carriedFields(request.body);
  const rows = differences.flatMap((table) => table.rows).length;
  const action = `${baseOf(setUp.id)}/publish`;
  const confirmation = confirmationOfAmending(m, state.title, { reason, changes: rows, sha256 }, action);
  if (!isAgreed(request.body, confirmation, carried)) {
    const more = { carried, details: differences, trail: setUpTrail(request, setUp) };
    return await confirmPage(web, request, response, confirmation, more);
  }
  setUps.publish(setUp.id, setUp.version, () => {
    if (tenders.get(dossier).rulesSha256 !== rulesSha256) throw new DomainError('stale');
    tenders.execute(dossier, account.id, command);
    return dossier;
  });
  response.redirect(303, `/tenders/${dossier}/rules/versions`);
}
