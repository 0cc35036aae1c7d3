import type { Request, Response } from 'express';
import { projectRoot } from '../../config.ts';
import { DomainError } from '../../domain/errors.ts';
import { evaluate } from '../../domain/evaluation/evaluate.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { type EvaluationInput, evaluationInput } from '../../domain/scoring/input.ts';
import { parseJson } from '../../exchange/parse.ts';
import { readSample, SAMPLES } from '../../exchange/samples.ts';
import { awardInWords } from '../../explanation/award.ts';
import { describeFaults, inLanguage } from '../../messages/messages.ts';
import { carriedFile, fileText } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { examplesModel } from '../pages/examples.ts';
import { type Contest, guardsModel } from '../pages/guards.ts';
import { errorLinks } from '../pages/score-field.ts';
import type { Web } from './context.ts';

const PUBLISHERS = ['procurement-officer', 'auditor'] as const;

/** Tries out rules on made-up bids before they are published. Nothing is stored. */
export function rehearsalRoutes({ routes, render, layout }: Web): void {
  const choosePage = (request: Request, response: Response, problems: readonly string[], status: number) => {
    const m = request.context.messages;
    const t = m.rehearsal;
    return render(
      response,
      'rehearsal/choose',
      {
        layout: layout(request, {
          title: t.title,
          returnTo: '/rehearsal',
          errors: problems.map((text) => ({ href: '#file', text })),
        }),
        text: t,
        samples: SAMPLES.map((sample) => ({ href: `/rehearsal/samples/${sample}`, label: m.examples.sample[sample] })),
        examples: examplesModel(m, 'input', SAMPLES),
        file: {
          name: 'file',
          label: t.file,
          hint: t.fileHint,
          error: problems[0] === undefined ? null : `${m.app.errorPrefix}${problems[0]}`,
        },
      } as never,
      status,
    );
  };

  const resultPage = (request: Request, response: Response, input: EvaluationInput, contest: Contest) => {
    const m = request.context.messages;
    const award = awardInWords(m, input.rules, input.bids, evaluate(input));
    const guards = guardsModel(m, input, contest);
    const frame = {
      title: inLanguage(input.rules.title, m),
      trail: [{ href: '/rehearsal', label: m.rehearsal.title }],
      returnTo: contest.action,
      errors: errorLinks(guards.contest.problems),
    };
    const page = {
      layout: layout(request, frame),
      subject: `${inLanguage(input.rules.title, m)}, ${m.rehearsal.bids(input.bids.length)}`,
      fictional: input.fictional ? m.report.fictionalFile : null,
      award,
      ...guards,
    };
    return render(response, 'rehearsal/result', page as never, guards.contest.problem === null ? 200 : 422);
  };

  routes.get('/rehearsal', PUBLISHERS, (request, response) => choosePage(request, response, [], 200));

  routes.get('/rehearsal/samples/:sample', PUBLISHERS, async (request, response) => {
    const sample = SAMPLES.find((one) => one === request.params.sample);
    if (sample === undefined) throw new HttpError(404);
    const contest = { action: `/rehearsal/samples/${sample}`, query: request.query };
    await resultPage(request, response, readSample(projectRoot(), sample), contest);
  });

  routes.post('/rehearsal', PUBLISHERS, async (request, response) => {
    const m = request.context.messages;
    const text = fileText(request.body, 'file');
    if (text.trim() === '') return await choosePage(request, response, [m.rehearsal.fileMissing], 422);
    let input: EvaluationInput | undefined;
    try {
      input = parseJson(text, evaluationInput);
      const hidden = [carriedFile('file', text)];
      await resultPage(request, response, input, { action: '/rehearsal', query: request.body, hidden });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const names = input && namesOf(input.rules, input.bids);
      await choosePage(request, response, describeFaults(m, error, names), 422);
    }
  });
}
