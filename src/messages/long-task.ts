/** What can take long enough that whoever asked for it is told what is going on. */
export type LongTask = 'page' | 'award' | 'guards' | 'rehearsal' | 're-run' | 'report' | 'letters' | 'file';

/** How much work it is about; what is not known yet is left out. */
export interface WorkSize {
  readonly bids: number;
  readonly lots: number;
  readonly criteria: number;
  /** Of letters that are made one by one, how many are done, of how many. */
  readonly lettersMade?: number;
  readonly lettersOf?: number;
}
