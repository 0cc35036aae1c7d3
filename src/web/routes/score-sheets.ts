import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { consensusDraftsByPlace, saveConsensusDrafts } from '../../actions/consensus-drafts.ts';
import { ownWorkOf, saveScores, typedIn } from '../../actions/own-work.ts';
import { isAssessor } from '../../domain/tender/access.ts';
import { typedOf } from '../../domain/tender/own-work.ts';
import { currentRound } from '../../domain/tender/state/rounds.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import type { Messages } from '../../messages/messages.ts';
import { causes } from '../access.ts';
import type { Asked } from '../asked.ts';
import { goesBack, isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfScores } from '../confirm/score-sheet.ts';
import {
  type ChangedScore,
  readScoreSheet,
  SCORE_SHEET,
  type ScoreSheetKind,
  type SheetScore,
  scoreSheet,
} from '../forms/score-sheet.ts';
import { faultProblems, SHEET } from '../forms/sheet-faults.ts';
import type { FieldProblem } from '../forms/text.ts';
import { agreedCells } from '../pages/consensus-list.ts';
import { errorLinks } from '../pages/score-field.ts';
import { sheetModel } from '../pages/sheet.ts';
import { SHEET_TYPES, type SheetType, sendSheet } from '../send-sheet.ts';
import { carriedWithSheet, type SheetOffer } from '../sheet-upload.ts';
import { confirmPage } from './confirming.ts';
import { requireAccess, requireDeclared, requireStep, tenderOf, tenderTrail, type Web } from './context.ts';

/** A kind of scores that are given in a sheet: whose they are, and where what was typed is kept. Nothing is handed in or recorded by it. */
interface ScoreSheet {
  readonly kind: ScoreSheetKind;
  readonly path: 'score-sheet' | 'consensus-sheet';
  readonly causes: 'assessment-submitted' | 'consensus-recorded';
  readonly list: 'assessments' | 'consensus';
  readonly words: (m: Messages) => { readonly title: string; readonly lead: string; readonly fileName: string };
  /** Those that this person may give, with what he or she typed. */
  readonly scores: (state: Readonly<TenderState>, account: Account) => readonly SheetScore[];
  readonly save: (state: Readonly<TenderState>, account: Account, changed: readonly ChangedScore[]) => void;
}

/** Scores out of a spreadsheet: an assessor's own, and those of the consensus. They become what was typed, and are handed in on the pages. */
export function scoreSheetRoutes(web: Web): void {
  const { services } = web;
  addSheet(web, {
    kind: 'own',
    path: 'score-sheet',
    causes: 'assessment-submitted',
    list: 'assessments',
    words: ({ sheets }) => sheets.scores.own,
    scores: (state, account) => {
      requireAccess(isAssessor(state, account));
      return ownWorkOf(services, state, account.id).places.flatMap(({ bid, lot, cells }) =>
        cells.map(({ criterion, typed }) => ({ place: { bid, lot }, criterion, typed })),
      );
    },
    save: (state, account, changed) => saveScores(services, state, account.id, changed),
  });
  addSheet(web, {
    kind: 'consensus',
    path: 'consensus-sheet',
    causes: 'consensus-recorded',
    list: 'consensus',
    words: ({ sheets }) => sheets.scores.consensus,
    scores: (state, account) => {
      const draftAt = consensusDraftsByPlace(services, state, account.id);
      return agreedCells(state, currentRound(state), account.id).map(({ bid, lot, criterion, recorded }) => {
        const draft = draftAt({ bid, lot }, criterion);
        const stored = recorded && { criterion, score: recorded.score, motivation: recorded.motivation };
        return { place: { bid, lot }, criterion, typed: draft ? typedIn(draft.fields) : typedOf(stored) };
      });
    },
    save: (state, account, changed) => saveConsensusDrafts(services, state, account.id, changed),
  });
}

