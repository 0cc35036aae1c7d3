import type { PublishedRules } from '../../criteria/read-rules.ts';
import type { RulesStanding } from '../../domain/rules/standing.ts';
import { type Block, typedFact } from '../../explanation/blocks.ts';
import { rulesInWords } from '../../explanation/rules.ts';
import { rulesBlocks } from '../../explanation/rules-blocks.ts';
import { forRules, inLanguage, type Messages } from '../../messages/messages.ts';
import type { Confirmation } from './confirmation.ts';

/**
 * A tender as it will be published, with its rules in words.
 * @param own the tenders that this officer published before
 * @param action where the form that publishes it is sent to
 */
export function confirmationOfPublishing(
  m: Messages,
  title: string,
  { rules, sha256 }: PublishedRules,
  standing: RulesStanding,
  own: readonly { readonly title: string }[],
  action: string,
): { readonly confirmation: Confirmation; readonly details: readonly Block[] } {
  const t = m.confirm.publish;
  const same = own.filter((one) => one.title === title).length;
  return {
    confirmation: {
      title: t.title,
      yes: t.yes,
      action,
      facts: [
        { term: m.confirm.terms.title, value: title },
        { term: m.confirm.terms.rules, value: m.tender.rulesVersion(inLanguage(rules.title, m), rules.version) },
        ...(same === 0 ? [] : [{ term: m.confirm.terms.sameTitle, value: m.confirm.tenders(same) }]),
      ],
      consequences: t.consequences,
      undo: t.undo,
      basis: [sha256, own.length],
    },
    details: rulesBlocks(forRules(m, rules), rulesInWords(m, rules, sha256, standing)),
  };
}

/**
 * Announced rules that change.
 * @param title of the tender @param amended why, in how many places, and the checksum of the rules as they become
 */
export function confirmationOfAmending(
  m: Messages,
  title: string,
  amended: { readonly reason: string; readonly changes: number; readonly sha256: string },
  action: string,
): Confirmation {
  const t = m.amendments.confirm;
  return {
    title: t.title,
    yes: t.yes,
    action,
    facts: [
      { term: m.confirm.terms.title, value: title },
      { term: t.changes, value: m.amendments.count(amended.changes) },
      typedFact(m, t.reason, amended.reason),
    ],
    consequences: t.consequences,
    undo: t.undo,
    basis: [amended.sha256],
  };
}

/** A tender that is being set up and is thrown away. @param version so that a change of somebody else is not thrown away unseen */
export function confirmationOfDiscarding(m: Messages, title: string, version: number, action: string): Confirmation {
  const t = m.confirm.discard;
  return {
    title: t.title,
    yes: t.yes,
    action,
    facts: [typedFact(m, m.confirm.terms.title, title)],
    consequences: t.consequences,
    undo: t.undo,
    basis: [version],
  };
}
