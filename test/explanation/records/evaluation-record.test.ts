import { describe, expect, it } from 'vitest';
import { newestLaw } from '../../../src/criteria/rule-sets.ts';
import type { EvaluationInput } from '../../../src/domain/scoring/input.ts';
import { engineOf, evaluationInputOf } from '../../../src/domain/tender/evaluation-input.ts';
import { standingOutcome } from '../../../src/domain/tender/standing-award.ts';
import { awardInWords } from '../../../src/explanation/award.ts';
import { plain } from '../../../src/explanation/blocks.ts';
import { evaluationRecordBlocks } from '../../../src/explanation/records/evaluation-record.ts';
import { forRules, messagesIn } from '../../../src/messages/messages.ts';
import { type Dossier, dossierIn } from '../../support/dossier.ts';
import { publishedRules } from '../../support/dossiers.ts';
import { smallInput, smallRules } from '../../support/tender.ts';

/** Who is rejected, row by row, with how deep it stands. @param then what happens after the award */
function rejectedIn(input: EvaluationInput, then: (dossier: Dossier) => void = () => {}): string[] {
  const dossier = dossierIn('awarded', input);
  then(dossier);
  const state = dossier.state()!;
  const m = forRules(messagesIn('nl'), state.rules);
  const outcome = standingOutcome(state);
  const blocks = evaluationRecordBlocks(messagesIn('nl'), m, {
    ...{ state, outcome, deviations: [], seesInterests: true, law: newestLaw(publishedRules()) },
    award: awardInWords(m, evaluationInputOf(state, engineOf(state)), outcome),
    nameOf: (account) => account,
  });
  return blocks.flatMap((block) =>
    block.kind === 'table' && block.caption === m.records.record.rejectedCaption
      ? block.rows.map(([who, why]) => `${'> '.repeat(who!.depth ?? 0)}${plain(who!.text)}: ${plain(why!.text)}`)
      : [],
  );
}

describe('the record of the evaluation', () => {
  it('tells lot by lot who does not win it', () => {
    const scores = { 'a lot-1': '8', 'b lot-1': '6', 'a lot-2': '6', 'b lot-2': '10' };
    expect(rejectedIn(smallInput(smallRules({}), scores))).toEqual([
      'Lot 1: ',
      '> Inschrijver b: Rang 2 met een totaal van 60,00.',
      'Lot 2: ',
      '> Inschrijver a: Rang 2 met een totaal van 60,00.',
    ]);
  });

  it('tells whom a draw went against', () => {
    const input = smallInput(smallRules({ lots: 1 }), { 'a lot-1': '8', 'b lot-1': '8', 'c lot-1': '6' });
    const drawn = ({ run }: Dossier) => {
      run('chair', { type: 'record-draw', order: ['b', 'a'], method: 'Met briefjes.', witnesses: 'Notaris Bakker' });
      run('chair', { type: 'compute-award' });
    };
    expect(rejectedIn(input, drawn)).toEqual([
      'Lot 1: ',
      '> Inschrijver a: Rang 2 met een totaal van 80,00. De loting besliste voor een ander.',
      '> Inschrijver c: Rang 3 met een totaal van 60,00.',
    ]);
  });

  it('calls nobody rejected in a lot that waits for a draw, but who is set aside', () => {
    const rules = smallRules({ lots: 1, minimumScore: '4' });
    expect(rejectedIn(smallInput(rules, { 'a lot-1': '8', 'b lot-1': '8', 'c lot-1': '2' }))).toEqual([
      'Lot 1: ',
      '> Inschrijver c: Consensusscore 2 op “Kwaliteit”; de minimumscore is 4.',
    ]);
  });
});
