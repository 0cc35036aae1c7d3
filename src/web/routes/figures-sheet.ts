import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { records } from '../access.ts';
import { goesBack, isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfFigures } from '../confirm/figures-sheet.ts';
import { faultProblems, SHEET } from '../forms/sheet-faults.ts';
import type { FieldProblem } from '../forms/text.ts';
import { errorLinks } from '../pages/score-field.ts';
import { sheetModel } from '../pages/sheet.ts';
import { FIGURE_COLUMNS, FIGURES_SHEET, figuresTable, readFiguresSheet } from '../recording/figures-sheet.ts';
import { dayOf } from '../recording/record-form.ts';
import { SHEET_TYPES, type SheetType, sendSheet } from '../send-sheet.ts';
import { carriedWithSheet, type SheetOffer } from '../sheet-upload.ts';
import { confirmPage } from './confirming.ts';
import type { Web } from './context.ts';
import { contractOf, contractTrail, requireContractStep } from './contract-context.ts';

/** The figures of quarters out of a spreadsheet: shown first, then recorded all together, or none of them. */
export function figuresSheetRoutes(web: Web): void {
  const { services, routes, render, layout, sheets } = web;
  const path = '/contracts/:contract/figures-sheet';
  const access = records('figures-recorded');
  const asked = (request: Request, account: Account) => {
    const state = contractOf(services, account, request);
    requireContractStep(state, account, 'figures-recorded');
    return {
      m: request.context.messages,
      state,
      today: dayOf(services, state),
      base: `/contracts/${state.dossier}/figures-sheet`,
    };
  };
  type Given = ReturnType<typeof asked>;

  const page = (
    request: Request,
    response: Response,
    { m, state, base }: Given,
    problems: readonly FieldProblem[],
  ): Promise<void> => {
    const { title, lead, submit, heads, meanings } = m.contractForms.sheet;
    const columns = FIGURE_COLUMNS.map((key) => ({ head: heads[key], meaning: meanings[key] }));
    const model = sheetModel(m, { title, lead, submit, columns, action: base }, problems);
    const frame = { title, trail: [contractTrail(state)], returnTo: base, errors: errorLinks(problems) };
    return render(
      response,
      'sheet/sheet',
      { layout: layout(request, frame), ...model },
      problems.length > 0 ? 422 : 200,
    );
  };

  routes.get(path, access, async (request, response, account) => {
    await page(request, response, asked(request, account), []);
  });
  for (const type of Object.keys(SHEET_TYPES) as SheetType[]) {
    routes.get(`${path}.${type}`, access, (request, response, account) => {
      const { m, state, today } = asked(request, account);
      sendSheet(response, m, type, [figuresTable(m, state, today)], state.title, m.contractForms.sheet.fileName);
    });
  }

  /** Shows what a sheet records, to be agreed to, or what is wrong with it; records what was agreed to. */
  const take = async (
    request: Request,
    response: Response,
    account: Account,
    given: Given,
    read: SheetOffer,
  ): Promise<void> => {
    const { m, state, today, base } = given;
    const refuse = (problems: readonly FieldProblem[]) => page(request, response, given, problems);
    if (!read) return await refuse([{ field: SHEET, text: m.sheets.missing }]);
    if ('faults' in read) return await refuse(faultProblems(m, read.faults));
    const found = readFiguresSheet(m, state, read.sheet, today);
    if ('problems' in found) return await refuse(found.problems);
    if (found.given.length === 0) return await refuse([{ field: SHEET, text: m.contractForms.sheet.nothingNew }]);
    const { confirmation, details } = confirmationOfFigures(m, state, found.given, today, `${base}/record`);
    const carried = carriedWithSheet(read);
    if (!isAgreed(request.body, confirmation, carried)) {
      const more = { carried, details, trail: [contractTrail(state)], returnTo: base };
      return await confirmPage(web, request, response, confirmation, more);
    }
    const events = found.given.map(({ payload }) => ({ type: 'figures-recorded' as const, payload }));
    services.contracts.execute(state.dossier, account.id, { type: 'say', events });
    response.redirect(303, `/contracts/${state.dossier}?notice=sheetRecorded`);
  };
  routes.upload(path, access, async (request, response, account, upload) => {
    request.body = upload.fields;
    const given = asked(request, account);
    await take(request, response, account, given, await sheets.uploaded(account.id, upload, SHEET, FIGURES_SHEET));
  });
  routes.postLarge(`${path}/record`, access, async (request, response, account) => {
    const given = asked(request, account);
    if (goesBack(request.body)) return response.redirect(303, given.base);
    await take(request, response, account, given, await sheets.carried(account.id, request.body, SHEET, FIGURES_SHEET));
  });
}
