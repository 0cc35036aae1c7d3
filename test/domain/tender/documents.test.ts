import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/domain/roles.ts';
import { documentsFor } from '../../../src/domain/tender/documents.ts';
import { type Dossier, dossierIn } from '../../support/dossier.ts';
import { declaring, openPrices, say } from '../../support/formalities.ts';
import { pricedInput, pricedRules, weighted } from '../../support/priced.ts';

/** Who sees which documents of a bid, when; every page and download asks this. */

const clip = { belowZero: 'clip', aboveMaximum: 'clip' } as const;
const rules = pricedRules(weighted('40', { kind: 'proportional', reference: 'lowest', ...clip }));
const input = () => pricedInput(rules, { a: ['30', '100'], b: ['20', '90'] });
const who = (id: string, role: Role) => ({ id, roles: [role] });
const chair = who('chair', 'procurement-officer');
const assessor = who('one', 'assessor');
const keeper = who('bewaarder', 'procurement-officer');
const auditor = who('auditor', 'auditor');
const member = who('lid', 'committee-member');

const document = (id: string) => ({
  id,
  name: `${id}.pdf`,
  sha256: id.length.toString(16).repeat(64),
  size: 9,
  type: 'pdf' as const,
});
const adds = (bid: string, id: string) => say({ type: 'document-added', payload: { bid, document: document(id) } });
const why = { reason: 'Hoort hier niet.' };

/** Each bid has a plan, and the first a sealed price sheet. */
function withDocuments(phase: Parameters<typeof dossierIn>[0]): Dossier {
  const dossier = dossierIn(phase, input());
  dossier.run('chair', say({ type: 'keeper-named', payload: { keeper: 'bewaarder' } }));
  dossier.run('bewaarder', declaring('ab'));
  for (const bid of 'ab') dossier.run('chair', adds(bid, 'plan'));
  dossier.run('bewaarder', say({ type: 'document-sealed', payload: { bid: 'a', document: document('prijs') } }));
  return dossier;
}
const seen = ({ state }: Dossier, viewer: ReturnType<typeof who>, bid = 'a'): string[] =>
  documentsFor(state()!, viewer, bid).map(({ document: { id } }) => id);

describe('the documents of a bid', () => {
  it('are for who may see the bid: in the tender, and the committee once it is awarded', () => {
    const dossier = withDocuments('registration');
    for (const viewer of [chair, assessor, keeper, auditor])
      expect([viewer.id, seen(dossier, viewer)]).toEqual([viewer.id, ['plan']]);
    for (const viewer of [member, who('ander', 'assessor'), who('beheer', 'administrator')]) {
      expect([viewer.id, seen(dossier, viewer)]).toEqual([viewer.id, []]);
    }
    expect(seen(dossier, chair, 'x')).toEqual([]);
  });

  it('are not for who has an interest in it, or has not declared any; who chairs typed it over', () => {
    const dossier = withDocuments('registration');
    dossier.run('one', declaring('ab', 'a'));
    expect([seen(dossier, assessor), seen(dossier, assessor, 'b')]).toEqual([[], ['plan']]);
    dossier.run('chair', { type: 'appoint-assessor', assessor: 'two' });
    expect(seen(dossier, who('two', 'assessor'))).toEqual([]);
    dossier.run('chair', declaring('ab', 'a'));
    expect([seen(dossier, chair), seen(dossier, chair, 'b')]).toEqual([[], ['plan']]);
  });

  it('are gone when they are removed or the bid is struck, and come back under another number', () => {
    const dossier = withDocuments('registration');
    const { run } = dossier;
    run('chair', say({ type: 'document-removed', payload: { bid: 'a', document: 'plan', ...why } }));
    expect(seen(dossier, chair)).toEqual([]);
    run('chair', {
      type: 'add-document',
      bid: 'a',
      document: { name: 'x.pdf', sha256: 'c'.repeat(64), size: 1, type: 'pdf' },
    });
    expect(seen(dossier, chair)).toEqual(['document-2']);
    run('chair', say({ type: 'bid-struck', payload: { bid: 'a', ...why } }));
    expect(seen(dossier, chair)).toEqual([]);
  });

  it('come with its prices when those are opened, for who may see prices; never of a bid that is excluded', () => {
    const dossier = withDocuments('consensus');
    const { run } = dossier;
    const fallen = { bid: 'a', stage: 'excluded' as const, ...why };
    run('chair', say({ type: 'bid-set-aside', payload: { fallen } }));
    for (const { bid, lot, motivation = null, ...score } of input().consensus) {
      if (bid === 'b')
        run('chair', { type: 'record-consensus', bid, lot, scores: [{ ...score, motivation, version: 0 }] });
    }
    run('chair', { type: 'close-quality' });
    expect(seen(dossier, chair)).toEqual(['plan']);
    openPrices(run, 'chair', 'one');
    expect(seen(dossier, chair)).toEqual(['plan']);
    run('chair', say({ type: 'bid-reinstated', payload: { bid: 'a', ...why } }));
    openPrices(run, 'chair', 'one');
    expect([seen(dossier, chair), seen(dossier, auditor)]).toEqual([
      ['plan', 'prijs'],
      ['plan', 'prijs'],
    ]);
    expect([seen(dossier, assessor), seen(dossier, keeper)]).toEqual([['plan'], ['plan']]);
    // Once open there is nothing to open, and what is wrong is removed as any other.
    expect(() => openPrices(run, 'chair', 'one')).toThrow('nothing-to-open');
    run('chair', say({ type: 'document-removed', payload: { bid: 'a', document: 'prijs', ...why } }));
    expect(seen(dossier, chair)).toEqual(['plan']);
  });
});
