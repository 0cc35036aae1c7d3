import { addDocument } from '../../src/actions/documents.ts';
import { openAssessment } from '../../src/actions/open-assessment.ts';
import { sha256 } from '../../src/chain/canonical.ts';
import { startWeighing } from '../../src/domain/decision/weighing.ts';
import { matrixOf } from '../../src/domain/decision-matrix/rules.ts';
import type { Viewer } from '../../src/domain/roles.ts';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import { PHASES, type Phase } from '../../src/domain/tender/state/state.ts';
import { inPieces } from './files.ts';
import { declaring, openPrices, say } from './formalities.ts';
import type { Installation, Person } from './installation.ts';
import { draftInLog } from './log-draft.ts';
import { pricedRules, weighted } from './priced.ts';
import { singleBid } from './tender.ts';

/** A tender and the choice before it, in which everybody keeps something from somebody: for the tests of who sees what. */

export const PEOPLE = [
  { id: 'chair', roles: ['procurement-officer'] },
  { id: 'other-officer', roles: ['procurement-officer'] },
  { id: 'assessor', roles: ['assessor'] },
  { id: 'colleague', roles: ['assessor'] },
  { id: 'other-assessor', roles: ['assessor'] },
  { id: 'keeper', roles: ['procurement-officer'] },
  { id: 'witness', roles: ['assessor'] },
  { id: 'committee', roles: ['committee-member'] },
  { id: 'auditor', roles: ['auditor'] },
  { id: 'onlooker', roles: ['auditor'] },
  { id: 'auditing-officer', roles: ['procurement-officer', 'auditor'] },
  { id: 'auditing-assessor', roles: ['assessor', 'auditor'] },
  { id: 'administrator', roles: ['administrator'] },
] as const satisfies readonly Person[];
export type Name = (typeof PEOPLE)[number]['id'];

export const RULES = pricedRules(
  weighted('40', { kind: 'proportional', reference: 'lowest', belowZero: 'clip', aboveMaximum: 'clip' }),
);
export const TENDER = 'tender-leaks-1';
export const DECISION = 'decision-leaks-1';
const PLACES = ['a', 'b'] as const;

/** What somebody finds of both bids, and why. */
interface Findings {
  readonly scores: readonly [string, string];
  readonly why: string;
}

/** A text, by its name. */
interface File {
  readonly name: string;
  readonly text: string;
}

/** What the tender of an installation holds, as far as installations differ. */
export interface Content {
  readonly title: string;
  /** Of the choice of a contract model before it. */
  readonly choice: { readonly title: string; readonly reason: string };
  readonly assessor: Findings;
  /** What the colleague of the assessor finds, first in a draft where there is one; null for a colleague who has not begun. */
  readonly colleague: (Findings & { readonly at: string; readonly draft?: Findings }) | null;
  readonly consensus: Findings;
  /** What each bid asks; null where it is not recorded yet. */
  readonly prices: readonly [string | null, string | null];
  /** Other rules than the usual. */
  readonly rules?: TenderRules;
  /** What the assessor says with what he or she declares. */
  readonly interest?: string;
  /** The file that comes with each bid, and those that are sealed with the first. */
  readonly document?: File;
  readonly priceDocuments?: readonly File[];
  /** What is noted with each price. */
  readonly note?: string;
}
export const BASE: Content = {
  title: 'Een aanbesteding met prijzen',
  choice: { title: 'Een keuze', reason: 'Past hier het best.' },
  assessor: { scores: ['42', '41'], why: 'Voldoende.' },
  colleague: { scores: ['30', '45'], why: 'Goed onderbouwd.', at: '2027-03-01T10:10:00.000Z' },
  consensus: { scores: ['42', '44'], why: 'Zo besproken.' },
  prices: ['100', '110'],
};

