import type { Account } from '../../actions/accounts.ts';
import type { AuditedKind } from '../../actions/audit.ts';
import { compareLetters } from '../../actions/compare-letters.ts';
import { contractKind } from '../../actions/contracts.ts';
import { decisionKind } from '../../actions/decisions.ts';
import type { Foldable } from '../../actions/dossier-kind.ts';
import { exportDossier, hasEditions } from '../../actions/export-dossier.ts';
import { verifyStored } from '../../actions/kinds.ts';
import { planKind } from '../../actions/purchase-plans.ts';
import { readLog } from '../../actions/read-log.ts';
import { openStored } from '../../actions/read-stored.ts';
import type { Shelf } from '../../actions/shelf.ts';
import { stateAudit } from '../../actions/state-audit.ts';
import { tenderKind } from '../../actions/tenders.ts';
import type { Told } from '../../domain/admission/follow.ts';
import type { Shape } from '../../domain/admission/procedure.ts';
import { mayAuditContracts, mayViewContracts } from '../../domain/contract/access.ts';
import { mayAuditDecision, mayViewDecision } from '../../domain/decision/access.ts';
import { type Edition, READERS_OF_EDITIONS } from '../../domain/disclosure/edition.ts';
import { DomainError } from '../../domain/errors.ts';
import { mayAuditPlan, mayViewPlan } from '../../domain/purchase-plan/access.ts';
import { mayViewTender } from '../../domain/tender/access.ts';
import { identifier } from '../../domain/text.ts';
import type { Figure } from '../../explanation/compared.ts';
import type { LetterFindings } from '../../explanation/compared-letters.ts';
import { contractFigures } from '../../explanation/figures/contract.ts';
import { decisionFigures } from '../../explanation/figures/decision.ts';
import { tenderFigures } from '../../explanation/figures/tender.ts';
import { describeError, type Messages } from '../../messages/messages.ts';
import { type Access, sees } from '../access.ts';
import type { Asked } from '../asked.ts';
import { readLogQuery, requirePage } from '../forms/log-query.ts';
import { HttpError } from '../http-error.ts';
import { editionLinks, reRunModel } from '../pages/audit.ts';
import { contractWords } from '../pages/contract-log.ts';
import { decisionWords } from '../pages/decision-log.ts';
import { LOG_PAGE_SIZE, type LogWords, logModel, logTable } from '../pages/log.ts';
import { planWords } from '../pages/plan-log.ts';
import { tenderWords } from '../pages/tender-log.ts';
import { SHEET_TYPES, type SheetType, sendSheet } from '../send-sheet.ts';
import { dossierFor, refusedSight, type Web } from './context.ts';

const AUDITORS = ['auditor'] as const;

/** The log, the re-run and the export of every kind of dossier. For an auditor who has no part in them. */
export function auditRoutes(web: Web): void {
  const { services } = web;
  routesFor(
    web,
    '/tenders',
    tenderKind,
    services.tenders,
    tenderFigures,
    (m, state, auditor) => tenderWords(m, services.accounts, state, auditor),
    'tender',
    mayViewTender,
    refusedSight,
    { log: sees('log'), reRun: sees('re-run'), export: sees('export') },
    ({ bids }) => [...bids.values()].map(({ id, bidder }) => ({ id, name: bidder.name })),
    async ({ dossier, bids }) =>
      (await compareLetters(services, dossier, services.renderer.render)).map(({ letter, ...found }) => ({
        number: letter.number,
        bidder: bids.get(letter.bid)?.bidder.name ?? letter.bid,
        sha256: letter.document.sha256,
        ...found,
      })),
  );
  routesFor(
    web,
    '/decisions',
    decisionKind,
    services.decisions,
    decisionFigures,
    (m, state) => decisionWords(m, services.accounts, state),
    'decision',
    mayViewDecision,
    (state, auditor) => (mayAuditDecision(state, auditor) ? undefined : new HttpError(403)),
    { log: AUDITORS, reRun: AUDITORS, export: AUDITORS },
    () => [],
    async () => null,
  );
  routesFor(
    web,
    '/contracts',
    contractKind,
    services.contracts,
    contractFigures,
    (m) => contractWords(m, services.accounts),
    'contracts',
    mayViewContracts,
    (state, auditor) => (mayAuditContracts(state, auditor) ? undefined : new HttpError(403)),
    { log: AUDITORS, reRun: AUDITORS, export: AUDITORS },
    () => [],
    async () => null,
  );
  routesFor(
    web,
    '/plans',
    planKind,
    services.plans,
    () => [],
    (m) => planWords(m, services.accounts),
    'plan',
    mayViewPlan,
    (state, auditor) => (mayAuditPlan(state, auditor) ? undefined : new HttpError(403)),
    { log: AUDITORS, reRun: AUDITORS, export: AUDITORS },
    () => [],
    async () => null,
  );
}

