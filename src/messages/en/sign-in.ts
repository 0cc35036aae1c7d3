import type { signIn as nl } from '../nl/sign-in.ts';

/** Signing in. */
export const signIn: typeof nl = {
  title: 'Sign in',
  lead: 'Sign in to assess, award or check the figures.',
  account: 'Username',
  password: 'Password',
  submit: 'Sign in',
  required: (field: string) => `Enter your ${field.toLowerCase()}.`,
  wrong: 'The username or password is not correct. Try again.',
  demoTitle: 'Demo accounts',
  demoLead: (password: string) =>
    `All demo accounts have the password ${password}. They only give access to fictional dossiers.`,
  needed: 'Sign in first to view this page.',
};
