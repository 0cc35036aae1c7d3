import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { addDocument } from '../../actions/documents.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { hasSealed } from '../../domain/rules/measures.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { staysOutOf } from '../../domain/tender/checks/people.ts';
import { documentsFor } from '../../domain/tender/documents.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { enterText } from '../../domain/text.ts';
import { describeError } from '../../messages/messages.ts';
import { causes, sees } from '../access.ts';
import { type FieldProblem, textProblem, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { bidDocumentsModel, FILE, sealedDocumentsModel, shownName } from '../pages/documents.ts';
import { noticeFrom } from '../pages/layout.ts';
import { errorLinks } from '../pages/score-field.ts';
import { sendDocument } from '../send-document.ts';
import { createTransferBudget } from '../transfer-budget.ts';
import type { Upload } from '../upload-reader.ts';
import { requireDeclared, requireSight, requireStep, tenderOf, tenderTrail, type Web } from './context.ts';

/** A name has one line, and fits in a list. */
const LONGEST_NAME = 200;

/** Documents that are read and sent at once: of one account as many as a browser asks for, and in all. */
const SENT = { perOwner: 8, inAll: 80 };

/** The documents of bids: who may see a bid opens them, who registers bids adds them, who keeps prices takes price documents into keeping. */
export function documentRoutes({ services, routes, render, layout }: Web): void {
  const { tenders } = services;
  const sent = createTransferBudget(SENT, (waiting) => new DomainError('too-busy', { waiting }));

  /** The tender and the bid in the path, of who is not kept out of it. */
  const bidOf = (state: Readonly<TenderState>, account: Account, request: Request): Bid => {
    const bid = state.bids.get(String(request.params.bid));
    if (!bid) throw new HttpError(404);
    staysOutOf(state, bid.id, account.id);
    return bid;
  };

  for (const thing of ['documents', 'price-documents'] as const) {
    routes.get(`/tenders/:tender/bids/:bid/${thing}/:document`, sees(thing), async (request, response, account) => {
      const state = tenderOf(services, account, request);
      requireSight(state, account, thing);
      requireDeclared(state, account);
      const { id } = bidOf(state, account, request);
      const seen = documentsFor(state, account, id).find(
        ({ document }) => document.id === request.params.document && document.ofPrice === (thing !== 'documents'),
      );
      if (!seen) throw new HttpError(404);
      const m = request.context.messages;
      const { name, type } = seen.document;
      sent.takeUntilAnswered(account.id, response);
      const file = await services.storage.documents.open(seen.document);
      await sendDocument(response, file, seen.anonymousAs === null ? name : `${shownName(m, seen)}.${type}`, type);
    });
  }

  /** Takes a file in. @returns what is wrong with it */
  const receive = async (
    request: Request,
    state: Readonly<TenderState>,
    account: Account,
    bid: Bid,
    { fields, file }: Upload,
    sealed: boolean,
  ): Promise<FieldProblem | undefined> => {
    const m = request.context.messages;
    const refuse = (text: string): FieldProblem => ({ field: FILE, text });
    if (!file) return refuse(m.documents.add.missing);
    const { text: name } = enterText(file.name, { lines: 'one' });
    const wrong = textProblem(m, name, m.documents.add.nameLabel, LONGEST_NAME, 'one');
    if (wrong !== undefined) return refuse(wrong);
    const lot = typed(fields, 'lot');
    try {
      await addDocument(
        services,
        { dossier: state.dossier, actor: account.id, bid: bid.id, lot: lot === '' ? undefined : lot, sealed },
        { name, pieces: file.pieces },
      );
      return undefined;
    } catch (error) {
      if (!(error instanceof DomainError) || error.field !== FILE) throw error;
      return refuse(describeError(m, error, namesOf(state.rules, state.bids.values())));
    }
  };

  const addPath = '/tenders/:tender/bids/:bid/documents';
  const addable = (account: Account, request: Request) => {
    const state = tenderOf(services, account, request);
    requireStep(state, account, 'document-added');
    return { state, bid: bidOf(state, account, request) };
  };
  const addPage = (
    request: Request,
    response: Response,
    account: Account,
    state: Readonly<TenderState>,
    bid: Bid,
    problems: readonly FieldProblem[],
  ) => {
    const m = request.context.messages;
    const model = bidDocumentsModel(m, state, account, bid, request.body ?? {}, problems);
    const frame = {
      title: model.title,
      trail: [tenderTrail(state), { href: `/tenders/${state.dossier}/bids`, label: m.bids.title }],
      returnTo: model.form.action,
      notice: noticeFrom(request, { added: m.documents.add.done }),
      errors: errorLinks(problems),
    };
    const status = problems.length > 0 ? 422 : 200;
    return render(response, 'tender/documents', { layout: layout(request, frame), ...model }, status);
  };
  routes.get(addPath, causes('document-added'), async (request, response, account) => {
    const { state, bid } = addable(account, request);
    await addPage(request, response, account, state, bid, []);
  });
  routes.upload(addPath, causes('document-added'), async (request, response, account, upload) => {
    request.body = upload.fields;
    const { state, bid } = addable(account, request);
    const problem = await receive(request, state, account, bid, upload, false);
    if (problem) return await addPage(request, response, account, tenders.get(state.dossier), bid, [problem]);
    response.redirect(303, `${request.path}?notice=added`);
  });

  const sealPath = '/tenders/:tender/bids/:bid/sealed-documents';
  const sealable = (account: Account, request: Request) => {
    const state = tenderOf(services, account, request);
    if (!hasSealed(state.rules)) throw new HttpError(404);
    requireStep(state, account, 'document-sealed');
    requireDeclared(state, account);
    return { state, bid: bidOf(state, account, request) };
  };
  const sealPage = (
    request: Request,
    response: Response,
    state: Readonly<TenderState>,
    bid: Bid,
    problems: readonly FieldProblem[],
  ) => {
    const m = request.context.messages;
    const model = sealedDocumentsModel(m, state, bid, request.body ?? {}, problems);
    const frame = {
      title: model.title,
      trail: [tenderTrail(state), { href: `/tenders/${state.dossier}/sealed-prices`, label: m.prices.keep.title }],
      returnTo: model.form.action,
      notice: noticeFrom(request, { sealed: m.documents.sealed.done }),
      errors: errorLinks(problems),
    };
    const status = problems.length > 0 ? 422 : 200;
    return render(response, 'prices/sealed-documents', { layout: layout(request, frame), ...model }, status);
  };
  routes.get(sealPath, causes('document-sealed'), async (request, response, account) => {
    const { state, bid } = sealable(account, request);
    await sealPage(request, response, state, bid, []);
  });
  routes.upload(sealPath, causes('document-sealed'), async (request, response, account, upload) => {
    request.body = upload.fields;
    const { state, bid } = sealable(account, request);
    const problem = await receive(request, state, account, bid, upload, true);
    if (problem) return await sealPage(request, response, tenders.get(state.dossier), bid, [problem]);
    response.redirect(303, `${request.path}?notice=sealed`);
  });
}
