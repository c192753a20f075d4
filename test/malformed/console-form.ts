/** Forms of our own pages: as they stand there, and as no browser sends them. */

/** A form as it stands on a page. */
export interface OpenForm {
  action: string;
  isMultipart: boolean;
  /** As a browser would send it. */
  fields: [name: string, value: string][];
  /** Those of the files, too. */
  names: string[];
}

/** The form as it stands, but for the fields with these names: they have this value, in escapes. */
export function around({ fields }: OpenForm, names: readonly string[], value: string): string {
  const kept = fields.filter(([name]) => !names.includes(name));
  return [new URLSearchParams(kept).toString(), ...names.map((name) => `${encodeURIComponent(name)}=${value}`)].filter(Boolean).join('&');
}

/** As its kind of form is sent: a part of a multipart form has the bytes that the escapes stand for. */
export function encoded({ isMultipart }: OpenForm, sent: string): RequestInit {
  if (!isMultipart) return { method: 'POST', body: sent, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  const parts = sent.split('&').map((field) => {
    const [name = '', value = ''] = field.split('=', 2);
    return `--x\r\nContent-Disposition: form-data; name="${bytes(name)}"\r\n\r\n${bytes(value)}\r\n`;
  });
  const body = Buffer.from(`${parts.join('')}--x--\r\n`, 'latin1');
  return { method: 'POST', body, headers: { 'content-type': 'multipart/form-data; boundary=x' } };
}

function bytes(escaped: string): string {
  return escaped.replaceAll('+', ' ').replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

export function formsIn(html: string): OpenForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inner = '']) => {
    const fields: [string, string][] = [];
    const names: string[] = [];
    for (const [field, area] of inner.matchAll(/<(?:input|button|select)\b[^>]*>|<textarea\b[^>]*>([\s\S]*?)<\/textarea>/g)) {
      const name = attribute(field, 'name');
      if (!name) continue;
      names.push(name);
      const isOff = /type="(checkbox|radio)"/.test(field) && !/\schecked\b/.test(field);
      if (!isOff && !field.includes('type="file"') && !fields.some(([other]) => other === name && field.startsWith('<button')))
        fields.push([name, area ?? attribute(field, 'value')]);
    }
    return { action: attribute(tag, 'action'), isMultipart: tag.includes('multipart/'), fields, names: [...new Set(names)] };
  });
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replace(/&(?:lt|gt|#34|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&#34;': '"', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
