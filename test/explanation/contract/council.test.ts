import { describe, expect, it } from 'vitest';
import type { ContractInYear } from '../../../src/domain/contract/council-year.ts';
import type { GrowthStatus, GrowthStep } from '../../../src/domain/contract/growth-path.ts';
import { exact, ZERO } from '../../../src/domain/number.ts';
import { plain } from '../../../src/explanation/blocks.ts';
import { councilBlocks } from '../../../src/explanation/contract/council.ts';
import { messagesIn } from '../../../src/messages/messages.ts';

const step = (status: GrowthStatus): GrowthStep => ({
  ...{ by: '2027-12-31', norm: exact('0.15'), promise: null, status, point: null, projected: null },
  ...{ missing: 0, missingOfPromise: null, community: null },
});
const contract = (status: GrowthStatus, place: number): ContractInYear => ({
  area: { id: `area-${place}`, name: `Gebied ${place}` },
  provider: `Aanbieder ${place}`,
  ...{ granted: null, spent: ZERO, steps: [step(status)], complaints: null, quarters: 0, evaluation: null, due: [] },
});

/** What stands at the top of the page for the council. */
const glance = (language: 'nl' | 'en', ...statuses: GrowthStatus[]): string[] => {
  const dossiers = [{ dossier: 'c', title: 'Contracten', fictional: false, contracts: statuses.map(contract) }];
  return councilBlocks(messagesIn(language), 2027, dossiers).flatMap((block) =>
    block.kind === 'list' ? block.items.map(plain) : [],
  );
};

describe('the page for the council', () => {
  it('says that nothing is known of a growth path without figures, and not that it goes well', () => {
    expect(glance('nl', 'no-figures', 'unknown')).toContain(
      'Van geen enkel gebied is bekend hoe het met het groeipad gaat.',
    );
    expect(glance('en', 'no-figures')).toContain('For no area is it known how the growth path is going.');
  });

  it('says of how many areas there are figures where that is not all of them', () => {
    expect(glance('nl', 'missed', 'met', 'no-figures').join(' ')).toMatch(
      /Van 2 van de 3 gebieden zijn er cijfers over het groeipad; bij 1 daarvan is het niet gehaald/,
    );
  });

  it('says so of all areas where all are known', () => {
    expect(glance('nl', 'met', 'on-track')).toContain(
      'Er is geen gebied waar het groeipad niet is gehaald of gevaar loopt.',
    );
    expect(glance('nl', 'at-risk', 'met').join(' ')).toMatch(/In 1 van 2 gebieden is het groeipad niet gehaald/);
  });
});
