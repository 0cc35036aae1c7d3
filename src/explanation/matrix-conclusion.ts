import { type CountedAlternative, rankByCounting } from '../domain/decision-matrix/ranking.ts';
import { matrixOf, type PublishedMatrix } from '../domain/decision-matrix/rules.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { sentence, sentences } from '../messages/sentence.ts';
import { modelName } from './contract-models.ts';
import { sourceLine } from './sources.ts';

export interface ConclusionInWords {
  /** What counting gives, and whether the source concludes the same, where it concludes anything. */
  readonly sentence: string;
  /** The models that stand out, each with its counts. */
  readonly outstanding: readonly string[];
  /** Which rule of counting was used, and whose it is. */
  readonly rule: string;
  /** What the source itself concludes, and why; null when it does not. */
  readonly ofSource: { readonly reason: string; readonly source: string } | null;
}

/** What follows from a published matrix by counting its scores, held against what the source itself concludes. */
export function conclusionInWords(m: Messages, rules: PublishedMatrix): ConclusionInWords {
  const t = m.choose.contractModels;
  const best = rules.scale[0]!.symbol;
  const outstanding = rankByCounting(matrixOf(rules)).filter(({ recommended }) => recommended);
  const names = outstanding.map(({ alternative }) => modelName(m, rules, alternative));
  const found = names.length === 0 ? t.noneOutstanding(best) : t.outstanding(names, best);
  const { conclusion } = rules;
  return {
    sentence: comparedWithSource(m, rules, found, outstanding),
    outstanding: outstanding.map(({ counts }, index) =>
      t.modelCounts(
        names[index]!,
        t.counts(rules.scale.map(({ symbol }, level) => ({ symbol, count: counts[level]! }))),
      ),
    ),
    rule: conclusion ? sentences(t.rule(best), t.ruleIsOurs) : t.rule(best),
    ofSource: conclusion
      ? { reason: inLanguage(conclusion.reason, m), source: sourceLine(m, conclusion.sources) }
      : null,
  };
}

function comparedWithSource(
  m: Messages,
  rules: PublishedMatrix,
  found: string,
  outstanding: readonly CountedAlternative[],
): string {
  const t = m.choose.contractModels;
  if (!rules.conclusion) return sentence(found);
  const { recommended } = rules.conclusion;
  const same =
    recommended.length === outstanding.length &&
    outstanding.every(({ alternative }) => recommended.includes(alternative));
  if (same) return t.sameAsSource(found);
  return t.otherThanSource(
    found,
    recommended.map((id) => modelName(m, rules, id)),
  );
}
