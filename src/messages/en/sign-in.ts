import type { signIn as nl } from '../nl/sign-in.ts';
import { count } from './words.ts';

/** Signing in. */
export const signIn: typeof nl = {
  title: 'Sign in',
  lead: 'Sign in to assess, award or check the figures.',
  account: 'Username',
  password: 'Password',
  submit: 'Sign in',
  required: (field: string) => `Enter your ${field.toLowerCase()}.`,
  wrong: 'The username or password is not correct. Try again.',
  wait: (n: number) =>
    `A wrong password was entered too often. Wait ${n <= 90 ? count(n, 'second', 'seconds') : count(Math.ceil(n / 60), 'minute', 'minutes')} and then try again.`,
  demoTitle: 'Demo accounts',
  demoLead: (password: string) =>
    `All demo accounts have the password ${password}. They only give access to fictional dossiers.`,
  needed: 'Sign in first to view this page.',
};
