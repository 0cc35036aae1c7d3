import { canonicalJson, sha256 } from '../../chain/canonical.ts';
import type { Outcome } from '../../domain/evaluation/evaluate.ts';
import type { TenderEventType } from '../../domain/tender/state/events.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { type Award, awardsOf, type Contract, contractsOf, isDecided } from './awards.ts';
import { type Bids, bidsOf } from './bids.ts';
import { buyerOf, partiesOf } from './parties.ts';
import { ocidOf, type Publisher, TO_FILL_IN, toComplete } from './publisher.ts';
import { tenderOf } from './tender.ts';
import type { OcdsWords } from './words.ts';

/** What there is to tell of an award that stands. */
export interface AwardToPublish {
  readonly outcome: Outcome;
  /** The hash of the last event of the log: what is published can be held against the report. */
  readonly head: string;
  /** Every bid, with prices, scores and motivations, and not only what is published of an award. */
  readonly everything: boolean;
}

/** The extensions of OCDS that a package uses, each by the address under which it is known. */
const EXTENSIONS = ['lots', 'awardCriteria', 'bid'].map(
  (name) =>
    `https://raw.githubusercontent.com/open-contracting-extensions/ocds_${name}_extension/master/extension.json`,
);

/**
 * A tender as an OCDS 1.1 release package with one release: the call, and the award where there is one to tell of. What OCDS has no place for
 * stands under `gunwijzer` (docs/open-standards.md). Same dossier, same package.
 * @param award null before there is one, and for who may not see it: the package is then that of the call
 */
export function ocdsPackage(
  state: Readonly<TenderState>,
  words: OcdsWords,
  publisher: Publisher,
  award: AwardToPublish | null,
): object {
  const date = dateOf(state, award !== null);
  const content = contentOf(state, words, publisher, award);
  const ocid = ocidOf(publisher, state.dossier);
  // What is told, and not where the log stands: that moves with what nobody is told.
  const id = sha256(canonicalJson({ ...content, gunwijzer: { ...content.gunwijzer, log: null } })).slice(0, 16);
  return {
    uri: `urn:x-gunwijzer:${state.dossier}:${id}`,
    version: '1.1',
    extensions: EXTENSIONS,
    publishedDate: date,
    publisher: { name: publisher.name ?? TO_FILL_IN },
    releases: [{ ocid, id, date, ...content }],
  };
}

interface Content {
  readonly tag: readonly ('tender' | 'award' | 'contract')[];
  readonly initiationType: 'tender';
  readonly language: 'nl';
  readonly buyer?: ReturnType<typeof buyerOf>;
  readonly parties: ReturnType<typeof partiesOf>;
  readonly tender: ReturnType<typeof tenderOf>;
  readonly bids?: Bids;
  readonly awards?: readonly Award[];
  readonly contracts?: readonly Contract[];
  readonly gunwijzer: {
    /** Bidders and scores are made up. */
    readonly fictional?: true;
    readonly toComplete?: readonly string[];
    readonly log?: string;
    readonly engine?: number;
  };
}

function contentOf(
  state: Readonly<TenderState>,
  words: OcdsWords,
  publisher: Publisher,
  award: AwardToPublish | null,
): Content {
  const awards = award && isDecided(award.outcome.award) ? awardsOf(state, award.outcome) : [];
  const contracts = contractsOf(state, awards);
  const bids = award && bidsOf(state, award.outcome, awards, award.everything);
  const named = new Set((bids?.details ?? []).map(({ id }) => id.split('/')[0]!));
  const winners = new Set(awards.flatMap(({ relatedBids = [] }) => relatedBids.map((id) => id.split('/')[0]!)));
  const buyer = buyerOf(publisher);
  const incomplete = toComplete(publisher);
  return {
    tag: ['tender', ...(award ? (['award'] as const) : []), ...(contracts.length > 0 ? (['contract'] as const) : [])],
    initiationType: 'tender',
    language: 'nl',
    ...(buyer ? { buyer } : {}),
    parties: partiesOf(
      publisher,
      [...state.bids.values()].filter(({ id }) => named.has(id) || winners.has(id)),
      winners,
    ),
    tender: tenderOf(state, publisher, words),
    ...(bids ? { bids } : {}),
    ...(awards.length > 0 ? { awards } : {}),
    ...(contracts.length > 0 ? { contracts } : {}),
    gunwijzer: {
      ...(state.fictional ? { fictional: true } : {}),
      ...(incomplete.length > 0 ? { toComplete: incomplete } : {}),
      ...(award ? { log: award.head, engine: award.outcome.engine } : {}),
    },
  };
}

/** What everybody with the tender is told at once: the date of a call tells nothing of what goes on between. */
const IN_THE_OPEN = [
  'rules-published',
  'rules-amended',
  'award-decision-sent',
  'lot-fixed',
  'lot-unfixed',
  'lot-withdrawn',
  'lot-reopened',
  'tender-stopped',
  'tender-resumed',
] as const satisfies readonly TenderEventType[];

/** When what is told was last changed. */
function dateOf({ announced, lastOf, award }: Readonly<TenderState>, withAward: boolean): string {
  const moments = [
    announced.at(-1)!.at,
    ...IN_THE_OPEN.flatMap((type) => lastOf.get(type) ?? []),
    ...(withAward && award ? [award.at] : []),
  ];
  return moments.sort().at(-1)!;
}
