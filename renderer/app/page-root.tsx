import './without-eval.ts';
import './theme/mantine.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { refusedWorkspaceSchema } from '#shared/workspace/refused.ts';
import { Tips } from '#renderer/ui/tip.tsx';
import { printByKey, printInLight } from './print.ts';
import { Providers } from './providers.tsx';
import { refusedText } from './refused.ts';

/** Draws the page: the places, or what stands in their way. */
export async function showPage(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  printInLight();
  printByKey();
  const page = createRoot(root);
  const refused = refusedText();
  if (import.meta.env.MODE === 'development' && location.pathname === '/kit') {
    const { Specimen } = await import('#renderer/features/kit/specimen.tsx');
    page.render(<Providers><Specimen /></Providers>);
  } else if (refused === null) {
    page.render(<><Providers /><Tips /></>);
  } else {
    const { RefusedScreen } = await import('#renderer/features/start/refused-screen.tsx');
    page.render(<Providers><RefusedScreen refused={refusedWorkspaceSchema.parse(JSON.parse(refused))} /></Providers>);
  }
}
