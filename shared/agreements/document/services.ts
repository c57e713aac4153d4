import type { DraftBlock } from '#shared/documents/model.ts';
import { bold, cell, clause, headRow, heading2, row, section, type DraftTable } from './build.ts';
import { clausesOf, orNothing } from './clauses.ts';
import type { PrintContext } from './context.ts';
import { codeList, list } from './format.ts';

/** 2 Services covered, not covered, workload limits. */
export function servicesCovered(context: PrintContext): DraftBlock[] {
  const { words, document } = context;
  const notCovered = clausesOf(context, 'exclusions');
  const workload = clausesOf(context, 'workload-limits');
  const blocks: DraftBlock[] = [
    ...(document.services.length === 0 ? [] : [clause(words.services.covered, {}, { keepNext: true }), servicesTable(context)]),
    ...clausesOf(context, 'scope', 'services'),
    ...(notCovered.length === 0 ? [] : [heading2(words.services.notCovered), ...notCovered]),
    ...(workload.length === 0 ? [] : [heading2(words.services.workload), ...workload]),
  ];
  return [section('section', 'services', words.services.title), ...orNothing(context, words.services.topic, blocks)];
}

function servicesTable(context: PrintContext): DraftTable {
  const { words, document, targets } = context;
  const sites = new Map<string, string[]>();
  for (const { service, site } of document.services) sites.set(service, [...(sites.get(service) ?? []), ...(site === undefined ? [] : [site])]);
  const rows = [...sites].map(([service, names]) => {
    const codes = targets.filter((target) => target.type !== 'availability' || target.service === undefined || target.service === service).map((target) => target.id);
    const which = codes.length === 0 ? words.nothing : codes.length === targets.length && targets.length > 1 ? words.services.allTargets : codeList(codes, words);
    return row([cell([bold(service)]), cell(names.length === 0 ? words.services.allSites : list(names, words)), cell(which)]);
  });
  return {
    kind: 'table', look: 'head', indentMm: 16, columnsMm: [52, 42, 60], caption: words.services.caption, label: 'services',
    head: headRow([words.services.service, words.services.site, words.services.targets]), rows,
  };
}
