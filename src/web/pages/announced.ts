import type { Account, Accounts } from '../../actions/accounts.ts';
import type { RulesStanding } from '../../domain/rules/standing.ts';
import { may } from '../../domain/tender/admit.ts';
import { notAmendable } from '../../domain/tender/amendable.ts';
import { isVeiledFrom } from '../../domain/tender/anonymity.ts';
import { isShutOut } from '../../domain/tender/state/rounds.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { bidRecordInWords } from '../../explanation/bid-record.ts';
import { bidsInWords } from '../../explanation/bids.ts';
import { bidsBlocks } from '../../explanation/bids-blocks.ts';
import { rulesInWords } from '../../explanation/rules.ts';
import { rulesBlocks } from '../../explanation/rules-blocks.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { versionsPath } from './amendments.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';
import { type DocumentsModel, documentsModel, documentsPath } from './documents.ts';
import { type OpenStandards, openStandards } from './open-standards.ts';
import { pastAwardLink } from './past-award.ts';
import { type Downloads, downloadsOf } from './sheet.ts';

export interface RulesModel {
  readonly text: Messages['rules'];
  readonly rules: BlocksModel;
  /** For who may change them, while that can be. */
  readonly amend: { readonly href: string; readonly label: string } | null;
  readonly document: { readonly href: string; readonly label: string };
  readonly standards: OpenStandards;
  /** Where they were changed since they were announced. */
  readonly changed: {
    readonly title: string;
    readonly text: string;
    readonly href: string;
    readonly label: string;
  } | null;
  /** What an award of before would be under these rules, where there is one. */
  readonly example: { readonly href: string; readonly label: string } | null;
}

/** The announced rules of a tender. @param version which of the announced versions, from 1; the last one for any other number @param today "2027-03-10" */
export function rulesModel(
  given: Messages,
  state: Readonly<TenderState>,
  standing: RulesStanding,
  account: Account,
  version: number,
  today: string,
): RulesModel {
  const { dossier, announced } = state;
  const versions = announced.length;
  const { rules, rulesSha256 } = announced[version - 1] ?? announced.at(-1)!;
  const isOlder = announced[version - 1] !== undefined && version < versions;
  const m = forRules(given, rules);
  const t = m.amendments.versions;
  const day = m.format.date(announced.at(-1)!.at.slice(0, 10));
  const said = isOlder
    ? { title: t.olderTitle(version), text: t.older(versions, day) }
    : { title: t.changedTitle, text: t.changed(versions, day) };
  return {
    text: m.rules,
    changed: versions === 1 ? null : { ...said, href: versionsPath(state), label: t.link(versions) },
    amend:
      may(state, account.id, 'rules-amended') && notAmendable(state, today) === undefined
        ? { href: `/tenders/${dossier}/amendment`, label: m.amendments.link }
        : null,
    document: { href: `/tenders/${dossier}/rules.pdf`, label: m.rulesDocument.link },
    standards: openStandards(m, dossier),
    example: standing === 'published' ? pastAwardLink(m, rules) : null,
    rules: blocksModel(m, rulesBlocks(m, rulesInWords(m, rules, rulesSha256, standing))),
  };
}

export interface BidsModel {
  readonly text: Messages['bids'];
  readonly documentsHeading: string;
  readonly noDocuments: string;
  readonly downloads: Downloads | null;
  /** Said where there is none to see. */
  readonly none: string;
  readonly bids: readonly {
    readonly sections: BlocksModel;
    readonly documents: DocumentsModel | null;
    /** For who adds documents to it. */
    readonly manage: { readonly href: string; readonly label: string } | null;
  }[];
}

/** The bids of a tender, with where they are valid: not those that this person is kept out of. */
export function bidsModel(
  given: Messages,
  account: Account,
  accounts: Accounts,
  state: Readonly<TenderState>,
): BidsModel {
  const { rules, fallen } = state;
  const m = forRules(given, rules);
  const bids = new Map([...state.bids].filter(([id]) => !isShutOut(state, account.id, id)));
  const inWords = bidsInWords(m, rules, bids.values(), fallen);
  const sections = blocksModel(
    m,
    bidsBlocks(m, inWords, (bid) => bidRecordInWords(m, state, bid, accounts.nameOf)),
  );
  const adds = may(state, account.id, 'document-added');
  return {
    text: m.bids,
    none: isVeiledFrom(state, account) ? m.bids.noneToSeeYet : m.bids.none,
    documentsHeading: m.documents.heading,
    downloads: bids.size > 0 ? downloadsOf(m, `/tenders/${state.dossier}/bids`) : null,
    noDocuments: m.documents.none,
    bids: inWords.bids.map(({ id, name }, place) => ({
      sections: [sections[place]!],
      documents: documentsModel(m, state, account, id),
      manage: adds ? { href: documentsPath(state, id), label: m.documents.manage(name) } : null,
    })),
  };
}
