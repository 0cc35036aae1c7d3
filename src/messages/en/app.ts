import type { app as nl } from '../nl/app.ts';

/** The frame of every page. */
export const app: typeof nl = {
  name: 'Gunwijzer',
  skip: 'Skip to content',
  navigation: 'Main menu',
  breadcrumbs: 'Breadcrumb',
  languageSwitch: 'Language',
  signOut: 'Sign out',
  demo: 'Demonstration: all bidders, scores and people are fictional. The passwords of the demo accounts are known to everyone.',
  footer: 'Gunwijzer advises and checks the figures. The municipality decides.',
  home: 'Overview',
  accounts: 'Accounts',
  newTender: 'New tender',
  errorPrefix: 'Error: ',
  errorSummary: 'Something went wrong. Check the following:',
  mayStayEmpty: '(may be left empty)',
  fillInAll: 'Fill in everything.',
  fillInMost: 'Fill in everything, unless it says otherwise.',
};
