import type { Accounts } from '../../actions/accounts.ts';
import type { KeptDraft } from '../../actions/drafts.ts';
import { typedIn } from '../../actions/own-work.ts';
import { compare, equals, exact, ZERO } from '../../domain/number.ts';
import type { Viewer } from '../../domain/roles.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { assessedIn } from '../../domain/rules/in-lot.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { placeKey } from '../../domain/rules/place.ts';
import { isBeyond, isToDiscuss, spreadOf } from '../../domain/scoring/spread.ts';
import { type TypedScore, typedOf } from '../../domain/tender/own-work.ts';
import { agreedIn } from '../../domain/tender/state/open-work.ts';
import { scoresIn } from '../../domain/tender/state/rounds.ts';
import type { RecordedConsensus, Round, TenderState } from '../../domain/tender/state/state.ts';
import { type Passage, passagesOf, withTyped } from '../../explanation/blocks.ts';
import { withMarksSaid } from '../../explanation/confidential.ts';
import { inLanguage, lotName, type Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import { scoreText } from './assessments.ts';
import { savingTexts } from './bench.ts';
import { type SpreadChart, spreadChart } from './charts.ts';
import { roundQuery } from './consensus-list.ts';
import { type DocumentsModel, documentsModel } from './documents.ts';
import { type ScaleModel, type ScoreField, scalesOf, scoreField } from './score-field.ts';

export interface ConsensusModel {
  readonly title: string;
  readonly text: Messages['consensus'];
  readonly labels: Messages['common'];
  readonly action: string;
  readonly editable: boolean;
  readonly confidentialHint: string;
  readonly saving: { readonly text: string; readonly texts: string };
  readonly scales: readonly ScaleModel[];
  readonly documents: DocumentsModel | null;
  readonly criteria: readonly ConsensusCell[];
  readonly backHref: string;
}

interface ConsensusCell {
  readonly field: ScoreField;
  readonly caption: string;
  readonly spreadText: string;
  readonly flagged: boolean;
  readonly chart: SpreadChart;
  readonly individual: readonly {
    readonly assessor: string;
    readonly score: string;
    readonly motivation: string;
    /** The same as it was typed. */
    readonly typedMotivation: string;
    readonly foundAt: string | null;
    /** What takes this motivation over into the field. */
    readonly take: string;
    readonly takeFor: string;
  }[];
  readonly recorded: { readonly score: string; readonly motivation: string } | null;
  /** To tick where the scores lie further apart than announced. */
  readonly discussed: { readonly name: string; readonly hint: string; readonly checked: boolean } | null;
  /** Of a score beyond every individual one: who confirmed it, or that somebody has to. */
  readonly beyond: string | null;
  /** What is recorded now, where another recorded it since the form was made. */
  readonly nowStored: readonly Passage[] | null;
}

/**
 * Individual scores side by side, the largest difference first, and the consensus to record.
 * @param drafts what was typed and not recorded, by criterion
 */
export function consensusModel(
  m: Messages,
  state: Readonly<TenderState>,
  viewer: Viewer,
  round: Round,
  place: { readonly bid: Bid; readonly lot: string },
  accounts: Accounts,
  editable: boolean,
  drafts: ReadonlyMap<string, KeptDraft>,
  refused?: {
    readonly problems: readonly FieldProblem[];
    /** What could not be kept, by criterion. */
    readonly unkept?: ReadonlyMap<string, TypedScore>;
    readonly stale?: boolean;
  },
): ConsensusModel {
  const { bid, lot } = place;
  const names = namesOf(state.rules, state.bids.values());
  const recorded = round.consensus.get(placeKey(bid.id, lot));
  const agreed = agreedIn(state, round, { bid: bid.id, lot });
  const nodes = assessedIn(state.rules, lot).filter(({ criterion }) => agreed.includes(criterion.id));
  const base = `/tenders/${state.dossier}/consensus/${bid.id}/${lot}`;
  const cells = nodes.map((node): ConsensusCell & { readonly distance: ReturnType<typeof exact> } => {
    const { id } = node.criterion;
    const given = scoresIn(state, round, { bid: bid.id, lot }, id);
    const scores = given.map(({ score }) => score);
    const spread = spreadOf(scores);
    const now = recorded?.get(id);
    const draft = editable ? drafts.get(id) : undefined;
    const typed =
      refused?.unkept?.get(id) ?? (draft ? typedIn(draft.fields) : typedOf(now && { criterion: id, ...now }));
    const field = scoreField(
      m,
      state.rules,
      {
        key: id,
        legend: inLanguage(node.criterion.name, m),
        node,
        isHeading: false,
        typed,
        versions: { version: now?.version ?? 0, draft: draft?.version ?? 0 },
        behind: (draft?.behind ?? []).map((old) => ({
          text: m.assessment.behindAt(m.format.moment(old.savedAt)),
          score: typedIn(old.fields).score || m.assessment.noScore,
          motivation: typedIn(old.fields).motivation,
          restore: `${id} ${old.version}`,
          discard: `${id} ${old.version}`,
        })),
        autosave: editable ? `${base}/${id}/draft` : null,
      },
      { scoreLabel: m.consensus.score, motivationLabel: m.consensus.motivation, foundAtLabel: null },
      refused?.problems ?? [],
    );
    const toDiscuss = isToDiscuss(state.rules, scores);
    const checked = draft ? draft.fields.discussed === 'yes' : (now?.discussed ?? false);
    return {
      field,
      distance: spread?.distance ?? exact('0'),
      caption: m.consensus.individual(field.legend),
      spreadText: !spread
        ? m.common.none
        : equals(spread.distance, ZERO)
          ? m.consensus.noSpread(spread.low)
          : m.consensus.spread(spread.low, spread.high, m.format.readable(spread.distance)),
      flagged: toDiscuss && !now?.discussed,
      chart: spreadChart(
        `spread-${id}`,
        m.consensus.spreadChart(scores),
        field.points ? [field.points.minimum, field.points.maximum] : field.options.map(({ value }) => value),
        scores,
        m.format.decimal,
      ),
      individual: given.map(({ assessor, score, motivation, foundAt }, index) => ({
        assessor: accounts.nameOf(assessor),
        score: scoreText(m, names, id, score),
        motivation: withMarksSaid(m, motivation),
        typedMotivation: motivation,
        foundAt: foundAt === null ? null : m.assessment.foundAtText(foundAt),
        take: `${id} ${index}`,
        takeFor: m.consensus.takeFor(accounts.nameOf(assessor), field.legend),
      })),
      recorded: now
        ? { score: scoreText(m, names, id, now.score), motivation: withMarksSaid(m, now.motivation) }
        : null,
      discussed: toDiscuss
        ? {
            name: discussedName(id),
            hint: m.consensus.discussHint(m.format.decimal(state.rules.course?.discussAbove ?? '0')),
            checked,
          }
        : null,
      beyond: beyondText(m, scores, now, accounts),
      nowStored:
        refused?.stale && now
          ? passagesOf(withTyped(m, m.assessment.nowStored(now.score, now.motivation), now.motivation))
          : null,
    };
  });
  const saved = [...drafts.values()].map(({ savedAt }) => savedAt).sort();
  return {
    title: m.consensus.pageTitle(bid.bidder.name, lotName(m, names, lot)),
    text: m.consensus,
    labels: m.common,
    action: base,
    editable,
    confidentialHint: m.confidential.hint,
    saving: {
      text: saved.length === 0 ? m.assessment.saving.idle : m.assessment.saving.lastSaved(m.format.time(saved.at(-1)!)),
      texts: savingTexts(m),
    },
    documents: documentsModel(m, state, viewer, bid.id),
    scales: scalesOf(m, state.rules, nodes),
    criteria: cells.sort((a, b) => compare(b.distance, a.distance)),
    backHref: `/tenders/${state.dossier}/consensus${roundQuery(state, round)}`,
  };
}

export const discussedName = (criterion: string): string => `discussed.${criterion}`;

function beyondText(
  m: Messages,
  scores: readonly string[],
  now: RecordedConsensus | undefined,
  accounts: Accounts,
): string | null {
  if (!now || !isBeyond(scores, now.score)) return null;
  return now.confirmedBy === null ? m.consensus.beyond : m.consensus.confirmed(accounts.nameOf(now.confirmedBy));
}
