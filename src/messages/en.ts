import { accessibility } from './en/accessibility.ts';
import { accounts } from './en/accounts.ts';
import { acts } from './en/acts.ts';
import { amendments } from './en/amendments.ts';
import { app } from './en/app.ts';
import { assessment } from './en/assessment.ts';
import { assessments } from './en/assessments.ts';
import { attention } from './en/attention.ts';
import { award } from './en/award.ts';
import { bids } from './en/bids.ts';
import { choose } from './en/choose.ts';
import { cli } from './en/cli.ts';
import { common } from './en/common.ts';
import { confidential } from './en/confidential.ts';
import { confirm } from './en/confirm.ts';
import { consensus } from './en/consensus.ts';
import { contractActs } from './en/contract-acts.ts';
import { contractForms } from './en/contract-forms.ts';
import { contractLog } from './en/contract-log.ts';
import { council } from './en/council.ts';
import { dates } from './en/dates.ts';
import { decision } from './en/decision.ts';
import { documents } from './en/documents.ts';
import { drafts } from './en/drafts.ts';
import { draw } from './en/draw.ts';
import { editions } from './en/editions.ts';
import { eforms } from './en/eforms.ts';
import { errors } from './en/errors.ts';
import { evaluations } from './en/evaluations.ts';
import { examples } from './en/examples.ts';
import { fields } from './en/fields.ts';
import { findings } from './en/findings.ts';
import { followFile } from './en/follow-file.ts';
import { following } from './en/following.ts';
import { glance } from './en/glance.ts';
import { home } from './en/home.ts';
import { httpErrors } from './en/http-errors.ts';
import { interests } from './en/interests.ts';
import { letters } from './en/letters.ts';
import { log } from './en/log.ts';
import { logFacts } from './en/log-facts.ts';
import { mends } from './en/mends.ts';
import { methods } from './en/methods.ts';
import { phases, roles } from './en/names.ts';
import { newTender } from './en/new-tender.ts';
import { kept, ownAccount, passwordLink, session } from './en/own-account.ts';
import { pastAward } from './en/past-award.ts';
import { plan } from './en/plan.ts';
import { planPages } from './en/plan-pages.ts';
import { priceExamples } from './en/price-examples.ts';
import { prices } from './en/prices.ts';
import { purchasePlan } from './en/purchase-plan.ts';
import { reRun } from './en/re-run.ts';
import { records } from './en/records.ts';
import { register } from './en/register.ts';
import { rehearsal } from './en/rehearsal.ts';
import { report } from './en/report.ts';
import { rounds } from './en/rounds.ts';
import { rules } from './en/rules.ts';
import { rulesDocument } from './en/rules-document.ts';
import { setUp } from './en/set-up.ts';
import { sheets } from './en/sheets.ts';
import { signIn } from './en/sign-in.ts';
import { statement } from './en/statement.ts';
import { successions } from './en/successions.ts';
import { tender } from './en/tender.ts';
import { tryOut } from './en/try-out.ts';
import { visibility } from './en/visibility.ts';
import { watching } from './en/watching.ts';
import { format, nouns as usual } from './en/words.ts';
import { work } from './en/work.ts';
import { LOCALES } from './language.ts';
import type { createNl } from './nl.ts';
import type { Nouns } from './noun.ts';

/** The texts of Gunwijzer in English, by subject, with the names that a tender gives its things. The terms are those of the glossary: one Dutch term, one English term. */
export const createEn = (nouns: Nouns): ReturnType<typeof createNl> => ({
  language: 'en',
  locale: LOCALES.en,
  format,
  languageName: 'English',
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

/** With the words that hold where the rules say nothing else. */
export const en = createEn(usual);
