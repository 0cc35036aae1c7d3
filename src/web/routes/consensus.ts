import type { Account } from '../../actions/accounts.ts';
import { DomainError } from '../../domain/errors.ts';
import { assessedIn } from '../../domain/rules/in-lot.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { may } from '../../domain/tender/admit.ts';
import { agreedIn } from '../../domain/tender/state/open-work.ts';
import { currentRound, lastStandingRound } from '../../domain/tender/state/rounds.ts';
import type { Round, TenderState } from '../../domain/tender/state/state.ts';
import { maySeeFindings } from '../../domain/tender/visibility.ts';
import { inLanguage } from '../../messages/messages.ts';
import { causes, sees } from '../access.ts';
import { readScoreFields, readVersion } from '../forms/score-fields.ts';
import { type FormBody, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { consensusListModel, consensusModel, discussedName } from '../pages/consensus.ts';
import { noticeFrom } from '../pages/layout.ts';
import { errorLinks } from '../pages/score-field.ts';
import { placeOf, requireDeclared, requireSight, requireStep, tenderOf, tenderTrail, type Web } from './context.ts';

/** The consensus round: individual scores side by side, and the score that the committee agrees on. */
export function consensusRoutes({ services, routes, render, layout }: Web): void {
  routes.long(
    'get',
    '/tenders/:tender/consensus',
    sees('others-scores', 'consensus'),
    'page',
    async (request, response, account) => {
      const m = request.context.messages;
      const state = tenderOf(services, account, request);
      const round = roundOf(state, account, request.query);
      requireDeclared(state, account);
      const model = consensusListModel(m, account, state, round, mayRecord(state, account, round));
      const frame = {
        title: model.title,
        trail: [tenderTrail(state)],
        notice: noticeFrom(request, { saved: m.consensus.saved }),
      };
      await render(response, 'consensus/list', { layout: layout(request, frame), ...model });
    },
  );

  const path = '/tenders/:tender/consensus/:bid/:lot';
  const trail = (state: ReturnType<typeof tenderOf>, label: string) => [
    tenderTrail(state),
    { href: `/tenders/${state.dossier}/consensus`, label },
  ];

  routes.get(path, sees('others-scores', 'consensus'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    const round = roundOf(state, account, request.query);
    const editable = mayRecord(state, account, round);
    const model = consensusModel(m, state, round, placeOf(state, account, request.params), services.accounts, editable);
    const frame = { title: model.title, trail: trail(state, m.consensus.title) };
    await render(response, 'consensus/form', { layout: layout(request, frame), ...model });
  });

  routes.postLarge(path, causes('consensus-recorded'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    // Before the round is open even a refused form must not show the individual scores.
    requireStep(state, account, 'consensus-recorded');
    const place = placeOf(state, account, request.params);
    const agreedHere = agreedIn(state, currentRound(state), { bid: place.bid.id, lot: place.lot });
    const agreed = assessedIn(state.rules, place.lot).filter(({ criterion }) => agreedHere.includes(criterion.id));
    const form = readScoreFields(m, state.rules, agreed, request.body, 'pairs');

    const refuse = async (problems: typeof form.problems, stale: string | null): Promise<void> => {
      const now = tenderOf(services, account, request);
      const refused = { entries: form.entries, problems, stale: stale !== null };
      const model = consensusModel(
        m,
        now,
        currentRound(now),
        place,
        services.accounts,
        may(now, account.id, 'consensus-recorded'),
        refused,
      );
      const frame = {
        title: model.title,
        trail: trail(state, m.consensus.title),
        returnTo: request.path,
        errors: errorLinks(problems),
        notice: stale === null ? null : { tone: 'warning' as const, title: null, text: stale },
      };
      await render(
        response,
        'consensus/form',
        { layout: layout(request, frame), ...model },
        stale === null ? 422 : 409,
      );
    };
    if (form.problems.length > 0) return await refuse(form.problems, null);

    try {
      services.tenders.execute(state.dossier, account.id, {
        type: 'record-consensus',
        bid: place.bid.id,
        lot: place.lot,
        scores: form.entries.map((entry) => ({
          ...entry,
          version: readVersion(request.body, `version.${entry.criterion}`),
          discussed: typed(request.body, discussedName(entry.criterion)) === 'yes',
        })),
      });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'stale') throw error;
      const names = namesOf(state.rules, state.bids.values());
      const criterion = inLanguage(names.criterion(String(error.details.criterion)), m);
      return await refuse([], m.consensus.stale(criterion));
    }
    response.redirect(303, `/tenders/${state.dossier}/consensus?notice=saved`);
  });
}

/**
 * The round that is asked for; the one that is under way or stands, where none is.
 * @throws HttpError 404 for a round that is not there, 403 for one that this person may not see
 */
function roundOf(state: Readonly<TenderState>, account: Account, query: FormBody): Round {
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
