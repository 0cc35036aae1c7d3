import { describe, expect, it } from 'vitest';
import { assessorSheetBlocks } from '../../../src/explanation/records/assessor-sheet.ts';
import { forRules, messagesIn } from '../../../src/messages/messages.ts';
import { dossierIn } from '../../support/dossier.ts';
import { smallInput, smallRules } from '../../support/tender.ts';

const rules = smallRules({ lots: 1 });
const input = smallInput(rules, { 'a lot-1': '8' });
const motivationsIn = (phase: 'assessment' | 'consensus') => {
  const m = messagesIn('nl');
  const blocks = assessorSheetBlocks(m, forRules(m, rules), dossierIn(phase, input).state()!, 'one', 'Een');
  return blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.at(-1)!) : []));
};

describe('the form of an assessor', () => {
  it('has room to write a motivation in while nothing is handed in, and then the motivation', () => {
    expect(motivationsIn('assessment').map(({ room = 1 }) => room)).toEqual([6]);
    expect(motivationsIn('consensus')).toEqual([{ text: [{ text: 'Goed onderbouwd.' }] }]);
  });
});
