import { buffer } from 'node:stream/consumers';
import { type Zippable, zipSync } from 'fflate';
import { canonicalJson, sha256 } from '../chain/canonical.ts';
import { newestLaw, type RuleSets } from '../criteria/rule-sets.ts';
import { rulesStanding } from '../criteria/rules-standing.ts';
import type { Viewer } from '../domain/roles.ts';
import { hasSealed } from '../domain/rules/measures.ts';
import { isAssessor, lastSeenAt, mustDeclare } from '../domain/tender/access.ts';
import { engineOf, evaluationInputOf } from '../domain/tender/evaluation-input.ts';
import { standingOutcome } from '../domain/tender/standing-award.ts';
import type { TenderEventType } from '../domain/tender/state/events.ts';
import { isMember, openFurtherRound } from '../domain/tender/state/rounds.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import { maySeeThing, type Thing } from '../domain/tender/visibility.ts';
import { awardInWords } from '../explanation/award.ts';
import { type Block, paragraph } from '../explanation/blocks.ts';
import { assessorSheetBlocks } from '../explanation/records/assessor-sheet.ts';
import { drawBlocks } from '../explanation/records/draws.ts';
import { type Deviation, evaluationRecordBlocks } from '../explanation/records/evaluation-record.ts';
import { interestBlocks } from '../explanation/records/interests.ts';
import { openingBlocks } from '../explanation/records/opening.ts';
import { publicEditionBlocks } from '../explanation/records/public-edition.ts';
import { forRules, type Messages } from '../messages/messages.ts';
import { recordReport } from '../reports/record-report.ts';
import type { Attachment, Report } from '../reports/report.ts';
import { rulesReport } from '../reports/rules-report.ts';
import type { Storage } from '../storage/database.ts';
import type { Accounts } from './accounts.ts';
import { exportDossier, hasEditions } from './export-dossier.ts';
import { openStored } from './read-stored.ts';
import { reportTender } from './report-tender.ts';
import { type Tenders, tenderKind } from './tenders.ts';

interface Making {
  readonly storage: Storage;
  readonly accounts: Accounts;
  readonly tenders: Tenders;
  readonly ruleSets: RuleSets;
}

/** The short papers with a tender, each with what somebody must be allowed to see to read it. */
export const PAPERS = {
  'evaluation-record': 'report',
  opening: 'opening',
  draws: 'draws',
  interests: 'interests',
  sheet: 'own-scores',
  'public-edition': 'report',
} as const satisfies Readonly<Record<string, Thing>>;
export type Paper = keyof typeof PAPERS;
export const PAPER_NAMES = Object.keys(PAPERS) as Paper[];

/** Whether somebody may read such a paper now; the form of an assessor is his or her own. */
export const mayReadPaper = (state: Readonly<TenderState>, viewer: Viewer, paper: Paper): boolean =>
  paper === 'sheet' ? isMember(state, viewer.id) : maySeeThing(state, viewer, PAPERS[paper]);

/** Whether there is anything to tell in such a paper, now, that this reader may see. One about nothing says so. */
export function hasPaper(state: Readonly<TenderState>, viewer: Viewer, paper: Paper): boolean {
  if (!mayReadPaper(state, viewer, paper)) return false;
  switch (paper) {
    case 'evaluation-record':
    case 'public-edition':
      return state.award !== null;
    case 'opening':
      return hasSealed(state.rules) && state.prices.size > 0;
    case 'draws':
      return state.draws.length > 0;
    case 'interests':
      return state.interests.size > 0;
    case 'sheet':
      return isAssessor(state, viewer) && !mustDeclare(state, viewer.id);
    default:
      return paper satisfies never;
  }
}

/**
 * A paper as this reader may have it: same dossier, same paper.
 * @param state as its reader may see it: with letters for anonymous bidders
 */
export function makePaper(
  m: Messages,
  services: Making,
  state: Readonly<TenderState>,
  viewer: Viewer,
  paper: Paper,
): Report {
  const { title, subtitle, blocks } = contentOf(m, services, state, viewer, paper);
  const attachments = attachmentsOf(m, services, state, viewer, paper);
  const asOf = lastSeenAt(state, viewer);
  const shown = [
    { term: m.records.record.tender, value: state.title },
    ...(asOf === '' ? [] : [{ term: m.report.date, value: m.format.moment(asOf) }]),
  ];
  const made = { title: `${title}: ${state.title}`, subtitle, facts: shown, blocks, asOf, attachments };
  const hashes = attachments.map(({ bytes }) => sha256(bytes));
  const contentHash = sha256(canonicalJson([paper, m.language, JSON.stringify([shown, blocks]), hashes]));
  return recordReport(m, { ...made, contentHash });
}

interface Content {
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly Block[];
}

