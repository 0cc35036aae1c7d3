/** Why an entry of a dossier counts no longer: by whom that was said, and with which event. It stays readable. */
export interface Withdrawal {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}
