import { Section } from '#renderer/ui/section.tsx';
import { DefinitionList } from '#renderer/ui/facts.tsx';
import type { ImportAnswer } from '#shared/imports/model.ts';
import { t } from '#shared/messages/messages.ts';

const mostNamed = 12;

/** Organisations, services and sites that the workspace does not know yet and that the import makes. */
export function CreatedNames({ created }: { created: ImportAnswer['created'] }) {
  const entries = [
    { name: t('imports.createdOrganisations'), names: created.organisations },
    { name: t('imports.createdServices'), names: created.services },
    { name: t('imports.createdSites'), names: created.sites },
  ].filter(({ names }) => names.length > 0);
  if (entries.length === 0) return null;
  return <Section title={t('imports.created')} ruled><DefinitionList entries={entries.map(({ name, names }) => ({ name, value: <span dir="auto">{names.slice(0, mostNamed).join(', ')}{names.length > mostNamed ? ` … ${names.length - mostNamed}` : ''}</span> }))} /></Section>;
}
