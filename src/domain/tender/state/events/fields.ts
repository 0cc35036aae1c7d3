import { humanText, identifier } from '../../../text.ts';

/** People stand in events by the id of their account; their names live with the accounts. */
export const accountId = identifier;

/** Why something was done that goes back on what was: printed, and read by whoever asks. */
export const reason = humanText(2000);
