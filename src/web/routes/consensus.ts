import type { Account } from '../../actions/accounts.ts';
import {
  consensusDrafts,
  forgetConsensusDrafts,
  saveConsensusDraft,
  type TypedConsensus,
} from '../../actions/consensus-drafts.ts';
import { DomainError } from '../../domain/errors.ts';
import { assessedIn } from '../../domain/rules/in-lot.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { may } from '../../domain/tender/admit.ts';
import { readTyped, type TypedScore } from '../../domain/tender/own-work.ts';
import { agreedIn } from '../../domain/tender/state/open-work.ts';
import { currentRound, lastStandingRound, scoresIn } from '../../domain/tender/state/rounds.ts';
import type { Round, TenderState } from '../../domain/tender/state/state.ts';
import { maySeeFindings } from '../../domain/tender/visibility.ts';
import { inLanguage } from '../../messages/messages.ts';
import { causes, sees } from '../access.ts';
import type { Asked } from '../asked.ts';
import { KEPT_CELL, readScore, readVersion, scoreProblems } from '../forms/score-fields.ts';
import { asTyped, type FieldProblem, type FormBody, typed, typedAll } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { sendKept } from '../kept-answer.ts';
import { consensusModel, discussedName } from '../pages/consensus.ts';
import { agreedCells, cellKey, consensusListModel, isEqual } from '../pages/consensus-list.ts';
import { noticeFrom } from '../pages/layout.ts';
import { errorLinks } from '../pages/score-field.ts';
import { placeOf, requireDeclared, requireSight, requireStep, tenderOf, tenderTrail, type Web } from './context.ts';

const LIST = '/tenders/:tender/consensus';

