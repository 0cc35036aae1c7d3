import { describe, expect, it } from 'vitest';
import { newestVersions } from '../../src/criteria/rule-sets.ts';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import { standingOutcome } from '../../src/domain/tender/standing-award.ts';
import type { NewTenderEvent } from '../../src/domain/tender/state/events.ts';
import { addressees } from '../../src/domain/tender/state/found-scores.ts';
import { type Block, plain } from '../../src/explanation/blocks.ts';
import { letterBlocks } from '../../src/explanation/letter-blocks.ts';
import { LANGUAGES } from '../../src/messages/language.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { demoServices, FINISHED } from '../support/demo.ts';
import { type Dossier, dossierIn } from '../support/dossier.ts';
import { publishedRules } from '../support/dossiers.ts';
import { declaring, say, sendingDecision } from '../support/formalities.ts';
import { pricedInput, pricedRules, weighted } from '../support/priced.ts';
import { smallInput, smallRules } from '../support/tender.ts';

/** What every bidder reads, case by case; and what it may not read. */

const [, { rules: law }] = newestVersions(publishedRules().laws).at(-1)!;
const why = { reason: 'Na een uitspraak.' };

const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'paragraph':
        return [plain(block.text)];
      case 'heading':
        return [block.text];
      case 'code':
        return [block.text];
      case 'table':
        return [
          block.caption,
          ...block.columns.map(({ header }) => header),
          ...block.rows.flatMap((row) => row.flatMap(({ text, notes = [] }) => [plain(text), ...notes.map(plain)])),
        ];
      case 'signatures':
        return block.lines.flatMap(({ label, name = '' }) => [label, name]);
      default:
        throw new Error(`a letter has no ${block.kind}`);
    }
  });

/** The letter to a bidder, as one text. */
function letterTo(
  dossier: Pick<Dossier, 'state'>,
  bid: string,
  language: (typeof LANGUAGES)[number] = 'nl',
  lots?: readonly string[],
): string {
  const state = dossier.state()!;
  const about = lots ?? state.rules.lots.map(({ id }) => id);
  const source = {
    ...{ bid, lots: about, sentOn: '2027-03-10', until: '2027-03-30' },
    ...{ objection: 'Bij de rechtbank.', sender: 'Gemeente Voorbeeldstad', signatory: 'J. de Wit, hoofd inkoop' },
  };
  return textsOf(letterBlocks(messagesIn(language), state, standingOutcome(state), law, source, null)).join('\n');
}

const small = (more: Parameters<typeof smallRules>[0] = {}): TenderRules => smallRules({ minimumWinners: 1, ...more });
/** What the committee found says of whom it is, and holds something confidential. */
function found(rules: TenderRules, scores: Readonly<Record<string, string>>) {
  const input = smallInput(rules, scores);
  return {
    ...input,
    consensus: input.consensus.map((one) => ({
      ...one,
      motivation: `Over ${one.bid} [[geheim van ${one.bid}]] gevonden.`,
    })),
  };
}
const clip = { belowZero: 'clip', aboveMaximum: 'clip' } as const;

