import type { HouseStyle } from '../house-style.ts';
import { PROGRAM, type Report, type ReportFrame } from '../report.ts';
import type { FlatReport } from './drawable.ts';
import type { Dictionary, Engine } from './engine.ts';

/**
 * The facts about the file. The file identifier is computed from exactly these, so the hash of the content stands in
 * them: other content gives another identifier, equal content the same; that of a house style stands beside it.
 */
export function reportInfo(report: FlatReport, house?: HouseStyle): Dictionary {
  return {
    Title: oneLine(report.title),
    Author: oneLine(report.author),
    ...(report.subtitle.trim() === '' ? {} : { Subject: oneLine(report.subtitle) }),
    Keywords: `sha256:${report.contentHash}${house ? `, house-style:${house.hash}` : ''}`,
    Creator: PROGRAM,
    CreationDate: momentOf(report),
    ModDate: momentOf(report),
  };
}

/**
 * The moment in the metadata. A report that stands for no moment still needs one, in every attachment too (ISO 32000-1, table 46, and what
 * readers expect): the start of Unix time, which nobody takes for a date of the report, and the same in every file.
 */
export const momentOf = ({ date }: Pick<Report, 'date'>): Date => date ?? new Date(0);

/**
 * Adds to the XMP metadata that the file also follows PDF/UA-1 (ISO 14289-1, section 5), described as PDF/A asks for
 * properties that it does not know (ISO 19005-3, section 6.6.2.3).
 */
export function identifyAsAccessible(engine: Engine, report: ReportFrame): void {
  engine.appendXML(accessibleIdentification);
  engine.appendXML(`
        <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <xmp:ModifyDate>${momentOf(report).toISOString().slice(0, 19)}Z</xmp:ModifyDate>
        </rdf:Description>`);
  escapeInfoInXmp(engine);
}

/**
 * pdfkit copies the facts about the file into the XMP as they are, where `&` and `<` break the XML. They are escaped at
 * the moment that the XMP is made; the plain ones have been written by then.
 */
function escapeInfoInXmp(engine: Engine): void {
  const endMetadata = engine.endMetadata.bind(engine);
  engine.endMetadata = () => {
    const entries = Object.entries(engine.info);
    engine.info = Object.fromEntries(
      entries.map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    );
    endMetadata();
  };
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().normalize('NFC');
}

const accessibleIdentification = `
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about=""
            xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas>
                <rdf:Bag>
                    <rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                        <pdfaSchema:property>
                            <rdf:Seq>
                                <rdf:li rdf:parseType="Resource">
                                    <pdfaProperty:name>part</pdfaProperty:name>
                                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                                    <pdfaProperty:category>internal</pdfaProperty:category>
                                    <pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
                                </rdf:li>
                            </rdf:Seq>
                        </pdfaSchema:property>
                    </rdf:li>
                </rdf:Bag>
            </pdfaExtension:schemas>
        </rdf:Description>`;
