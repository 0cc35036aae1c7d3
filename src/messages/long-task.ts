/** What can take long enough that whoever asked for it is told what is going on. */
export type LongTask = 'page' | 'award' | 'guards' | 'rehearsal' | 're-run' | 'report' | 'file';

/** How much work it is about; what is not known yet is left out. */
export interface WorkSize {
  readonly bids: number;
  readonly lots: number;
  readonly criteria: number;
}
