import type { Request, Response } from 'express';
import { appointAssessor } from '../../actions/appoint-assessor.ts';
import { computeAward } from '../../actions/compute-award.ts';
import { DomainError } from '../../domain/errors.ts';
import { isChair } from '../../domain/tender/access.ts';
import type { TenderCommand } from '../../domain/tender/decide.ts';
import { bidsInWords } from '../../explanation/bids.ts';
import { rulesInWords } from '../../explanation/rules.ts';
import { describeError } from '../../messages/messages.ts';
import { readBidForm } from '../forms/bid-form.ts';
import { type FieldProblem, typed } from '../forms/text.ts';
import { noticeFrom } from '../pages/layout.ts';
import { newBidModel } from '../pages/new-bid.ts';
import { errorLinks } from '../pages/score-field.ts';
import { tenderModel } from '../pages/tender.ts';
import { requireAccess, tenderOf, tenderTrail, type Web } from './context.ts';

const VIEWERS = ['procurement-officer', 'assessor', 'committee-member', 'auditor'] as const;
const OFFICER = ['procurement-officer'] as const;

/** The overview of a tender, its rules and bids, and the steps from phase to phase. */
export function tenderRoutes({ services, routes, render, layout }: Web): void {
  const { tenders, accounts } = services;

  routes.get('/tenders/:tender', VIEWERS, async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request.params.tender);
    const model = tenderModel(m, account, state, accounts);
    const frame = { title: state.title, notice: noticeFrom(request, m.tender.notice) };
    await render(response, 'tender/tender', { layout: layout(request, frame), ...model });
  });

  routes.get('/tenders/:tender/rules', VIEWERS, async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request.params.tender);
    const rules = rulesInWords(m, state.rules, state.rulesSha256);
    const frame = { title: rules.title, trail: [tenderTrail(state)] };
    await render(response, 'tender/rules', { layout: layout(request, frame), rules });
  });

  routes.get('/tenders/:tender/bids', VIEWERS, async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request.params.tender);
    const bids = bidsInWords(m, state.rules, state.bids.values(), state.fallen);
    const frame = { title: bids.title, trail: [tenderTrail(state)] };
    await render(response, 'tender/bids', { layout: layout(request, frame), bids });
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

  routes.get('/tenders/:tender/bids/new', OFFICER, async (request, response, account) => {
    await newBidPage(request, response, tenderOf(services, account, request.params.tender), [], 200);
  });

  routes.post('/tenders/:tender/bids', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request.params.tender);
    const form = readBidForm(m, state.rules, request.body, `bid-${state.bids.size + 1}`);
    if ('problems' in form) return await newBidPage(request, response, state, form.problems, 422);
    try {
      tenders.execute(state.dossier, account.id, { type: 'register-bid', bid: form.bid });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const field = error.code.includes('organisation') || error.code === 'bidder-form' ? 'members' : 'name';
      const place = error.code.includes('lot') ? 'lots' : field;
      return await newBidPage(request, response, state, [{ field: place, text: describeError(m, error) }], 422);
    }
    response.redirect(303, `/tenders/${state.dossier}?notice=bidRegistered`);
  });

  routes.post('/tenders/:tender/assessors', OFFICER, (request, response, account) => {
    const state = tenderOf(services, account, request.params.tender);
    appointAssessor(services, state.dossier, account.id, typed(request.body, 'assessor'));
    response.redirect(303, `/tenders/${state.dossier}?notice=appointed`);
  });

  const step = (path: string, command: TenderCommand, next: string): void => {
    routes.post(`/tenders/:tender/${path}`, OFFICER, (request, response, account) => {
      const state = tenderOf(services, account, request.params.tender);
      requireAccess(isChair(state, account));
      tenders.execute(state.dossier, account.id, command);
      response.redirect(303, `/tenders/${state.dossier}${next}`);
    });
  };
  step('assessment/open', { type: 'open-assessment' }, '?notice=opened');
  step('consensus/open', { type: 'open-consensus' }, '?notice=consensusOpened');
  step('quality/close', { type: 'close-quality' }, '?notice=qualityClosed');
  routes.post('/tenders/:tender/award', OFFICER, async (request, response, account) => {
    const state = tenderOf(services, account, request.params.tender);
    requireAccess(isChair(state, account));
    await computeAward(tenders, state.dossier, account.id);
    response.redirect(303, `/tenders/${state.dossier}/award?notice=awarded`);
  });
}
