import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config.ts';
import type { Services } from './context.ts';
import { createErrorPage, type ErrorPage } from './error-page.ts';
import { createLayout } from './pages/layout.ts';
import { createRender } from './render.ts';
import { accessibilityRoutes } from './routes/accessibility.ts';
import { accountRecordRoutes } from './routes/account-record.ts';
import { accountRoutes } from './routes/accounts.ts';
import { actRoutes } from './routes/acts.ts';
import { amendmentRoutes } from './routes/amendments.ts';
import { assessmentRoutes } from './routes/assessments.ts';
import { auditRoutes } from './routes/audit.ts';
import { awardRoutes } from './routes/award.ts';
import { bidsSheetRoutes } from './routes/bids-sheet.ts';
import { consensusRoutes } from './routes/consensus.ts';
import type { Web } from './routes/context.ts';
import { contractActRoutes } from './routes/contract-acts.ts';
import { contractModelRoutes } from './routes/contract-models.ts';
import { contractRulesRoutes } from './routes/contract-rules.ts';
import { contractRoutes } from './routes/contracts.ts';
import { councilRoutes } from './routes/council.ts';
import { dateRoutes } from './routes/dates.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { documentRoutes } from './routes/documents.ts';
import { draftRoutes } from './routes/drafts.ts';
import { evaluationRoutes } from './routes/evaluations.ts';
import { exampleRoutes } from './routes/examples.ts';
import { figuresSheetRoutes } from './routes/figures-sheet.ts';
import { homeRoutes } from './routes/home.ts';
import { keptFormRoutes } from './routes/kept-forms.ts';
import { letterRoutes } from './routes/letters.ts';
import { newContractRoutes } from './routes/new-contracts.ts';
import { newTenderRoutes } from './routes/new-tender.ts';
import { openStandardRoutes } from './routes/open-standards.ts';
import { ownAccountRoutes } from './routes/own-account.ts';
import { ownMatrixRoutes } from './routes/own-matrix.ts';
import { paperRoutes } from './routes/papers.ts';
import { passwordLinkRoutes } from './routes/password-link.ts';
import { planRoutes } from './routes/plan.ts';
import { planEntryRoutes } from './routes/plan-entries.ts';
import { priceSheetRoutes } from './routes/price-sheet.ts';
import { priceRoutes } from './routes/prices.ts';
import { purchasePlanRoutes } from './routes/purchase-plans.ts';
import { recordFormRoutes } from './routes/record-forms.ts';
import { recordedPriceSheetRoutes } from './routes/recorded-price-sheet.ts';
import { registerRoutes } from './routes/register.ts';
import { rehearsalRoutes } from './routes/rehearsal.ts';
import { scoreSheetRoutes } from './routes/score-sheets.ts';
import { setUpPageRoutes } from './routes/set-up-pages.ts';
import { setUpRoutes } from './routes/set-ups.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { successionRoutes } from './routes/successions.ts';
import { tableRoutes } from './routes/tables.ts';
import { tenderRoutes } from './routes/tenders.ts';
import { tryOutRoutes } from './routes/try-out.ts';
import { createRoutes, type Declared } from './routes.ts';
import type { Sessions } from './session.ts';
import { createSheetDesk } from './sheet-upload.ts';

/** The rooms of the site, one feature each. */
const FEATURES: readonly ((web: Web) => void)[] = [
  signInRoutes,
  accessibilityRoutes,
  ownAccountRoutes,
  passwordLinkRoutes,
  keptFormRoutes,
  draftRoutes,
  homeRoutes,
  newTenderRoutes,
  setUpRoutes,
  tryOutRoutes,
  setUpPageRoutes,
  tenderRoutes,
  bidsSheetRoutes,
  assessmentRoutes,
  consensusRoutes,
  priceRoutes,
  priceSheetRoutes,
  recordedPriceSheetRoutes,
  scoreSheetRoutes,
  tableRoutes,
  actRoutes,
  amendmentRoutes,
  dateRoutes,
  documentRoutes,
  letterRoutes,
  paperRoutes,
  awardRoutes,
  openStandardRoutes,
  rehearsalRoutes,
  exampleRoutes,
  decisionRoutes,
  newContractRoutes,
  contractRoutes,
  contractActRoutes,
  contractRulesRoutes,
  ownMatrixRoutes,
  purchasePlanRoutes,
  planEntryRoutes,
  auditRoutes,
  planRoutes,
  contractModelRoutes,
  accountRoutes,
  successionRoutes,
  accountRecordRoutes,
  recordFormRoutes,
  councilRoutes,
  figuresSheetRoutes,
  evaluationRoutes,
  registerRoutes,
];

/**
 * All routes with what they are made with: the same for the thread of the server and for those that do the long work.
 * @param mount what is done with each route
 */
export function createWeb(
  services: Services,
  sessions: Sessions,
  mount: (route: Declared) => void,
): Web & { readonly errorPage: ErrorPage } {
  const root = projectRoot();
  const render = createRender(join(root, 'views'), { cache: services.config.production });
  const demo = (): boolean => services.accounts.list().some((account) => account.demo && !account.closed);
  const layout = createLayout(readAssets(root), services.config, demo, services.clock);
  const routes = createRoutes(mount);
  const web = { services, routes, sessions, render, layout, sheets: createSheetDesk() };
  for (const declare of FEATURES) declare(web);
  return { ...web, errorPage: createErrorPage(services, render, layout) };
}

/** The hashed names of the stylesheet and the script that the build made. */
function readAssets(root: string): { css: string; js: string } {
  const manifest = JSON.parse(readFileSync(join(root, 'dist', 'assets', 'manifest.json'), 'utf8')) as Record<
    string,
    string
  >;
  return { css: `/assets/${manifest['gunwijzer.css']}`, js: `/assets/${manifest['gunwijzer.js']}` };
}
