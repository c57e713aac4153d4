import type { Crumb } from '#renderer/app/shell/page.tsx';
import { t } from '#shared/messages/messages.ts';

/** "Agreements › Customer · Title": the way to what is measured under an agreement. `to` is where its name leads. */
export function agreementCrumbs(id: string, name: string | null, to: 'agreement' | 'compliance'): Crumb[] {
  const agreements: Crumb = { label: t('kit.agreements'), link: { to: '/agreements' } };
  if (name === null) return [agreements];
  return [agreements, { label: name, link: { to: to === 'agreement' ? '/agreements/$id' : '/agreements/$id/compliance', params: { id } } }];
}

/** "Kestner Optics · Managed workplace". */
export function agreementName(customers: readonly string[], title: string): string {
  return [...customers, title].join(' · ');
}
