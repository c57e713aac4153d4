import { Link } from '@tanstack/react-router';
import { PageTitle } from '#renderer/app/shell/page.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './settings.module.css';

/** Title of the settings and the way between their places. */
export function SettingsHead() {
  return (
    <>
      <PageTitle>{t('kit.settings')}</PageTitle>
      <nav className={styles.places} aria-label={t('kit.settings')}>
        <Link to="/settings" activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>{t('settings.general')}</Link>
        <Link to="/settings/calendars" activeProps={{ 'aria-current': 'page' }}>{t('settings.calendars')}</Link>
        <Link to="/settings/backups" activeProps={{ 'aria-current': 'page' }}>{t('backups.title')}</Link>
        <Link to="/settings/history" activeProps={{ 'aria-current': 'page' }}>{t('history.title')}</Link>
        <Link to="/settings/recycle-bin" activeProps={{ 'aria-current': 'page' }}>{t('history.bin')}</Link>
        <Link to="/settings/archive" activeProps={{ 'aria-current': 'page' }}>{t('history.archive')}</Link>
      </nav>
    </>
  );
}
