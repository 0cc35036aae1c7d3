import { newestLaw } from '../../criteria/rule-sets.ts';
import { calendarFile } from '../../exchange/calendar-file.ts';
import { sees } from '../access.ts';
import { todayBy } from '../dutch-date.ts';
import { datesFor, datesModel } from '../pages/dates.ts';
import { tenderOf, tenderTrail, type Web } from './context.ts';

/** Announced dates and the terms of the law, with the days that are left; and as a file for a calendar. */
export function dateRoutes({ services, routes, render, layout }: Web): void {
  const law = newestLaw(services.ruleSets);

  routes.get('/tenders/:tender/dates', sees('rules'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    const frame = { title: m.dates.title, trail: [tenderTrail(state)] };
    const model = datesModel(m, state, law, account, todayBy(services));
    await render(response, 'tender/dates', { layout: layout(request, frame), ...model });
  });

  routes.get('/tenders/:tender/dates.ics', sees('rules'), (request, response, account) => {
    const state = tenderOf(services, account, request);
    const entries = datesFor(request.context.messages, state, law, account).map(({ id, what, date, why }) => ({
      id,
      summary: `${state.title}: ${what}`,
      description: why,
      start: date,
      end: date,
    }));
    response
      .type('text/calendar')
      .set('Content-Disposition', `attachment; filename="${state.dossier}.ics"`)
      .send(calendarFile(state.dossier, state.title, entries));
  });
}