/** Brings a tender with this content into a phase, with documents; the choice before it is signed when the tender is awarded. */
export async function bring(
  installation: Installation,
  phase: Phase,
  {
    title,
    choice,
    assessor,
    colleague,
    consensus,
    prices,
    note,
    interest = 'Wij kennen elkaar van vroeger.',
    document = { name: 'Plan van aanpak.txt', text: 'Wij gaan aan de slag.' },
    priceDocuments = [{ name: 'Prijsblad.txt', text: 'Honderd euro.' }],
    rules = RULES,
  }: Content,
): Promise<void> {
  const { services, at } = installation;
  const { tenders } = services;
  const add = (actor: string, bid: string, { name, text }: File, sealed: boolean) =>
    addDocument(
      services,
      { dossier: TENDER, actor, bid, lot: undefined, sealed },
      { name, pieces: inPieces(Buffer.from(text)) },
    );
  const reached = (one: Phase): boolean => PHASES.indexOf(phase) >= PHASES.indexOf(one);
  const chair = (command: Parameters<typeof tenders.execute>[2]) => tenders.execute(TENDER, 'chair', command);
  at('2027-03-01T09:00:00.000Z');
  bringDecision(installation, { ...choice, signed: phase === 'awarded' });
  chair({ type: 'publish-rules', title, rules, rulesSha256: '0'.repeat(64), chair: 'chair', fictional: true });
  for (const bid of PLACES) chair({ type: 'register-bid', bid: singleBid(bid, ['lot-1']) });
  for (const one of ['assessor', 'auditing-assessor', 'colleague']) chair({ type: 'appoint-assessor', assessor: one });
  chair({ type: 'name-auditor', auditor: 'onlooker' });
  chair(say({ type: 'keeper-named', payload: { keeper: 'keeper' } }));
  chair(say({ type: 'witness-named', payload: { witness: 'witness' } }));
  for (const one of ['chair', 'auditing-assessor', 'colleague', 'keeper', 'witness']) {
    tenders.execute(TENDER, one, declaring(PLACES));
  }
  const declared = PLACES.map((bid) => ({ bid, conflict: false, explanation: interest }));
  tenders.execute(TENDER, 'assessor', say({ type: 'interests-declared', payload: { interests: declared } }));
  for (const bid of PLACES) await add('chair', bid, { ...document, text: `${document.text} ${bid}` }, false);
  if (!reached('assessment')) return;
  openAssessment(tenders, TENDER, 'chair');
  const offers = PLACES.flatMap((bid, index) => {
    const amount = prices[index];
    const price = { bid, lot: 'lot-1', amount: amount ?? '', ...(note === undefined ? {} : { note }) };
    return amount == null ? [] : [{ price, version: 0 }];
  });
  // The first of the prices is in keeping until the prices are opened.
  const [{ price }] = offers as [(typeof offers)[number]];
  tenders.execute(TENDER, 'keeper', say({ type: 'price-sealed', payload: { price } }));
  for (const file of priceDocuments) await add('keeper', 'a', file, true);
  const assess = (who: string, how: 'draft' | 'handed-in', { scores, why }: Findings, version: number) => {
    for (const [index, bid] of PLACES.entries()) {
      const given = [{ criterion: 'quality', score: scores[index]!, motivation: why }];
      const place = { bid, lot: 'lot-1' };
      const submits = { type: 'submit-assessment' as const, ...place, version, scores: given };
      tenders.execute(TENDER, who, how === 'draft' ? draftInLog(place, given) : submits);
    }
  };
  if (colleague) at(colleague.at);
  if (colleague?.draft) assess('colleague', 'draft', colleague.draft, 0);
  if (colleague) assess('colleague', 'handed-in', colleague, colleague.draft ? 1 : 0);
  at('2027-03-01T10:30:00.000Z');
  assess('assessor', 'handed-in', assessor, 0);
  assess('auditing-assessor', 'handed-in', { scores: ['40', '41'], why: 'Voldoende.' }, 0);
  at('2027-03-01T11:00:00.000Z');
  if (!reached('consensus')) return;
  chair({ type: 'open-consensus' });
  for (const [index, bid] of PLACES.entries()) {
    const score = consensus.scores[index]!;
    const scores = [{ criterion: 'quality', score, motivation: consensus.why, version: 0 }];
    chair({ type: 'record-consensus', bid, lot: 'lot-1', scores });
  }
  if (!reached('quality-closed')) return;
  chair({ type: 'close-quality' });
  openPrices((actor, command) => tenders.execute(TENDER, actor, command), 'chair', 'assessor');
  chair({ type: 'record-prices', prices: offers.slice(1) });
  if (reached('awarded')) chair({ type: 'compute-award' });
}

