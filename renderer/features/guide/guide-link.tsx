import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { helpLink, useHelpPlace } from './use-help.ts';

/** Opens the guide at what it says about the place that is open. */
export function GuideLink({ className, folded = false, children }: { className?: string; folded?: boolean; children: ReactNode }) {
  return <Link {...helpLink(useHelpPlace())} {...(className === undefined ? {} : { className })} {...(folded ? { title: t('guide.title') } : {})} aria-keyshortcuts="F1">{children}</Link>;
}
