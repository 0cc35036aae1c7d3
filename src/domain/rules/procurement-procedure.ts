import { z } from 'zod';

/** The procedures by which support is bought, as officers tell them apart. SAS: social and other specific services; EMVI: the most advantageous bid. */
export const PROCUREMENT_PROCEDURES = [
  'sas-with-emvi',
  'sas-without-emvi',
  'open',
  'restricted',
  'open-house',
] as const;

export const procurementProcedure = z.enum(PROCUREMENT_PROCEDURES);
export type ProcurementProcedure = z.infer<typeof procurementProcedure>;

/** Whether bids are ranked at all. In open house they are not held against each other, so that there is nothing to rank. */
export const isRanked = (procedure: ProcurementProcedure): boolean => procedure !== 'open-house';
