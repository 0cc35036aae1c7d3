import type { Messages } from '../messages/messages.ts';
import { rulesWarning } from './rules.ts';

/** What is proven of a dossier, in degrees. */
export interface Proven {
  readonly events: number;
  readonly edition: keyof Messages['editions'];
  readonly admissions: readonly number[];
  readonly withheld: number;
  readonly unchecked: readonly { readonly type: string; readonly what: 'who' | 'what'; readonly events: number }[];
  readonly rules: keyof Messages['reRun']['rulesStanding'] | null;
  readonly engine: number | null;
  readonly outcome: 'none' | 'confirmed' | 'different' | 'own-points' | 'withheld';
  readonly ownPoints: null | {
    readonly recomputed: number;
    readonly notRecomputed: readonly (keyof Messages['reRun']['ownPoints']['notRecomputed'])[];
  };
  /** The events of other dossiers that it follows from, and whether they were looked up there. */
  readonly follows: readonly {
    readonly dossier: string;
    readonly seq: number | null;
    readonly hash: string;
    readonly proven: boolean;
  }[];
}

export interface ProvenInWords {
  readonly verdict: string;
  readonly tone: 'ok' | 'info' | 'error';
  /** What is not as it should be, though nothing of it is false. */
  readonly warnings: readonly string[];
  readonly checks: readonly string[];
  readonly notProven: readonly string[];
}

/**
 * What is proven of a dossier, what could not be checked, and what no check of it can prove: the same on the page and on the command line.
 * @param eventName how a type of event is called
 * @param headCompared whether its hash was held against one from elsewhere
 */
export function provenInWords(
  m: Messages,
  proven: Proven,
  eventName: (type: string) => string,
  headCompared: boolean,
): ProvenInWords {
  const t = m.reRun;
  const { events, edition, admissions, withheld, unchecked, rules, engine, ownPoints, follows } = proven;
  return {
    ...verdictInWords(m, proven),
    warnings: [rulesWarning(m, rules) ?? []].flat(),
    checks: [
      ...(edition === 'whole' ? [] : [t.edition(m.editions[edition])]),
      t.chain(events),
      t.parts,
      unchecked.length === 0 ? t.rules : t.rulesInPart,
      t.admissions(admissions),
      ...(rules === null || rules === 'name-of-published' ? [] : [t.rulesStanding[rules]]),
      ...(engine === null ? [] : [t.engine(engine)]),
      ...(withheld === 0 ? [] : [t.withheld(withheld)]),
      ...unchecked.map((one) => t.unchecked[one.what](eventName(one.type), one.events)),
      ...(ownPoints?.notRecomputed ?? []).map((what) => t.ownPoints.notRecomputed[what]),
      ...follows.filter((one) => one.proven).map(({ dossier, seq }) => t.follows.proven(dossier, seq)),
    ],
    notProven: [
      ...(edition === 'whole' || edition === 'committee' ? [t.notProvenNames] : []),
      ...(withheld === 0 ? [] : [t.notProvenWithheld]),
      ...follows.filter((one) => !one.proven).map((one) => t.follows.notProven(one.dossier, one.seq, one.hash)),
      ...(headCompared ? [] : [t.notProvenHead]),
    ],
  };
}

function verdictInWords(m: Messages, { outcome, ownPoints }: Proven): Pick<ProvenInWords, 'verdict' | 'tone'> {
  const t = m.reRun;
  switch (outcome) {
    case 'confirmed':
      return { verdict: t.verdict.confirmed, tone: 'ok' };
    case 'different':
      return { verdict: t.verdict.different, tone: 'error' };
    case 'none':
      return { verdict: t.verdict.none, tone: 'info' };
    case 'own-points':
      return { verdict: t.ownPoints.confirmed(ownPoints?.recomputed ?? 0), tone: 'ok' };
    case 'withheld':
      return { verdict: t.outcomeWithheld, tone: 'info' };
    default:
      return outcome satisfies never;
  }
}
