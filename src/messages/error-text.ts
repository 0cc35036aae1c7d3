/** The words for an error, from the details that the domain gave with it. */
export type ErrorText = (details: Readonly<Record<string, unknown>>) => string;

/** Why a dossier file or a hash chain is not right. */
export type BrokenReason =
  | 'sequence'
  | 'previous-hash'
  | 'other-dossier'
  | 'time-runs-back'
  | 'not-json'
  | 'not-an-event'
  | 'layout'
  | 'truncated'
  | 'head-or-seal';
