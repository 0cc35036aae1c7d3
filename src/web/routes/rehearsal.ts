import { projectRoot } from '../../config.ts';
import { rulesStanding } from '../../criteria/rules-standing.ts';
import { DomainError } from '../../domain/errors.ts';
import { namesOf } from '../../domain/rules/names.ts';
import type { EvaluationInput } from '../../domain/scoring/input.ts';
import { namesIn, readEvaluationInput } from '../../exchange/evaluation-file.ts';
import { readSample, SAMPLES } from '../../exchange/samples.ts';
import { describeFaults, inLanguage } from '../../messages/messages.ts';
import type { Asked, Reply } from '../asked.ts';
import { carriedFile, type FieldProblem, fileText } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import type { Contest } from '../pages/guards.ts';
import { rehearsalModel, rehearsalResultModel } from '../pages/rehearsal.ts';
import { errorLinks } from '../pages/score-field.ts';
import { sizeOf, type Web } from './context.ts';

const PUBLISHERS = ['procurement-officer', 'auditor'] as const;

/** Tries out rules on made-up bids before they are published. Nothing is stored. */
export function rehearsalRoutes({ services, routes, render, layout }: Web): void {
  const choosePage = (request: Asked, response: Reply, problems: readonly FieldProblem[], status: number) => {
    const m = request.context.messages;
    const frame = { title: m.rehearsal.title, returnTo: '/rehearsal', errors: errorLinks(problems) };
    const model = rehearsalModel(m, problems);
    return render(response, 'rehearsal/choose', { layout: layout(request, frame), ...model }, status);
  };

  const resultPage = (request: Asked, response: Reply, input: EvaluationInput, contest: Contest) => {
    const m = request.context.messages;
    request.context.about(sizeOf(input));
    const model = rehearsalResultModel(m, input, contest, rulesStanding(input.rules, null, services.ruleSets.tenders));
    const frame = {
      title: inLanguage(input.rules.title, m),
      trail: [{ href: '/rehearsal', label: m.rehearsal.title }],
      returnTo: contest.action,
      errors: errorLinks(model.contest.problems),
    };
    const status = model.contest.problems.length === 0 ? 200 : 422;
    return render(response, 'rehearsal/result', { layout: layout(request, frame), ...model }, status);
  };

  routes.get('/rehearsal', PUBLISHERS, (request, response) => choosePage(request, response, [], 200));

  routes.long('get', '/rehearsal/samples/:sample', PUBLISHERS, 'rehearsal', async (request, response) => {
    const sample = SAMPLES.find((one) => one === request.params.sample);
    if (sample === undefined) throw new HttpError(404);
    const contest = { action: `/rehearsal/samples/${sample}`, query: request.query };
    await resultPage(request, response, readSample(projectRoot(), sample), contest);
  });

  routes.long('post-large', '/rehearsal', PUBLISHERS, 'rehearsal', async (request, response) => {
    const m = request.context.messages;
    const text = fileText(request.body, 'file');
    const refuse = (texts: readonly string[]) => {
      const problems = texts.map((one) => ({ field: 'file', text: one }));
      return choosePage(request, response, problems, 422);
    };
    if (text.trim() === '') return await refuse([m.rehearsal.fileMissing]);
    let input: EvaluationInput | undefined;
    try {
      input = readEvaluationInput(text);
      const hidden = [carriedFile('file', text)];
      await resultPage(request, response, input, { action: '/rehearsal', query: request.body, hidden });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await refuse(describeFaults(m, error, namesIn(error) ?? (input && namesOf(input.rules, input.bids))));
    }
  });
}
