import type { accessibility as nl } from '../nl/accessibility.ts';

/** How accessible Gunwijzer is, and how that was found out. */
export const accessibility: typeof nl = {
  title: 'Accessibility',
  lead: 'Gunwijzer is made to work for everybody: with a keyboard, a screen reader, magnification or high contrast, and without JavaScript.',
  statement: 'Accessibility statement of the municipality',
  contact: 'Contact',
  privacy: 'Privacy',
  status: {
    title: 'How do things stand?',
    text: 'The aim is WCAG 2.2, levels A and AA, and EN 301 549. No independent audit was done. This page is therefore no accessibility statement.',
    municipality:
      'The municipality that uses Gunwijzer is responsible for the statement. Where there is one, you find it at the bottom of every page.',
  },
  tested: {
    title: 'How was it tested?',
    items: [
      'With every change the program axe looks at all kinds of pages in a real browser (Chromium), in Dutch and in English.',
      'No page may then scroll sideways at a width of 320 pixels.',
      'Part of the tasks is done without JavaScript and with the keyboard alone.',
      'On 25 November 2026 the pages were gone through by hand against WCAG 2.2 AA and EN 301 549. That was in Chromium, at 1280 and 320 pixels and in high contrast.',
    ],
  },
  unknown: {
    title: 'What is not known?',
    items: [
      'Gunwijzer was not tested with screen readers or voice control, nor by people with a disability.',
      'Browsers other than Chromium were not tested by hand.',
      'Reports in PDF have titles, headings, tables and a language. Whether they meet PDF/UA was not examined.',
      'Gunwijzer does not check what people type themselves or add as a file.',
    ],
  },
  report: {
    title: 'Does something not work?',
    text: 'Report it to the administrator of Gunwijzer at your municipality.',
    withContact: 'Report it by the link Contact at the bottom of this page.',
  },
};
