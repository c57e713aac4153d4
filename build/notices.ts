import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectFile } from './project.ts';

/** Something of others that Parley ships: a package or a file in the tree, with its licence. */
type Part = { readonly name: string; readonly version: string; readonly licence: string; readonly home: string; readonly text: string };

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), dev: z.boolean().optional(), devOptional: z.boolean().optional(), optional: z.boolean().optional(), peer: z.boolean().optional() })),
});
const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
  homepage: z.string().optional(),
  repository: z.union([z.string(), z.object({ url: z.string() })]).optional(),
});

/** What lies in the tree itself and is not ours. */
const shippedFiles: readonly (Omit<Part, 'text'> & { readonly file: string })[] = [
  { name: 'Inter', version: '4.001', licence: 'OFL-1.1', home: 'https://rsms.me/inter/', file: 'renderer/public/inter-licence.txt' },
  { name: 'Carlito', version: '1.103', licence: 'OFL-1.1', home: 'https://github.com/googlefonts/carlito', file: 'electron/documents/fonts/OFL.txt' },
  { name: 'Tabler Icons', version: '3', licence: 'MIT', home: 'https://tabler.io/icons', file: 'renderer/public/tabler-icons-licence.txt' },
];

const introduction = `# Third-party notices

Parley itself is under the MIT licence (see LICENSE). It ships the work of others, named here with their licences.
This file is made by \`node build/notices.ts\` from what is installed. A test holds it up to date.

The desktop runtime, Electron, carries its own notices: \`LICENSE\` and \`LICENSES.chromium.html\` lie beside its program.
\`@resvg/resvg-js\` and \`ical.js\` are under the Mozilla Public License 2.0 and are used unchanged. Their sources are at the addresses in the table.
The holidays of \`date-holidays\` come in part from Wikipedia, under CC BY-SA 3.0; its licence file names the pages.
A part without a text below ships none; its licence is the one that the table names.
`;

/** The whole text of THIRD-PARTY-NOTICES.md: a table of all parts, then each licence text once with the parts that it covers. */
export function thirdPartyNotices(): string {
  const parts = [...shippedFiles.map(({ file, ...part }) => ({ ...part, text: clean(readFileSync(projectFile(file), 'utf8')) })), ...installedParts()];
  const rows = parts.map((part) => `| ${part.name} | ${part.version} | ${part.licence} | ${part.home} |`);
  const texts = Map.groupBy(parts.filter((part) => part.text !== ''), (part) => part.text);
  const sections = [...texts].map(([text, covered]) => [`## ${covered.map((part) => part.name).join(', ')}`, '', '```text', text, '```', ''].join('\n'));
  return [introduction, '| Part | Version | Licence | Home |', '|---|---|---|---|', ...rows, '', ...sections].join('\n');
}

/** Packages that production needs, by the lock file. Binaries for one kind of machine are left out: the package that chooses them stands for them. */
function installedParts(): Part[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(projectFile('package-lock.json'), 'utf8')));
  const seen = new Map<string, Part>();
  for (const [place, entry] of Object.entries(packages)) {
    if (place === '' || entry.dev || entry.devOptional || entry.optional) continue;
    const part = partOf(projectFile(place));
    seen.set(`${part.name}@${part.version}`, part);
  }
  return [...seen.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, part]) => part);
}

function partOf(folder: string): Part {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
  const licence = typeof manifest.license === 'string' ? manifest.license : (manifest.license?.type ?? manifest.licenses?.map(({ type }) => type).join(' OR ') ?? 'not stated');
  return { name: manifest.name, version: manifest.version, licence, home: homeOf(manifest), text: licenceText(folder) };
}

function homeOf({ homepage, repository }: z.infer<typeof manifestSchema>): string {
  const url = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
  const address = url.replace(/^git\+/u, '').replace(/^git:/u, 'https:').replace(/\.git$/u, '').replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/u, 'https://$1/');
  return address === '' || address.includes('://') ? address : `https://github.com/${address.replace(/^github:/u, '')}`;
}

/** The licence and notice files of a package, in one text; empty where it has none. */
function licenceText(folder: string): string {
  if (!existsSync(folder)) return '';
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|notice|copying)(\b|[._-])/iu.test(name) && !/\.(js|ts|json)$/u.test(name)).sort();
  return clean(names.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n\n'));
}

function clean(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('```', "'''").split('\n').map((line) => line.trimEnd()).join('\n').trim();
}

if (import.meta.main) writeFileSync(projectFile('THIRD-PARTY-NOTICES.md'), thirdPartyNotices());