function addSheet(web: Web, sheet: ScoreSheet): void {
  const { services, routes, render, layout, sheets } = web;
  const path = `/tenders/:tender/${sheet.path}`;
  const access = causes(sheet.causes);
  const givable = (account: Account, request: Asked) => {
    const state = tenderOf(services, account, request);
    requireStep(state, account, sheet.causes);
    requireDeclared(state, account);
    return { state, scores: sheet.scores(state, account), base: `/tenders/${state.dossier}/${sheet.path}` };
  };
  type Given = ReturnType<typeof givable>;
  const trailOf = (m: Messages, state: Readonly<TenderState>) => [
    tenderTrail(state),
    { href: `/tenders/${state.dossier}/${sheet.list}`, label: m[sheet.list].title },
  ];

  const page = (request: Request, response: Response, { state, base }: Given, problems: readonly FieldProblem[]) => {
    const m = request.context.messages;
    const { title, lead } = sheet.words(m);
    const { submit, heads, meanings } = m.sheets.scores;
    const columns = (['score', 'motivation', ...(sheet.kind === 'own' ? (['foundAt'] as const) : [])] as const).map(
      (key) => ({
        head: heads[key],
        meaning: meanings[key],
      }),
    );
    const model = sheetModel(m, { title, lead, submit, columns, action: base }, problems);
    const frame = { title, trail: trailOf(m, state), returnTo: base, errors: errorLinks(problems) };
    const status = problems.length > 0 ? 422 : 200;
    return render(response, 'sheet/sheet', { layout: layout(request, frame), ...model }, status);
  };

  routes.get(path, access, async (request, response, account) => {
    await page(request, response, givable(account, request), []);
  });
  for (const type of Object.keys(SHEET_TYPES) as SheetType[]) {
    routes.long('get', `${path}.${type}`, access, 'page', (request, response, account) => {
      const m = request.context.messages;
      const { state, scores } = givable(account, request);
      sendSheet(response, m, type, [scoreSheet(m, state, sheet.kind, scores)], state.title, sheet.words(m).fileName);
    });
  }

  /** Shows what a sheet changes, to be agreed to, or what is wrong with it; keeps what was agreed to as what was typed. */
  const take = async (request: Request, response: Response, account: Account, given: Given, read: SheetOffer) => {
    const m = request.context.messages;
    const { state, scores, base } = given;
    const refuse = (problems: readonly FieldProblem[]) => page(request, response, given, problems);
    if (!read) return await refuse([{ field: SHEET, text: m.sheets.missing }]);
    if ('faults' in read) return await refuse(faultProblems(m, read.faults));
    const found = await readScoreSheet(m, state, sheet.kind, scores, read.sheet);
    if ('problems' in found) return await refuse(found.problems);
    if (found.changed.length === 0) return await refuse([{ field: SHEET, text: m.sheets.scores.nothingNew }]);
    const { confirmation, details } = confirmationOfScores(m, state, found.changed, `${base}/keep`);
    const carried = carriedWithSheet(read);
    if (!isAgreed(request.body, confirmation, carried)) {
      const more = { carried, details, trail: trailOf(m, state), returnTo: base };
      return await confirmPage(web, request, response, confirmation, more);
    }
    // Reading lets others go between: what was given may be closed by now.
    sheet.save(givable(account, request).state, account, found.changed);
    response.redirect(303, `/tenders/${state.dossier}/${sheet.list}?notice=sheetKept`);
  };
  routes.upload(path, access, async (request, response, account, upload) => {
    request.body = upload.fields;
    const given = givable(account, request);
    await take(request, response, account, given, await sheets.uploaded(account.id, upload, SHEET, SCORE_SHEET));
  });
  routes.postLarge(`${path}/keep`, access, async (request, response, account) => {
    const given = givable(account, request);
    if (goesBack(request.body)) return response.redirect(303, given.base);
    await take(request, response, account, given, await sheets.carried(account.id, request.body, SHEET, SCORE_SHEET));
  });
}
