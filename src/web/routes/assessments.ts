import { DomainError } from '../../domain/errors.ts';
import { assessedIn } from '../../domain/rules/in-lot.ts';
import { isAssessor } from '../../domain/tender/access.ts';
import { may } from '../../domain/tender/admit.ts';
import { assignedTo, currentRound } from '../../domain/tender/state/rounds.ts';
import { causes, sees } from '../access.ts';
import { readScoreFields, readVersion } from '../forms/score-fields.ts';
import { typed } from '../forms/text.ts';
import { assessmentModel, assessmentsModel } from '../pages/assessments.ts';
import { noticeFrom } from '../pages/layout.ts';
import { errorLinks } from '../pages/score-field.ts';
import { placeOf, requireAccess, requireDeclared, tenderOf, tenderTrail, type Web } from './context.ts';

/** An assessor's own work: the list, and the form per bid and lot. */
export function assessmentRoutes({ services, routes, render, layout }: Web): void {
  routes.long('get', '/tenders/:tender/assessments', sees('own-scores'), 'page', async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    requireAccess(isAssessor(state, account));
    requireDeclared(state, account);
    const model = assessmentsModel(m, account, state, services.accounts);
    const { saved, submitted } = m.assessment;
    const frame = {
      title: model.title,
      trail: [tenderTrail(state)],
      notice: noticeFrom(request, { saved, submitted }),
    };
    await render(response, 'assessments/list', { layout: layout(request, frame), ...model });
  });

  const path = '/tenders/:tender/assessments/:bid/:lot';
  const trail = (state: ReturnType<typeof tenderOf>, label: string) => [
    tenderTrail(state),
    { href: `/tenders/${state.dossier}/assessments`, label },
  ];

  routes.get(path, sees('own-scores'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    requireAccess(isAssessor(state, account));
    const place = placeOf(state, account, request.params);
    const model = assessmentModel(m, state, place, account.id, may(state, account.id, 'assessment-saved'));
    const frame = {
      title: model.title,
      trail: trail(state, m.assessments.title),
      notice: noticeFrom(request, { saved: m.assessment.saved }),
    };
    await render(response, 'assessments/form', { layout: layout(request, frame), ...model });
  });

  routes.postLarge(path, causes('assessment-saved', 'assessment-submitted'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    requireAccess(isAssessor(state, account));
    const place = placeOf(state, account, request.params);
    const assigned = assignedTo(state, currentRound(state), account.id, { bid: place.bid.id, lot: place.lot });
    const submitting = typed(request.body, 'intent') !== 'save';
    const form = readScoreFields(
      m,
      state.rules,
      assessedIn(state.rules, place.lot).filter(({ criterion: { id } }) => assigned.includes(id)),
      request.body,
      submitting ? 'all' : 'nothing',
    );

    const refuse = async (problems: typeof form.problems, stale: boolean): Promise<void> => {
      const now = tenderOf(services, account, request);
      const model = assessmentModel(m, now, place, account.id, may(now, account.id, 'assessment-saved'), {
        entries: form.entries,
        problems,
        stale,
      });
      const frame = {
        title: model.title,
        trail: trail(state, m.assessments.title),
        returnTo: request.path,
        errors: errorLinks(problems),
        notice: stale ? { tone: 'warning' as const, title: m.assessment.staleTitle, text: m.assessment.stale } : null,
      };
      await render(response, 'assessments/form', { layout: layout(request, frame), ...model }, stale ? 409 : 422);
    };
    if (form.problems.length > 0) return await refuse(form.problems, false);

    try {
      services.tenders.execute(state.dossier, account.id, {
        type: submitting ? 'submit-assessment' : 'save-assessment',
        bid: place.bid.id,
        lot: place.lot,
        version: readVersion(request.body, 'version'),
        scores: form.entries,
      });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'stale') return await refuse([], true);
      throw error;
    }
    const base = `/tenders/${state.dossier}/assessments`;
    response.redirect(
      303,
      submitting ? `${base}?notice=submitted` : `${base}/${place.bid.id}/${place.lot}?notice=saved`,
    );
  });
}