function contentOf(
  given: Messages,
  services: Making,
  state: Readonly<TenderState>,
  viewer: Viewer,
  paper: Paper,
): Content {
  const m = forRules(given, state.rules);
  const { nameOf } = services.accounts;
  const t = m.records;
  const of = (words: { readonly title: string; readonly subtitle: string }, blocks: readonly Block[] | null) => ({
    title: words.title,
    subtitle: words.subtitle,
    blocks: blocks ?? [paragraph(t.nothing)],
  });
  const law = newestLaw(services.ruleSets);
  const award = () => awardInWords(m, evaluationInputOf(state, engineOf(state)), standingOutcome(state));
  switch (paper) {
    case 'evaluation-record': {
      const source = {
        law,
        state,
        outcome: standingOutcome(state),
        award: award(),
        deviations: deviationsOf(m, services.storage, state.dossier),
        nameOf,
        seesInterests: maySeeThing(state, viewer, 'interests'),
      };
      return of(t.record, evaluationRecordBlocks(given, m, source));
    }
    case 'opening':
      return of(t.opening, openingBlocks(m, state, nameOf));
    case 'draws':
      return of(t.draws, drawBlocks(m, state));
    case 'interests':
      return of(t.interests, interestBlocks(m, state, nameOf));
    case 'sheet':
      return of(t.sheet, assessorSheetBlocks(given, m, state, viewer.id, nameOf(viewer.id)));
    case 'public-edition':
      return of(t.public, publicEditionBlocks(m, state, award(), law));
    default:
      return paper satisfies never;
  }
}

/** What goes back on something, or stops it; each says why. */
const DEVIATIONS: readonly TenderEventType[] = [
  'rules-amended',
  'quality-reopened',
  'bid-corrected',
  'bid-struck',
  'bid-set-aside',
  'bid-reinstated',
  'price-corrected',
  'round-opened',
  'round-annulled',
  'round-restored',
  'lot-unfixed',
  'lot-withdrawn',
  'lot-reopened',
  'tender-stopped',
  'tender-resumed',
  'chair-handed-over',
];

const deviationsOf = (m: Messages, storage: Storage, dossier: string): Deviation[] =>
  openStored(tenderKind, storage, dossier).flatMap(({ event: stored }) => {
    const event = tenderKind.toEvent(stored);
    if (!DEVIATIONS.includes(event.type)) return [];
    const { payload } = event;
    const told = 'fallen' in payload ? payload.fallen : payload;
    const reason = 'reason' in told && typeof told.reason === 'string' ? told.reason : null;
    return [{ at: event.at, what: m.log.types[event.type], reason }];
  });

/** The edition of the dossier that the readers of a paper may have, where they may see all that is in it. */
function attachmentsOf(
  m: Messages,
  services: Making,
  state: Readonly<TenderState>,
  viewer: Viewer,
  paper: Paper,
): Attachment[] {
  const { dossier } = state;
  const mayHave = maySeeThing(state, viewer, 'report') && !openFurtherRound(state);
  if (!mayHave || paper === 'sheet' || !hasEditions(services.storage, dossier)) return [];
  const isPublic = paper === 'public-edition';
  return [
    {
      name: 'dossier.json',
      bytes: Buffer.from(exportDossier(services, dossier, { of: isPublic ? 'public' : 'committee' }), 'utf8'),
      mediaType: 'application/json',
      description: isPublic ? m.records.public.edition : m.report.editionAttachment,
    },
  ];
}

/** The announced rules as a document of their own. @param versions what is said in it of the versions that were announced */
export function rulesPaper(
  m: Messages,
  ruleSets: RuleSets,
  state: Readonly<TenderState>,
  versions: readonly Block[],
): Report {
  const { title, rules, rulesSha256: hash } = state;
  const standing = rulesStanding(rules, hash, ruleSets.tenders);
  const file = `${JSON.stringify(rules, null, 2)}\n`;
  return rulesReport(m, { title, rules, sha256: hash, standing, published: true, versions, file });
}

/**
 * Every paper that somebody may read, in one archive with an index that gives the sha256 of each. Equal dossiers give equal archives.
 * @param render draws a PDF
 * @param versions what the document of rules says of the versions that were announced
 */
export async function zipPapers(
  m: Messages,
  services: Making,
  state: Readonly<TenderState>,
  viewer: Viewer,
  render: (report: Report) => Promise<Uint8Array>,
  versions: readonly Block[],
): Promise<Uint8Array> {
  const t = m.records.page;
  const files = new Map<string, Uint8Array>();
  files.set(`${t.names.rules}.pdf`, await render(rulesPaper(m, services.ruleSets, state, versions)));
  if (maySeeThing(state, viewer, 'report') && state.award !== null) {
    files.set(`${t.names.report}.pdf`, await render(reportTender(m, services, state.dossier)));
  }
  for (const paper of PAPER_NAMES) {
    if (!hasPaper(state, viewer, paper)) continue;
    files.set(`${t.names[paper]}.pdf`, await render(makePaper(m, services, state, viewer, paper)));
  }
  if (maySeeThing(state, viewer, 'letters')) {
    for (const { number, sentAt, document } of state.issuedLetters) {
      if (sentAt !== null)
        files.set(`${t.letter(number)}.pdf`, await buffer((await services.storage.documents.open(document)).stream()));
    }
  }
  const lines = [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}`);
  const index = [t.indexTitle(state.title), '', ...lines, ''].join('\n');
  const whole: Zippable = { [t.index]: new TextEncoder().encode(index) };
  for (const [name, bytes] of files) whole[name] = bytes;
  // A PDF is packed already; a moment in the archive would make it another each time.
  return zipSync(whole, { level: 0, mtime: FIRST_OF_ZIP });
}
const FIRST_OF_ZIP = new Date(1980, 0, 2);