function routesFor<S extends Shape, State extends Foldable & S['state'] & { readonly title: string }, Command, Outcome>(
  { services, routes, render, layout }: Web,
  room: string,
  kind: AuditedKind<S, State, Command, Outcome>,
  shelf: Shelf<State, Command>,
  figures: (m: Messages, state: State, outcome: Outcome) => readonly Figure[],
  words: (m: Messages, state: Readonly<State>, auditor: Account) => LogWords<State, Told<S>>,
  scope: keyof S['phases'] & string,
  mayView: (state: Readonly<State>, auditor: Account) => boolean,
  refusedSight: (state: Readonly<State>, auditor: Account, thing: 'log' | 're-run' | 'export') => Error | undefined,
  access: Readonly<Record<'log' | 'reRun' | 'export', Exclude<Access, 'everyone'>>>,
  bidders: (state: Readonly<State>) => readonly { readonly id: string; readonly name: string }[],
  letters: (state: Readonly<State>) => Promise<readonly LetterFindings[] | null>,
): void {
  const audited = (request: Asked, auditor: Account): Readonly<State> => {
    const known = dossierFor(shelf, request.params.dossier, (state) => state === undefined || mayView(state, auditor));
    request.context.subject = known.title;
    return known;
  };
  /** Of a log that was tampered with, what can be proven says whether all of it may be seen. */
  const toExport = (request: Asked, auditor: Account): Readonly<State> => {
    let state: Readonly<State> | undefined;
    let damage: DomainError | undefined;
    try {
      state = audited(request, auditor);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      damage = error;
      state = shelf.proven(String(request.params.dossier));
    }
    const refusal = state && refusedSight(state, auditor, 'export');
    if (!state || refusal) throw damage ?? refusal;
    return state;
  };

  /** What is asked for of the log, in words, for who may see that it is there. */
  const readPart = (request: Asked, auditor: Account, size: number | null) => {
    const m = request.context.messages;
    const state = audited(request, auditor);
    const refusal = refusedSight(state, auditor, 'log');
    if (refusal) throw refusal;
    const { dossier } = state;
    const { asked, page } = readLogQuery(request.query);
    const stored = openStored(kind, services.storage, dossier);
    const log = words(m, state, auditor);
    const shown = size === null ? null : { number: page, size };
    const part = readLog(kind, dossier, stored, scope, asked, shown, (before, event) =>
      log.closed(event) === null ? log.told(before, event) : [],
    );
    return { m, state, asked, page, stored, log, part };
  };

  routes.long('get', `${room}/:dossier/log`, access.log, 'page', async (request, response, auditor) => {
    const { m, state, asked, page, stored, log, part } = readPart(request, auditor, LOG_PAGE_SIZE);
    requirePage(page, part.total, LOG_PAGE_SIZE);
    const base = `${room}/${state.dossier}`;
    const frame = { title: m.log.title, trail: [{ href: base, label: state.title }] };
    const model = logModel(m, log, base, stored, asked, part, page);
    await render(response, 'audit/log', { layout: layout(request, frame), ...model });
  });

  for (const type of Object.keys(SHEET_TYPES) as SheetType[]) {
    routes.long('get', `${room}/:dossier/log.${type}`, access.log, 'page', (request, response, auditor) => {
      const { m, state, stored, log, part } = readPart(request, auditor, null);
      sendSheet(response, m, type, [logTable(m, log, stored, part)], state.title, m.log.title);
    });
  }

  // Works on the stored bytes; a log that was tampered with gets its verdict too, in whatever state it stood.
  routes.long('get', `${room}/:dossier/re-run`, access.reRun, 're-run', async (request, response, auditor) => {
    const m = request.context.messages;
    const dossier = String(request.params.dossier);
    const base = `${room}/${dossier}`;
    const read = describedAudit(m, () => ({ state: audited(request, auditor) }));
    const refusal = 'state' in read ? refusedSight(read.state, auditor, 're-run') : undefined;
    if (refusal) throw refusal;
    const found = 'problem' in read ? read : describedAudit(m, () => verifyStored(kind, services, dossier, true));
    const editions =
      'audit' in found && hasEditions(services.storage, dossier)
        ? editionLinks(m, base, kind.editions, found.audit.state ? bidders(found.audit.state) : [])
        : [];
    const state = 'audit' in found ? found.audit.state : undefined;
    const model = reRunModel(m, base, dossier, figures, found, editions, state ? await letters(state) : null);
    // Of a log that cannot be read, the name is all that is known.
    const title = ('audit' in found && found.audit.state?.title) || dossier;
    const frame = { title: m.reRun.title, trail: [{ href: base, label: title }] };
    await render(response, 'audit/re-run', { layout: layout(request, frame), ...model });
  });

  routes.long(
    'get',
    `${room}/:dossier/audit-statement.pdf`,
    access.reRun,
    'report',
    async (request, response, auditor) => {
      const m = request.context.messages;
      const dossier = String(request.params.dossier);
      const read = describedAudit(m, () => ({ state: audited(request, auditor) }));
      const refusal = 'state' in read ? refusedSight(read.state, auditor, 're-run') : undefined;
      if (refusal) throw refusal;
      const compared = 'state' in read ? await letters(read.state) : null;
      const report = stateAudit(m, services, kind, dossier, (state, outcome) => figures(m, state, outcome), compared);
      response
        .type('application/pdf')
        .set('Content-Disposition', `attachment; filename="${dossier}-${m.statement.fileName}.pdf"`)
        .send(Buffer.from(await services.renderer.render(report)));
    },
  );

  routes.long('get', `${room}/:dossier/dossier.json`, access.export, 'page', (request, response, auditor) => {
    const { dossier } = toExport(request, auditor);
    const edition = askedEdition(request);
    const file = exportDossier(services, dossier, edition);
    const name = edition.of === 'whole' ? dossier : `${dossier}-${edition.of === 'bidder' ? edition.bid : edition.of}`;
    response.type('application/json').set('Content-Disposition', `attachment; filename="${name}.json"`).send(file);
  });
}

/** The edition that the address asks for; the whole dossier when it asks for none. @throws HttpError 404 for what is no edition */
function askedEdition({ query }: Asked): Edition {
  const of = READERS_OF_EDITIONS.find((one) => one === (query.edition ?? 'whole'));
  if (of === undefined) throw new HttpError(404);
  if (of !== 'bidder') return { of };
  const bid = identifier.safeParse(query.bid);
  if (!bid.success) throw new HttpError(404);
  return { of, bid: bid.data };
}

/** The audit, or in words what is wrong with the log. */
function describedAudit<T>(m: Messages, audit: () => T): T | { readonly problem: string } {
  try {
    return audit();
  } catch (error) {
    if (error instanceof DomainError) return { problem: describeError(m, error) };
    throw error;
  }
}