/** The choice of a contract model that the chair prepares; signed or not. */
export function bringDecision(
  { services: { decisions, ruleSets } }: Installation,
  { title, reason, signed }: { readonly title: string; readonly reason: string; readonly signed: boolean },
): void {
  const { rules, sha256 } = ruleSets.matrices.get('contract-models-2013.v2')!;
  const prepare = (command: Parameters<typeof decisions.execute>[2]) => decisions.execute(DECISION, 'chair', command);
  const weighing = startWeighing(matrixOf(rules), 1);
  prepare({ type: 'publish-matrix', title, rules, rulesSha256: sha256, officer: 'chair', weighing });
  prepare({ type: 'choose-alternative', alternative: 'bcf', reason, version: 0 });
  if (signed) prepare({ type: 'sign-decision' });
}

/**
 * Every page and download that the application declares, or every form of a dossier, with what is in its path filled in. Not the archive of papers: each of
 * them has its own address, and test/web/routes/papers.test.ts asks what is packed, for whom.
 */
export function pathsOf(
  { declared }: Installation,
  asked: 'get' | 'post' = 'get',
  dossiers: { readonly tender: string; readonly decision: string } = { tender: TENDER, decision: DECISION },
) {
  const given: Readonly<Record<string, string>> = {
    ':tender': dossiers.tender,
    ':decision': dossiers.decision,
    ':bid': 'a',
    ':lot': 'lot-1',
    ':letter': '1',
    ':model': 'no-such-model',
    ':sample': 'no-such-sample',
    ':schema': 'no-such-schema',
    ':token': 'no-such-token',
    ':visit': 'no-such-visit',
    ':account': 'no-such-account',
    ':act': 'set-aside',
    ':draw': '1',
    ':criterion': 'quality',
    ':setUp': 'no-such-set-up',
    ':subject': 'what',
    ':plan': 'plan-none-1',
    ':contract': 'contract-none-1',
    ':area': 'area-1',
    ':key': 'no-such-rules',
    ':entry': '2',
    ':year': '2027',
    ':item': 'lots.lot-1',
  };
  const numbered = (pattern: string): string => (pattern.includes('price-documents') ? 'price-1' : 'document-1');
  return declared
    .filter(({ method, path }) => method === asked && (asked === 'get' || /^\/(tenders|decisions)\/:/.test(path)))
    .filter(({ path }) => !path.endsWith('.zip'))
    .map(({ path: pattern, access }) => ({
      access,
      pattern,
      path: pattern.replace(/:[a-z]+/gi, (name) => {
        const dossier = pattern.startsWith('/tenders')
          ? dossiers.tender
          : pattern.startsWith('/plans')
            ? 'plan-none-1'
            : pattern.startsWith('/contracts')
              ? 'contract-none-1'
              : dossiers.decision;
        const value = name === ':dossier' ? dossier : name === ':document' ? numbered(pattern) : given[name];
        if (value === undefined) throw new Error(`${pattern}: say here what stands for ${name}`);
        return value;
      }),
    }));
}

