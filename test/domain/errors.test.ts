import { describe, expect, it } from 'vitest';
import { DomainError, ERRORS, type ErrorCode, isErrorCode } from '../../src/domain/errors.ts';
import { LANGUAGES, type Language } from '../../src/messages/language.ts';
import { describeError, describeFaults, messagesIn } from '../../src/messages/messages.ts';
import { bids, otherBids } from '../errors/bids.ts';
import { contracts, otherContracts } from '../errors/contracts.ts';
import { decision, otherDecisions } from '../errors/decision.ts';
import { documents, otherDocuments } from '../errors/documents.ts';
import { figures, otherFigures } from '../errors/figures.ts';
import { files, otherFiles } from '../errors/files.ts';
import { installation, otherInstallations } from '../errors/installation.ts';
import { letters } from '../errors/letters.ts';
import { otherPlans, plan } from '../errors/plan.ts';
import { otherProcedures, procedure } from '../errors/procedure.ts';
import type { Provocation } from '../errors/provocation.ts';
import { otherRules, rules } from '../errors/rules.ts';
import { setUp } from '../errors/set-up.ts';
import { otherShortFiles, shortFiles } from '../errors/short-files.ts';
import { otherTenders, tender } from '../errors/tender.ts';
import { faultsOf, textsIn } from '../support/language.ts';

const PARTS = [
  files,
  shortFiles,
  rules,
  bids,
  figures,
  tender,
  procedure,
  documents,
  letters,
  decision,
  plan,
  installation,
  setUp,
  contracts,
];

const OTHER_WAYS = [
  ...otherFiles,
  ...otherShortFiles,
  ...otherRules,
  ...otherBids,
  ...otherFigures,
  ...otherTenders,
  ...otherProcedures,
  ...otherDocuments,
  ...otherDecisions,
  ...otherPlans,
  ...otherInstallations,
  ...otherContracts,
];

/** Every error that there is; one that nothing can cause is not an error, and one without an entry does not compile. */
const PROVOCATIONS = {
  ...files,
  ...shortFiles,
  ...rules,
  ...bids,
  ...figures,
  ...tender,
  ...procedure,
  ...documents,
  ...letters,
  ...decision,
  ...plan,
  ...installation,
  ...setUp,
  ...contracts,
} satisfies Readonly<Record<ErrorCode, Provocation>>;

async function errorOf(provocation: Provocation): Promise<DomainError> {
  try {
    await provocation();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

type Told = Pick<DomainError, 'code' | 'details'>;

/** What an error says: itself, the broken rule inside it (the audit names the event around it), and everything else that is wrong. */
const toldBy = (error: DomainError): Told[] => [
  error,
  ...(typeof error.details.rule === 'string' && isErrorCode(error.details.rule)
    ? [{ code: error.details.rule, details: error.details.details as Told['details'] }]
    : []),
  ...error.faults,
];

/** What people typed stands in a text between quotation marks, as they typed it. */
const unquoted = (text: string): string => text.replace(/“[^”]*”/g, '“”');
const AS_TYPED = /digits|date|decimal/;
/** These give hashes and numbers as they stand in a file, to be copied. */
const COPIED: readonly ErrorCode[] = [
  'head-differs',
  'rule-set-not-frozen',
  'seed-out-of-range',
  'setting-invalid',
  'address-in-use',
];

function faultsIn({ code, details }: Told, text: string, language: Language): string[] {
  const bare = unquoted(text);
  const still = COPIED.includes(code) ? [] : faultsOf(bare, language);
  return [
    ...faultsOf(text, language).filter((fault) => !AS_TYPED.test(fault) || still.includes(fault)),
    ...textsIn(details).flatMap(({ place, text: id }) =>
      LIKE_AN_ID.test(id) && !TO_TYPE.test(place) && bare.includes(id) ? [`bare: ${id}`] : [],
    ),
    ...(/[{}[\]]/.test(bare) ? ['raw JSON'] : []),
  ];
}
/** "lot-1", "bids.0.name", "maximumLots"; no number and no name of a file. */
const LIKE_AN_ID = /^(?!.*\.json$)(?=.*[a-z])[a-z0-9]+([-.][a-z0-9]+|[A-Z][a-z]+)+$/;

/** Values that can stand in a file are given as they are. */
const TO_TYPE = /\.(values|order)\./;

/** The audit tells the first two inside the error that names the event; a scale without a score above zero does not rise either. */
const NEVER_ALONE: readonly string[] = ['admission-falls', 'certificate-wrong', 'scale-without-positive'];

describe('every error', () => {
  it('has one entry', () => {
    expect(PARTS.flatMap((part) => Object.keys(part)).sort()).toEqual(Object.keys(ERRORS).sort());
  });

  it.each(Object.entries(PROVOCATIONS))('%s is what is thrown, and is told in words', async (code, provocation) => {
    const { code: thrown } = await checkTold(code, provocation);
    if (!NEVER_ALONE.includes(code)) expect(thrown).toBe(code);
  });

  it.each(OTHER_WAYS)('%s is told in words whatever caused it (%#)', async (code, provocation) => {
    await checkTold(code, provocation);
  });
});

async function checkTold(code: string, provocation: Provocation): Promise<DomainError> {
  const error = await errorOf(provocation);
  const told = toldBy(error);
  expect(told.map((one) => one.code)).toContain(code);
  expect(error.kind).toBe(ERRORS[error.code].kind);
  for (const language of LANGUAGES) {
    const m = messagesIn(language);
    for (const one of told) {
      const text = describeError(m, one);
      expect(faultsIn(one, text, language), text).toEqual([]);
    }
    for (const text of describeFaults(m, error)) expect(faultsIn(error, text, language), text).toEqual([]);
  }
  return error;
}
