import { describe, expect, it } from 'vitest';
import { newestVersions } from '../../src/criteria/rule-sets.ts';
import { PROCUREMENT_PROCEDURES, type ProcurementProcedure } from '../../src/domain/rules/procurement-procedure.ts';
import { datesInWords } from '../../src/explanation/dates.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { emptyDossier, publishing } from '../support/dossier.ts';
import { publishedRules } from '../support/dossiers.ts';
import { smallRules } from '../support/tender.ts';

const [, { rules: law }] = newestVersions(publishedRules().laws).at(-1)!;

/** Why the standstill period of a decision that was sent on 10 March ends when it does. */
function standstillIn(procedure: ProcurementProcedure | undefined) {
  const { run, state } = emptyDossier();
  run('chair', publishing({ ...smallRules({}), ...(procedure ? { procedure } : {}) }));
  state()!.lots.set('lot-1', { is: 'sent', on: '2027-03-10', until: '2027-03-30' });
  return datesInWords(messagesIn('nl'), state()!, law, false).find(({ id }) => id === 'standstill-1')!;
}

describe('the standstill period', () => {
  it('ends twenty days after the decision was sent, and names the rule that it rests on, with how that was checked', () => {
    const { date, why } = standstillIn('open');
    // Twenty days after 10 March is a Tuesday.
    expect(date).toBe('2027-03-30');
    for (const part of ['20 kalenderdagen', 'artikel 2.127', 'gelezen in de tekst zelf', 'stand 1 september 2025']) {
      expect(why).toContain(part);
    }
    expect(why).toMatch(/In uw procedure volgt dit uit de wet\.$/);
  });

  it('rests on what the procedure makes of it', () => {
    expect(standstillIn('sas-with-emvi').why).toContain('contractstandaarden');
    expect(standstillIn(undefined).why).toContain('noemen geen procedure');
    for (const procedure of PROCUREMENT_PROCEDURES) {
      if (procedure !== 'open-house') expect(standstillIn(procedure).why).not.toContain('undefined');
    }
  });
});