/** The consensus round: the differences first, individual scores side by side, and the score that the committee agrees on. */
export function consensusRoutes({ services, routes, render, layout }: Web): void {
  routes.long('get', LIST, sees('others-scores', 'consensus'), 'page', async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    const round = roundOf(state, account, request.query);
    requireDeclared(state, account);
    const editable = mayRecord(state, account, round);
    const model = consensusListModel(m, account, state, round, editable, services.accounts.nameOf);
    const { saved, equalSaved } = m.consensus;
    const frame = {
      title: model.title,
      trail: [tenderTrail(state)],
      notice: noticeFrom(request, { saved, equalSaved, sheetKept: m.sheets.scores.kept }),
    };
    await render(response, 'consensus/list', { layout: layout(request, frame), ...model });
  });

  routes.postLarge(`${LIST}/equal`, causes('consensus-recorded'), async (request, response, account) => {
    const state = tenderOf(services, account, request);
    requireStep(state, account, 'consensus-recorded');
    const taken = new Set(typedAll(request.body, 'take'));
    const cells = agreedCells(state, currentRound(state), account.id).filter(
      (cell) => taken.has(cellKey(cell)) && isEqual(cell) && !cell.recorded,
    );
    services.tenders.execute(state.dossier, account.id, {
      type: 'record-consensus-everywhere',
      places: cells.map(({ bid, lot, criterion, given }) => {
        const from = given[Number(asTyped(request.body, `from.${cellKey({ bid, lot, criterion })}`))] ?? given[0]!;
        const { score, motivation } = from;
        return { bid, lot, scores: [{ criterion, score, motivation, version: 0 }] };
      }),
    });
    response.redirect(303, `/tenders/${state.dossier}/consensus${cells.length > 0 ? '?notice=equalSaved' : ''}`);
  });

  const path = `${LIST}/:bid/:lot`;
  const trail = (state: ReturnType<typeof tenderOf>, label: string) => [
    tenderTrail(state),
    { href: `/tenders/${state.dossier}/consensus`, label },
  ];

  routes.get(path, sees('others-scores', 'consensus'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    const round = roundOf(state, account, request.query);
    const editable = mayRecord(state, account, round);
    const place = placeOf(state, account, request.params);
    const drafts = consensusDrafts(services, state, account.id, { bid: place.bid.id, lot: place.lot });
    const model = consensusModel(m, state, account, round, place, services.accounts, editable, drafts);
    const frame = {
      title: model.title,
      trail: trail(state, m.consensus.title),
      notice: noticeFrom(request, { kept: m.consensus.kept }),
    };
    await render(response, 'consensus/form', { layout: layout(request, frame), ...model });
  });

  const read = (body: FormBody, key: string): ReturnType<typeof readScore> & { readonly typed: TypedConsensus } => {
    const sent = readScore(body, key);
    return { ...sent, typed: { ...sent.typed, discussed: typed(body, discussedName(key)) === 'yes' } };
  };

  routes.postLarge(path, causes('consensus-recorded'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    // Before the round is open even a refused form must not show the individual scores.
    requireStep(state, account, 'consensus-recorded');
    const { bid, lot } = placeOf(state, account, request.params);
    const place = { bid: bid.id, lot };
    const agreed = agreedIn(state, currentRound(state), place);
    const problems: FieldProblem[] = [];
    const unkept = new Map<string, TypedScore>();
    const scores = assessedIn(state.rules, lot)
      .filter(({ criterion }) => agreed.includes(criterion.id))
      .map((node) => {
        const { id } = node.criterion;
        const { typed: given, version, isTouched } = read(request.body, id);
        const { draft } = readTyped(state, place, id, given);
        const cell = { key: id, name: inLanguage(node.criterion.name, m), typed: given, read: draft };
        problems.push(...scoreProblems(m, state.rules, node, cell, 'pairs'));
        try {
          if (isTouched) saveConsensusDraft(services, state, account.id, { place, criterion: id }, version, given);
        } catch (error) {
          if (!(error instanceof DomainError) || problems.length === 0) throw error;
          unkept.set(id, given);
        }
        const { score, motivation } = draft;
        const recorded = readVersion(request.body, `version.${id}`);
        return { criterion: id, score, motivation, version: recorded, discussed: given.discussed };
      });
    const turned = turnBack(request, account, state, place);
    if (turned !== null) return response.redirect(303, `${pathOf(state, place)}?notice=kept#cell-${turned}`);

    const refuse = async (found: readonly FieldProblem[], stale: string | null): Promise<void> => {
      const now = tenderOf(services, account, request);
      const drafts = consensusDrafts(services, now, account.id, place);
      const refused = { problems: found, unkept, stale: stale !== null };
      const editable = may(now, account.id, 'consensus-recorded');
      const model = consensusModel(
        m,
        now,
        account,
        currentRound(now),
        { bid, lot },
        services.accounts,
        editable,
        drafts,
        refused,
      );
      const frame = {
        title: model.title,
        trail: trail(state, m.consensus.title),
        returnTo: request.path,
        errors: errorLinks(found),
        notice: stale === null ? null : { tone: 'warning' as const, title: null, text: stale },
      };
      await render(
        response,
        'consensus/form',
        { layout: layout(request, frame), ...model },
        stale === null ? 422 : 409,
      );
    };
    if (problems.length > 0) return await refuse(problems, null);

    try {
      services.tenders.execute(state.dossier, account.id, { type: 'record-consensus', ...place, scores }, () =>
        forgetConsensusDrafts(services, state, account.id, place, agreed),
      );
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'stale') throw error;
      const names = namesOf(state.rules, state.bids.values());
      const criterion = inLanguage(names.criterion(String(error.details.criterion)), m);
      return await refuse([], m.consensus.stale(criterion));
    }
    response.redirect(303, `/tenders/${state.dossier}/consensus?notice=saved`);
  });

  /**
   * Takes a motivation over, or puts back or throws away what another window had, where that was asked for.
   * @returns the criterion that it was asked of; null where nothing was
   */
  const turnBack = (
    request: Asked,
    account: Account,
    state: Readonly<TenderState>,
    place: { readonly bid: string; readonly lot: string },
  ): string | null => {
    const asked = (['take', 'restore', 'discard'] as const).find((name) => asTyped(request.body, name) !== '');
    if (!asked) return null;
    const [criterion = '', which = ''] = asTyped(request.body, asked).split(' ');
    const round = currentRound(state);
    if (!agreedIn(state, round, place).includes(criterion)) return null;
    const draft = consensusDrafts(services, state, account.id, place).get(criterion);
    const { typed: now } = read(request.body, criterion);
    const keep = (fields: TypedConsensus): void => {
      const cell = { place, criterion };
      saveConsensusDraft(services, state, account.id, cell, draft?.version ?? 0, fields);
    };
    const old = draft?.behind.find(({ version }) => String(version) === which);
    switch (asked) {
      case 'take': {
        const motivation = scoresIn(state, round, place, criterion)[Number(which)]?.motivation;
        if (motivation !== undefined) keep({ ...now, motivation: added(now.motivation, motivation) });
        return criterion;
      }
      case 'restore':
        if (draft && old) services.drafts.save(account.id, draft.about, draft.version, old.fields);
        return criterion;
      case 'discard':
        if (draft && old) services.drafts.forgetBehind(account.id, draft.about, old.version);
        return criterion;
      default:
        return asked satisfies never;
    }
  };

  routes.postKept(`${path}/:criterion/draft`, causes('consensus-recorded'), (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    requireStep(state, account, 'consensus-recorded');
    const { bid, lot } = placeOf(state, account, request.params);
    const place = { bid: bid.id, lot };
    const criterion = String(request.params.criterion);
    if (!agreedIn(state, currentRound(state), place).includes(criterion)) throw new HttpError(404);
    const { typed: given, version } = read(request.body, KEPT_CELL);
    const saved = saveConsensusDraft(services, state, account.id, { place, criterion }, version, given);
    sendKept(response, m.assessment.saving.saved(m.format.time(saved.savedAt)), saved, request);
  });
}

const pathOf = (
  { dossier }: Readonly<TenderState>,
  { bid, lot }: { readonly bid: string; readonly lot: string },
): string => `/tenders/${dossier}/consensus/${bid}/${lot}`;

/** What was written stays: a motivation that is taken over comes behind it. */
const added = (before: string, motivation: string): string =>
  before.trim() === '' || before.includes(motivation) ? before.trim() || motivation : `${before}\n\n${motivation}`;

/**
 * The round that is asked for; the one that is under way or stands, where none is.
 * @throws HttpError 404 for a round that is not there, 403 for one that this person may not see
 */
export function roundOf(state: Readonly<TenderState>, account: Account, query: FormBody): Round {
  if (query.round !== undefined) {
    const asked = state.rounds.find(({ number }) => String(number) === query.round);
    if (!asked) throw new HttpError(404);
    if (!maySeeFindings(state, account, asked)) throw new HttpError(403);
    return asked;
  }
  requireSight(state, account, 'others-scores', 'consensus');
  return lastStandingRound(state);
}

const mayRecord = (state: Readonly<TenderState>, account: Account, round: Round): boolean =>
  round === currentRound(state) && may(state, account.id, 'consensus-recorded');
