import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '#renderer/app/client.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';

/** A target in some days, half-open; `month` where they are one. */
type FigureOf = { readonly id: string; readonly term: string; readonly from: string; readonly to: string; readonly month: string | undefined };

/** The way from a figure to the exclusions that touch it, whatever was answered; nothing where there are none. Months are whole: of a longer span all are listed. */
export function useFigureExclusions({ id, term, from, to, month }: FigureOf): ReactNode {
  const { data = [] } = useQuery(api.exclusions.list.queryOptions({ input: { agreement: id, term, from, to } }));
  if (data.length === 0) return null;
  return <Link to="/agreements/$id/exclusions" params={{ id }} search={{ term, month }}>{t('exclusions.inFigure', { count: countText(data.length) })}</Link>;
}

export function FigureExclusions(figure: FigureOf) {
  return useFigureExclusions(figure);
}

/** All exclusions of an agreement in a line of facts: how many, and how many wait. */
export function AgreementExclusions({ id }: { id: string }) {
  const { data } = useQuery(api.exclusions.list.queryOptions({ input: { agreement: id } }));
  const waiting = data?.filter((row) => row.state === 'proposed').length ?? 0;
  const count = data?.length ?? 0;
  return (
    <>
      <Link to="/agreements/$id/exclusions" params={{ id }}>{count === 0 ? t('exclusions.title') : t('exclusions.count', { count: countText(count) })}</Link>
      {waiting === 0 ? null : `, ${t('exclusions.wait', { count: countText(waiting) })}`}
    </>
  );
}
