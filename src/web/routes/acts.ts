import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { openTender } from '../../actions/open-tender.ts';
import { rulesStanding } from '../../criteria/rules-standing.ts';
import { DomainError } from '../../domain/errors.ts';
import { hasRole } from '../../domain/roles.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { may } from '../../domain/tender/admit.ts';
import { notAmendable } from '../../domain/tender/amendable.ts';
import { decide } from '../../domain/tender/decide.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { maySeeFindings, maySeeThing } from '../../domain/tender/visibility.ts';
import { describeError } from '../../messages/messages.ts';
import { causes, sees } from '../access.ts';
import { ACT_NAMES, ACTS, type ActName } from '../acts/acts.ts';
import { askingOf, type TenderAct, type TenderActs, type TenderAsking } from '../acts/tender-acts.ts';
import { carriedFields, goesBack, isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfPublishing } from '../confirm/publishing.ts';
import { todayBy } from '../dutch-date.ts';
import { type FieldProblem, textProblem, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { actsModel, copyModel, tenderActModel } from '../pages/acts.ts';
import { interestsModel, readInterests } from '../pages/interests.ts';
import { openRoundModel, readOpenRound, roundsModel } from '../pages/rounds.ts';
import { errorLinks } from '../pages/score-field.ts';
import { confirmPage } from './confirming.ts';
import { requireSight, requireStep, tenderOf, tenderTrail, type Web } from './context.ts';
import { type ActInDossier, doAct, showAct } from './one-act.ts';

const ACT_EVENTS = [...new Set(ACT_NAMES.map((name) => ACTS[name].event))];

/** What is done beside the usual course: correcting, going back, doing over, and what needs two people. */
export function actRoutes({ services, routes, render, layout }: Web): void {
  const { tenders, accounts } = services;
  const asking = (request: Request, account: Account, state: Readonly<TenderState>): TenderAsking =>
    askingOf(request.context.messages, state, account, accounts);
  /** What the rules refuse, at the field that it is about. */
  const problemIn = (
    request: Request,
    state: Readonly<TenderState>,
    error: unknown,
    fields: readonly string[],
  ): FieldProblem => {
    if (!(error instanceof DomainError)) throw error;
    const text = describeError(request.context.messages, error, namesOf(state.rules, state.bids.values()));
    const field = error.field !== null && fields.includes(error.field) ? error.field : (fields[0] ?? '');
    return { field, text };
  };

  routes.get('/tenders/:tender/acts', sees('rules'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    const opensRound = may(state, account.id, 'round-opened');
    const more = [
      ...(may(state, account.id, 'bid-corrected')
        ? [...state.bids.values()].map(({ id, bidder }) => ({
            group: 'bids' as const,
            href: `/tenders/${state.dossier}/bids/${id}/correct`,
            label: m.bids.correct.link(bidder.name),
            lead: m.bids.correct.lead,
          }))
        : []),
      ...(may(state, account.id, 'draw-recorded')
        ? lastDraws(state).map(({ lots, number }) => ({
            group: 'lots' as const,
            href: `/tenders/${state.dossier}/draws/${number}/again`,
            label: m.draw.againLink(lots.map(namesOf(state.rules, []).lot)),
            lead: m.draw.againLead,
          }))
        : []),
      ...(may(state, account.id, 'rules-amended') && notAmendable(state, todayBy(services)) === undefined
        ? [
            {
              group: 'tender' as const,
              href: `/tenders/${state.dossier}/amendment`,
              label: m.amendments.link,
              lead: m.amendments.begin.lead,
            },
          ]
        : []),
      ...(hasRole(account, 'procurement-officer')
        ? [
            {
              group: 'tender' as const,
              href: `/tenders/${state.dossier}/copy`,
              label: m.acts.copy.title,
              lead: m.acts.copy.lead,
            },
          ]
        : []),
      ...(opensRound
        ? [
            {
              group: 'assessment' as const,
              href: `/tenders/${state.dossier}/rounds/new`,
              label: m.rounds.open.title,
              lead: m.rounds.open.lead,
            },
          ]
        : []),
    ];
    const frame = { title: m.acts.title, trail: [tenderTrail(state)] };
    await render(response, 'tender/acts', {
      layout: layout(request, frame),
      ...actsModel(asking(request, account, state), more),
    });
  });

  const copyPage = (
    request: Request,
    response: Response,
    state: Readonly<TenderState>,
    problems: readonly FieldProblem[],
  ) => {
    const m = request.context.messages;
    const model = copyModel(m, state, request.body ?? {}, problems);
    const frame = {
      title: model.title,
      trail: [tenderTrail(state)],
      returnTo: model.action,
      errors: errorLinks(problems),
    };
    const status = problems.length > 0 ? 422 : 200;
    return render(response, 'tender/act', { layout: layout(request, frame), ...model }, status);
  };
  const copyPath = '/tenders/:tender/copy';
  routes.get(copyPath, causes('rules-published'), async (request, response, account) => {
    await copyPage(request, response, tenderOf(services, account, request), []);
  });
  routes.post(copyPath, causes('rules-published'), async (request, response, account) => {
    const { copy } = request.context.messages.acts;
    const state = tenderOf(services, account, request);
    const title = typed(request.body, 'title');
    const wrong = title === '' ? copy.nameMissing : textProblem(request.context.messages, title, copy.name, 200, 'one');
    if (wrong !== undefined) return await copyPage(request, response, state, [{ field: 'title', text: wrong }]);
    if (goesBack(request.body)) return await copyPage(request, response, state, []);
    const published = { rules: state.rules, sha256: state.rulesSha256 };
    const { confirmation, details } = confirmationOfPublishing(
      request.context.messages,
      title,
      published,
      rulesStanding(state.rules, state.rulesSha256, services.ruleSets.tenders),
      services.storage.lists.chairedBy(account.id),
      `/tenders/${state.dossier}/copy`,
    );
    const carried = carriedFields(request.body);
    if (!isAgreed(request.body, confirmation, carried)) {
      const more = { carried, details, trail: [tenderTrail(state)] };
      return await confirmPage({ render, layout }, request, response, confirmation, more);
    }
    const dossier = openTender(tenders, account.id, title, published, { fictional: state.fictional });
    response.redirect(303, `/tenders/${dossier}?notice=created`);
  });

  const nameOf = (given: unknown): ActName => {
    const found = ACT_NAMES.find((one) => one === given);
    if (!found) throw new HttpError(404);
    return found;
  };
  const path = '/tenders/:tender/acts/:act';
  /** The act in the path, as this person does it in this tender. @throws DomainError where he or she may not, now */
  const actIn = (request: Request, response: Response, account: Account): ActInDossier<TenderActs> => {
    const state = tenderOf(services, account, request);
    const { dossier } = state;
    const name = nameOf(request.params.act);
    const act: TenderAct = ACTS[name];
    requireStep(state, account, act.event);
    const trail = [
      tenderTrail(state),
      { href: `/tenders/${dossier}/acts`, label: request.context.messages.acts.title },
    ];
    return {
      act,
      asking: asking(request, account, state),
      action: `/tenders/${dossier}/acts/${name}`,
      dossierHref: `/tenders/${dossier}`,
      trail,
      page: (problems, status) => {
        const now = asking(request, account, tenderOf(services, account, request));
        const model = tenderActModel(now, name, request.body ?? {}, problems);
        const frame = { title: model.title, trail, returnTo: model.action, errors: errorLinks(problems) };
        return render(response, 'tender/act', { layout: layout(request, frame), ...model }, status);
      },
      check: (events) => {
        decide(tenders.get(dossier), account.id, { type: 'say', events });
      },
      execute: (events) => tenders.execute(dossier, account.id, { type: 'say', events }),
      describe: (error) => describeError(request.context.messages, error, namesOf(state.rules, state.bids.values())),
      // Who hands over does not see the tender any more.
      done: () => {
        const stays = maySeeThing(tenders.get(dossier), account, 'rules');
        response.redirect(303, stays ? `/tenders/${dossier}?notice=${name}` : '/');
      },
    };
  };
  routes.get(path, causes(...ACT_EVENTS), (request, response, account) =>
    showAct({ render, layout }, request, response, actIn(request, response, account)),
  );
  routes.post(path, causes(...ACT_EVENTS), (request, response, account) =>
    doAct({ render, layout }, request, response, actIn(request, response, account)),
  );

  const interestsPage = (
    request: Request,
    response: Response,
    account: Account,
    state: Readonly<TenderState>,
    problems: readonly FieldProblem[],
  ) => {
    const m = request.context.messages;
    const refused = problems.length > 0;
    const model = interestsModel(m, state, account, refused ? request.body : null, problems);
    const frame = {
      title: m.interests.title,
      trail: [tenderTrail(state)],
      returnTo: model.action,
      errors: errorLinks(problems),
    };
    return render(response, 'tender/interests', { layout: layout(request, frame), ...model }, refused ? 422 : 200);
  };

  routes.get('/tenders/:tender/interests', causes('interests-declared'), async (request, response, account) => {
    // Names come first: they are not veiled here, and tell nothing of who is which letter.
    const state = tenders.get(tenderOf(services, account, request).dossier);
    requireStep(state, account, 'interests-declared');
    await interestsPage(request, response, account, state, []);
  });

  routes.postLarge('/tenders/:tender/interests', causes('interests-declared'), async (request, response, account) => {
    const m = request.context.messages;
    // Names come first: they are not veiled here, and tell nothing of who is which letter.
    const state = tenders.get(tenderOf(services, account, request).dossier);
    requireStep(state, account, 'interests-declared');
    const read = readInterests(m, state, account, request.body);
    if ('problems' in read) return await interestsPage(request, response, account, state, read.problems);
    const { interests } = read;
    if (interests.length > 0) {
      const event = { type: 'interests-declared', payload: { interests } } as const;
      tenders.execute(state.dossier, account.id, { type: 'say', events: [event] });
    }
    response.redirect(303, `/tenders/${state.dossier}?notice=declared`);
  });

  routes.get('/tenders/:tender/rounds', sees('consensus', 'others-scores'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    // While a round is under way, who does not take part in it sees the ones before.
    const seen = state.rounds.some((round) => maySeeFindings(state, account, round));
    if (!seen) requireSight(state, account, 'others-scores', 'consensus');
    const model = roundsModel(m, state, account, accounts, maySeeThing(state, account, 'award'));
    const frame = { title: m.rounds.title, trail: [tenderTrail(state)] };
    await render(response, 'tender/rounds', { layout: layout(request, frame), ...model });
  });

  const openRoundPage = (
    request: Request,
    response: Response,
    state: Readonly<TenderState>,
    problems: readonly FieldProblem[],
  ) => {
    const m = request.context.messages;
    const refused = problems.length > 0;
    const model = openRoundModel(m, state, accounts, refused ? request.body : null, problems);
    const frame = {
      title: m.rounds.open.title,
      trail: [tenderTrail(state), { href: `/tenders/${state.dossier}/acts`, label: m.acts.title }],
      returnTo: `/tenders/${state.dossier}/rounds/new`,
      errors: errorLinks(problems),
    };
    return render(response, 'tender/open-round', { layout: layout(request, frame), ...model }, refused ? 422 : 200);
  };

  routes.get('/tenders/:tender/rounds/new', causes('round-opened'), async (request, response, account) => {
    const state = tenderOf(services, account, request);
    requireStep(state, account, 'round-opened');
    await openRoundPage(request, response, state, []);
  });

  routes.postLarge('/tenders/:tender/rounds', causes('round-opened'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    requireStep(state, account, 'round-opened');
    const read = readOpenRound(m, state, accounts, request.body);
    if ('problems' in read) return await openRoundPage(request, response, state, read.problems);
    try {
      tenders.execute(state.dossier, account.id, { type: 'say', events: read.events });
    } catch (error) {
      return await openRoundPage(request, response, state, [problemIn(request, state, error, ['assessors'])]);
    }
    response.redirect(303, `/tenders/${state.dossier}?notice=roundOpened`);
  });
}

/** Of draws for the same lots the last, with its number from 1: one that was held again is not recorded anew. */
const lastDraws = ({ draws }: Readonly<TenderState>): { readonly lots: readonly string[]; readonly number: number }[] =>
  draws.flatMap(({ lots }, index) =>
    index === draws.findLastIndex((one) => one.lots.join() === lots.join()) ? [{ lots, number: index + 1 }] : [],
  );
