import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { GuideLink } from '#renderer/features/guide/guide-link.tsx';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { Icon, type IconName } from '#renderer/ui/icon.tsx';
import { t } from '#shared/messages/messages.ts';
import { api } from '../client.ts';
import styles from './navigation.module.css';
import { RunningJobs } from './running-jobs.tsx';
import { useWaiting } from './use-waiting.ts';
import { WorkspaceMenu } from './workspace-menu.tsx';

type Place = { readonly to: '/' | '/customers' | '/services' | '/agreements' | '/monitoring' | '/settings'; readonly label: string; readonly icon: IconName };

const groups: readonly (readonly Place[])[] = [
  [{ to: '/', label: t('today.title'), icon: 'sun' }],
  [
    { to: '/customers', label: t('kit.customers'), icon: 'building' },
    { to: '/services', label: t('kit.services'), icon: 'stack-2' },
    { to: '/agreements', label: t('kit.agreements'), icon: 'writing-sign' },
  ],
  [{ to: '/monitoring', label: t('kit.monitoring'), icon: 'activity' }],
];

/** The places that exist; at the foot settings and the person at the laptop. */
export function Navigation({ folded, onFold }: { folded: boolean; onFold: () => void }) {
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const waiting = useWaiting();
  const person = workspace?.person?.name ?? '';
  return (
    <nav className={styles.nav} aria-label={t('kit.places')}>
      <div className={styles.head}>
        <WorkspaceMenu />
        <button type="button" className={styles.fold} aria-label={t(folded ? 'kit.unfoldNavigation' : 'kit.foldNavigation')} title={`${t(folded ? 'kit.unfoldNavigation' : 'kit.foldNavigation')} ([)`} onClick={onFold}>
          <Icon name={folded ? 'layout-sidebar-left-expand' : 'layout-sidebar-left-collapse'} />
        </button>
      </div>
      {groups.map((places, index) => <ul key={index} className={styles.list}>{places.map((place) => <PlaceLink key={place.label} place={place} folded={folded} count={place.to === '/' ? waiting : 0} />)}</ul>)}
      <div className={styles.foot}>
        <RunningJobs folded={folded} />
        <ul>
          <li><GuideLink className={styles.item ?? ''} folded={folded}><Icon name="help" size={18} /><span className={styles.label}>{t('guide.title')}</span></GuideLink></li>
          <PlaceLink place={{ to: '/settings', label: t('kit.settings'), icon: 'settings' }} folded={folded} />
          {person === '' ? null : <li className={styles.person} title={folded ? person : undefined}><Avatar name={person} side="us" /><span className={styles.label}>{person}</span></li>}
        </ul>
      </div>
    </nav>
  );
}

function PlaceLink({ place, folded, count = 0 }: { place: Place; folded: boolean; count?: number }) {
  return (
    <li>
      <Link to={place.to} className={styles.item ?? ''} activeProps={{ 'aria-current': 'page' }} activeOptions={{ exact: place.to === '/' }} {...(folded ? { title: place.label } : {})}>
        <Icon name={place.icon} size={18} />
        <span className={styles.label}>{place.label}</span>
        {count === 0 ? null : <span className={styles.count}>{count}</span>}
      </Link>
    </li>
  );
}
