import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { t } from '#shared/messages/messages.ts';
import type { WorkspaceInfo } from '#shared/workspace/model.ts';
import { ColourField } from './colour-field.tsx';
import { LogoField } from './logo-field.tsx';
import styles from './settings.module.css';

/** Organisations that the people at this computer act for. */
export function OwnSection({ workspace }: { workspace: WorkspaceInfo }) {
  const { data } = useQuery(api.organisations.list.queryOptions({ input: { archived: false } }));
  const { data: looks } = useQuery(api.settings.looks.queryOptions());
  const { save, error } = useSaving();
  const mark = (id: string, ours: boolean): void => void save('organisations.change', () => client.organisations.change({ id, ours, was: { ours: !ours } }));
  const own = (data ?? []).filter((row) => row.ours);
  return (
    <Section title={t('settings.own')} count={own.length === 0 ? undefined : own.length} ruled>
      {own.length === 0 ? <p className="t13 t3">{t('settings.ownNone')}</p> : (
        <ul className={styles.own}>
          {own.map((row) => (
            <li key={row.id} className={styles.ownRow}>
              <span className="clip"><Link to="/customers/$id" params={{ id: row.id }} dir="auto">{row.name}</Link>{row.id === workspace.organisation?.id ? <span className={styles.ownFirst}>{t('settings.ownFirst')}</span> : null}</span>
              {row.id === workspace.organisation?.id ? null : <Button kind="link" size="small" onClick={() => mark(row.id, false)}><span aria-hidden="true">{t('settings.ownUnmark')}</span><span className="sr">{t('settings.ownUnmarkOf', { name: row.name })}</span></Button>}
              {looks?.filter((look) => look.organisation === row.id).map((look) => <div key={look.organisation} className={styles.looks}><LogoField own={look} /><ColourField own={look} /></div>)}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.pickOne}>
        <SelectField label={t('settings.ownMark')} help={t('settings.ownHelp')} error={error} value={null} choices={(data ?? []).filter((row) => !row.ours).map((row) => ({ value: row.id, label: row.name }))} onChange={(id) => mark(id, true)} />
      </div>
    </Section>
  );
}
