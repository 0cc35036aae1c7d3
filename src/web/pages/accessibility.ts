import { type Block, heading, list, paragraph } from '../../explanation/blocks.ts';
import type { Messages } from '../../messages/messages.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';

export interface AccessibilityModel {
  readonly text: Messages['accessibility'];
  readonly sections: BlocksModel;
}

/** How accessible these pages are, how that was found out, and what is not known. @param contact whether the municipality says where to report */
export function accessibilityModel(m: Messages, contact: boolean): AccessibilityModel {
  const t = m.accessibility;
  const blocks: Block[] = [
    heading(1, t.status.title, 'status'),
    paragraph(t.status.text),
    paragraph(t.status.municipality),
    heading(1, t.tested.title, 'tested'),
    ...list(t.tested.items),
    heading(1, t.unknown.title, 'unknown'),
    ...list(t.unknown.items),
    heading(1, t.report.title, 'report'),
    paragraph(contact ? t.report.withContact : t.report.text),
  ];
  return { text: t, sections: blocksModel(m, blocks) };
}
