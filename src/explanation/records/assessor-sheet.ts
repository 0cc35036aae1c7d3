import { toFractionText } from '../../domain/number.ts';
import { scoredCriteria } from '../../domain/rules/criteria-tree.ts';
import { rulesIn } from '../../domain/rules/in-lot.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { biddable } from '../../domain/rules/rules.ts';
import { type Scale, scaleOf } from '../../domain/rules/scale.ts';
import { assessmentIn, assignedTo, currentRound, placesOf } from '../../domain/tender/state/rounds.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { inLanguage, lotName, type Messages } from '../../messages/messages.ts';
import { sentence } from '../../messages/sentence.ts';
import { type Block, type Cell, heading, paragraph, typedPassage } from '../blocks.ts';

/**
 * The sheet of one assessor: every bid that he or she assesses, with the criteria and their scales. Blank to write on; where something was handed in it
 * holds that, to be signed.
 */
export function assessorSheetBlocks(
  given: Messages,
  m: Messages,
  state: Readonly<TenderState>,
  assessor: string,
  name: string,
): Block[] {
  const t = m.records.sheet;
  const names = namesOf(state.rules, state.bids.values());
  const round = currentRound(state);
  const scaleOfAll = commonScale(m, state);
  const parts = placesOf(state, round).flatMap((place): Block[] => {
    const assigned = new Set(assignedTo(state, round, assessor, place));
    if (assigned.size === 0) return [];
    const assessment = assessmentIn(round, assessor, place);
    const submitted = assessment?.submitted ? assessment.scores : [];
    const rows = scoredCriteria(rulesIn(state.rules, place.lot)).flatMap((node): Cell[][] => {
      const { id, name: criterion } = node.criterion;
      if (!assigned.has(id)) return [];
      const found = submitted.find((one) => one.criterion === id);
      return [
        [
          {
            text: inLanguage(criterion, m),
            notes: scaleOfAll === null ? [scaleInShort(m, scaleOf(state.rules, node))] : [],
          },
          { text: found?.score == null ? BLANK : m.format.readable(found.score) },
          found?.motivation ? { text: [typedPassage(given, found.motivation)] } : { text: BLANK, room: LINES_TO_WRITE },
        ],
      ];
    });
    return [
      heading(1, t.of(names.bidder(place.bid), lotName(m, names, place.lot))),
      {
        kind: 'table',
        caption: submitted.length > 0 ? t.handedIn : t.toFillIn,
        columns: [
          { header: m.common.criterion, align: 'start', width: 3 },
          { header: m.common.score, align: 'start', width: 1.2 },
          { header: m.common.motivation, align: 'start', width: 6, prose: true },
        ],
        rows,
      },
    ];
  });
  return [
    paragraph(parts.length === 0 ? t.nothing : t.lead),
    ...(parts.length === 0 || scaleOfAll === null ? [] : [paragraph(sentence(scaleOfAll))]),
    ...parts,
    heading(1, t.signature),
    { kind: 'signatures', lines: [{ label: t.assessor, name }], labels: m.letters.signatures },
  ];
}

/** The scale in words, where all criteria have the same one: then it is said once. */
function commonScale(m: Messages, { rules }: Readonly<TenderState>): string | null {
  const scales = new Set(
    biddable(rules).flatMap(({ id }) => {
      const here = rulesIn(rules, id);
      return scoredCriteria(here).map((node) => scaleInShort(m, scaleOf(rules, node)));
    }),
  );
  const [first, ...others] = scales;
  return first === undefined || others.length > 0 ? null : first;
}

const BLANK = '\u00a0';
/** For a motivation by hand. */
const LINES_TO_WRITE = 6;

function scaleInShort(m: Messages, scale: Scale): string {
  const t = m.records.sheet;
  if ('steps' in scale) {
    return t.scale(
      scale.steps.map(({ value, label }) =>
        label ? t.step(m.format.readable(value), inLanguage(label, m)) : m.format.readable(value),
      ),
    );
  }
  return t.range(m.format.readable(toFractionText(scale.minimum)), m.format.readable(toFractionText(scale.maximum)));
}
