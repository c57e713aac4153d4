import { Menu } from '@mantine/core';
import type { ExportFormat } from '#shared/exports/model.ts';
import { t } from '#shared/messages/messages.ts';
import menuStyles from '../action-menu.module.css';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';

/** What is seen as a file: CSV for everything that reads tables, XLSX with real figures and dates. */
export function ExportMenu({ onExport }: { onExport: (format: ExportFormat) => void }) {
  return (
    <Menu position="bottom-end" offset={6} withinPortal classNames={{ dropdown: menuStyles.menu ?? '', item: menuStyles.item ?? '', divider: menuStyles.rule ?? '' }}>
      <Menu.Target><Button kind="quiet" size="small" icon="download" iconOnly hasPopup="menu">{t('table.export')}</Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="table" />} onClick={() => onExport('xlsx')}>{t('table.exportXlsx')}</Menu.Item>
        <Menu.Item leftSection={<Icon name="file-type-csv" />} onClick={() => onExport('csv')}>{t('table.exportCsv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
