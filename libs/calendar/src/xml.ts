/** A finished piece of XML: the mark keeps a bare text from being put into a document unescaped. */
export type Xml = string & { readonly __xml: true };

/** XML 1.0 (production 2) has no way to write these at all, not even as a reference: they are left out. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // a parser would make spaces of these in attributes, and LF of a CR anywhere
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text as it may stand between tags and in a quoted attribute; a parser reads back what came in, without what XML cannot hold. */
export function escapeXml(text: string): Xml {
  return text.replace(UNWRITABLE, '').replace(/[&<>"'\t\n\r]/g, (sign) => REFERENCES[sign]!) as Xml;
}

/** An element; absent attributes and children are left out. Names are ours and are not checked. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Xml | undefined)[]
): Xml {
  const written = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeXml(value)}"`));
  const inside = children.filter((child) => child !== undefined).join('');
  const start = `<${name}${written.join('')}`;
  return (inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`) as Xml;
}

/** `<name>text</name>`. */
export function textElement(name: string, text: string, attributes: Readonly<Record<string, string | undefined>> = {}): Xml {
  return element(name, attributes, escapeXml(text));
}

export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}
