import { parseDictionary } from 'structured-headers';

/** One signature as the headers `Signature-Input` and `Signature` describe it. */
export interface SignatureInput {
  readonly label: string;
  /** Covered components, in order: `@authority`, `signature-agent`, … */
  readonly components: readonly CoveredComponent[];
  /** The value of `@signature-params`: the text after `label=`, as it was sent. */
  readonly params: string;
  readonly tag: string;
  readonly algorithm: string;
  readonly keyId: string;
  /** Seconds since the epoch; null where the signature does not say. */
  readonly created: number | null;
  readonly expires: number | null;
  readonly signature: Uint8Array;
}

export interface CoveredComponent {
  readonly name: string;
  /** The component as it stands in the signature base, quotes and parameters included. */
  readonly text: string;
  /** `key`, `sf`, `bs`, `req`, `tr` or `name`, RFC 9421 section 2.1; values are not kept apart from `key`. */
  readonly parameters: ReadonlyMap<string, unknown>;
}

/** An inner list of RFC 8941, as far as signatures need it. */
type ParsedList = readonly [
  items: readonly (readonly [name: unknown, parameters: ReadonlyMap<string, unknown>])[],
  parameters: ReadonlyMap<string, unknown>,
];

/** Signatures whose headers are well formed; a malformed header holds none. */
export function signatureInputs(input: string, signature: string): SignatureInput[] {
  try {
    const signatures = parseDictionary(signature);
    return [...parseDictionary(input)].flatMap(([label, member]) => {
      const value: unknown = signatures.get(label)?.[0];
      const list = member as unknown as ParsedList;
      if (!Array.isArray(list[0]) || !(value instanceof ArrayBuffer)) return [];
      return signatureInput(label, list, new Uint8Array(value), input);
    });
  } catch {
    return [];
  }
}

function signatureInput(
  label: string,
  [items, parameters]: ParsedList,
  signature: Uint8Array,
  input: string,
): SignatureInput[] {
  const params = rawMember(input, label);
  const components = items.map(([name, own]) => ({
    name: typeof name === 'string' ? name : '',
    text: componentText(String(name), own),
    parameters: own,
  }));
  if (params === null) return [];
  return [
    {
      label,
      components,
      params,
      signature,
      tag: textOf(parameters.get('tag')),
      algorithm: textOf(parameters.get('alg')),
      keyId: textOf(parameters.get('keyid')),
      created: numberOf(parameters.get('created')),
      expires: numberOf(parameters.get('expires')),
    },
  ];
}

/** A component name with its parameters: `"signature-agent";key="agent2"`. */
function componentText(name: string, parameters: ReadonlyMap<string, unknown>): string {
  const text = [...parameters].map(([key, value]) =>
    value === true ? `;${key}` : `;${key}=${JSON.stringify(value)}`,
  );
  return `${JSON.stringify(name)}${text.join('')}`;
}

/** The member's text as sent: from after `label=` to the comma that ends it outside quotes and parentheses. */
function rawMember(input: string, label: string): string | null {
  for (const member of membersOf(input)) {
    const trimmed = member.trim();
    if (trimmed.startsWith(`${label}=`)) return trimmed.slice(label.length + 1);
  }
  return null;
}

function membersOf(input: string): string[] {
  const members: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let i = 0; i < input.length; i += 1) {
    const character = input.charAt(i);
    const isEscaped = isQuoted && input.charAt(i - 1) === '\\';
    if (character === '"' && !isEscaped) isQuoted = !isQuoted;
    if (character !== ',' || isQuoted) continue;
    members.push(input.slice(start, i));
    start = i + 1;
  }
  return [...members, input.slice(start)];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
