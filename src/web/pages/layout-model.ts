import type { Language } from '../../messages/language.ts';
import type { PageSheet } from './page-sheet.ts';

/** What the layout around every page shows. A view reads nothing else than its page model, and the layout nothing else than this. */
export interface LayoutModel {
  readonly language: Language;
  /** The title of the document: what went wrong or was just done, the page, and the dossier that it is of. */
  readonly title: string;
  /** What the dossier is called that the page is of, above its head; null where that says it, and on other pages. */
  readonly subject: string | null;
  readonly productName: string;
  /** After how long the page asks for itself again where scripts do not; null for one that does not. */
  readonly refreshSeconds: number | null;
  /** Addresses of the stylesheet and the script, with the hash of their content in the name. */
  readonly assets: { readonly css: string; readonly js: string };
  /** How the page was asked for: one that answers a form holds what was typed. */
  readonly asked: string;
  readonly skipLink: string;
  /** On every sheet of paper: what the page is of, and the day on which it was asked for. */
  readonly printed: { readonly subject: string; readonly day: string };
  /** Without items there is no navigation bar: nobody is signed in. */
  readonly navigation: {
    readonly label: string;
    readonly items: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  };
  readonly account: null | {
    readonly name: string;
    readonly role: string;
    readonly href: string;
    readonly label: string;
    readonly signOutLabel: string;
  };
  /** For the script that warns before the session ends. */
  readonly session: null | {
    readonly label: string;
    readonly path: string;
    readonly seconds: number;
    readonly extends: boolean;
    /** As JSON: what is said with so many minutes left, what when it is over, and what the button says. */
    readonly texts: string;
  };
  /** The account is open in another session, and the person was not told yet. */
  readonly othersOpen: null | { readonly text: string; readonly href: string; readonly link: string };
  /** Every form that posts carries this token in a hidden field of the name `csrfField`. */
  readonly csrfToken: string;
  readonly csrfField: '_csrf';
  readonly languageSwitch: {
    readonly label: string;
    readonly action: '/language';
    readonly options: readonly { readonly code: Language; readonly label: string; readonly current: boolean }[];
    readonly returnTo: string;
  };
  /** Says on every page that the data are made up, when they are. */
  readonly demoNotice: string | null;
  /** From the home page down; the page itself is last and has no `href`. Drawn from two items up. */
  readonly breadcrumbs: {
    readonly label: string;
    readonly items: readonly { readonly href: string | null; readonly label: string }[];
  };
  /** What just happened, above the page. */
  readonly notice: null | {
    readonly tone: 'information' | 'success' | 'warning' | 'error';
    readonly title: string | null;
    readonly text: string;
  };
  /** What is wrong with the form that was sent, with a link to each field. */
  readonly errors: null | {
    readonly title: string;
    readonly items: readonly { readonly href: string; readonly text: string }[];
  };
  /** The tables of the page as a spreadsheet, where it has any; null for a page that answers a form. */
  readonly tables: PageSheet | null;
  readonly footer: {
    readonly text: string;
    readonly items: readonly { readonly href: string; readonly label: string }[];
  };
}
