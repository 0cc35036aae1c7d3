import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { decideContracts } from '../../domain/contract/decide.ts';
import { DomainError } from '../../domain/errors.ts';
import { describeContractError } from '../../explanation/contract/named-error.ts';
import { records } from '../access.ts';
import { carriedFields, goesBack, isAgreed } from '../confirm/confirmation.ts';
import type { FieldProblem } from '../forms/text.ts';
import { errorLinks } from '../pages/score-field.ts';
import { budgetForm } from '../recording/budget-form.ts';
import { evaluationForm } from '../recording/evaluation-form.ts';
import { indexForm } from '../recording/index-form.ts';
import { quarterForm } from '../recording/quarter-form.ts';
import { type Asking, dayOf, type RecordForm, recordFormPage } from '../recording/record-form.ts';
import { confirmPage } from './confirming.ts';
import type { Web } from './context.ts';
import { contractOf, contractTrail, requireContractStep } from './contract-context.ts';

const FORMS: readonly RecordForm[] = [budgetForm, indexForm, quarterForm, evaluationForm];

/** What is filled in of contracts: the budget, percentages, figures of a quarter, and the evaluation of a year. */
export function recordFormRoutes(web: Web): void {
  for (const form of FORMS) addForm(web, form);
}

function addForm(web: Web, form: RecordForm): void {
  const { services, routes, render, layout } = web;
  const path = `/contracts/:contract/${form.path}`;
  const access = records(form.type);
  const asked = (request: Request, account: Account): Asking => {
    const state = contractOf(services, account, request);
    requireContractStep(state, account, form.type);
    const isFilledIn = request.method === 'POST';
    return {
      m: request.context.messages,
      state,
      today: dayOf(services, state),
      given: (isFilledIn ? request.body : request.query) ?? {},
      isFilledIn,
    };
  };
  const actionOf = ({ state }: Asking): string => `/contracts/${state.dossier}/${form.path}`;
  const page = (
    request: Request,
    response: Response,
    asking: Asking,
    problems: readonly FieldProblem[],
    status = problems.length > 0 ? 422 : 200,
  ) => {
    const model = form.page(asking, problems);
    const frame = {
      title: model.title,
      trail: [contractTrail(asking.state)],
      returnTo: actionOf(asking),
      errors: errorLinks(problems),
    };
    return render(
      response,
      'contracts/record',
      { layout: layout(request, frame), ...recordFormPage(asking.m, model) },
      status,
    );
  };

  routes.get(path, access, async (request, response, account) => {
    await page(request, response, asked(request, account), []);
  });

  routes.post(path, access, async (request, response, account) => {
    const asking = asked(request, account);
    if (goesBack(request.body)) return await page(request, response, asking, []);
    const read = form.read(asking);
    if ('problems' in read) return await page(request, response, asking, read.problems);
    const { command } = read;
    const { dossier } = asking.state;
    try {
      if (form.confirm) {
        // What the rules refuse is said before anything is to be agreed to.
        decideContracts(asking.state, account.id, command);
        const carried = carriedFields(request.body);
        const { confirmation, details } = form.confirm(asking, command, actionOf(asking));
        if (!isAgreed(request.body, confirmation, carried)) {
          const more = { carried, details, trail: [contractTrail(asking.state)] };
          return await confirmPage(web, request, response, confirmation, more);
        }
      }
      services.contracts.execute(dossier, account.id, command);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const problem = {
        field: form.fieldOf(error, asking),
        text: describeContractError(asking.m, asking.state, error),
      };
      return await page(request, response, asking, [problem]);
    }
    response.redirect(303, form.after(asking, services.contracts.get(dossier)));
  });
}
