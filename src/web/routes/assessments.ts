import type { Account } from '../../actions/accounts.ts';
import { handIn, type OwnWork, ownWorkOf, saveScore } from '../../actions/own-work.ts';
import { DomainError } from '../../domain/errors.ts';
import { assessedIn, COMMON } from '../../domain/rules/in-lot.ts';
import { biddable } from '../../domain/rules/rules.ts';
import { checkAssessed } from '../../domain/scoring/input.ts';
import { isAssessor } from '../../domain/tender/access.ts';
import { may } from '../../domain/tender/admit.ts';
import { type PlaceOfWork, readTyped, type TypedScore } from '../../domain/tender/own-work.ts';
import { assignedTo, currentRound } from '../../domain/tender/state/rounds.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { causes, sees } from '../access.ts';
import type { Asked, Reply } from '../asked.ts';
import { KEPT_CELL, readScore, scoreProblems } from '../forms/score-fields.ts';
import { asTyped, type FieldProblem, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { sendKept } from '../kept-answer.ts';
import { assessmentsModel, handedInModel } from '../pages/assessments.ts';
import { type BenchCell, type BenchPage, benchModel, benchPath, cellsOf } from '../pages/bench.ts';
import { handInModel, printOfWork, readyIn } from '../pages/hand-in.ts';
import { noticeFrom } from '../pages/layout.ts';
import { errorLinks } from '../pages/score-field.ts';
import { placeOf, requireAccess, requireDeclared, requireStep, tenderOf, tenderTrail, type Web } from './context.ts';

const LIST = '/tenders/:tender/assessments';

/** An assessor's own work: the list, the bench by bid and by criterion, and handing in. */
export function assessmentRoutes({ services, routes, render, layout }: Web): void {
  const own = (account: Account, request: Asked): { readonly state: Readonly<TenderState>; readonly work: OwnWork } => {
    const state = tenderOf(services, account, request);
    requireAccess(isAssessor(state, account));
    requireDeclared(state, account);
    return { state, work: ownWorkOf(services, state, account.id) };
  };
  const trailOf = (state: Readonly<TenderState>, label: string) => [
    tenderTrail(state),
    { href: `/tenders/${state.dossier}/assessments`, label },
  ];

  routes.long('get', LIST, sees('own-scores'), 'page', async (request, response, account) => {
    const m = request.context.messages;
    const { state, work } = own(account, request);
    const by = request.query.by === 'criterion' ? 'criterion' : 'bid';
    const model = assessmentsModel(m, account, state, services.accounts, work, by);
    const { submitted, submittedAll } = m.assessment;
    const notice = noticeFrom(request, { submitted, submittedAll, sheetKept: m.sheets.scores.kept });
    await render(response, 'assessments/list', {
      layout: layout(request, { title: model.title, trail: [tenderTrail(state)], notice }),
      ...model,
    });
  });

  routes.get(`${LIST}/hand-in`, sees('own-scores'), async (request, response, account) => {
    const { state, work } = own(account, request);
    await showHandIn(request, response, account, state, work);
  });

  const showHandIn = async (
    request: Asked,
    response: Reply,
    account: Account,
    state: Readonly<TenderState>,
    work: OwnWork,
    refusal: { readonly errors?: readonly { href: string; text: string }[]; readonly changed?: true } = {},
  ): Promise<void> => {
    const m = request.context.messages;
    const open = may(state, account.id, 'assessment-submitted');
    const model = handInModel(m, state, open ? work : { ...work, places: [] });
    const { errors = [], changed } = refusal;
    const notice = changed
      ? { tone: 'warning' as const, title: m.assessment.staleTitle, text: m.assessment.handIn.changedSince }
      : null;
    const frame = {
      title: model.title,
      trail: trailOf(state, m.assessments.title),
      errors,
      notice,
      returnTo: request.path,
    };
    const status = errors.length > 0 ? 422 : changed ? 409 : 200;
    await render(response, 'assessments/hand-in', { layout: layout(request, frame), ...model }, status);
  };

  routes.post(`${LIST}/hand-in`, causes('assessment-submitted'), async (request, response, account) => {
    const { state, work } = own(account, request);
    requireStep(state, account, 'assessment-submitted');
    const changed = { changed: true } as const;
    if (asTyped(request.body, 'seen') !== printOfWork(work))
      return await showHandIn(request, response, account, state, work, changed);
    const ready = readyIn(work);
    const errors = ready.flatMap((place) => linksTo(request, state, work, place));
    if (errors.length > 0) return await showHandIn(request, response, account, state, work, { errors });
    if (!handedIn(account, state, ready)) {
      const now = own(account, request);
      return await showHandIn(request, response, account, now.state, now.work, changed);
    }
    response.redirect(303, `/tenders/${state.dossier}/assessments?notice=submittedAll`);
  });

  /** What cannot be handed in of a bid, with links to where it is mended. */
  const linksTo = (request: Asked, state: Readonly<TenderState>, work: OwnWork, { bid, lot }: PlaceOfWork) => {
    const m = request.context.messages;
    const page: BenchPage = { by: 'bid', place: { bid, lot } };
    const cells = cellsOf(m, state, work, page).map((cell) => ({ cell, typed: cell.cell.typed }));
    return cells
      .flatMap((one) => problemsIn(request, state, one, 'all'))
      .map(({ field, text }) => ({ href: `${benchPath(state.dossier, page)}#${field}`, text }));
  };

  /** @returns false when it was handed in from another window meanwhile */
  const handedIn = (account: Account, state: Readonly<TenderState>, places: readonly PlaceOfWork[]): boolean => {
    try {
      handIn(services, services.tenders.get(state.dossier), account.id, places);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'stale') return false;
      throw error;
    }
  };

  const byBid = (account: Account, state: Readonly<TenderState>, request: Asked): BenchPage => {
    const { bid, lot } = placeOf(state, account, request.params);
    return { by: 'bid', place: { bid: bid.id, lot } };
  };
  const byCriterion = (_account: Account, _state: Readonly<TenderState>, { params }: Asked): BenchPage => ({
    by: 'criterion',
    lot: String(params.lot),
    criterion: String(params.criterion),
  });

  for (const [path, pageIn] of [
    [`${LIST}/:bid/:lot`, byBid],
    [`${LIST}/criteria/:lot/:criterion`, byCriterion],
  ] as const) {
    routes.get(path, sees('own-scores'), async (request, response, account) => {
      const { state, work } = own(account, request);
      const page = pageIn(account, state, request);
      if (may(state, account.id, 'assessment-submitted')) {
        const m = request.context.messages;
        return await showBench(request, response, account, state, work, page, {
          notice: noticeFrom(request, { saved: m.assessment.saved }),
        });
      }
      if (page.by === 'criterion' && !isScored(state, page)) throw new HttpError(404);
      const model = handedInModel(request.context.messages, state, page, account.id);
      const frame = { title: model.title, trail: trailOf(state, request.context.messages.assessments.title) };
      await render(response, 'assessments/handed-in', { layout: layout(request, frame), ...model });
    });

    routes.postLarge(path, causes('assessment-submitted'), async (request, response, account) => {
      const { state, work } = own(account, request);
      requireStep(state, account, 'assessment-submitted');
      const page = pageIn(account, state, request);
      const sent = cellsOf(request.context.messages, state, work, page).map((cell) => ({
        cell,
        ...readScore(request.body, cell.key),
      }));
      if (sent.length === 0) throw notThere(state, page);
      const kept = keepAll(request, account, state, sent);
      turnBack(request, account, state, sent);
      await answer(request, response, account, page, kept);
    });
  }

  interface Sent {
    readonly cell: BenchCell;
    readonly typed: TypedScore;
    readonly version: number;
    readonly isTouched: boolean;
  }

  /** Keeps what was typed on each score that somebody touched: nothing of it waits for the rest to be right. */
  const keepAll = (request: Asked, account: Account, state: Readonly<TenderState>, sent: readonly Sent[]) => {
    const problems: FieldProblem[] = [];
    const unkept = new Map<string, TypedScore>();
    let tookPlace = false;
    for (const { cell, typed: given, version, isTouched } of sent) {
      if (!isTouched) continue;
      try {
        const about = { place: cell.place, criterion: cell.cell.criterion };
        tookPlace = saveScore(services, state, account.id, about, version, given).tookPlace || tookPlace;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        unkept.set(cell.key, given);
        problems.push(...problemsIn(request, state, { cell, typed: given }, 'nothing'));
        if (problems.length === 0) throw error;
      }
    }
    return { problems, unkept, tookPlace };
  };

  /** Puts back what another window had, or throws it away, where that was asked for. */
  const turnBack = (request: Asked, account: Account, state: Readonly<TenderState>, sent: readonly Sent[]): void => {
    for (const [name, puts] of [
      ['restore', true],
      ['discard', false],
    ] as const) {
      const [key, version] = asTyped(request.body, name).split(' ');
      const cell = sent.find((one) => one.cell.key === key)?.cell;
      const draft = cell && ownWorkOf(services, state, account.id).draftAt(cell.place, cell.cell.criterion);
      const old = draft?.behind.find((one) => String(one.version) === version);
      if (!draft || !old) continue;
      if (puts) services.drafts.save(account.id, draft.about, draft.version, old.fields);
      else services.drafts.forgetBehind(account.id, draft.about, old.version);
    }
  };

  /** Shows the page anew, goes on to the next, or hands in: whatever was asked, after all was kept. */
  const answer = async (
    request: Asked,
    response: Reply,
    account: Account,
    page: BenchPage,
    { problems, unkept, tookPlace }: ReturnType<typeof keepAll>,
  ): Promise<void> => {
    const m = request.context.messages;
    const { state, work } = own(account, request);
    const cells = cellsOf(m, state, work, page).map((cell) => ({ cell, typed: cell.cell.typed }));
    const intent = typed(request.body, 'intent');
    const submits = intent === 'submit' && page.by === 'bid';
    const found = [
      ...problems,
      ...cells
        .filter(({ cell }) => !unkept.has(cell.key))
        .flatMap((one) => problemsIn(request, state, one, submits ? 'all' : 'nothing')),
    ];
    if (found.length > 0)
      return await showBench(request, response, account, state, work, page, { problems: found, unkept });
    const warning = { tone: 'warning' as const, title: m.assessment.behindTitle, text: m.assessment.behind };
    if (tookPlace)
      return await showBench(request, response, account, state, work, page, { notice: warning, status: 409 });
    const place = cells[0]?.cell.place;
    if (submits && place) {
      if (handedIn(account, state, [place])) {
        return response.redirect(303, `/tenders/${state.dossier}/assessments?notice=submitted`);
      }
      const notice = { tone: 'warning' as const, title: m.assessment.staleTitle, text: m.assessment.stale };
      const now = own(account, request);
      return await showBench(request, response, account, now.state, now.work, page, { notice, status: 409 });
    }
    const next = benchModel(m, state, account, work, page).next;
    response.redirect(303, intent === 'next' ? next : `${benchPath(state.dossier, page)}?notice=saved`);
  };

  const problemsIn = (
    request: Asked,
    state: Readonly<TenderState>,
    { cell, typed: given }: { readonly cell: BenchCell; readonly typed: TypedScore },
    demand: 'nothing' | 'all',
  ): FieldProblem[] => {
    const { key, legend: name, node, place } = cell;
    const { draft: read } = readTyped(state, place, cell.cell.criterion, given);
    return scoreProblems(request.context.messages, state.rules, node, { key, name, typed: given, read }, demand);
  };

  const showBench = async (
    request: Asked,
    response: Reply,
    account: Account,
    state: Readonly<TenderState>,
    work: OwnWork,
    page: BenchPage,
    {
      problems = [],
      unkept,
      notice = null,
      status = problems.length > 0 ? 422 : 200,
    }: {
      readonly problems?: readonly FieldProblem[];
      readonly unkept?: ReadonlyMap<string, TypedScore>;
      readonly notice?: ReturnType<typeof noticeFrom>;
      readonly status?: number;
    },
  ): Promise<void> => {
    const m = request.context.messages;
    const model = benchModel(m, state, account, work, page, problems, unkept);
    if (model.fields.length === 0) throw notThere(state, page);
    const frame = {
      title: model.title,
      trail: trailOf(state, m.assessments.title),
      returnTo: request.path,
      errors: errorLinks(problems),
      notice,
    };
    await render(response, 'assessments/bench', { layout: layout(request, frame), ...model }, status);
  };

  routes.postKept(
    `${LIST}/:bid/:lot/:criterion/draft`,
    causes('assessment-submitted'),
    (request, response, account) => {
      const m = request.context.messages;
      const state = tenderOf(services, account, request);
      requireAccess(isAssessor(state, account));
      requireStep(state, account, 'assessment-submitted');
      const { bid, lot } = placeOf(state, account, request.params);
      const place = { bid: bid.id, lot };
      const criterion = String(request.params.criterion);
      if (!assignedTo(state, currentRound(state), account.id, place).includes(criterion)) throw new HttpError(404);
      const { typed: given, version } = readScore(request.body, KEPT_CELL);
      const about = { place, criterion };
      const saved = saveScore(services, state, account.id, about, version, given);
      sendKept(response, m.assessment.saving.saved(m.format.time(saved.savedAt)), saved, request);
    },
  );
}

/** Why there is nothing to score on a page. @throws DomainError `score-for-invalid-bid` for a bid that does not count there */
function notThere({ rules, bids }: Readonly<TenderState>, page: BenchPage): HttpError {
  if (page.by === 'bid') checkAssessed(rules, bids.values(), page.place);
  return new HttpError(404);
}

const isScored = (
  { rules }: Readonly<TenderState>,
  { lot, criterion }: Extract<BenchPage, { by: 'criterion' }>,
): boolean =>
  (lot === COMMON || biddable(rules).some(({ id }) => id === lot)) &&
  assessedIn(rules, lot).some((node) => node.criterion.id === criterion);
