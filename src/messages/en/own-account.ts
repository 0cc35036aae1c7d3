import type {
  kept as keptNl,
  ownAccount as ownAccountNl,
  passwordLink as passwordLinkNl,
  session as sessionNl,
} from '../nl/own-account.ts';
import { quote } from '../sentence.ts';
import { count } from './words.ts';

/** My account: one's own password and one's own sessions. */
export const ownAccount: typeof ownAccountNl = {
  title: 'My account',
  lead: 'Here you change your password and see where you are signed in.',
  password: 'Change password',
  passwordHint: 'After that you are signed out everywhere else.',
  present: 'Present password',
  next: 'New password',
  nextHint:
    'At least 12 characters, for example four unrelated words. No password that is often used and not your name.',
  again: 'New password once more',
  presentRequired: 'Enter your present password.',
  differs: 'The two new passwords are not the same. Enter the same one twice.',
  changed: 'Your password has been changed. You have been signed out everywhere else.',
  sessions: 'Where you are signed in',
  caption: 'Open sessions',
  sessionsHint: 'Do you not recognise a session? End it and change your password.',
  begun: 'Begun',
  seen: 'Last seen',
  address: 'Address',
  browser: 'Browser',
  unknownBrowser: 'unknown',
  own: 'this session',
  end: 'End',
  endOthers: 'End all other sessions',
  ended: 'The session has been ended.',
  othersOpen: 'You are signed in somewhere else as well.',
  othersLink: 'See and end your sessions',
};

/** Setting a password with a link. */
export const passwordLink: typeof passwordLinkNl = {
  title: 'Set a password',
  lead: (name: string) => `You are setting the password of the account of ${quote(name)}.`,
  submit: 'Set password',
  done: 'Your password has been set. You can sign in now.',
};

/** The session that is about to end. */
export const session: typeof sessionNl = {
  label: 'Your session',
  soon: (n: number) => `You will be signed out in ${count(n, 'minute', 'minutes')} if you do nothing.`,
  soonForGood: (n: number) =>
    `You will be signed out in ${count(n, 'minute', 'minutes')}, because a session lasts 10 hours at most. Save what you are doing.`,
  over: 'You have been signed out. What you entered is still on this page. If you send it, it is kept until you have signed in again.',
  stay: 'Stay signed in',
};

/** What somebody sent when the session had ended. */
export const kept: typeof keptNl = {
  title: 'Kept for you',
  lead: 'You sent this when your session had ended. Nothing has been done with it yet. Send it after all, or throw it away.',
  waiting: 'You sent something when your session had ended. It has not been processed yet.',
  look: 'Look and send',
  none: 'Nothing has been kept for you.',
  at: (moment: string) => `Entered on ${moment}. It is kept for a day.`,
  send: 'Send after all',
  discard: 'Throw away',
  discarded: 'The form has been thrown away.',
  values: 'What you entered',
  scoreOf: (criterion: string) => `Score on ${quote(criterion)}`,
  foundAtOf: (criterion) => `Place in the bid for ${quote(criterion)}`,
  motivationOf: (criterion: string) => `Motivation for ${quote(criterion)}`,
  forms: {
    assessment: 'Assessment',
    consensus: 'Consensus',
    prices: 'Prices',
    bid: 'Bid',
    act: 'Correcting or going back',
    interests: 'Conflict-of-interest declaration',
    round: 'Opening a re-assessment',
    draw: 'Draw',
    weighing: 'Weighing',
    choice: 'Choice',
    tender: 'New tender',
    decision: 'New choice',
    plan: 'Purchase plan',
    other: 'Form',
  },
  signInAgain:
    'Your session had ended. What you entered has been kept. Sign in with the same account; then you can send it after all.',
  signInAgainLost:
    'Your session had ended. What you sent has not been processed and has not been kept: nothing was entered, or it is too large. Use the Back button of your browser to go to the form, and copy what you need before you sign in.',
  ended: 'Your session has ended. Sign in again to go on.',
};