describe('a letter about the decision', () => {
  const two = dossierIn('awarded', found(small({ lots: 1 }), { 'a lot-1': '8', 'b lot-1': '6' }));

  it('tells the winner that it wins, without anything of the others', () => {
    const text = letterTo(two, 'a');
    for (const part of [
      'Wij willen “Lot 1” aan u gunnen.',
      'Uw totaal is 80,00. Uw rang is 1 van de 2 inschrijvingen die meetellen.',
      'Over a [vertrouwelijk] gevonden.',
      'er is nog geen contract',
      'tot en met 30 maart 2027',
      'kort geding',
    ])
      expect(text).toContain(part);
    for (const other of ['Inschrijver b', 'Over b', 'geheim']) expect(text).not.toContain(other);
  });

  it('tells who is second the winner, its score, and wherein it was better', () => {
    const text = letterTo(two, 'b');
    for (const part of [
      'Wij willen “Lot 1” niet aan u gunnen, maar aan “Inschrijver a”.',
      'Uw rang is 2 van de 2',
      '80,00\n60,00\nOver a [vertrouwelijk] gevonden.',
      'Over a [vertrouwelijk] gevonden.',
      'Over b [vertrouwelijk] gevonden.',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('geheim');
    expect(text).not.toContain('nog geen rechten');
  });

  it('tells nothing of who is neither the winner nor its reader', () => {
    const three = dossierIn('awarded', found(small({ lots: 1 }), { 'a lot-1': '8', 'b lot-1': '6', 'c lot-1': '4' }));
    expect(letterTo(three, 'c')).not.toMatch(/Inschrijver b|Over b/);
    expect(letterTo(three, 'b')).not.toMatch(/Inschrijver c|Over c/);
  });

  it('tells who stays below a minimum score so, and who wins', () => {
    const dossier = dossierIn(
      'awarded',
      found(small({ lots: 1, minimumScore: '6' }), { 'a lot-1': '8', 'b lot-1': '4' }),
    );
    const text = letterTo(dossier, 'b');
    expect(text).toContain(
      'Uw inschrijving voor “Lot 1” telt niet mee. Wij willen “Lot 1” gunnen aan “Inschrijver a”.',
    );
    expect(text).toMatch(/Dit is de reden:\n.*Kwaliteit.*6/);
    expect(text).toContain('Over b [vertrouwelijk] gevonden.');
    expect(letterTo(dossier, 'a')).toContain('Uw inschrijving is de enige die meetelt.');
  });

  it('tells who was knocked out, or came too late, why', () => {
    const rules = small({ lots: 1 });
    const dossier = dossierIn('consensus', found(rules, { 'a lot-1': '8', 'b lot-1': '6' }));
    const { run } = dossier;
    run(
      'chair',
      say({
        type: 'bid-set-aside',
        payload: { fallen: { bid: 'b', stage: 'excluded', reason: 'Geen verklaring ingediend' } },
      }),
    );
    run('chair', {
      type: 'record-consensus',
      bid: 'a',
      lot: 'lot-1',
      scores: [{ criterion: 'quality', score: '8', motivation: 'Goed.', version: 0 }],
    });
    run('chair', { type: 'close-quality' });
    run('chair', { type: 'compute-award' });
    const text = letterTo(dossier, 'b');
    expect(text).toContain('Uw inschrijving voor “Lot 1” telt niet mee.');
    expect(text).toContain('Geen verklaring ingediend.');
  });

  it('says that nobody gets a lot for which no bid counts', () => {
    const rules = small({ lots: 1, minimumScore: '6', minimumWinners: 0 });
    const none = { ...rules, award: { ...rules.award, winners: { minimum: 1, maximum: 1 } } };
    const dossier = dossierIn(
      'awarded',
      found({ ...none, lots: [...none.lots, { id: 'lot-2', name: 'Lot 2' }] }, { 'a lot-1': '4', 'b lot-2': '8' }),
    );
    expect(letterTo(dossier, 'a', 'nl', ['lot-1'])).toContain(
      'Uw inschrijving voor “Lot 1” telt niet mee. Wij gunnen “Lot 1” aan niemand.',
    );
  });

  it('tells of several lots in one table, and why a higher place gives no lot', () => {
    const rules = small({ lots: 3, maximumLots: 2, maximumWinners: 3 });
    const dossier = dossierIn(
      'awarded',
      found(rules, {
        'a lot-1': '10',
        'a lot-2': '10',
        'a lot-3': '10',
        'b lot-1': '8',
        'b lot-2': '6',
        'b lot-3': '4',
      }),
    );
    const text = letterTo(dossier, 'a');
    expect(text).toContain('De beslissing in het kort');
    expect(text).toMatch(
      /U staat hier hoger dan de hoofdaanbieder, maar u hebt het maximum al bereikt met “Lot 2” en “Lot 3”\./,
    );
    expect(text).toContain('Op geen enkel onderdeel kreeg de hoofdaanbieder meer punten dan u.');
  });

  it('says that a draw decided, to who was in it', () => {
    const tied = dossierIn('awarded', found(small({ lots: 1 }), { 'a lot-1': '8', 'b lot-1': '8', 'c lot-1': '4' }));
    tied.run('chair', { type: 'record-draw', order: ['b', 'a'], method: 'Met briefjes.', witnesses: 'Notaris Bakker' });
    tied.run('chair', { type: 'compute-award' });
    for (const bid of ['a', 'b']) expect(letterTo(tied, bid)).toContain('De loting besliste.');
    expect(letterTo(tied, 'c')).not.toContain('loting');
    expect(letterTo(tied, 'a')).toContain('aan “Inschrijver b”');
  });

  it('says after a re-assessment that the scores are the new ones, and which letter it replaces', () => {
    const dossier = dossierIn('awarded', found(small({ lots: 1 }), { 'a lot-1': '8', 'b lot-1': '6' }));
    const { run, state } = dossier;
    run('chair', say({ type: 'witness-named', payload: { witness: 'getuige' } }));
    run('getuige', declaring('ab'));
    for (const bid of 'ab')
      for (const person of ['chair', 'getuige']) {
        run(person, say({ type: 'requirements-checked', payload: { bid, met: true, findings: 'Gezien.' } }));
      }
    run('chair', say(...sendingDecision(state()!, ['lot-1'], '2027-03-10')));
    const round: NewTenderEvent[] = [
      { type: 'round-opened', payload: { round: 2, ...why } },
      { type: 'assessor-appointed', payload: { assessor: 'two' } },
      { type: 'bid-reassessed', payload: { round: 2, bid: 'b', places: [{ lot: 'lot-1', criteria: ['quality'] }] } },
    ];
    run('chair', say(...round));
    run('two', declaring('ab'));
    run(
      'two',
      say({
        type: 'assessment-submitted',
        payload: {
          round: 2,
          bid: 'b',
          lot: 'lot-1',
          scores: [{ criterion: 'quality', score: '10', motivation: 'Beter.' }],
        },
      }),
    );
    run('chair', say({ type: 'round-consensus-opened', payload: { round: 2 } }));
    run('chair', {
      type: 'record-consensus',
      bid: 'b',
      lot: 'lot-1',
      scores: [{ criterion: 'quality', score: '10', motivation: 'Nu veel beter.', version: 0 }],
    });
    run('chair', say({ type: 'round-closed', payload: { round: 2 } }));
    run('chair', { type: 'compute-award' });
    const text = letterTo(dossier, 'a');
    for (const part of [
      'Deze brief vervangt onze brief van 10 maart 2027. De termijn begint opnieuw.',
      'opnieuw beoordeeld',
      'aan “Inschrijver b”',
      'Nu veel beter.',
    ])
      expect(text).toContain(part);
    // The decision of before does not hold for another winner.
    expect(state()!.lots.has('lot-1')).toBe(false);
    run('chair', say(...sendingDecision(state()!, ['lot-1'], '2027-06-01')));
    expect(state()!.issuedLetters.map(({ sentOn }) => sentOn)).toEqual([
      '2027-03-10',
      '2027-03-10',
      '2027-06-01',
      '2027-06-01',
    ]);
  });

  it('says that another fell away when the winner withdraws', () => {
    const dossier = dossierIn('awarded', found(small({ lots: 1 }), { 'a lot-1': '8', 'b lot-1': '6' }));
    dossier.run('chair', { type: 'set-aside-bid', fallen: { bid: 'a', stage: 'withdrawn', reason: 'Te druk' } });
    dossier.run('chair', { type: 'compute-award' });
    expect(letterTo(dossier, 'b')).toMatch(/aan u gunnen[\s\S]*nadat een andere inschrijving is weggevallen/);
    expect(letterTo(dossier, 'b')).not.toMatch(/Inschrijver a|Te druk/);
    expect(letterTo(dossier, 'a')).toMatch(/telt niet mee[\s\S]*Te druk\./);
  });

  it('tells an abnormally low bid why it was set aside; nobody reads the price of another', () => {
    const rules = pricedRules(weighted('40', { kind: 'proportional', reference: 'lowest', ...clip }));
    const dossier = dossierIn(
      'awarded',
      pricedInput(rules, { a: ['30', '100.11'], b: ['20', '77.33'], c: ['20', '120.57'] }),
    );
    const { run } = dossier;
    run(
      'chair',
      say({ type: 'explanation-asked', payload: { bid: 'b', lot: 'lot-1', question: 'Hoe?', until: '2027-03-01' } }),
    );
    run('chair', say({ type: 'explanation-received', payload: { bid: 'b', lot: 'lot-1', explanation: 'Zo.' } }));
    run(
      'chair',
      say(
        {
          type: 'explanation-judged',
          payload: { bid: 'b', lot: 'lot-1', accepted: false, reason: 'Onder kostprijs.' },
        },
        {
          type: 'bid-set-aside',
          payload: { fallen: { bid: 'b', lot: 'lot-1', stage: 'excluded', reason: 'Onder kostprijs.' } },
        },
      ),
    );
    run('chair', { type: 'compute-award' });
    expect(letterTo(dossier, 'b')).toContain('Onder kostprijs.');
    const text = letterTo(dossier, 'c');
    expect(text).toMatch(/Het bedrag is vertrouwelijk|aan u gunnen/);
    for (const price of ['100,11', '77,33'])
      for (const bid of ['b', 'c']) {
        if (bid === 'b' && price === '77,33') continue;
        expect(letterTo(dossier, bid)).not.toContain(price);
      }
  });

  it('says what the rules call a winner, where they have a word of their own for it', async () => {
    const said = /Wie een \p{L}+ krijgt, heet in de bekendgemaakte regels “([^”]+)”/u;
    const plainly = two.state()!;
    const { winnerName, ...award } = plainly.rules.award;
    expect(said.exec(letterTo(two, 'b'))?.[1]).toBe(winnerName?.one.nl);
    expect(letterTo({ state: () => ({ ...plainly, rules: { ...plainly.rules, award } }) }, 'b')).not.toMatch(said);
    const { tenders } = await demoServices();
    const state = tenders.get(FINISHED);
    for (const bid of state.bids.keys()) {
      expect(said.exec(letterTo({ state: () => state }, bid))?.[1]).toBe('hoofdaanbieder');
    }
  });

  it('is there in both languages, for every bidder of every lot', () => {
    for (const language of LANGUAGES) {
      for (const { bid } of addressees(two.state()!, ['lot-1'])) {
        const text = letterTo(two, bid.id, language);
        expect(text).toContain(messagesIn(language).letters.salutation);
        expect(text).not.toMatch(/undefined|lot-1|quality|\[\[/);
      }
    }
  });
});
