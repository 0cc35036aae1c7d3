/** What the layout around every page shows. A view reads nothing else than its page model, and the layout nothing else than this. */
export interface LayoutModel {
  readonly language: 'nl' | 'en';
  /** The title of the document; starts with "Fout: " when a form was refused. */
  readonly title: string;
  readonly productName: string;
  readonly assets: { readonly css: string; readonly js: string };
  readonly skipLink: string;
  readonly navigation: {
    readonly label: string;
    readonly items: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  };
  readonly account: null | { readonly name: string; readonly role: string; readonly signOutLabel: string };
  readonly csrfToken: string;
  readonly csrfField: '_csrf';
  readonly languageSwitch: {
    readonly label: string;
    readonly action: '/language';
    readonly options: readonly { readonly code: 'nl' | 'en'; readonly label: string; readonly current: boolean }[];
    readonly returnTo: string;
  };
  readonly demoNotice: string | null;
  readonly breadcrumbs: {
    readonly label: string;
    readonly items: readonly { readonly href: string | null; readonly label: string }[];
  };
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
  readonly footer: {
    readonly text: string;
    readonly items: readonly { readonly href: string; readonly label: string }[];
  };
}
