import { type Language, LOCALES, type Locale } from './language.ts';
import { accessibility } from './nl/accessibility.ts';
import { accounts } from './nl/accounts.ts';
import { acts } from './nl/acts.ts';
import { amendments } from './nl/amendments.ts';
import { app } from './nl/app.ts';
import { assessment } from './nl/assessment.ts';
import { assessments } from './nl/assessments.ts';
import { attention } from './nl/attention.ts';
import { award } from './nl/award.ts';
import { bids } from './nl/bids.ts';
import { choose } from './nl/choose.ts';
import { cli } from './nl/cli.ts';
import { common } from './nl/common.ts';
import { confidential } from './nl/confidential.ts';
import { confirm } from './nl/confirm.ts';
import { consensus } from './nl/consensus.ts';
import { contractActs } from './nl/contract-acts.ts';
import { contractForms } from './nl/contract-forms.ts';
import { contractLog } from './nl/contract-log.ts';
import { council } from './nl/council.ts';
import { dates } from './nl/dates.ts';
import { decision } from './nl/decision.ts';
import { documents } from './nl/documents.ts';
import { drafts } from './nl/drafts.ts';
import { draw } from './nl/draw.ts';
import { editions } from './nl/editions.ts';
import { eforms } from './nl/eforms.ts';
import { errors } from './nl/errors.ts';
import { evaluations } from './nl/evaluations.ts';
import { examples } from './nl/examples.ts';
import { fields } from './nl/fields.ts';
import { findings } from './nl/findings.ts';
import { followFile } from './nl/follow-file.ts';
import { following } from './nl/following.ts';
import { glance } from './nl/glance.ts';
import { home } from './nl/home.ts';
import { httpErrors } from './nl/http-errors.ts';
import { interests } from './nl/interests.ts';
import { letters } from './nl/letters.ts';
import { log } from './nl/log.ts';
import { logFacts } from './nl/log-facts.ts';
import { mends } from './nl/mends.ts';
import { methods } from './nl/methods.ts';
import { phases, roles } from './nl/names.ts';
import { newTender } from './nl/new-tender.ts';
import { kept, ownAccount, passwordLink, session } from './nl/own-account.ts';
import { pastAward } from './nl/past-award.ts';
import { plan } from './nl/plan.ts';
import { planPages } from './nl/plan-pages.ts';
import { priceExamples } from './nl/price-examples.ts';
import { prices } from './nl/prices.ts';
import { purchasePlan } from './nl/purchase-plan.ts';
import { reRun } from './nl/re-run.ts';
import { records } from './nl/records.ts';
import { register } from './nl/register.ts';
import { rehearsal } from './nl/rehearsal.ts';
import { report } from './nl/report.ts';
import { rounds } from './nl/rounds.ts';
import { rules } from './nl/rules.ts';
import { rulesDocument } from './nl/rules-document.ts';
import { setUp } from './nl/set-up.ts';
import { sheets } from './nl/sheets.ts';
import { signIn } from './nl/sign-in.ts';
import { statement } from './nl/statement.ts';
import { successions } from './nl/successions.ts';
import { tender } from './nl/tender.ts';
import { tryOut } from './nl/try-out.ts';
import { visibility } from './nl/visibility.ts';
import { watching } from './nl/watching.ts';
import { format, nouns as usual } from './nl/words.ts';
import { work } from './nl/work.ts';
import type { Nouns } from './noun.ts';

/** De teksten van Gunwijzer in het Nederlands, per onderwerp, met de namen die een aanbesteding haar dingen geeft. `en.ts` heeft dezelfde sleutels; een ontbrekende sleutel compileert niet. */
export const createNl = (nouns: Nouns) => ({
  language: 'nl' as Language,
  locale: LOCALES.nl as Locale,
  format,
  languageName: 'Nederlands',
  accessibility,
  accounts,
  acts: acts(nouns),
  amendments,
  app,
  assessment: assessment(nouns),
  assessments: assessments(nouns),
  attention: attention(nouns),
  award: award(nouns),
  bids: bids(nouns),
  choose,
  cli: cli(nouns),
  common: common(nouns),
  confidential,
  confirm: confirm(nouns),
  consensus,
  contractForms,
  contractActs,
  contractLog,
  council,
  dates,
  decision: decision(nouns),
  documents: documents(nouns),
  drafts,
  setUp: setUp(nouns),
  draw,
  editions,
  eforms: eforms(nouns),
  errors: errors(nouns),
  evaluations,
  examples,
  fields,
  findings: findings(nouns),
  followFile,
  following,
  glance: glance(nouns),
  home,
  kept,
  httpErrors,
  interests,
  letters: letters(nouns),
  log,
  logFacts,
  mends,
  methods: methods(nouns),
  newTender,
  ownAccount,
  passwordLink,
  pastAward: pastAward(nouns),
  phases,
  plan,
  planPages,
  priceExamples,
  prices,
  purchasePlan,
  reRun,
  rehearsal: rehearsal(nouns),
  records: records(nouns),
  register,
  report: report(nouns),
  roles,
  rounds: rounds(nouns),
  rules: rules(nouns),
  rulesDocument,
  session,
  sheets: sheets(nouns),
  signIn,
  statement,
  successions,
  tender,
  tryOut: tryOut(nouns),
  visibility,
  watching,
  work: work(nouns),
});

/** Met de woorden die gelden als de regels niets anders zeggen. */
export const nl = createNl(usual);
