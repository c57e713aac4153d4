import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { Pick } from '#renderer/ui/fields/select-field.tsx';
import { AskDot } from '#renderer/ui/fields/sentence-value.tsx';
import { SectionHead } from '#renderer/ui/section.tsx';
import type { Preview } from '#shared/imports/screen-model.ts';
import { t } from '#shared/messages/messages.ts';
import { AskPlace } from './ask.tsx';
import { fixedFields } from './asks.ts';
import styles from './map.module.css';
import type { SetSearch, WizardSearch } from './search.ts';
import { fieldWords } from './words.ts';

const NONE = '';

/** Customer, service and site of all rows, where no column says them. */
export function FixedValues({ preview, search, set }: { preview: Preview; search: WizardSearch; set: SetSearch }) {
  const { data: organisations } = useQuery(api.organisations.list.queryOptions({ input: { archived: false } }));
  const { data: services } = useQuery(api.services.list.queryOptions());
  const { data: sites } = useQuery(api.sites.list.queryOptions({ input: search.customer === undefined || search.customer === '' || organisations?.some(({ name }) => name === search.customer) !== true ? {} : { organisation: search.customer } }));
  const open = preview.columns.filter(({ field, column }) => column === null && (field === 'customer' || field === 'service' || field === 'site') && preview.profile?.fixed[field] === undefined).map(({ field }) => field);
  if (open.length === 0) return null;
  const asked = new Set<string>(fixedFields(preview));
  const known = { customer: organisations, service: services, site: sites };
  return (
    <div className={styles.group}>
      <SectionHead title={t('imports.fixed')} count={t('imports.fixedHelp')} />
      <table className={styles.valueTable}>
        <colgroup><col /><col className={styles.rowsColumn} /><col className={styles.meaningColumn} /></colgroup>
        <tbody>
          {(['customer', 'service', 'site'] as const).filter((field) => open.includes(field)).map((field) => {
            const isAsked = asked.has(field) && search[field] === undefined;
            const names = [...new Set([...(known[field] ?? []).map(({ name }) => name), ...(search[field] === undefined || search[field] === NONE ? [] : [search[field]])])];
            return (
              <tr key={field}>
                <td colSpan={2}>{isAsked ? <><AskDot /> </> : null}{fieldWords(field)}</td>
                <td>
                  <AskPlace id={isAsked ? `fixed:${field}` : null} className={styles.cellPick}>
                    <Pick label={`${t('imports.fixed')}, ${fieldWords(field)}`} block ask={isAsked} value={search[field] ?? NONE} {...(isAsked ? { text: t('imports.fixedAsk') } : {})}
                      choices={[{ value: NONE, label: t('imports.fixedNone') }, ...names.map((name) => ({ value: name, label: name }))]}
                      onChange={(name) => set({ [field]: name })} onCreate={(name) => set({ [field]: name })} createText={(name) => t('imports.newName', { name })} />
                  </AskPlace>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
