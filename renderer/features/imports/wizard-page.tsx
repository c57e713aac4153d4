import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { Page } from '#renderer/app/shell/page.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Steps } from '#renderer/ui/steps.tsx';
import type { Preview } from '#shared/imports/screen-model.ts';
import type { JobEvent } from '#shared/jobs/model.ts';
import { t } from '#shared/messages/messages.ts';
import { CheckStep } from './check-step.tsx';
import { FileStep } from './file-step.tsx';
import { JobProgress } from './job-progress.tsx';
import { MapStep } from './map-step.tsx';
import { ProfileChoice } from './profile-choice.tsx';
import { RunStep } from './run-step.tsx';
import type { SetSearch, WizardSearch } from './search.ts';
import { changedRequest, previewRequest } from './settings.ts';
import { usePreview } from './use-preview.ts';
import styles from './wizard.module.css';

export const wizardRoute = createLazyRoute('/shell/monitoring/import')({ component: WizardPage });

/** Taking a file in: File, Read and map, Check, Import. Everything that was chosen is in the address. */
function WizardPage() {
  const search = wizardRoute.useSearch();
  const navigate = wizardRoute.useNavigate();
  const set: SetSearch = (changes) => void navigate({ search: (present) => ({ ...present, ...changes }), replace: !('step' in changes) });
  const kind = search.kind ?? 'tickets';
  const crumbs = [{ label: t('kit.monitoring'), link: { to: '/monitoring' } as const }, { label: t('imports.imports'), link: { to: '/monitoring' } as const }, { label: search.name ?? t(`imports.import-${kind}`) }];
  return (
    <Page crumbs={crumbs} layout="bare" fold="always" actions={null}>
      <div className={styles.wizard}>
        <Present search={search} set={set} onFile={(next) => void navigate({ search: next })} />
      </div>
    </Page>
  );
}

function Present({ search, set, onFile }: { search: WizardSearch; set: SetSearch; onFile: (next: WizardSearch) => void }) {
  const kind = search.kind ?? 'tickets';
  if (search.step === 'run') return <Running search={search} set={set} onFile={onFile} />;
  if (search.file !== undefined) return <Opened search={search} file={search.file} set={set} onFile={onFile} />;
  return (
    <>
      <Bar step={0} />
      <FileStep kind={kind} set={onFile} />
    </>
  );
}

/** The import that runs. Its file may be gone from the program by now: what is known of it is shown where it is still at hand. */
function Running({ search, set, onFile }: { search: WizardSearch; set: SetSearch; onFile: (next: WizardSearch) => void }) {
  const { data: found } = usePreview(previewRequest(search, search.file ?? ''), false);
  const end = found === undefined ? undefined : <ProfileChoice preview={found} search={search} set={set} fixed />;
  return (
    <>
      <Bar step={stepNumbers.run} end={end} />
      <RunStep preview={found} search={search} onBack={() => (search.file === undefined ? onFile({ kind: search.kind }) : set({ step: 'map', job: undefined }))} />
    </>
  );
}

function Bar({ step, end }: { step: number; end?: ReactNode }) {
  return <Steps label={t('imports.steps')} steps={[t('imports.stepFile'), t('imports.stepMap'), t('imports.stepCheck'), t('imports.stepImport')]} current={step} end={end} />;
}

const stepNumbers = { map: 1, check: 2, run: 3 } as const;

function Opened({ search, file, set, onFile }: { search: WizardSearch; file: string; set: SetSearch; onFile: (next: WizardSearch) => void }) {
  const step = search.step === 'check' ? 'check' : 'map';
  const found = usePreview(previewRequest(search, file), true);
  const changed = changedRequest(search, file, found.data);
  const laid = usePreview(changed ?? previewRequest(search, file), changed !== null);
  const preview = changed === null ? found.data : (laid.data ?? found.data);
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const error = found.error ?? (changed === null ? null : laid.error);
  const end = preview === undefined || error !== null ? undefined : <ProfileChoice preview={preview} search={search} set={set} fixed={step !== 'map'} />;
  return (
    <>
      <Bar step={error === null ? stepNumbers[step] : 1} end={end} />
      {error !== null ? <Refused error={error} kind={search.kind ?? 'tickets'} onFile={onFile} /> : preview === undefined || workspace === undefined ? <Reading event={found.event} onCancel={() => onFile({ kind: search.kind })} /> : <Step step={step} preview={preview} search={search} file={file} zone={workspace.zone} set={set} onFile={onFile} />}
    </>
  );
}

export type StepProps = { readonly preview: Preview; readonly search: WizardSearch; readonly file: string; /** The workspace's zone. */ readonly zone: string; readonly set: SetSearch };

function Step({ step, onFile, ...rest }: StepProps & { step: 'map' | 'check'; onFile: (next: WizardSearch) => void }) {
  return step === 'map' ? <MapStep {...rest} onBack={() => onFile({ kind: rest.search.kind })} /> : <CheckStep {...rest} />;
}

function Reading({ event, onCancel }: { event: JobEvent | null; onCancel: () => void }) {
  const [since] = useState(() => Date.now());
  useKeys({ Escape: onCancel });
  return (
    <div className={styles.middle}>
      <JobProgress event={event} since={since} title={t('imports.reading')} rows={0} end={<Button keyHint="Esc" onClick={onCancel}>{t('kit.cancel')}</Button>}>
        {() => <p className={styles.note}>{t('imports.readingHelp')}</p>}
      </JobProgress>
    </div>
  );
}

/** A file that is no table, or is gone: what is wrong and the way out, with the place for another file. */
function Refused({ error, kind, onFile }: { error: unknown; kind: NonNullable<WizardSearch['kind']>; onFile: (next: WizardSearch) => void }) {
  return (
    <div className={styles.middle}>
      <div className={styles.column}>
        <Failure level={1} error={error} />
        <div className={styles.again}><FileStep kind={kind} set={onFile} bare /></div>
      </div>
    </div>
  );
}
