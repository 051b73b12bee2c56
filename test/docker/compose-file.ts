import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface ComposeService {
  readonly image: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly read_only?: boolean;
  readonly volumes?: readonly string[];
}

/** The services of docker/compose.yaml as written, `${…}` left in. */
export function composeServices(): Readonly<Record<string, ComposeService>> {
  const text = readFileSync('docker/compose.yaml', 'utf8');
  const { services } = parse(text, { merge: true }) as {
    services: Record<string, ComposeService>;
  };
  return services;
}

/** The environment a service gets when nothing but what is required was set. */
export function interpolated(
  { environment = {} }: ComposeService,
  required: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      String(value)
        .replace(/\$\{\w+:\?[^}]*\}/g, required)
        .replace(/\$\{\w+:-([^}]*)\}/g, '$1'),
    ]),
  );
}
