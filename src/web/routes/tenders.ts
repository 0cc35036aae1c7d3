import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { appointAssessor } from '../../actions/appoint-assessor.ts';
import { chosenModel } from '../../actions/chosen-model.ts';
import { computeAward } from '../../actions/compute-award.ts';
import { nameAuditor } from '../../actions/name-auditor.ts';
import { openAssessment } from '../../actions/open-assessment.ts';
import { rulesPaper } from '../../actions/papers.ts';
import { rulesStanding } from '../../criteria/rules-standing.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { staysOutOf } from '../../domain/tender/checks/people.ts';
import { decide, type TenderCommand } from '../../domain/tender/decide.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { describeError, inLanguage } from '../../messages/messages.ts';
import { causes, sees } from '../access.ts';
import type { Asked, Reply } from '../asked.ts';
import { type Confirmation, carriedFields, goesBack, isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfBid } from '../confirm/new-bid.ts';
import {
  confirmationOfStep,
  refusalOfTenderStep,
  roundNow,
  TENDER_STEPS,
  type TenderStep,
} from '../confirm/tender-steps.ts';
import { todayBy } from '../dutch-date.ts';
import { bidAsTyped } from '../forms/bid-as-typed.ts';
import { asksForMoreDiscounts } from '../forms/bid-figures.ts';
import { fieldOfRefusal, freeBidIds, readBidForm } from '../forms/bid-form.ts';
import { asksForMoreRows } from '../forms/member-rows.ts';
import { type FieldProblem, type FormBody, textProblem, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { doneTexts } from '../pages/acts.ts';
import { versionsChapter } from '../pages/amendments.ts';
import { bidsModel, rulesModel } from '../pages/announced.ts';
import { noticeFrom } from '../pages/layout.ts';
import { correctBidModel, newBidModel } from '../pages/new-bid.ts';
import { oneLine } from '../pages/one-line.ts';
import { errorLinks } from '../pages/score-field.ts';
import { tenderModel } from '../pages/tender.ts';
import { confirmPage } from './confirming.ts';
import { naming, requireDeclared, requireStep, sizeOfTender, tenderOf, tenderTrail, type Web } from './context.ts';

/** The overview of a tender, its rules and bids, and the steps from phase to phase. */
export function tenderRoutes(web: Web): void {
  const { services, routes, render, layout } = web;
  const { tenders, accounts, ruleSets } = services;
  const standingOf = ({ rules, rulesSha256 }: Readonly<TenderState>) =>
    rulesStanding(rules, rulesSha256, ruleSets.tenders);

  routes.get('/tenders/:tender', sees('rules'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    const chosen = chosenModel(services.decisions, state);
    const line = oneLine(m, services, account, state.dossier, 'tender');
    const model = tenderModel(m, account, state, accounts, chosen && inLanguage(chosen, m), standingOf(state), line);
    const frame = { title: state.title, notice: noticeFrom(request, { ...m.tender.notice, ...doneTexts(m) }) };
    await render(response, 'tender/tender', { layout: layout(request, frame), ...model });
  });

  routes.get('/tenders/:tender/rules', sees('rules'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    const model = rulesModel(
      m,
      state,
      standingOf(state),
      account,
      Number(typed(request.query, 'version')),
      todayBy(services),
    );
    const frame = { title: model.text.title, trail: [tenderTrail(state)] };
    await render(response, 'tender/rules', { layout: layout(request, frame), ...model });
  });

  routes.long('get', '/tenders/:tender/rules.pdf', sees('rules'), 'report', async (request, response, account) => {
    const state = tenderOf(services, account, request);
    const m = request.context.messages;
    const pdf = await services.renderer.render(rulesPaper(m, ruleSets, state, versionsChapter(m, state)));
    response
      .type('application/pdf')
      .set('Content-Disposition', `attachment; filename="${state.dossier}-rules.pdf"`)
      .send(Buffer.from(pdf));
  });

  routes.long('get', '/tenders/:tender/bids', sees('bids'), 'page', async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    requireDeclared(state, account);
    const model = bidsModel(m, account, accounts, state);
    const frame = { title: model.text.title, trail: [tenderTrail(state)] };
    await render(response, 'tender/bids', { layout: layout(request, frame), ...model });
  });

  const correctBidPage = (
    request: Request,
    response: Response,
    state: ReturnType<typeof tenderOf>,
    bid: Bid,
    form: FormBody,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const m = request.context.messages;
    const model = correctBidModel(m, state, bid, form, problems);
    const frame = {
      title: model.text.title,
      trail: [tenderTrail(state), { href: `/tenders/${state.dossier}/acts`, label: m.acts.title }],
      returnTo: model.action,
      errors: errorLinks(problems),
    };
    return render(response, 'tender/new-bid', { layout: layout(request, frame), ...model }, status);
  };
  const correctPath = '/tenders/:tender/bids/:bid/correct';
  const correctable = (account: Account, request: Request) => {
    const state = tenderOf(services, account, request);
    requireStep(state, account, 'bid-corrected');
    const bid = state.bids.get(String(request.params.bid));
    if (!bid) throw new HttpError(404);
    staysOutOf(state, bid.id, account.id);
    return { state, bid };
  };
  routes.get(correctPath, causes('bid-corrected'), async (request, response, account) => {
    const { state, bid } = correctable(account, request);
    await correctBidPage(request, response, state, bid, bidAsTyped(request.context.messages, bid), [], 200);
  });
  routes.postLarge(correctPath, causes('bid-corrected'), async (request, response, account) => {
    const m = request.context.messages;
    const { state, bid } = correctable(account, request);
    const { body } = request;
    if (asksForMoreRows(body) || asksForMoreDiscounts(body))
      return await correctBidPage(request, response, state, bid, body, [], 200);
    const form = readBidForm(m, state.rules, body, bid.id);
    const reason = typed(body, 'reason');
    const wrong = reason === '' ? m.bids.correct.reasonMissing : textProblem(m, reason, m.bids.correct.reason, 2000);
    const problems = [
      ...('problems' in form ? form.problems : []),
      ...(wrong === undefined ? [] : [{ field: 'reason', text: wrong }]),
    ];
    if ('problems' in form || problems.length > 0)
      return await correctBidPage(request, response, state, bid, body, problems, 422);
    try {
      const event = { type: 'bid-corrected', payload: { bid: form.bid, reason } } as const;
      tenders.execute(state.dossier, account.id, { type: 'say', events: [event] });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const text = describeError(m, error, namesOf(state.rules, state.bids.values()));
      const problem = { field: fieldOfRefusal(error, state.rules, form.bid, body), text };
      return await correctBidPage(request, response, state, bid, body, [problem], 422);
    }
    response.redirect(303, `/tenders/${state.dossier}?notice=bidCorrected`);
  });

  const newBidPage = (
    request: Request,
    response: Response,
    state: ReturnType<typeof tenderOf>,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const m = request.context.messages;
    const frame = {
      title: m.bids.form.title,
      trail: [tenderTrail(state)],
      returnTo: `/tenders/${state.dossier}/bids/new`,
      errors: errorLinks(problems),
    };
    const model = newBidModel(m, state, request.body ?? {}, problems);
    return render(response, 'tender/new-bid', { layout: layout(request, frame), ...model }, status);
  };

  routes.get('/tenders/:tender/bids/new', causes('bid-registered'), async (request, response, account) => {
    const state = tenderOf(services, account, request);
    requireStep(state, account, 'bid-registered');
    await newBidPage(request, response, state, [], 200);
  });

  routes.postLarge('/tenders/:tender/bids', causes('bid-registered'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    if (asksForMoreRows(request.body) || asksForMoreDiscounts(request.body))
      return await newBidPage(request, response, state, [], 200);
    if (goesBack(request.body)) return await newBidPage(request, response, state, [], 200);
    const form = readBidForm(m, state.rules, request.body, freeBidIds(state, 1)[0]!);
    if ('problems' in form) return await newBidPage(request, response, state, form.problems, 422);
    const late = typed(request.body, 'late');
    const payload = { bid: form.bid, ...(late === '' ? {} : { late: { reason: late } }) };
    const command = { type: 'say', events: [{ type: 'bid-registered', payload }] } as const;
    try {
      // What the rules refuse is said before anything is to be agreed to.
      decide(tenders.get(state.dossier), account.id, command);
      const { confirmation, details } = confirmationOfBid(m, state, form.bid, late);
      const carried = carriedFields(request.body);
      if (!isAgreed(request.body, confirmation, carried)) {
        const more = { carried, details, trail: [tenderTrail(state)], returnTo: `/tenders/${state.dossier}/bids/new` };
        return await confirmPage(web, request, response, confirmation, more);
      }
      tenders.execute(state.dossier, account.id, command);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const text = describeError(m, error, namesOf(state.rules, state.bids.values()));
      const problem = { field: fieldOfRefusal(error, state.rules, form.bid, request.body), text };
      return await newBidPage(request, response, state, [problem], 422);
    }
    response.redirect(303, `/tenders/${state.dossier}?notice=bidRegistered`);
  });

  routes.post('/tenders/:tender/assessors', causes('assessor-appointed'), (request, response, account) => {
    const state = tenderOf(services, account, request);
    const team = typed(request.body, 'team');
    appointAssessor(
      services,
      state.dossier,
      account.id,
      typed(request.body, 'assessor'),
      team === '' ? undefined : team,
    );
    response.redirect(303, `/tenders/${state.dossier}?notice=appointed`);
  });

  routes.post('/tenders/:tender/auditors', causes('auditor-named'), (request, response, account) => {
    const state = tenderOf(services, account, request);
    nameAuditor(services, state.dossier, account.id, typed(request.body, 'auditor'));
    response.redirect(303, `/tenders/${state.dossier}?notice=auditorNamed`);
  });

  routes.post('/tenders/:tender/auditors/release', causes('auditor-released'), (request, response, account) => {
    const state = tenderOf(services, account, request);
    tenders.execute(state.dossier, account.id, { type: 'release-auditor', auditor: typed(request.body, 'auditor') });
    response.redirect(303, `/tenders/${state.dossier}?notice=auditorReleased`);
  });

  /** Asks to agree to a step, from the tender as it stands. */
  const askForStep = (request: Asked, response: Reply, state: Readonly<TenderState>, confirmation: Confirmation) =>
    confirmPage(web, request, response, confirmation, {
      backHref: `/tenders/${state.dossier}`,
      trail: [tenderTrail(state)],
    });
  const lookAtStep = (request: Asked, account: Account, name: TenderStep) => {
    const state = tenderOf(services, account, request);
    const refusal = refusalOfTenderStep(state, account.id, name);
    if (refusal) throw refusal;
    return { state, confirmation: confirmationOfStep({ m: request.context.messages, state, accounts }, name) };
  };
  for (const name of Object.keys(TENDER_STEPS) as TenderStep[]) {
    const { path, type } = TENDER_STEPS[name];
    routes.get(`/tenders/:tender/${path}`, causes(type), async (request, response, account) => {
      const { state, confirmation } = lookAtStep(request, account, name);
      await askForStep(request, response, state, confirmation);
    });
  }

  /** A step that is short work: it is taken only when exactly what is so now was read and agreed to. */
  const step = (
    name: Exclude<TenderStep, 'computeAward'>,
    notice: string,
    take: (state: Readonly<TenderState>, actor: string) => void,
  ): void => {
    const { path, type } = TENDER_STEPS[name];
    routes.post(`/tenders/:tender/${path}`, causes(type), async (request, response, account) => {
      const { state, confirmation } = lookAtStep(request, account, name);
      if (!isAgreed(request.body, confirmation)) return await askForStep(request, response, state, confirmation);
      take(state, account.id);
      response.redirect(303, `/tenders/${state.dossier}?notice=${notice}`);
    });
  };
  const commanded =
    (command: TenderCommand) =>
    ({ dossier }: Readonly<TenderState>, actor: string): void =>
      tenders.execute(dossier, actor, command);
  /** A further round goes on: its number is that of the round that is under way. */
  const inRound =
    (type: 'round-consensus-opened' | 'round-closed') =>
    (state: Readonly<TenderState>, actor: string): void =>
      tenders.execute(state.dossier, actor, { type: 'say', events: [{ type, payload: { round: roundNow(state) } }] });
  step('openAssessment', 'opened', ({ dossier }, actor) => openAssessment(tenders, dossier, actor));
  step('openConsensus', 'consensusOpened', commanded({ type: 'open-consensus' }));
  step('closeQuality', 'qualityClosed', commanded({ type: 'close-quality' }));
  step('openRoundConsensus', 'roundConsensusOpened', inRound('round-consensus-opened'));
  step('closeRound', 'roundClosed', inRound('round-closed'));

  const compute = TENDER_STEPS.computeAward;
  routes.long(
    'post',
    `/tenders/:tender/${compute.path}`,
    causes(compute.type),
    'award',
    async (request, response, account) => {
      const { state, confirmation } = lookAtStep(request, account, 'computeAward');
      if (!isAgreed(request.body, confirmation)) return await askForStep(request, response, state, confirmation);
      request.context.about(sizeOfTender(state));
      await computeAward(tenders, state.dossier, account.id).catch(naming(request.context.messages, state));
      response.redirect(303, `/tenders/${state.dossier}/award?notice=awarded`);
    },
  );
}
