import { describe, expect, it } from 'vitest';
import { DomainError, ERRORS, type ErrorCode } from '../../src/domain/errors.ts';
import { LANGUAGES, type Language } from '../../src/messages/language.ts';
import { describeError, messagesIn } from '../../src/messages/messages.ts';
import { bids } from '../errors/bids.ts';
import { decision } from '../errors/decision.ts';
import { files } from '../errors/files.ts';
import { installation } from '../errors/installation.ts';
import type { Provocation } from '../errors/provocation.ts';
import { rules } from '../errors/rules.ts';
import { tender } from '../errors/tender.ts';
import { faultsOf, textsIn } from '../support/language.ts';

const PARTS = [files, rules, bids, tender, decision, installation];

/** Every error that there is; one that nothing can cause is not an error, and one without an entry does not compile. */
const PROVOCATIONS = {
  ...files,
  ...rules,
  ...bids,
  ...tender,
  ...decision,
  ...installation,
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

/** The audit of a dossier tells these inside the error that names the event. */
const INSIDE: readonly ErrorCode[] = ['admission-falls', 'certificate-wrong', 'engine-superseded', 'unknown-admission'];
const inside = ({ details }: DomainError): Told => ({
  code: details.rule as ErrorCode,
  details: details.details as Told['details'],
});

/** What people typed stands in a text between quotation marks, as they typed it. */
const unquoted = (text: string): string => text.replace(/“[^”]*”/g, '“”');
const AS_TYPED = /digits|date|decimal/;
/** These give hashes and numbers as they stand in a file, to be copied. */
const COPIED: readonly ErrorCode[] = ['head-differs', 'rule-set-not-frozen', 'seed-out-of-range', 'address-in-use'];

function faultsIn({ code, details }: Told, text: string, language: Language): string[] {
  const bare = unquoted(text);
  const still = COPIED.includes(code) ? [] : faultsOf(bare, language);
  return [
    ...faultsOf(text, language).filter((fault) => !AS_TYPED.test(fault) || still.includes(fault)),
    ...textsIn(details).flatMap(({ text: id }) => (LIKE_AN_ID.test(id) && bare.includes(id) ? [`bare: ${id}`] : [])),
    ...(/[{}[\]]/.test(bare) ? ['raw JSON'] : []),
  ];
}
/** "lot-1", "bids.0.name", "maximumLots"; no number. */
const LIKE_AN_ID = /^(?=.*[a-z])[a-z0-9]+([-.][a-z0-9]+|[A-Z][a-z]+)+$/;

describe('every error', () => {
  it('has one entry', () => {
    expect(PARTS.flatMap((part) => Object.keys(part)).sort()).toEqual(Object.keys(ERRORS).sort());
  });

  it.each(Object.keys(ERRORS) as ErrorCode[])('%s is what is thrown, and is told in words', async (code) => {
    const thrown = await errorOf(PROVOCATIONS[code]);
    const told: Told = INSIDE.includes(code) ? inside(thrown) : thrown;
    expect(told.code).toBe(code);
    expect(new DomainError(told.code).kind).toBe(ERRORS[code].kind);
    expect(thrown.kind).toBe(ERRORS[thrown.code].kind);
    for (const language of LANGUAGES) {
      for (const one of new Set([told, thrown])) {
        const text = describeError(messagesIn(language), one);
        expect(faultsIn(one, text, language), text).toEqual([]);
      }
    }
  });
});
