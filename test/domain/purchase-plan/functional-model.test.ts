import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../src/domain/errors.ts';
import { pillarsOf, readFunctionalModel } from '../../../src/domain/purchase-plan/functional-model.ts';
import { publishedRules } from '../../support/dossiers.ts';

const { rules: model } = publishedRules().functionalModels.get('functional-model-2013.v1')!;

describe('the functional model of 2013', () => {
  it('has seven pillars for the Wmo and nine for youth, each with the scales of the source', () => {
    const scales = model.tables.map(({ id, pillars }) => [id, pillars.map((one) => one.scales.join('/'))]);
    expect(scales).toEqual([
      ['wmo', ['local', 'local', 'local/sub-regional', 'provincial', 'local', 'provincial', 'provincial']],
      [
        'youth',
        [
          'local',
          'local',
          'local',
          'local/sub-regional',
          'regional',
          'local',
          'regional',
          'regional',
          'regional/supra-regional',
        ],
      ],
    ]);
    expect(model.tables.map(({ pillars }) => pillars.map(({ level }) => level[0]).join(''))).toEqual([
      'bbsssii',
      'bbbsssiii',
    ]);
  });

  it('counts ten functions of basic support, five kinds of joint contracting, and what that adds for three', () => {
    const basic = pillarsOf(model).find(({ id }) => id === 'wmo-basic-support')!;
    expect(basic.functions).toHaveLength(10);
    expect(model.jointContracting.kinds).toHaveLength(5);
    expect(model.jointContracting.addedValue.map(({ id }) => id)).toEqual([
      'municipalities',
      'residents',
      'institutions',
    ]);
  });

  it('says of every pillar what the municipality has to do or to decide', () => {
    for (const { id, tasks, decisions } of pillarsOf(model)) {
      expect([id, tasks.length + decisions.length > 0]).toEqual([id, true]);
    }
  });
});

describe('a functional model that is not sound', () => {
  const fault = (change: (copy: typeof model) => void): unknown => {
    const copy = structuredClone(model);
    change(copy);
    try {
      readFunctionalModel(copy, 'model.json');
    } catch (error) {
      if (error instanceof DomainError && error.code === 'rule-set-invalid') return error.details.path;
      throw error;
    }
    return null;
  };
  const [wmo, youth] = [0, 1] as const;

  it('is refused, with where it is wrong', () => {
    expect(fault(() => {})).toBeNull();
    expect(fault(({ tables }) => (tables[youth]!.pillars[0]!.id = 'wmo-experts'))).toBe('tables.1.pillars.0.id');
    expect(fault(({ tables }) => (tables[wmo]!.pillars[2]!.level = 'fourth'))).toBe('tables.0.pillars.2.level');
    expect(fault(({ tables }) => (tables[wmo]!.pillars[2]!.number = 4))).toBe('tables.0.pillars.2.number');
    expect(fault(({ tables }) => tables[wmo]!.pillars[2]!.scales.reverse())).toBe('tables.0.pillars.2.scales');
    expect(fault(({ levels }) => (levels[1]!.id = 'basis'))).toBe('levels.1.id');
    expect(fault(({ tables }) => (tables[youth]!.id = 'wmo'))).toBe('tables.1.id');
    expect(fault(({ jointContracting }) => (jointContracting.kinds[1]!.id = 'senses'))).toBe(
      'jointContracting.kinds.4.id',
    );
    expect(fault(({ tables }) => delete (tables[wmo] as { pillars?: unknown }).pillars)).toBe('tables.0.pillars');
  });
});
