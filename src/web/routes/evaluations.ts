import { councilLetter } from '../../actions/council-letter.ts';
import { mayCause } from '../../domain/contract/access.ts';
import type { EntryOf } from '../../domain/contract/events.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import { CONTRACT_READERS } from '../access.ts';
import { HttpError } from '../http-error.ts';
import { evaluationModel } from '../pages/evaluation.ts';
import { noticeFrom } from '../pages/layout.ts';
import type { Web } from './context.ts';
import { contractOf, contractTrail } from './contract-context.ts';

/** The evaluation of a year as it was recorded, and the letter to the council about it. */
export function evaluationRoutes({ services, routes, render, layout }: Web): void {
  routes.get('/contracts/:contract/evaluations/:entry', CONTRACT_READERS, async (request, response, account) => {
    const m = request.context.messages;
    const state = contractOf(services, account, request);
    const model = evaluationModel(
      m,
      state,
      evaluationAt(state, request.params.entry),
      mayCause(state, account, 'year-evaluated'),
    );
    const frame = {
      title: model.title,
      trail: [contractTrail(state)],
      notice: noticeFrom(request, { evaluated: m.contractForms.evaluation.saved }),
    };
    await render(response, 'contracts/evaluation', { layout: layout(request, frame), ...model });
  });

  const letter = '/contracts/:contract/evaluations/:entry/letter.pdf';
  routes.long('get', letter, CONTRACT_READERS, 'report', async (asked, reply, account) => {
    const m = asked.context.messages;
    const state = contractOf(services, account, asked);
    const entry = evaluationAt(state, asked.params.entry);
    const pdf = await services.renderer.render(councilLetter(m, services, state, entry));
    const name = m.evaluations.letter.fileName(entry.payload.year);
    reply
      .type('application/pdf')
      .set('Content-Disposition', `attachment; filename="${name}-${entry.payload.area}.pdf"`)
      .send(Buffer.from(pdf));
  });
}

/** The evaluation in the path, or 404. */
function evaluationAt({ entries }: Readonly<ContractState>, seq: unknown): EntryOf<'year-evaluated'> {
  const found = entries.find((one) => String(one.seq) === seq);
  if (found?.type !== 'year-evaluated') throw new HttpError(404);
  return found;
}
