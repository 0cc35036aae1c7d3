import { z } from 'zod';
import { DomainError } from '../../errors.ts';
import { fault } from '../../faults.ts';
import type { PointsKind } from './record.ts';

/** Known, and refused: bidders cannot know what they are measured by, and a bid changes what the others earn. */
export const closestToMeanRules = z.strictObject({ kind: z.literal('closest-to-mean') });
type Rules = z.infer<typeof closestToMeanRules>;

export const closestToMean: PointsKind<Rules> = {
  points: () => {
    throw new DomainError('closest-to-mean-refused');
  },
  measuredBy: () => 'others',
  zeroPrice: () => null,
  straight: () => false,
  standsAlone: () => false,
  faults: (_, { path }) => [fault('closest-to-mean-refused', [...path, 'kind'], {}, { kind: 'choose-other' })],
};
