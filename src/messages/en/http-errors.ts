import type { httpErrors as nl } from '../nl/http-errors.ts';

/** What is said when a request cannot be served. */
export const httpErrors: typeof nl = {
  400: { title: 'This request cannot be read', text: 'Go back and try again.' },
  401: {
    title: 'You are not signed in',
    text: 'What you sent has not been processed and has not been kept. Sign in and fill it in again after that.',
  },
  403: {
    title: 'You do not have access',
    text: 'This page or action is not part of your role or of this tender. Ask the chair or the administrator.',
  },
  404: {
    title: 'Page not found',
    text: 'This page does not exist or is not part of a tender that you may view. Go to the overview.',
  },
  409: {
    title: 'This is not possible now',
    text: 'The action does not fit the current state of the dossier. Nothing has been changed. Reload the page.',
  },
  413: { title: 'Too much data', text: 'The form is too large. Nothing has been changed. Fill in less at a time.' },
  415: {
    title: 'This request cannot be read',
    text: 'The form came in a shape that is not possible here. Send it from your browser. Nothing has been changed.',
  },
  419: {
    title: 'The form has expired',
    text: 'The form does not belong to this session, for example because you have signed out or signed in with another account meanwhile. Nothing has been changed. Use the Back button to go to the form and copy what you need. Then open the page again.',
  },
  422: { title: 'This is not right yet', text: 'Check what you have entered. Nothing has been changed.' },
  429: { title: 'Too much at once', text: 'Nothing has been changed. Wait a moment and then try again.' },
  500: {
    title: 'Something went wrong',
    text: 'Nothing has been changed. Try again; report it to the administrator otherwise.',
  },
};