/** A form in which nothing was filled in, and one in which something was, by its path. */
export const EMPTY = { intent: 'submit' };
export function halfFilled(pattern: string): Record<string, string> {
  const fields = HALF_FILLED[pattern];
  if (!fields) throw new Error(`${pattern}: say here how its form is half filled`);
  return fields;
}
const HALF_FILLED: Readonly<Record<string, Record<string, string>>> = {
  '/tenders/:tender/bids': { name: 'Half ingevuld', form: 'consortium', 'member.1.number': '1234567' },
  '/tenders/:tender/bids/sheet': { intent: 'half' },
  '/tenders/:tender/bids/sheet/register': { sheet: '{}' },
  '/tenders/:tender/assessors': { assessor: 'chair' },
  '/tenders/:tender/auditors': { auditor: 'colleague' },
  '/tenders/:tender/auditors/release': { auditor: 'auditor' },
  '/tenders/:tender/assessment/open': { intent: 'half' },
  '/tenders/:tender/consensus/open': { intent: 'half' },
  '/tenders/:tender/quality/close': { intent: 'half' },
  '/tenders/:tender/assessments/:bid/:lot': { intent: 'submit', 'draft.quality': '7', 'motivation.quality': 'Half' },
  '/tenders/:tender/assessments/criteria/:lot/:criterion': { intent: 'save', 'draft.a': '7', 'motivation.a': 'Half' },
  '/tenders/:tender/assessments/:bid/:lot/:criterion/draft': { 'draft.kept': '7', 'motivation.kept': 'Half' },
  '/tenders/:tender/assessments/hand-in': { seen: 'half' },
  '/tenders/:tender/award/compute': { intent: 'half' },
  '/tenders/:tender/consensus/:bid/:lot': { 'score.quality': '33', 'version.quality': '7' },
  '/tenders/:tender/consensus/:bid/:lot/:criterion/draft': { 'draft.kept': '7', 'motivation.kept': 'Half' },
  '/tenders/:tender/consensus/equal': { take: 'a.lot-1.nothing' },
  '/tenders/:tender/prices/:bid': { 'price.a.lot-1.amount': 'duizend', 'version.a.lot-1': '7' },
  '/tenders/:tender/prices/:bid/:lot': { 'price.a.lot-1.amount': 'duizend', 'version.a.lot-1': '7' },
  '/tenders/:tender/draws/:draw/again': { method: 'Half ingevuld' },
  '/tenders/:tender/draw': { method: 'Half ingevuld' },
  '/tenders/:tender/acts/:act': { bid: 'a', stage: 'excluded', reason: '' },
  '/tenders/:tender/copy': { title: '' },
  '/tenders/:tender/letters/new': { lots: 'lot-1', sender: 'Half ingevuld' },
  '/tenders/:tender/letters/new/:bid': { lots: 'lot-1', sender: 'Half ingevuld' },
  '/tenders/:tender/amendment': { intent: 'half' },
  '/tenders/:tender/interests': { [`conflict.${sha256('Inschrijver a').slice(0, 16)}`]: 'yes' },
  '/tenders/:tender/rounds': { bids: 'a', reason: '' },
  '/tenders/:tender/rounds/consensus': { intent: 'half' },
  '/tenders/:tender/rounds/close': { intent: 'half' },
  '/tenders/:tender/bids/:bid/correct': { name: 'Half ingevuld', reason: '' },
  '/tenders/:tender/bids/:bid/documents': { lot: 'lot-1' },
  '/tenders/:tender/bids/:bid/sealed-documents': { lot: 'lot-1' },
  '/tenders/:tender/sealed-prices': { bid: 'a' },
  '/tenders/:tender/prices-sheet': { bid: 'a' },
  '/tenders/:tender/prices-sheet/record': { sheet: 'half' },
  '/tenders/:tender/score-sheet': { intent: 'half' },
  '/tenders/:tender/score-sheet/keep': { sheet: 'half' },
  '/tenders/:tender/consensus-sheet': { intent: 'half' },
  '/tenders/:tender/consensus-sheet/keep': { sheet: 'half' },
  '/tenders/:tender/sealed-prices/keep': { sheet: 'duizend' },
  '/tenders/:tender/sealed-prices/:bid/:lot': { 'price.a.lot-1.amount': 'duizend' },
  '/tenders/:tender/contracts/new': { title: 'Half ingevuld', rules: '', manager: 'keeper' },
  '/decisions/:decision/weighing': { version: '7', seed: 'half' },
  '/decisions/:decision/choice': { model: '', reason: 'Half ingevuld', version: '7' },
  '/decisions/:decision/signature': { intent: 'half' },
};

export const viewer = (id: Name): Viewer => PEOPLE.find((one) => one.id === id)!;
