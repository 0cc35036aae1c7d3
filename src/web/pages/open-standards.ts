import type { Messages } from '../../messages/messages.ts';

/** The ways from a page to what is published of a tender. Partial: `partials/open-standards`. */
export interface OpenStandards {
  readonly label: string;
  readonly links: readonly { readonly href: string; readonly label: string; readonly file: boolean }[];
}

export const openStandards = (m: Messages, dossier: string): OpenStandards => ({
  label: m.eforms.links,
  links: [
    { href: `/tenders/${dossier}/eforms`, label: m.eforms.link, file: false },
    { href: ocdsPath(dossier), label: m.eforms.ocds, file: true },
  ],
});

export const ocdsPath = (dossier: string): string => `/tenders/${dossier}/ocds.json`;
